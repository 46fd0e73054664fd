"""Making keys for programs, finding whom one acts for, ending them, and counting their calls."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import Exists, F, OuterRef

from withus.core.errors import Refusal
from withus.core.proofs.base64_strict import to_base64url
from withus.stores.accounts.marks import mark
from withus.stores.accounts.models import Link
from withus.stores.keys.locker import find_keys, new_id, seal, unseal
from withus.stores.people.models import Person
from withus.stores.tokens.models import Pace, Repeatable, Token

BEGINS = "withus_"  # by which whoever looks for leaked secrets knows one
SECRET_BYTES = 32
LONGEST = len(BEGINS) + 43
LASTS = timedelta(days=90)
REPEATED_WITHIN = timedelta(days=1)
MINUTE = timedelta(minutes=1)


class RepeatDiffers(Refusal):
    """Say that a program gave two different acts the same word."""


def add_token(link: Link, name: str, *, now: datetime) -> str:
    """Let a program act for a person, for ninety days; return its secret, which is not kept."""
    secret = BEGINS + to_base64url(secrets.token_bytes(SECRET_BYTES))
    token, key = new_id(), link.account.key
    told = seal(find_keys([key])[key], name.encode(), bound_to=f"token {token}")
    sign = mark("token", secret)
    made = Token(id=token, link=link, mark=sign, made_at=now, until=now + LASTS, sealed=told)
    made.save(force_insert=True)
    Pace.objects.create(token=made)
    return secret


def find_token(secret: str, *, now: datetime) -> Token | None:
    """Return the key of a secret: one in force, of an account and a person that are still here.

    One question, whatever is wrong with a secret, and by its mark: how long it takes tells nothing.
    """
    here = Person.objects.filter(id=OuterRef("link__person"), origin=OuterRef("link__origin"))
    rows = Token.objects.filter(Exists(here), mark=mark("token", secret[: LONGEST + 1]))
    found = rows.filter(until__gt=now, link__account__is_active=True)
    return found.select_related("link").first()


def tokens_of(account: str, *, now: datetime) -> list[Token]:
    """Return the keys in force that an account has made, the newest first."""
    rows = Token.objects.filter(link__account=account, until__gt=now)
    return list(rows.select_related("link__account").order_by("-made_at", "id"))


def count_of(link: Link, *, now: datetime) -> int:
    """Tell how many keys in force there are for a person, made by one account."""
    return Token.objects.filter(link=link, until__gt=now).count()


def names_of(tokens: Iterable[Token]) -> dict[str, str]:
    """Return what people call their keys, by id."""
    found = list(tokens)
    keys = find_keys({each.link.account.key for each in found}) if found else {}
    return {
        each.id: unseal(
            keys[each.link.account.key], bytes(each.sealed), bound_to=f"token {each.id}"
        ).decode()
        for each in found
        if each.link.account.key in keys
    }


def end_token(account: str, token: str) -> bool:
    """End a key of an account; return whether it had one of that id."""
    return bool(Token.objects.filter(id=token, link__account=account).delete()[0])


def end_tokens(account: str) -> None:
    """End every key of an account."""
    Token.objects.filter(link__account=account).delete()


def count_call(token: str, *, now: datetime) -> int:
    """Count a call, and return how many there were in this minute."""
    minute = int(now.timestamp() // 60)
    mine, more = Pace.objects.filter(token=token), {"calls": F("calls") + 1}
    if not mine.filter(minute=minute).update(**more):
        # Of several that come first in a minute, one begins the count and the others add to it.
        fresh = mine.exclude(minute=minute).update(minute=minute, calls=1)
        if not fresh:
            mine.update(**more)
    return mine.values_list("calls", flat=True).first() or 0


def entered_before(token: str, word: str, body: bytes, *, now: datetime) -> int | None:
    """Return the entry of an act that a program sent before under the same word, within a day.

    Refuse the word for another act.
    """
    found = Repeatable.objects.filter(token=token, mark=mark(f"word {token}", word)).first()
    if found is None:
        return None
    if found.at <= now - REPEATED_WITHIN:
        found.delete()
        return None
    if found.body != _mark_of(body):
        raise RepeatDiffers("repeat_differs")
    return found.entry


def keep_for_repeats(token: str, word: str, body: bytes, *, entry: int, now: datetime) -> None:
    """Keep where an act was entered, for a day."""
    sign = mark(f"word {token}", word)
    Repeatable.objects.create(token_id=token, mark=sign, body=_mark_of(body), entry=entry, at=now)


def still_in_force(token: str, *, now: datetime) -> bool:
    """Tell whether a key is in force, and let nobody end it before this act is done."""
    rows = Token.objects.select_for_update().filter(id=token, until__gt=now)
    return rows.values_list("id", flat=True).first() is not None


def forget_spent(*, now: datetime) -> int:
    """Delete keys whose time is over and repeats of a day ago, and forget when calls were made."""
    gone = Token.objects.filter(until__lte=now).delete()[0]
    gone += Repeatable.objects.filter(at__lte=now - REPEATED_WITHIN).delete()[0]
    before = int((now - MINUTE).timestamp() // 60)
    return gone + Pace.objects.filter(minute__range=(1, before)).update(minute=0, calls=0)


def _mark_of(body: bytes) -> str:
    return mark("body", body.decode("latin-1"))
