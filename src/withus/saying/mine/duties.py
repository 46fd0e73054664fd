"""Duties as titles, and what it means where nobody has one."""

from __future__ import annotations

from withus.core.words import Duty
from withus.saying.language import _


def title(code: Duty) -> str:
    """Tell a duty as the title of whoever has it."""
    return {
        Duty.SAFEGUARDING: _("Safeguarding lead"),
        Duty.DATA: _("Data contact"),
        Duty.FACILITATOR: _("Facilitator"),
        Duty.HOST: _("The host’s officer"),
        Duty.ULO_CONTACT: _("Contact at the user-led organisation"),
    }[code]


def what_it_is(code: Duty) -> str:
    """Tell what somebody with a duty does, and what they may not."""
    return {
        Duty.SAFEGUARDING: _(
            "Reads what was hidden because somebody was worried. Nothing else by this duty."
        ),
        Duty.DATA: _(
            "Answers questions about people’s information, and orders erasures. Nothing else by "
            "this duty."
        ),
        Duty.FACILITATOR: _("Invites people, types for others, runs the work. Does not vote."),
        Duty.HOST: _("Sets up the partnership for the body that convenes it, and names duties."),
        Duty.ULO_CONTACT: _("Confirms what was entered by phone, and keeps copies."),
    }[code]


def missing(code: Duty) -> str:
    """Tell that nobody has a duty that people's safety needs."""
    return {
        Duty.SAFEGUARDING: _("Nobody is the safeguarding lead."),
        Duty.DATA: _("Nobody is the data contact."),
    }.get(code, "")
