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
    }[code]


def refusals() -> dict[str, tuple[str, str]]:
    """Tell why somebody may not do or have something, and what to do next."""
    return {
        "not_yours_to_do": (
            _("You may not do that here."),
            _("It can be done by: %(needs)s."),
        ),
        "address_taken": (
            _("Somebody signs in with that address already."),
            _("If you share it with them, sign in with it first."),
        ),
    }


def in_words(needs: str) -> str:
    """Tell roles, given as codes between commas, as a list."""
    return "; ".join(role(Role(code)) for code in needs.split(",") if code in set(Role))
