"""Why somebody is not let in, or may not change how they get in, and what to do next."""

from __future__ import annotations

from withus.core.errors import Refusal
from withus.saying.language import _


def line(refusal: Refusal) -> str:
    """Tell a refusal as what is wrong, then what to do next."""
    wrong, then = said(refusal)
    return f"{wrong} {then}".strip()


def said(refusal: Refusal) -> tuple[str, str]:
    """Tell a refusal as what is wrong and what to do next."""
    unknown = (_("That did not work."), _("Nothing was changed. Try again."))
    wrong, then = {**_of_codes(), **_of_ways()}.get(refusal.code, unknown)
    if refusal.code == "too_often" and refusal.parameters.get("minutes") == 1:
        then = _("Wait a minute, then try again.")
    told = {"left": "?", "minutes": "?", **refusal.parameters}
    return wrong % told, then % told


def _of_codes() -> dict[str, tuple[str, str]]:
    return {
        "address_missing": (
            _("That is no e-mail address."),
            _("Type it in full, for example name@example.org."),
        ),
        "too_often": (
            _("There were too many tries just now."),
            _("Wait %(minutes)s minutes, then try again. Other ways in may still work."),
        ),
        "code_wrong": (
            _("That is not the code we sent."),
            _("Look at the newest e-mail. Tries left with this code: %(left)s."),
        ),
        "code_over": (
            _("That code no longer works."),
            _("It was used, is older than 15 minutes, or was tried too often. Ask for a new one."),
        ),
        "own_code_wrong": (
            _("No code on paper reads like that."),
            _("Check each letter. If you have a newer paper, use that one."),
        ),
        "second_wrong": (
            _("That is not the code that your app shows now."),
            _("Wait for the next one and type it. Or use one of your spare codes."),
        ),
        "passkey_wrong": (
            _("That passkey does not let you in here."),
            _("Try again, or choose another way in."),
        ),
    }


def _of_ways() -> dict[str, tuple[str, str]]:
    return {
        "address_taken": (
            _("Somebody signs in with that address already."),
            _("If you share it with them, sign in with it first."),
        ),
        "last_way": (
            _("That is the only way in you have left."),
            _("Add another first: an address, a passkey or a code on paper."),
        ),
        "no_such_way": (_("That way in is gone already."), _("Nothing was changed.")),
        "passkey_twice": (
            _("That passkey is there already."),
            _("Use it to sign in, or add one from another device."),
        ),
        "name_missing": (_("The passkey has no name."), _("Name it, so that you know it again.")),
        "council_failed": (
            _("Your council’s sign-in did not let you in."),
            _("Try again. If it goes on, use another way in."),
        ),
        "council_unknown": (
            _("Nobody here has the address that your council gave us."),
            _(
                "Sign in another way. Under “How I get in”, add the address that your council "
                "knows. Then this way works too."
            ),
        ),
    }
