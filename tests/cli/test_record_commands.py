"""The commands that work on an installation: enter, check, rebuild, backup, restore, erase."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.db.models import Model

from tests.core.facts.story import ORIGIN, an_id
from tests.kept import a_record, committed, write_story
from withus.cli import main
from withus.core.proofs.checkpoint import Checkpoint, signed
from withus.core.proofs.keys import SigningKey
from withus.core.proofs.merkle import leaf_hash
from withus.core.proofs.tree import Tree
from withus.stores.joining.rows import TABLES
from withus.stores.keys.models import Key
from withus.stores.people.models import Forgetting, Hold, Person
from withus.stores.record.guards import lowering, raising
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
from withus.stores.record.read import find_log, leaves
from withus.stores.record.rows import TABLES as BESIDE

EVERY: tuple[type[Model], ...] = (
    *(Leaf, Subtree, Cosignature, SignedHead, PublicKey, SealedValue),
    *(Errand, Indexed, KeptState, Minted, Log),
    *(Person, Hold, Forgetting, Key),
    *TABLES,
    *BESIDE,
)
Out = pytest.CaptureFixture[str]
OPENING = {
    "type": "partnership.opened.v1",
    "clear": {"name": "Thornmere", "practice": False, "follows": None, "country": "wales"},
    "sealed": {"about": "CANARYTEXT"},
}
BOARD = {
    "type": "board.opened.v1",
    "clear": {
        "board": "@board",
        "name": "Coming Home",
        "level": "community",
        "parent": None,
        "formats": ["standard"],
    },
    "sealed": {},
}
PLACE = {
    "type": "place.made.v1",
    "clear": {
        "place": "@place",
        "board": "@board",
        "capacity": "unpaid_carers",
        "kind": "named",
        "tags": [],
        "chair": False,
        "vote_from": None,
        "vote_until": None,
        "term_until": None,
        "chosen_by": "self",
        "paid_by": "nobody",
    },
    "sealed": {"post": "Member"},
}
TAKEN = {
    "type": "place.taken.v1",
    "clear": {"place": "@place", "holding": "@holding", "shown_as": "named"},
    "sealed": {"person": "CANARYNAME"},
    "by": "CANARYNAME",
    "claimed_at": "2026-11-02T10:00:00+00:00",
}


def told(out: Out, *words: str, code: int = 0) -> Any:
    """Run a command with --json and return what it printed."""
    found = main([*words, "--json"])
    said = out.readouterr()
    assert found == code, said.err + said.out
    return json.loads(said.out)


def acts(folder: Path, *wanted: object) -> str:
    """Write a file of acts."""
    path = folder / "acts.jsonl"
    path.write_text("# invented\n\n" + "".join(json.dumps(each) + "\n" for each in wanted))
    return str(path)


def emptied() -> None:
    """Take every row away, as on a machine that was lost."""
    with connection.cursor() as cursor:
        for statement in lowering(connection.vendor):
            cursor.execute(statement)
        for table in EVERY:
            table._default_manager.all().delete()
        for statement in raising(connection.vendor):
            cursor.execute(statement)


def mirrored(folder: Path, *, extra: tuple[bytes, ...] = ()) -> Path:
    """Write the mirror of the story's record; `extra` entries are signed for and not there."""
    kept, tree = list(leaves(find_log(ORIGIN))), Tree()
    tree.extend(leaf_hash(each) for each in (*kept, *extra))
    head = Checkpoint(ORIGIN, tree.size, tree.root())
    place = folder / "mirror" / "thornmere"
    place.mkdir(parents=True)
    key = SigningKey(ORIGIN, bytes(32))
    (place / "checkpoint").write_bytes(signed(head, by=key))
    (place / "entries.jsonl").write_bytes(b"".join(each + b"\n" for each in kept))
    return place.parent


