"""Erasing in records with pages, and in records that go on under another name."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from tests.attacks.test_database import as_the_web
from tests.cli.test_record_commands import BOARD as BOARD_ACT
from tests.cli.test_record_commands import (
    OPENING,
    PLACE,
    TAKEN,
    Out,
    acts,
    emptied,
    mirrored,
    told,
)
from tests.example_record import ORIGIN, sign
from tests.kept import committed
from tests.screens.a_cast_meeting import meet
from tests.screens.a_cast_points import points_on
from tests.screens.a_cast_work import work_on
from tests.screens.authorisation import AUTHORISATION, anybody, whereabouts
from tests.screens.kept import keep_a_record
from withus.actions.keeping import erase_person, is_finished, sweep_unused_keys
from withus.cli import main
from withus.core.words import ErasedGround
from withus.stores.keys.locker import draw_key, keep_keys
from withus.stores.keys.models import Key
from withus.stores.people.models import Hold, Person
from withus.stores.record.models import SealedValue
from withus.stores.record.read import find_log

pytestmark = committed
READ = [name for name, row in AUTHORISATION.items() if row.answers.get("GET") == anybody()]


@pytest.fixture(autouse=True)
def apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the list of what is forgotten in a folder of the test's own."""
    monkeypatch.setattr(settings, "WITHUS_MIRROR", tmp_path / "own mirror")


def pages() -> dict[str, tuple[int, bytes]]:
    """Return what every address that is read answers, and every entry of the record."""
    addresses = [reverse(name, kwargs=whereabouts(name)) for name in READ]
    every = range(find_log(ORIGIN).size)
    where = ({"origin": ORIGIN, "index": index} for index in every)
    addresses += [reverse("keeping:entry", kwargs=each) for each in where]
    client = Client(raise_request_exception=False)
    answers = {address: client.get(address) for address in addresses}
    return {address: (each.status_code, each.getvalue()) for address, each in answers.items()}


def test_every_page_still_answers_and_boards_look_as_they_did() -> None:
    keep_a_record()
    somebody = str(Person.objects.order_by("id").values_list("id", flat=True).last())
    meet(ORIGIN, chair=somebody)
    work_on(ORIGIN, by=somebody)
    points_on(ORIGIN, by=somebody)
    sign()
    before = pages()
    assert {status for status, _ in before.values()} == {200}
    for row in list(Person.objects.order_by("id")[:3]):
        now, ground = datetime.now(UTC), ErasedGround.ASKED
        assert erase_person(record=ORIGIN, person=row.id, ground=ground, now=now)
    sign()
    after = pages()
    assert len(after) > len(before)
    assert {status for status, _ in after.values()} == {200}
    for name in ("joining:board", "joining:partnership"):
        address = reverse(name, kwargs=whereabouts(name))
        assert counts(after[address][1]) == counts(before[address][1])


def counts(content: bytes) -> bytes:
    """Return what a page says, but for how many entries it was counted from."""
    return re.sub(rb"\b[0-9]+ entries", b"", content.partition(b"<main")[2])


@pytest.fixture
def gone_on(tmp_path: Path, capsys: Out) -> str:
    """Keep a record that lost entries and goes on under another name; return that name."""
    told(capsys, "enter", ORIGIN, acts(tmp_path, OPENING, BOARD_ACT, PLACE, TAKEN))
    made = told(capsys, "backup", str(tmp_path / "kept"))
    mirror = mirrored(tmp_path, extra=(b"lost",))
    emptied()
    words = ["restore", made["backup"], "--keys", made["keys"], "--mirror", str(mirror)]
    return str(told(capsys, *words, "--continue", code=1)["records"][0]["continued_as"])


def test_an_erasure_reaches_the_record_before_and_both_agree_with_it(
    gone_on: str, capsys: Out
) -> None:
    (person,) = told(capsys, "erase", gone_on, "--find", "canaryname")["people"]
    assert person["places"] == 1
    told(capsys, "erase", gone_on, f"--person={person['id']}", "--yes")
    assert not SealedValue.objects.filter(path="person").exclude(key="").exists()
    assert told(capsys, "check") == {"differences": {ORIGIN: [], gone_on: []}}


def test_a_text_of_the_record_before_is_erased_and_told_in_the_one_after(
    gone_on: str, capsys: Out
) -> None:
    size = find_log(gone_on).size
    assert told(capsys, "erase", ORIGIN, "--text", "0/about", "--yes")["openings"] == 1
    assert find_log(gone_on).size == size + 1
    assert told(capsys, "check") == {"differences": {ORIGIN: [], gone_on: []}}


@pytest.mark.parametrize("held", [ORIGIN, f"{ORIGIN}/2"])
def test_a_hold_on_either_name_holds_both(gone_on: str, capsys: Out, held: str) -> None:
    told(capsys, "erase", held, "--hold", "a request is open")
    before = find_log(gone_on).size
    assert main(["erase", ORIGIN, "--text", "0/about", "--yes"]) == 2
    (row,) = Person.objects.all()
    assert main(["erase", gone_on, f"--person={row.id}", "--yes"]) == 2
    assert find_log(gone_on).size == before
    assert Hold.objects.count() == 1


def test_keys_that_open_nothing_are_swept_unless_entries_may_yet_come_back(
    tmp_path: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    told(capsys, "enter", ORIGIN, acts(tmp_path, OPENING))
    unused, secret = draw_key()
    keep_keys({unused: secret})
    monkeypatch.setattr(settings, "WITHUS_MIRROR", mirrored(tmp_path, extra=(b"lost",)))
    assert sweep_unused_keys() == 0
    monkeypatch.setattr(settings, "WITHUS_MIRROR", tmp_path / "none")
    assert sweep_unused_keys() == 1
    assert Key.objects.count() == 1
    assert told(capsys, "check") == {"differences": {ORIGIN: []}}


def test_half_made_copies_of_keys_go_with_the_old_ones(tmp_path: Path, capsys: Out) -> None:
    told(capsys, "enter", ORIGIN, acts(tmp_path, OPENING))
    kept = tmp_path / "kept"
    kept.mkdir()
    old = ("withus-keys-20200101T000000Z.sqlite3", ".withus-keys-20200101T000000Z.sqlite3.part")
    for name in old:
        (kept / name).touch()
    made = told(capsys, "backup", str(kept))
    assert {each.name for each in kept.iterdir()} == {
        Path(made["backup"]).name,
        Path(made["keys"]).name,
    }


def test_a_role_that_owns_no_table_can_erase_and_sweep(tmp_path: Path, capsys: Out) -> None:
    told(capsys, "enter", ORIGIN, acts(tmp_path, OPENING, BOARD_ACT, PLACE, TAKEN))
    (row,) = Person.objects.all()
    with as_the_web():
        now, ground = datetime.now(UTC), ErasedGround.ASKED
        assert erase_person(record=ORIGIN, person=row.id, ground=ground, now=now) == 1
        assert is_finished()
        assert sweep_unused_keys() == 0
    assert told(capsys, "check") == {"differences": {ORIGIN: []}}
