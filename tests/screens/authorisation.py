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
SENT_ON = {"GET": 302, "HEAD": 302, "POST": 302, "PUT": 405, "PATCH": 405, "DELETE": 405}

AUTHORISATION: dict[str, dict[str, int]] = {
    "home": READ,
    "signing_in:start": {**READ, "POST": 422},
    "signing_in:code": SENT_ON,
    "signing_in:own-code": {**READ, "POST": 422},
    "signing_in:passkey": {**READ, "POST": 422},
    "signing_in:second": SENT_ON,
    "signing_in:council": {**READ, "GET": 404, "HEAD": 404},  # none is set
    "signing_in:council-back": {**READ, "GET": 404, "HEAD": 404},
    "signing_in:who": SENT_ON,
    "signing_in:ways": {**SENT_ON, "POST": 405},
    "signing_in:address-add": {**SENT_ON, "GET": 405, "HEAD": 405},
    "signing_in:address-code": SENT_ON,
    "signing_in:address-drop": {**SENT_ON, "GET": 405, "HEAD": 405},
    "signing_in:own-code-new": {**SENT_ON, "GET": 405, "HEAD": 405},
    "signing_in:everywhere": {**SENT_ON, "GET": 405, "HEAD": 405},
    "signing_in:passkey-add": SENT_ON,
    "signing_in:passkey-change": SENT_ON,
    "signing_in:passkey-drop": {**SENT_ON, "GET": 405, "HEAD": 405},
    "signing_in:second-set-up": SENT_ON,
    "signing_in:second-begin": {**SENT_ON, "GET": 405, "HEAD": 405},
    "signing_in:second-off": {**SENT_ON, "GET": 405, "HEAD": 405},
    "signing_in:spare-codes": {**SENT_ON, "GET": 405, "HEAD": 405},
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
    if name in ("signing_in:passkey-change", "signing_in:passkey-drop"):
        return {"passkey": "AAAAAAAAAAAAAAAAAAAAAA"}
    if not name.startswith(OF_A_RECORD) or name == "joining:partnerships":
        return {}
    found: dict[str, str | int] = {"origin": origin}
    if name == "joining:board":
        found["board"] = HOME
    if name in ("keeping:entry", "keeping:receipt"):
        found["index"] = 31
    return found