@a_record
def test_acts_are_entered_in_order_and_their_own_names_become_ids(
    tmp_path: Path, capsys: Out
) -> None:
    file = acts(tmp_path, OPENING, BOARD, PLACE, TAKEN)
    found = told(capsys, "enter", ORIGIN, file)
    assert found["entries"] == [0, 1, 2, 3]
    assert found["ids"].keys() == {"@board", "@place", "@holding"}
    assert told(capsys, "check") == {"differences": {ORIGIN: []}}


@a_record
def test_one_act_refused_leaves_nothing_of_the_others(tmp_path: Path, capsys: Out) -> None:
    file = acts(tmp_path, OPENING, BOARD, PLACE, TAKEN, TAKEN)
    assert main(["enter", ORIGIN, file]) == 2
    assert "Line 7" in capsys.readouterr().err
    assert not Log.objects.exists()
    assert not Person.objects.exists()


@a_record
@pytest.mark.parametrize(
    "line", ["{", "[]", '{"type":1,"clear":{},"sealed":{}}', '{"type":"x","clear":[],"sealed":{}}']
)
def test_a_line_that_is_no_act_is_named(tmp_path: Path, capsys: Out, line: str) -> None:
    path = tmp_path / "acts.jsonl"
    path.write_text(line)
    assert main(["enter", ORIGIN, str(path)]) == 2
    assert "line 1" in capsys.readouterr().err


@a_record
def test_a_changed_table_is_named_and_a_rebuild_mends_it(capsys: Out) -> None:
    write_story()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE joining_placerow SET capacity = 'elected'")
    found = told(capsys, "check", code=1)["differences"][ORIGIN]
    assert {each["column"] for each in found} == {"capacity"}
    size = find_log(ORIGIN).size
    assert told(capsys, "rebuild") == {"rebuilt": {ORIGIN: size}}
    assert told(capsys, "check") == {"differences": {ORIGIN: []}}


@committed
def test_a_backup_brings_everything_back(tmp_path: Path, capsys: Out) -> None:
    write_story()
    before = list(leaves(find_log(ORIGIN)))
    made = told(capsys, "backup", str(tmp_path / "kept"))
    mirror = mirrored(tmp_path)
    emptied()
    found = told(capsys, "restore", made["backup"], "--keys", made["keys"], "--mirror", str(mirror))
    assert [(r["from_backup"], r["lost"]) for r in found["records"]] == [(len(before), 0)]
    assert list(leaves(find_log(ORIGIN))) == before
    assert told(capsys, "check") == {"differences": {ORIGIN: []}}


@committed
def test_entries_after_the_backup_come_back_from_the_mirror(tmp_path: Path, capsys: Out) -> None:
    told(capsys, "enter", ORIGIN, acts(tmp_path, OPENING))
    made = told(capsys, "backup", str(tmp_path / "kept"))
    told(capsys, "enter", ORIGIN, acts(tmp_path, BOARD))
    mirror, before = mirrored(tmp_path), list(leaves(find_log(ORIGIN)))
    emptied()
    found = told(capsys, "restore", made["backup"], "--keys", made["keys"], "--mirror", str(mirror))
    assert [(r["from_backup"], r["from_mirror"]) for r in found["records"]] == [(1, 1)]
    assert list(leaves(find_log(ORIGIN))) == before


@committed
def test_a_record_short_of_its_signed_head_goes_on_under_another_name(
    tmp_path: Path, capsys: Out
) -> None:
    told(capsys, "enter", ORIGIN, acts(tmp_path, OPENING, BOARD, PLACE, TAKEN))
    made = told(capsys, "backup", str(tmp_path / "kept"))
    mirror = mirrored(tmp_path, extra=(b"lost",))
    emptied()
    words = ["restore", made["backup"], "--keys", made["keys"], "--mirror", str(mirror)]
    found = told(capsys, *words, "--continue", code=1)["records"][0]
    assert (found["lost"], found["continued_as"]) == (1, f"{ORIGIN}/2")
    assert told(capsys, "check") == {"differences": {ORIGIN: [], f"{ORIGIN}/2": []}}
    assert main(["enter", ORIGIN, acts(tmp_path, BOARD)]) == 2
    first = json.loads(next(leaves(find_log(f"{ORIGIN}/2"))))
    assert first["type"] == "log.continued.v1"
    assert (first["clear"]["size"], first["clear"]["kept"]) == (5, 4)


