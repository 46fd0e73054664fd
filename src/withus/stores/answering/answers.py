"""What somebody says with a code: sealed at every step; then the way back to what came of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from withus.core.errors import Refusal
from withus.stores.accounts.marks import new_code
from withus.stores.answering import files
from withus.stores.answering.links import marked
from withus.stores.answering.models import SayAnswer, SayLink
from withus.stores.keys.locker import draw_key, find_keys, forget_keys, keep_keys, seal, unseal

KEPT = timedelta(days=90)  # what was begun and never sent


class AnswerKind(StrEnum):
    """What a code of an answer is for."""

    CARD = "card"  # begun by a link
    SLIP = "slip"  # to say that a group's say is right
    TYPED = "typed"  # to see what came of what somebody typed for one


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An answer as far as it has come. Each card by its number, from 0."""

    said: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # choice, words
    shown: str = ""
    name: str = ""
    capacity: str = ""
    route: str = ""
    where: str = ""
    code: str = ""  # as long as it may have to be printed


def begin(link: SayLink, *, now: datetime) -> tuple[SayAnswer, str]:
    """Begin an answer by a link: a link for one hands its code on, another gives a new one."""
    code = "" if not link.many else new_code()
    sign = marked(code) if code else link.mark
    if not link.many:
        link.mark = None
        link.save(update_fields=["mark"])
    row = SayAnswer(
        origin=link.origin, work=link.work, kind=AnswerKind.CARD, mark=sign, link=link.id
    )
    return _made(row, Draft(), now=now), code


def hand_out(row: SayAnswer, *, now: datetime) -> str:
    """Make the code by which somebody confirms or sees what was put; return it."""
    code = new_code()
    row.mark = marked(code)
    _made(row, Draft(code=code), now=now)
    return code


def _made(row: SayAnswer, draft: Draft, *, now: datetime) -> SayAnswer:
    key, secret = draw_key()
    keep_keys({key: secret})
    row.key, row.made_at = key, now
    row.sealed = _sealed(row, draft, secret)
    row.save(force_insert=True)
    return row


def by_mark(sign: str) -> SayAnswer | None:
    """Return the answer that a code leads to."""
    return SayAnswer.objects.filter(mark=sign).first()


def find(answer: str) -> SayAnswer:
    """Return an answer, or refuse."""
    row = SayAnswer.objects.filter(id=answer).first()
    if row is None:
        raise Refusal("no_such_answer_here")
    return row


def of_point(origin: str, point: str) -> list[SayAnswer]:
    """Return the slips of a group's say."""
    rows = SayAnswer.objects.filter(origin=origin, point=point, kind=AnswerKind.SLIP)
    return list(rows.order_by("made_at", "id"))


def opened(rows: Iterable[SayAnswer]) -> Mapping[str, Draft]:
    """Return answers as far as they have come, by id."""
    some = list(rows)
    keys = find_keys(row.key for row in some)
    return {row.id: _opened(row, keys[row.key]) for row in some if row.key in keys}


def draft_of(row: SayAnswer) -> Draft:
    """Return one answer as far as it has come."""
    found = opened([row]).get(row.id)
    if found is None:
        raise Refusal("no_such_answer_here")
    return found


def save(row: SayAnswer, draft: Draft) -> None:
    """Keep an answer as far as it has come."""
    secret = find_keys([row.key])[row.key]
    row.sealed = _sealed(row, draft, secret)
    row.save(update_fields=["sealed"])


def sent(row: SayAnswer, person: str, *, now: datetime) -> None:
    """Note that an answer was sent and by whom, and forget its words: they are in the record."""
    row.person, row.sent_at = person, now
    row.save(update_fields=["person", "sent_at"])
    save(row, Draft())


def forget(origin: str, person: str) -> set[str]:
    """Delete the codes that lead to somebody; return the keys that are still to be forgotten."""
    rows = SayAnswer.objects.filter(origin=origin, person=person)
    keys = set(rows.values_list("key", flat=True))
    rows.delete()
    return keys


def forget_old(*, now: datetime) -> None:
    """Delete what was begun with a link long ago and never sent, with its files."""
    rows = SayAnswer.objects.filter(sent_at=None, kind=AnswerKind.CARD, made_at__lt=now - KEPT)
    keys = set(rows.values_list("key", flat=True))
    for origin, answer in list(rows.values_list("origin", "id")):
        keys |= files.drop(origin, [answer])
    rows.delete()
    forget_keys(keys)


def _sealed(row: SayAnswer, draft: Draft, secret: bytes) -> bytes:
    return seal(secret, json.dumps(asdict(draft)).encode(), bound_to=_place(row))


def _opened(row: SayAnswer, secret: bytes) -> Draft:
    told: dict[str, Any] = json.loads(unseal(secret, bytes(row.sealed), bound_to=_place(row)))
    return Draft(**told)


def _place(row: SayAnswer) -> str:
    return f"answer {row.id}"
