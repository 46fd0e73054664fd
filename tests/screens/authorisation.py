"""Who may use each address, and how: there are no accounts yet, so everybody is anybody.

A row: the name of the address, and for each method the status anybody gets who sends nothing.
"""

from __future__ import annotations

READ = {"GET": 200, "HEAD": 200, "POST": 405, "PUT": 405, "PATCH": 405, "DELETE": 405}
# Sent with the form's cookie but without what the form carries: refused as broken.
FORM = {"GET": 405, "HEAD": 405, "POST": 400, "PUT": 405, "PATCH": 405, "DELETE": 405}

AUTHORISATION: dict[str, dict[str, int]] = {
    "home": READ,
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
}
