"""Links by which people say something without an account: their codes as marks, the rest sealed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from django.db.models import F

from withus.core.errors import Refusal
from withus.stores.accounts.marks import mark, new_code, plain_code
from withus.stores.answering.models import SayLink
from withus.stores.keys.locker import draw_key, find_keys, keep_keys, seal, unseal

DAYS = 56


@dataclass(frozen=True, slots=True, kw_only=True)
class Asks:
    """What a link asks: up to three cards, in easy words and in BSL if that is there."""

    cards: tuple[str, ...] = ()
    easy: str = ""
    bsl: str = ""  # where a film lies
    phone: str = ""  # a number to ring
    code: str = ""  # so that the letter can be printed again


@dataclass(frozen=True, slots=True)
class Wanted:
    """A link to be made: for which work, by whom, for one person or many, and what it asks."""

    origin: str
    work: str
    by: str
    many: bool
    asks: Asks


def marked(code: str) -> str:
    """Return the mark by which a code is found."""
    return mark("say", plain_code(code))


def make(wanted: Wanted, *, now: datetime) -> tuple[SayLink, str]:
    """Make a link; return it with its code."""
    code = new_code()
    key, secret = draw_key()
    keep_keys({key: secret})
    row = SayLink(
        origin=wanted.origin,
        work=wanted.work,
        mark=marked(code),
        many=wanted.many,
        by=wanted.by,
        made_at=now,
        until=now + timedelta(days=DAYS),
        key=key,
    )
    told = asdict(wanted.asks) | {"code": code}
    row.sealed = seal(secret, json.dumps(told).encode(), bound_to=_place(row))
    row.save(force_insert=True)
    return row, code


def by_mark(sign: str, *, now: datetime) -> SayLink | None:
    """Return the link that a mark is of, if it works."""
    return SayLink.objects.filter(mark=sign, until__gt=now).first()


def find(origin: str, work: str, link: str) -> SayLink:
    """Return a link of a work, or refuse."""
    row = SayLink.objects.filter(origin=origin, work=work, id=link).first()
    if row is None:
        raise Refusal("no_such_link")
    return row


def of_work(origin: str, work: str) -> list[SayLink]:
    """Return the links of a work, the latest first."""
    return list(SayLink.objects.filter(origin=origin, work=work).order_by("-made_at", "id"))


def opened(rows: Iterable[SayLink]) -> Mapping[str, Asks]:
    """Return what links ask, by id."""
    some = list(rows)
    keys = find_keys(row.key for row in some)
    return {row.id: _opened(row, keys[row.key]) for row in some if row.key in keys}


def stop(row: SayLink) -> None:
    """Let a link work no more."""
    row.mark = None
    row.save(update_fields=["mark"])


def count(link: str) -> None:
    """Count an answer that was sent by a link."""
    SayLink.objects.filter(id=link).update(answers=F("answers") + 1)


def _opened(row: SayLink, secret: bytes) -> Asks:
    told = json.loads(unseal(secret, bytes(row.sealed), bound_to=_place(row)))
    return Asks(**{**told, "cards": tuple(told["cards"])})


def _place(row: SayLink) -> str:
    return f"link {row.id}"
