"""How somebody may be shown, as they choose; and what became of an invitation."""

from __future__ import annotations

from datetime import date

from withus.core.words import ShownAs
from withus.saying import words
from withus.saying.language import _, ngettext


def ways() -> tuple[tuple[str, str, str], ...]:
    """Tell each way to be shown, with what it means."""
    return (
        (
            ShownAs.ROLE.value,
            _("By my role only"),
            _("People see that the place is held, not who holds it."),
        ),
        (
            ShownAs.NAMED.value,
            _("By my name"),
            _("Your name stands on the board’s page, for everybody to read."),
        ),
        (
            ShownAs.COUNTED.value,
            _("Only counted"),
            _("You are counted with the others. Nothing else is shown of you."),
        ),
    )


def of_another(code: str) -> str:
    """Tell how somebody else is shown, as the end of a sentence."""
    return {
        "role": _("by their role only"),
        "named": _("by their name"),
        "counted": _("as one of the number only"),
    }[code]


def now_shown(code: str) -> str:
    """Tell how somebody is shown, as a sentence."""
    return _("Shown %(way)s.") % {"way": of_another(code)}


def state(code: str) -> str:
    """Tell what became of an invitation, in a word or two."""
    return {
        "open": _("Waiting for an answer"),
        "taken": _("Said yes"),
        "revoked": _("Taken back"),
        "declined": _("Said no"),
        "lapsed": _("Too old: no answer came"),
    }[code]


def route(code: str) -> str:
    """Tell how an invitation reaches somebody."""
    return {
        "email": _("By e-mail"),
        "letter": _("By letter"),
        "in_person": _("In person, on a sheet I hand over"),
    }[code]


def route_taken(code: str) -> str:
    """Tell how an invitation went to somebody."""
    return {
        "email": _("by e-mail"),
        "letter": _("by letter"),
        "in_person": _("in person"),
    }[code]


def sent(code: str, day: date, times: int) -> str:
    """Tell how, when and how often an invitation was sent.

    Example: By letter, 3 November 2026. Sent 2 times.
    """
    how = route_taken(code)
    told = _("%(how)s, %(day)s.") % {"how": how[:1].upper() + how[1:], "day": words.day(day)}
    if times > 1:
        more = ngettext("Sent %(count)d time.", "Sent %(count)d times.", times) % {"count": times}
        told = f"{told} {more}"
    return told
