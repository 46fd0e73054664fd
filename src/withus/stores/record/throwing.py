"""Throwing away a practice run: every row of it goes, and every key that opened something in it."""

from __future__ import annotations

from collections.abc import Collection

from django.db import connection
from django.db.models import Model

from withus.stores.accounts.models import Account, Link
from withus.stores.accounts.visits import end_visits
from withus.stores.answering.models import Attachment, Reach, SayAnswer, SayLink, Telling
from withus.stores.asking.models import Ask
from withus.stores.deciding.models import PositionRow
from withus.stores.inviting.models import Invitation
from withus.stores.meeting.models import (
    CarriedRow,
    LiveRow,
    Need,
    NeedsAt,
    Notice,
    PaperFile,
    PastMinutes,
    TurnRow,
)
from withus.stores.people.models import Forgetting, Person
from withus.stores.record import tables
from withus.stores.record.guards import THROW_AWAY
from withus.stores.record.models import (
    Cosignature,
    Errand,
    Indexed,
    KeptState,
    Leaf,
    Log,
    Minted,
    PublicKey,
    SealedValue,
    SignedHead,
    Subtree,
)
from withus.stores.worrying.models import Worry

BESIDE: tuple[type[Model], ...] = (Indexed, Minted, KeptState, SealedValue, Errand, PublicKey)
GUARDED: tuple[type[Model], ...] = (Cosignature, SignedHead, Subtree)
IN_A_ROOM: tuple[type[Model], ...] = (PositionRow, LiveRow, TurnRow)
OF_PEOPLE: tuple[type[Model], ...] = (Person, Invitation, Ask, Worry, *IN_A_ROOM)
OF_MEETINGS: tuple[type[Model], ...] = (
    *(Notice, Need, NeedsAt, PaperFile, CarriedRow),
    PastMinutes,
)
OF_ANSWERING: tuple[type[Model], ...] = (Attachment, Reach, SayAnswer, SayLink, Telling)


def throw_away(log: Log, *, but: Collection[str]) -> None:
    """Delete a record with all who are in it, and put its keys down to be forgotten.

    Some accounts stay, though they may lead to nobody: of those who ran it, to begin again with.
    The database refuses it for any record that is not a practice run.
    """
    keys = _keys_of(log) | _let_go(log.origin, but=but)
    for table in BESIDE:
        table._default_manager.filter(log=log).delete()
    for table in (*OF_PEOPLE, *OF_MEETINGS, *OF_ANSWERING):
        table._default_manager.filter(origin=log.origin).delete()
    tables.clear(log.origin)
    _drop_what_is_guarded(log)
    Log.objects.filter(pk=log.pk).delete()
    wanted = (Forgetting(key=key, origin=log.origin) for key in sorted(keys - {""}))
    Forgetting.objects.bulk_create(wanted, ignore_conflicts=True)


def _keys_of(log: Log) -> set[str]:
    found = set(SealedValue.objects.filter(log=log).values_list("key", flat=True))
    for table in (Person, Ask, Worry, PaperFile, PastMinutes, Attachment, SayAnswer, SayLink):
        found |= set(table.objects.filter(origin=log.origin).values_list("key", flat=True))
    return found


def _let_go(origin: str, *, but: Collection[str]) -> set[str]:
    """Let nobody act for anybody in it; return the keys of accounts that then lead nowhere."""
    accounts = set(Link.objects.filter(origin=origin).values_list("account", flat=True))
    Link.objects.filter(origin=origin).delete()
    elsewhere = set(Link.objects.filter(account__in=accounts).values_list("account", flat=True))
    gone = Account.objects.filter(id__in=accounts - elsewhere - set(but))
    keys = dict(gone.values_list("id", "key"))
    end_visits(list(keys))
    gone.delete()
    return set(keys.values())


def _drop_what_is_guarded(log: Log) -> None:
    """Delete entries, hashes and heads; the first entry last, which says that it may be done."""
    if connection.vendor == "postgresql":  # where those who serve may take away no entry
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {THROW_AWAY}(%s)", [log.pk])
        return
    for table in GUARDED:
        table._default_manager.filter(log=log).delete()
    Leaf.objects.filter(log=log, index__gt=0).delete()
    Leaf.objects.filter(log=log).delete()
