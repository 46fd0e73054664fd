"""Why an invitation, an answer to one, or something typed cannot go on, and what to do next."""

from __future__ import annotations

from withus.saying.language import _


def refusals() -> dict[str, tuple[str, str]]:
    """Tell what is wrong and what to do next."""
    look = _("Look at the list of people again: it may have been answered meanwhile.")
    return {
        "code_void": (
            _("This code does not work, or not any more."),
            _(
                "Look at your letter or e-mail again: 12 letters and figures, in three groups. "
                "If it still does not work, ring the number on it, or ask whoever gave it to you."
            ),
        ),
        "no_code_typed": (
            _("There is no code yet."),
            _("Type the code from your letter or e-mail."),
        ),
        "no_such_invitation": (_("There is no such invitation here."), look),
        "invitation_over": (_("That invitation has been answered or taken back."), look),
        "invited_already": (
            _("Somebody is invited to that place already."),
            _("Wait for their answer, or take that invitation back first."),
        ),
        "invited_to_nothing": (
            _("There is nothing to invite them to."),
            _("Choose a place or a duty; only somebody known already is let back in without."),
        ),
        "no_name_to_invite": (
            _("Whom you invite has no name yet."),
            _("Type the name they go by."),
        ),
        "name_too_long": (
            _("That name is too long."),
            _("Shorten it to at most 120 letters."),
        ),
        "no_route_to_invite": (
            _("You have not said how the invitation reaches them."),
            _("Choose e-mail, letter or in person."),
        ),
        "no_address_to_invite": (
            _("That is no e-mail address."),
            _("Type it as name@example.org, or choose a letter."),
        ),
        "no_phone_to_ring": (
            _("There is no number to ring yet."),
            _("Type a number at which somebody answers questions about this invitation."),
        ),
        "typed_for_oneself": (
            _("That would be typing for yourself."),
            _("Do it from your own page: then nobody else needs to say that it is right."),
        ),
        "code_elsewhere": (
            _("That code belongs to nobody in this partnership."),
            _("Open the page of the partnership that it is for."),
        ),
        "not_chosen": (
            _("Nothing has been chosen yet."),
            _("Choose one of the answers."),
        ),
    }
