"""What the mails about signing in say."""

from __future__ import annotations

from withus.saying.language import _


def code_to_sign_in(code: str) -> tuple[str, str]:
    """Tell the code that somebody asked for, to sign in with."""
    return _("Your code for Withus"), "\n\n".join(
        [
            _("Your code is: %(code)s") % {"code": in_two(code)},
            _("Type it on the page where you asked for it. It works once, for 15 minutes."),
            _(
                "If you did not ask for it, do nothing: nobody can get in without it. "
                "Never tell it to anybody. We never ask for it by phone or by e-mail."
            ),
        ]
    )


def code_for_address(code: str) -> tuple[str, str]:
    """Tell the code that shows that a new address is theirs."""
    return _("Is this your address? Your code for Withus"), "\n\n".join(
        [
            _("Somebody who is signed in to Withus wants to sign in with this address too."),
            _("If that is you, your code is: %(code)s") % {"code": in_two(code)},
            _("Type it on the page where you asked for it. It works once, for 15 minutes."),
            _("If it is not you, do nothing."),
        ]
    )


def ways_changed(what: str) -> tuple[str, str]:
    """Tell all of somebody’s addresses that a way in was added or taken away."""
    return _("Your ways into Withus have changed"), "\n\n".join(
        [
            what,
            _("If that was you, there is nothing to do."),
            _(
                "If it was not, sign in, go to “How I get in” and choose “Sign out everywhere”. "
                "Then tell your facilitator."
            ),
        ]
    )


def in_two(code: str) -> str:
    """Tell a code in two halves, which are easier to copy.

    Example: in_two("12345678") is "1234 5678".
    """
    return f"{code[:4]} {code[4:]}"


def changes() -> dict[str, str]:
    """Tell each change of somebody's ways in."""
    return {
        "address-added": _("An e-mail address was added."),
        "address-dropped": _("An e-mail address was taken away."),
        "passkey-added": _("A passkey was added."),
        "passkey-dropped": _("A passkey was taken away."),
        "second-on": _("A second check, with an app of codes, was turned on."),
        "second-off": _("The second check was turned off."),
        "spare-made": _("New spare codes were made. Those before no longer work."),
        "own-code-made": _("A new code on paper was made. The one before no longer works."),
        "signed-out": _("Everybody was signed out, everywhere, and all keys for programs ended."),
        "council-linked": _("Your council’s sign-in now lets you in."),
    }
