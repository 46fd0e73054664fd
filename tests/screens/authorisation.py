"""Who may use each address, and how: there are no accounts yet, so everybody is anybody.

A row: the name of the address, and for each method the status anybody gets who sends nothing. Of a
record that is not there, and of a practice run, every method but those that are not taken gets 404.
"""

from __future__ import annotations

from tests.example_record import HOME, ORIGIN

READ = {"GET": 200, "HEAD": 200, "POST": 405, "PUT": 405, "PATCH": 405, "DELETE": 405}
# Sent with the form's cookie but without what the form carries: refused as broken.
FORM = {"GET": 405, "HEAD": 405, "POST": 400, "PUT": 405, "PATCH": 405, "DELETE": 405}

# Whoever is not signed in is sent to sign in, or to where it begins.
GUARDED = {"GET": 302, "HEAD": 302, "POST": 302, "PUT": 302, "PATCH": 302, "DELETE": 302}
SENT_ON = {"GET": 302, "HEAD": 302, "POST": 302, "PUT": 405, "PATCH": 405, "DELETE": 405}

AUTHORISATION: dict[str, dict[str, int]] = {
    "home": READ,
    "signing_in:start": {**READ, "POST": 422},
    "signing_in:code": SENT_ON,
    "signing_in:own-code": {**READ, "POST": 422},
    "signing_in:out": {**READ, "POST": 302},
    "signing_in:outbox": READ,  # here: at the machine that runs it
    "checking:start": {**READ, "POST": 422},
    "checking:open": {**FORM, "POST": 422},
    "checking:example": READ,
    "checking:wrong": READ,
    "checking:people": FORM,
    "checking:place": FORM,
    "checking:result": FORM,
    "checking:save": FORM,
    "checking:letters": FORM,
    "checking:letter": FORM,
    "joining:partnerships": READ,
    "joining:partnership": READ,
    "joining:board": READ,
    "keeping:record": READ,
    "keeping:copy": READ,
    "keeping:check-code": {**FORM, "POST": 422},
    "keeping:check-receipt": {**FORM, "POST": 422},
    "keeping:entry": READ,
    "keeping:receipt": READ,
}

OF_A_RECORD = ("joining:partnership", "joining:board", "keeping:")


def whereabouts(name: str, *, origin: str = ORIGIN) -> dict[str, str | int]:
    """Return what an address needs to be whole: which record, which board, which entry."""
    if not name.startswith(OF_A_RECORD) or name == "joining:partnerships":
        return {}
    found: dict[str, str | int] = {"origin": origin}
    if name == "joining:board":
        found["board"] = HOME
    if name in ("keeping:entry", "keeping:receipt"):
        found["index"] = 31
    return found
