"""The second factor: a secret shared with an app of codes (RFC 6238), and codes that do once."""

from __future__ import annotations

import hmac
import secrets
from datetime import datetime

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP
from django.db.models import QuerySet

from withus.core.rules.signing_in import NotRight
from withus.stores.accounts.marks import mark, new_code, plain_code
from withus.stores.accounts.models import Account
from withus.stores.keys.locker import find_keys, seal, unseal
from withus.stores.signing_in.models import SecondFactor, SpareCode

SECRET_BYTES, DIGITS, STEP = 20, 6, 30
ABOUT_NOW = (0, -1, 1)  # steps: a clock may go half a minute wrong
SPARE = 8


def draw(account: Account) -> None:
    """Draw a new secret for an account, which counts for nothing until it was checked once."""
    secret = find_keys([account.key])[account.key]
    sealed = seal(secret, secrets.token_bytes(SECRET_BYTES), bound_to=f"second {account.id}")
    SecondFactor.objects.update_or_create(
        account=account, defaults={"sealed": sealed, "last_step": 0, "on": False}
    )


def secret_of(account: Account) -> bytes | None:
    """Return the secret that is being set up; none if there is none, or it is in use."""
    row = SecondFactor.objects.filter(account=account, on=False).first()
    return _secret(row, account) if row else None


def is_on(account: Account) -> bool:
    """Tell whether an account turned the second factor on."""
    return those_on().filter(account=account).exists()


def those_on() -> QuerySet[SecondFactor]:
    """Return the second factors that are turned on."""
    return SecondFactor.objects.filter(on=True)


def check(account: Account, typed: str, *, now: datetime) -> None:
    """Take a code of the app; each does once, and none that is older than one that was taken."""
    row = SecondFactor.objects.filter(account=account).first()
    if row is None:
        raise NotRight("second_wrong")
    app = TOTP(_secret(row, account), DIGITS, SHA1(), STEP)  # noqa: S303  # what the apps speak
    digits = "".join(each for each in typed if each.isdecimal()).encode()
    at = int(now.timestamp())
    steps = [
        at // STEP + off
        for off in ABOUT_NOW
        if hmac.compare_digest(app.generate(at + off * STEP), digits)
    ]
    fresh = SecondFactor.objects.filter(account=account, last_step__lt=max(steps, default=0))
    if not steps or not fresh.update(last_step=max(steps)):
        raise NotRight("second_wrong")


def turn_on(account: Account) -> list[str]:
    """Let the secret count from now on, and return spare codes, once."""
    SecondFactor.objects.filter(account=account).update(on=True)
    return new_spare_codes(account)


def turn_off(account: Account) -> None:
    """Forget the secret and the spare codes."""
    SecondFactor.objects.filter(account=account).delete()
    SpareCode.objects.filter(account=account).delete()


def new_spare_codes(account: Account) -> list[str]:
    """Make codes that each do once, in the place of those before; return them, once."""
    drawn = [new_code() for _ in range(SPARE)]
    SpareCode.objects.filter(account=account).delete()
    SpareCode.objects.bulk_create(
        SpareCode(account=account, mark=_mark(account, code)) for code in drawn
    )
    return drawn


def spare_left(account: Account) -> int:
    """Tell how many spare codes are left."""
    return SpareCode.objects.filter(account=account).count()


def take_spare(account: Account, typed: str) -> None:
    """Take a spare code; it no longer works."""
    rows = SpareCode.objects.filter(account=account, mark=_mark(account, typed))
    if not rows.delete()[0]:
        raise NotRight("second_wrong")


def _mark(account: Account, code: str) -> str:
    return mark(f"spare {account.id}", plain_code(code))


def _secret(row: SecondFactor, account: Account) -> bytes:
    secret = find_keys([account.key])[account.key]
    return unseal(secret, bytes(row.sealed), bound_to=f"second {account.id}")
