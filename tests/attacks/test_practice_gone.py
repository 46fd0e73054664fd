"""What a practice run leaves: the database lets go of that alone, and no file holds any of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import DatabaseError, connection, transaction

from tests.attacks.planting import folders_of_databases, found_in
from tests.attacks.test_database import WHO, as_the_web, execute
from tests.core.facts.story import START, place_made
from tests.example_record import CARE, opening
from tests.kept import committed
from tests.practice_run import LATER, LIVE, PRACTICE, practise
from tests.signer.records import a_signer, sign
from withus.actions.joining import enter
from withus.actions.keeping import finish_erasing
from withus.actions.practising import go_live, throw_away
from withus.cli import main
from withus.core.facts.joining import PartnershipOpened
from withus.core.words import Capacity
from withus.stores.keys.locker import find_keys
from withus.stores.people.models import Person
from withus.stores.practising.models import ThrownAway
from withus.stores.record.append import THE_HOST, open_log, writing
from withus.stores.record.guards import REFUSED
from withus.stores.record.heads import records
from withus.stores.record.models import Leaf, Log, SealedValue, SignedHead
from withus.stores.record.read import find_log
from withus.stores.record.throwing import throw_away as throw

pytestmark = committed
AFTER = LATER + timedelta(hours=1)


def refuses(statement: str) -> None:
    with pytest.raises(DatabaseError) as refused, transaction.atomic():
        execute(statement)
    said = str(refused.value)
    assert REFUSED in said or "permission denied" in said, (statement, said)


@WHO
def test_nothing_of_a_practice_run_is_changed_and_nothing_of_a_live_one_goes(
    who: Callable[[], AbstractContextManager[None]],
) -> None:
    practise()
    open_log("withus.example/live")
    with writing(log="withus.example/live", by=THE_HOST, now=START) as pen:
        pen.append(opening(name="Elsewhere"))
    run, live = find_log(PRACTICE).pk, find_log("withus.example/live").pk
    with who():
        for table in ("record_leaf", "record_subtree"):
            refuses(f"UPDATE {table} SET log_id = log_id WHERE log_id = {run}")  # noqa: S608
            refuses(f"DELETE FROM {table} WHERE log_id = {live}")  # noqa: S608
            refuses(f"DELETE FROM {table}")  # noqa: S608
        refuses(f"UPDATE record_leaf SET log_id = {run} WHERE log_id = {live}")  # noqa: S608
        if connection.vendor == "postgresql":
            refuses(f"SELECT withus_throw_away({live})")


def test_words_in_a_live_record_do_not_make_it_a_practice_run() -> None:
    said = '"practice":true,"clear":{"practice":true}'
    lie = {"practice": True, "clear": {"practice": True}, "type": "partnership.opened.v1"}
    fact = PartnershipOpened(
        name=said, practice=False, follows=lie, country=opening().country, about=said
    )
    open_log(LIVE)
    with writing(log=LIVE, by=THE_HOST, now=START) as pen:
        pen.append(fact)
    refuses("DELETE FROM record_leaf")
    with pytest.raises(DatabaseError), transaction.atomic():
        throw(find_log(LIVE), but=())
    assert Leaf.objects.count() == 1


def test_whoever_serves_may_throw_a_run_away_and_take_no_entry_from_it_otherwise() -> None:
    practise()
    with as_the_web():
        if connection.vendor == "postgresql":
            refuses("DELETE FROM record_leaf")
        throw_away(record=PRACTICE, by=None, now=AFTER)
    assert not Leaf.objects.exists()
    assert not Log.objects.exists()


def test_a_run_that_is_thrown_away_is_in_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "WITHUS_MIRROR", tmp_path / "mirror")
    who = practise()
    post = place_made("a heron", Capacity.SERVICES, board=CARE)
    enter(post, record=PRACTICE, by=THE_HOST, now=LATER)
    sealed = [bytes(row.content) for row in SealedValue.objects.all()]
    sealed += [bytes(row.sealed) for row in Person.objects.all()]
    names = {row.key for row in SealedValue.objects.all()} | {
        row.key for row in Person.objects.all()
    }
    keys = list(find_keys(names).values())
    entries = [bytes(row.content) for row in Leaf.objects.all()]
    sign(tmp_path)
    places = [*folders_of_databases(), tmp_path]
    assert found_in(keys, *places)
    if connection.vendor == "sqlite":
        assert found_in([*sealed, *entries], *places)
    throw_away(record=PRACTICE, by=who.officer, now=AFTER)
    assert finish_erasing()
    assert not found_in(keys, *places)
    if connection.vendor == "sqlite":  # PostgreSQL lets go of entries in its own time
        assert not found_in([*sealed, *entries, b"Coming Home board"], *places)
    (left,) = ThrownAway.objects.all()
    assert (left.origin, left.size) == (PRACTICE, len(entries))


def test_a_practice_run_is_not_signed_for_and_no_copy_of_it_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    practise()
    signer = a_signer(tmp_path)
    signer.sign(records())
    signer.patrol(records())
    assert not SignedHead.objects.exists()
    assert [each.name for each in (tmp_path / "own").iterdir()] == []
    assert [each.name for each in (tmp_path / "mirror").iterdir()] == []
    assert main(["bundle", PRACTICE, "--to", str(tmp_path / "a.bundle")]) == 2
    assert not (tmp_path / "a.bundle").exists()
    assert "signed" in capsys.readouterr().err
    went = go_live(record=PRACTICE, by=None, now=AFTER, seen=None)
    signer.sign(records())
    assert {row.log.origin for row in SignedHead.objects.all()} == {went.origin}
    assert len(list((tmp_path / "mirror").iterdir())) == 1


def test_a_live_record_goes_on_being_signed_whatever_the_tables_call_it(tmp_path: Path) -> None:
    open_log(LIVE)
    with writing(log=LIVE, by=THE_HOST, now=START) as pen:
        pen.append(opening())
    execute("UPDATE joining_partnershiprow SET practice = TRUE")
    sign(tmp_path)
    assert SignedHead.objects.get().size == 1


def test_the_command_says_what_it_would_do_and_does_it_only_with_yes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "WITHUS_MIRROR", tmp_path / "mirror")

    def do(*words: str, code: int = 0) -> dict[str, object]:
        assert main(["practice", PRACTICE, *words, "--json"]) == code
        found: dict[str, object] = json.loads(capsys.readouterr().out)
        return found

    practise()
    assert do("--go-live")["live"] == LIVE
    assert do("--throw-away")["would"] == "thrown away"
    assert do()["size"] == find_log(PRACTICE).size
    assert Log.objects.count() == 1
    assert do("--throw-away", "--yes")["finished"] is True
    assert not Log.objects.exists()
    assert main(["practice", PRACTICE]) == 2
    practise()
    assert do("--go-live", "--yes")["live"] == LIVE
    assert main(["practice", LIVE]) == 2
    assert "This is no practice run: it is live." in capsys.readouterr().err
