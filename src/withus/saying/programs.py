"""What a program is told when it may not, or cannot, do what it asked; what its maker is told."""

from __future__ import annotations

from withus.saying.language import _


def refusals() -> dict[str, tuple[str, str]]:
    """Tell why a key or a call is not taken, and what to do next."""
    return {**_of_keys(), **_of_calls(), **_of_what_was_sent()}


def _of_keys() -> dict[str, tuple[str, str]]:
    return {
        "no_key": (
            _("There is no key in force with this call."),
            _("Send Authorization: Bearer and the key. If it has ended, make another in Withus."),
        ),
        "by_http": (
            _("This call came by http, where others can read it on the way."),
            _("End this key and make another. Then call by https."),
        ),
        "too_many_keys": (
            _("There are %(most)s keys for this person already."),
            _("End one that is no longer needed."),
        ),
    }


def _of_calls() -> dict[str, tuple[str, str]]:
    nothing = _("Nothing was changed.")
    return {
        "too_many_calls": (
            _("There were more than %(most)s calls with this key within a minute."),
            _("Wait for as long as Retry-After says, then send it again."),
        ),
        "no_such_address": (
            _("There is nothing at this address."),
            _("The addresses are listed in /api/v1/openapi.json."),
        ),
        "not_here": (
            _("There is nothing of that id that everybody may see."),
            _("Check the id. A practice run is not shown."),
        ),
        "not_this_way": (
            _("This address does not take that method."),
            _("The methods are listed in /api/v1/openapi.json."),
        ),
        "fault": (
            _("Something went wrong here. It is our fault, not yours."),
            _("Send it again in a few minutes, with the same Idempotency-Key."),
        ),
        "refused": (_("This call was not taken."), nothing),
    }


def _of_what_was_sent() -> dict[str, tuple[str, str]]:
    again = _("Put it right and send it again. Nothing was entered.")
    return {
        "not_json": (
            _("What was sent cannot be read as JSON in UTF-8."),
            again,
        ),
        "key_twice": (_("A name comes twice in what was sent."), again),
        "not_exact": (_("There is a number in it that is not whole, or too large."), again),
        "too_deep": (_("Lists or mappings lie too deep in one another."), again),
        "too_much": (
            _("That is more than %(most)s bytes."),
            _("Shorten it, or enter it as several acts. Nothing was entered."),
        ),
        "size_not_said": (
            _("The call did not say how long it is."),
            _("Send a Content-Length. Nothing was entered."),
        ),
        "word_not_so": (
            _("The Idempotency-Key is not as it must be."),
            _("Give 1 to 64 letters, figures or signs of ASCII, without spaces."),
        ),
        "repeat_differs": (
            _("Another act was sent with this Idempotency-Key within a day."),
            _("Take a new one for every new act. Nothing was entered."),
        ),
    }