@committed
def test_a_backup_that_was_cut_or_changed_restores_nothing(tmp_path: Path, capsys: Out) -> None:
    write_story()
    made = Path(told(capsys, "backup", str(tmp_path))["backup"])
    whole = made.read_bytes()
    emptied()
    for spoilt in (whole[:-10], whole.replace(b"Thornmere", b"Thornmore", 1), b""):
        made.write_bytes(spoilt)
        assert main(["restore", str(made)]) == 2
        assert not Log.objects.exists()


@a_record
def test_a_backup_is_not_restored_over_a_record(tmp_path: Path, capsys: Out) -> None:
    write_story()
    made = told(capsys, "backup", str(tmp_path))
    assert main(["restore", made["backup"]]) == 2


def files_with(word: bytes, *folders: Path) -> list[Path]:
    """Return the files that hold a word, in every folder below these."""
    every = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return [path for path in every if word in path.read_bytes()]


@committed
def test_an_erased_person_is_gone_and_no_older_backup_brings_them_back(
    tmp_path: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "WITHUS_MIRROR", tmp_path / "mirror")
    told(capsys, "enter", ORIGIN, acts(tmp_path, OPENING, BOARD, PLACE, TAKEN))
    person = Person.objects.get()
    secret = bytes(Key.objects.get(id=person.key).secret)
    older = told(capsys, "backup", str(tmp_path / "older"))
    words = ["erase", ORIGIN, f"--person={person.id}"]
    assert told(capsys, *words)["openings"] == 1
    assert Person.objects.exists()
    done = {"record": ORIGIN, "done": True, "openings": 1, "finished": True}
    assert told(capsys, *words, "--yes") == done
    assert not Key.objects.filter(id=person.key).exists()
    newer = told(capsys, "backup", str(tmp_path / "newer"))
    stores = Path(connection.settings_dict["NAME"]).parent
    folders = [tmp_path / "newer"] + ([stores] if connection.vendor == "sqlite" else [])
    assert files_with(secret, *folders) == []
    assert told(capsys, "check") == {"differences": {ORIGIN: []}}
    emptied()
    mirror = str(tmp_path / "mirror")
    told(capsys, "restore", newer["backup"], "--keys", older["keys"], "--mirror", mirror)
    assert not Key.objects.filter(id=person.key).exists()


@a_record
def test_nothing_is_erased_while_a_request_is_open(tmp_path: Path, capsys: Out) -> None:
    told(capsys, "enter", ORIGIN, acts(tmp_path, OPENING))
    told(capsys, "erase", ORIGIN, "--hold", "an information request is open")
    assert main(["erase", ORIGIN, "--text", "0/about", "--yes"]) == 2
    assert "information request" in capsys.readouterr().err
    assert told(capsys, "erase", ORIGIN, "--release")["released"] is True


@a_record
@pytest.mark.parametrize("text", ["x/about", "0", "9/about", "0/else"])
def test_a_text_that_is_not_there_is_not_erased(tmp_path: Path, capsys: Out, text: str) -> None:
    told(capsys, "enter", ORIGIN, acts(tmp_path, OPENING))
    assert main(["erase", ORIGIN, "--text", text, "--yes"]) == 2
    assert SealedValue.objects.exclude(key="").count() == 1


@a_record
def test_an_unknown_record_or_person_is_refused(capsys: Out) -> None:
    write_story()
    assert main(["check", "withus.example/none"]) == 2
    assert main(["erase", ORIGIN, f"--person={an_id('nobody')}", "--yes"]) == 2
    assert main(["erase", "withus.example/none", "--hold", "why"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 3
