"""Why a partnership cannot be set up as it stands, and what to do next."""

from __future__ import annotations

from withus.saying.language import _


def refusals() -> dict[str, tuple[str, str]]:
    """Tell what is wrong and what to do next."""
    return {**_of_names(), **_of_lists(), **_of_duties()}


def _of_names() -> dict[str, tuple[str, str]]:
    shorten = _("Shorten it to at most 120 letters, on one line.")
    return {
        "no_preset_chosen": (
            _("You have not chosen where to start from."),
            _("Choose one of the boards, or “None of these”."),
        ),
        "no_board_chosen": (
            _("You have not chosen a board to start from."),
            _("Choose one, or go back and start from one of the others."),
        ),
        "name_missing": (_("The partnership has no name yet."), _("Type its name.")),
        "name_too_long_here": (_("The partnership’s name is too long."), shorten),
        "host_missing": (
            _("Nobody is named as the host."),
            _("Type the name of the council or other body that hosts the work."),
        ),
        "host_too_long": (_("The host’s name is too long."), shorten),
        "board_missing": (_("The board has no name yet."), _("Type its name.")),
        "board_too_long": (_("The board’s name is too long."), shorten),
        "about_too_long": (
            _("What it is about is too long."),
            _("Shorten it to at most %(most)s letters."),
        ),
    }


def _of_lists() -> dict[str, tuple[str, str]]:
    return {
        "nobody_listed": (
            _("Nobody is on the list yet."),
            _("Paste the members, one person a line."),
        ),
        "list_too_long": (
            _("That is longer than a list of members."),
            _("Paste only the list of people."),
        ),
        "too_many_listed_here": (
            _("More than %(most)s people are on that list."),
            _("Paste the members of one board; any more are added on its own page afterwards."),
        ),
        "capacity_missing": (
            _("It is not said yet what %(who)s is on the board as."),
            _("Choose one; “Another post” if none fits."),
        ),
        "vote_ends_first": (
            _("The vote of %(who)s would end before it begins."),
            _("Check both days."),
        ),
        "day_unreadable": (
            _("“%(found)s” is no day."),
            _("Type it as day, month and year, such as 1/9/2026."),
        ),
        "mark_unreadable": (
            _("“%(found)s” is no mark."),
            _("Use small letters, figures and _, such as senior_staff."),
        ),
    }


def _of_duties() -> dict[str, tuple[str, str]]:
    return {
        "safeguarding_missing": (
            _("Nobody is named to keep people safe."),
            _("Say that you do it, or type a name. Without one, nobody can write anything."),
        ),
        "data_missing": (
            _("Nobody is named to look after what is held about people."),
            _("Say that you do it, or type a name."),
        ),
        "facilitator_missing": (
            _("Nobody is named to run the work."),
            _("Say that you do it, or type a name."),
        ),
        "phone_missing": (
            _("There is no number to ring yet."),
            _("Type a number at which somebody answers questions about the invitations."),
        ),
        "address_missing": (
            _("%(who)s has no e-mail address yet."),
            _("Type it as name@example.org, or choose a letter."),
        ),
        "no_such_draft": (
            _("There is no such plan of yours, or not any more."),
            _("Begin again at “Set up a partnership”."),
        ),
    }
