"""`check` is silent on an honest record, and names every column of every table that was changed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, connections, models, transaction

from tests.core.facts.story import A_MEETING, A_WORK, ORIGIN, START, place_made, place_taken
from tests.core.proofs.signing import AT, key
from tests.kept import FACTS, a_record, with_people, write, write_story
from tests.stores.record.acts import ELSEWHERE, STORES, person
from withus.actions.joining import enter
from withus.core.facts.joining import BoardClosed, PartnershipClosed
from withus.core.facts.keeping import PersonErased
from withus.core.proofs.checkpoint import Checkpoint, cosigned, signed
from withus.core.proofs.keys import Kind
from withus.core.proofs.tree import Tree
from withus.core.words import Capacity, ErasedGround
from withus.stores.deciding.models import PositionRow
from withus.stores.keys.models import Key
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
from withus.stores.people.models import Forgetting, Hold, NameMark, Person
from withus.stores.record import check as whole
from withus.stores.record.append import THE_HOST, open_log
from withus.stores.record.check import check
from withus.stores.record.cosignatures import hand_in
from withus.stores.record.guards import TABLES as GUARDED
from withus.stores.record.guards import lowering
from withus.stores.record.hashes import Stored
from withus.stores.record.keeping import in_stream, keep_state
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
from withus.stores.record.published import publish_key
from withus.stores.record.read import find_log
from withus.stores.record.states import states
from withus.stores.record.tables import TABLES, Difference
from withus.stores.record.throwing import OF_ANSWERING

pytestmark = a_record

CHECKED: tuple[type[models.Model], ...] = (
    *TABLES,
    *(Log, Leaf, Subtree, Indexed, Minted, KeptState, SealedValue, SignedHead),
    Cosignature,
    *(PublicKey, Person, NameMark, Key),
)
NOT_CHECKED: dict[type[models.Model], set[str]] = {
    # What is to be done because of an entry; it goes once done, and nothing is read from it.
    Errand: {"id", "log", "entry", "kind", "made_at", "done_at"},
    # That nothing is to be erased for now, and why: nobody entered it.
    Hold: {"id", "origin", "ground", "since"},
    # Each row is named as it stands: an erasure that is not finished.
    Forgetting: {"key", "origin"},
    # Beside the record, and named by no entry: who was told of a meeting, and what people need.
    Notice: {"id", "origin", "meeting", "entry", "person", "route", "told"},
    CarriedRow: {"id", "origin", "meeting", "item", "into"},
    PastMinutes: {column.name for column in PastMinutes._meta.fields},
    Need: {"id", "origin", "person", "sealed"},
    NeedsAt: {"id", "origin", "meeting", "person", "sealed"},
    # A room under way: it goes at the close, and the entries say what came of it.
    **{each: {column.name for column in each._meta.fields} for each in (LiveRow, TurnRow)},
    PositionRow: {column.name for column in PositionRow._meta.fields},
    # What an entry says was out: its digest, sealed with the entry, tells whether it is the same.
    PaperFile: {"id", "origin", "paper", "key", "sealed"},
    # The same of the file of a point; and beside the record: links, routes and who is to be told.
    **{each: {column.name for column in each._meta.fields} for each in OF_ANSWERING},
    # When a head came in; its signature tells nothing of it.
    SignedHead: {"made_at"},
    Cosignature: {"handed_in_at"},
}
SHOWN_ELSEWHERE = {
    # A row that calls itself another's is missing where it belongs, and the table is named there.
    ("record_log", "origin"): "record_leaf",
    # A key is known by what it no longer opens.
    ("keys_key", "secret"): "record_sealedvalue people_person people_namemark",
    ("keys_key", "id"): "keys_key people_person people_namemark",
    ("record_sealedvalue", "key"): "record_sealedvalue keys_key",
    # An entry is known by its place in the tree, and by what follows from it.
    ("record_leaf", "content"): "record_leaf record_log record_indexed",
    ("record_leaf", "index"): "record_log record_leaf",
    ("record_leaf", "log"): "record_log record_leaf",
    ("record_signedhead", "log"): "record_signedhead",
    # A public key is known by the heads that verify under it.
    ("record_publickey", "line"): "record_publickey record_signedhead",
    ("record_publickey", "log"): "record_signedhead",
}


@pytest.fixture
def kept(db: None) -> Log:
    """Keep a record with a row in every table, and a bare one beside it."""
    write_story(facts=[f for f in FACTS if not isinstance(f, BoardClosed | PartnershipClosed)])
    seat = place_made("seat 4", Capacity.ELECTED)
    taken = replace(place_taken("seat 4", "holding 4", ""), person=person("Di"))
    enter(seat, taken, record=ORIGIN, by=THE_HOST, now=START)
    write(*A_MEETING, *with_people(ORIGIN, A_WORK, {}), now=START)
    log = find_log(ORIGIN)
    for stream in sorted(map(str, set(Indexed.objects.values_list("stream", flat=True)))):
        keep_state(log, stream, states(log, [stream])[stream], size=log.size)
    head = Checkpoint(ORIGIN, log.size, Tree(Stored(log), size=log.size).root())
    note = signed(head, by=key(ORIGIN))
    publish_key(log, key(ORIGIN).verifier())
    SignedHead.objects.create(log=log, size=log.size, note=note, made_at=START)
    by = key("ulo.example", Kind.COSIGNATURE)
    hand_in(cosigned(note, by=by, at=AT), by=by.verifier(), now=START)
    open_log(ELSEWHERE)
    return log


@contextmanager
def undone(model: type[models.Model] | None = None) -> Iterator[None]:
    """Let anything happen to the databases, a table's guard down, and take it all back."""
    guarded = model is not None and model._meta.db_table in GUARDED
    with transaction.atomic(), transaction.atomic(using="keys"):
        with connection.cursor() as cursor:
            for statement in lowering(connection.vendor) if guarded else ():
                cursor.execute(statement)
        yield
        transaction.set_rollback(True)
        transaction.set_rollback(True, using="keys")


