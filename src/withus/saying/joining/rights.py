"""Who may do what, in words: the roles, and why somebody may not."""

from __future__ import annotations

from withus.core.rules.rights import Role
from withus.saying.language import _


def role(code: Role) -> str:
    """Tell what somebody is in a partnership."""
    return {
        Role.MEMBER: _("a member"),
        Role.AFFECTED_MEMBER: _("a member in a place for the people it is about"),
        Role.CHAIR: _("the chair"),
        Role.FACILITATOR: _("the facilitator"),
        Role.OFFICER: _("the host’s officer"),
        Role.ULO_CONTACT: _("the contact at the user-led organisation"),
        Role.SAFEGUARDING: _("the safeguarding lead"),
        Role.DATA: _("the data contact"),
        Role.HOST: _("whoever runs the partnership’s machine, by a command"),
    }[code]


def refusals() -> dict[str, tuple[str, str]]:
    """Tell why somebody may not do or have something, and what to do next."""
    return {
        "not_yours_to_do": (
            _("You may not do that here."),
            _("It can be done by: %(needs)s."),
        ),
        "no_one_to_guard": (
            _("Nobody is there yet to read what people write and keep them safe."),
            _("Name a safeguarding lead and a data contact first. Until then, free text is off."),
        ),
        "not_your_place": (
            _("That is not a place you hold."),
            _("Your places are on your page."),
        ),
        "nothing_written": (_("Nothing was written."), _("Write a sentence or two.")),
        "too_many_words": (
            _("That is more than %(most)s letters."),
            _("Shorten it, or send it in two parts."),
        ),
        "ask_answered": (_("That was answered already."), _("Nothing was changed.")),
        "ask_ordered": (
            _("The erasure is ordered already."),
            _("It is done within a day. Put it on hold if it must wait."),
        ),
        "ask_held": (_("That is on hold."), _("Let it go on first.")),
        "ask_not_held": (_("That is not on hold."), _("Nothing was changed.")),
        "not_an_erasure": (
            _("Nobody asked to be erased here."),
            _("Answer what was asked."),
        ),
        "no_such_ask": (_("There is no such question here."), _("It may be answered and gone.")),
        "no_such_worry": (_("There is no such worry here."), _("Check the list of them.")),
        "address_taken": (
            _("Somebody signs in with that address already."),
            _("If you share it with them, sign in with it first."),
        ),
        **_of_places(),
        **_of_typing(),
    }


def _of_places() -> dict[str, tuple[str, str]]:
    return {
        "not_your_own": (
            _("That is somebody else’s."),
            _("They do it themselves, or a facilitator types it for them."),
        ),
        "taken_for_another": (
            _("Nobody takes a place for somebody else."),
            _("Invite them, or let a facilitator type it for them."),
        ),
        "not_invited": (
            _("You are not invited to this place."),
            _("Ask the facilitator or the host’s officer for an invitation."),
        ),
        "made_it": (
            _("Nobody decides how they sit themselves."),
            _("Let another facilitator, or the host’s officer, make the place or put it right."),
        ),
        "raised_it": (
            _("Nobody settles what they challenged themselves."),
            _("You can withdraw it, or let somebody else settle it."),
        ),
    }


def _of_typing() -> dict[str, tuple[str, str]]:
    return {
        "not_typed_for_others": (
            _("Nobody types that for somebody else."),
            _("Let them sign in and do it themselves."),
        ),
        "typed_together": (
            _("Whoever typed this signs in in the same way, or was signed in here just now."),
            _("Confirm it on another device, by a letter, or through somebody else."),
        ),
        "confirm_yourself": (
            _("Nobody else can type this confirmation."),
            _("Whoever confirms signs in, or writes a letter that a facilitator types."),
        ),
        "not_about_you": (
            _("This entry is not about the person who would confirm it."),
            _("Another member in a place for the people it is about can confirm it."),
        ),
        "about_you": (
            _("This entry is about you."),
            _("Confirm it as your own, with your code."),
        ),
    }


def in_words(needs: str) -> str:
    """Tell roles, given as codes between commas, as a list."""
    return "; ".join(role(Role(code)) for code in needs.split(",") if code in set(Role))