def found(origin: str = ORIGIN) -> list[Difference]:
    """Return what the check says of a record, whatever its row is called now."""
    log = Log.objects.filter(origin=origin).first() or Log.objects.get(origin=f"{origin}x")
    return list(check(log))


def execute(model: type[models.Model], statement: str, values: list[Any]) -> None:
    """Run a statement on the database in which a table lies, past every rule of ours."""
    alias = "keys" if model is Key else "default"
    with connections[alias].cursor() as cursor:
        cursor.execute(statement, values)
        assert cursor.rowcount == 1


def change(row: models.Model, column: models.Field[Any, Any], value: Any) -> None:
    """Change one column of one row by SQL."""
    model = type(row)
    alias = "keys" if model is Key else "default"
    ready = column.get_db_prep_value(value, connections[alias])
    table, name, key = model._meta.db_table, column.column, model._meta.pk.column
    statement = f'UPDATE "{table}" SET "{name}" = %s WHERE "{key}" = %s'  # noqa: S608
    execute(model, statement, [ready, row.pk])


def other(row: models.Model, column: models.Field[Any, Any]) -> Any:
    """Return another value than a column has, of the same kind."""
    value = getattr(row, column.attname)
    if column.related_model is Person:
        return Person.objects.exclude(namemark__mark=row.mark).latest("pk").pk  # type: ignore[attr-defined]
    if isinstance(column, models.ForeignKey):
        return Log.objects.get(origin=ELSEWHERE).pk
    if isinstance(column, models.BooleanField):
        return not value
    if isinstance(column, models.IntegerField):
        return (value or 0) + 1_000
    if isinstance(column, models.DateTimeField):
        return (value or START) + timedelta(seconds=1)
    if isinstance(column, models.DateField):
        return (value or date(2026, 1, 1)) + timedelta(days=1)
    if isinstance(column, models.BinaryField):
        content = bytearray(bytes(value))
        content[len(content) // 4] ^= 1  # of a signed head, what is signed
        return bytes(content)
    assert isinstance(column, models.CharField)
    full = value is not None and len(value) == column.max_length
    return (value[:-1] + "~" if full else (value or "") + "x") if value != "x" else "y"


def columns(model: type[models.Model]) -> list[models.Field[Any, Any]]:
    """Return the columns of a table that the check must know, every one but a bare number."""
    left_out = NOT_CHECKED.get(model, set())
    every = [each for each in model._meta.concrete_fields if each.name not in left_out]
    return [each for each in every if not isinstance(each, models.BigAutoField)]


def test_every_table_of_the_stores_is_checked_or_said_not_to_be() -> None:
    every = {model for store in STORES for model in apps.get_app_config(store).get_models()}
    assert every == {*CHECKED, *NOT_CHECKED}


def test_the_check_of_an_honest_record_is_silent(kept: Log) -> None:
    assert not found()
    assert not found(ELSEWHERE)
    assert all(model._default_manager.exists() for model in CHECKED)


@pytest.mark.parametrize("model", CHECKED, ids=lambda model: model._meta.db_table)
def test_every_column_that_was_changed_is_named(model: type[models.Model], kept: Log) -> None:
    table = model._meta.db_table
    for row in some(model):
        for column in columns(model):
            with undone(model):
                change(row, column, other(row, column))
                said = found() + found(ELSEWHERE)  # a row may have gone there
                where = (table, column.name)
                tables = SHOWN_ELSEWHERE.get(where, table).split()
                assert any(each.table in tables for each in said), (where, row.pk, said)


def some(model: type[models.Model]) -> list[models.Model]:
    """Return rows of a table from all along it, and not the bare record's own."""
    rows = list(model._default_manager.exclude(**of_elsewhere(model)).order_by("pk"))
    return rows[:: max(1, len(rows) // 4)]


def of_elsewhere(model: type[models.Model]) -> dict[str, Any]:
    """Return what picks out the bare record's own row."""
    return {"origin": ELSEWHERE} if model is Log else {"pk": None}


@pytest.mark.parametrize("model", TABLES, ids=lambda model: model._meta.db_table)
def test_the_column_itself_is_named_in_what_people_search(
    model: type[models.Model], kept: Log
) -> None:
    for row in model._default_manager.all():
        for column in columns(model):
            if column.name in ("origin", "ref"):
                continue
            with undone():
                change(row, column, other(row, column))
                assert found() == [Difference(model._meta.db_table, row.ref, column.name)]  # type: ignore[attr-defined]


@pytest.mark.parametrize("model", CHECKED, ids=lambda model: model._meta.db_table)
def test_every_row_that_was_taken_away_is_missed(model: type[models.Model], kept: Log) -> None:
    table = model._meta.db_table
    # Others hold a log; the next make up for these.
    may_be_missing = {Log, KeptState, SignedHead, Cosignature}
    for row in some(model) if model not in may_be_missing else ():
        with undone(model):
            pk = model._meta.pk.column
            execute(model, f'DELETE FROM "{table}" WHERE "{pk}" = %s', [row.pk])  # noqa: S608
            assert found(), (table, row.pk)


@pytest.mark.parametrize("model", CHECKED, ids=lambda model: model._meta.db_table)
def test_every_row_that_was_added_is_found(model: type[models.Model], kept: Log) -> None:
    if model in (Log, Key, PublicKey):  # they change nothing in this record
        return
    row = model._default_manager.exclude(**of_elsewhere(model)).last()
    assert row is not None
    with undone():
        if row.pk.__class__ is int:
            row.pk = row.pk + 1_000
        for name in ("ref", "index", "name", "stream", "entry", "size", "id", "mark"):
            unique = [each for each in columns(model) if each.name == name]
            if unique and (model, name) in ADDED_BY:
                setattr(row, name, other(row, unique[0]))
        row.save(force_insert=True)
        assert any(each.table in (model._meta.db_table, "record_log") for each in found())


ADDED_BY = {
    *((table, "ref") for table in TABLES),
    *((Leaf, "index"), (Subtree, "index"), (Indexed, "index"), (Minted, "name")),
    *(
        (SignedHead, "size"),
        (Cosignature, "size"),
        (KeptState, "stream"),
        (SealedValue, "entry"),
        (Person, "id"),
        (NameMark, "mark"),
    ),
}


def test_a_flipped_bit_in_a_kept_state_is_named(kept: Log) -> None:
    for row in KeptState.objects.all():
        content = bytes(row.state)
        for place in range(0, len(content), max(1, len(content) // 8)):
            with undone():
                spoilt = bytearray(content)
                spoilt[place] ^= 4
                KeptState.objects.filter(pk=row.pk).update(state=bytes(spoilt))
                assert found() == [Difference("record_keptstate", row.stream, "state")]


def test_a_state_that_ought_to_be_kept_and_is_not_is_missed(
    kept: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whole, "KEEP_EVERY", 2)
    assert not found()
    often = [
        each for each in KeptState.objects.all() if in_stream(kept, each.stream, 0).count() > 3
    ]
    assert len(often) > 2
    for row in often:
        with undone():
            row.delete()
            assert found() == [Difference("record_keptstate", row.stream, "missing")]


def test_a_key_that_is_gone_without_an_entry_is_told(kept: Log) -> None:
    for row in SealedValue.objects.all():
        with undone():
            Key.objects.filter(id=row.key).delete()
            assert Difference("keys_key", ORIGIN, "erased without an entry") in found()


def test_an_erasure_that_was_told_and_not_done_is_named(kept: Log) -> None:
    erased = PersonErased(ground=ErasedGround.ASKED, openings=1)
    write(erased, now=START)
    assert Difference("keys_key", ORIGIN, "not erased") in found()


def test_a_record_with_no_entry_that_can_be_read_says_so(kept: Log) -> None:
    with undone(Leaf):
        Leaf.objects.filter(log=kept, index=3).update(content=b"{}")
        assert found() == [Difference("record_leaf", "3", "not_a_leaf")]
