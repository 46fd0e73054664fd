"""An erased person is gone from every byte that is kept; what was counted and signed stays."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection, connections
from django_tasks_db.models import DBTaskResult

from tests.attacks.planting import (
    NAME,
    OTHERS_WORDS,
    Planted,
    every_text,
    folders_of_databases,
    found_in,
    plant,
    read_with,
)
from tests.attacks.planting_beside import ADDRESS, ASKED, INVITED_AT, WORRIED, tables
from tests.cli.test_record_commands import emptied, told
from tests.core.facts.story import ORIGIN
from tests.kept import committed
from tests.signer.records import sign
from withus.cli import main
from withus.core.facts.sealing import Opening
from withus.core.history.figures import figures
from withus.core.history.fold import replay
from withus.core.proofs.check_code import check_code
from withus.core.proofs.checkpoint import read_checkpoint
from withus.core.proofs.signed_note import read_note
from withus.jobs import queue, sweeping
from withus.stores.accounts.accounts import addresses, by_address, by_code, link, people_of
from withus.stores.accounts.models import Account
from withus.stores.accounts.visits import visits_of
from withus.stores.asking.asks import of_person
from withus.stores.keys.locker import find_keys
from withus.stores.keys.models import Key
from withus.stores.people.identity import identities
from withus.stores.people.models import Forgetting, Person
from withus.stores.record import forgetting
from withus.stores.record.append import Pen
from withus.stores.record.mirror import forgotten
from withus.stores.record.models import Leaf, SealedValue
from withus.stores.record.openings import find_openings
from withus.stores.record.read import entries, find_log
from withus.stores.worrying.models import Worry
from withus.stores.worrying.worries import of_partnership as opened_worries

pytestmark = committed
Out = pytest.CaptureFixture[str]


@dataclass
class House:
    """An installation with a canary in it, and the folder of everything beside its databases."""

    folder: Path
    out: Out
    planted: Planted

    def do(self, *words: str, code: int = 0) -> Any:
        self.out.readouterr()
        return told(self.out, *words, code=code)

    def erase(self, *words: str, code: int = 0) -> Any:
        asked = words or (f"--person={self.planted.person}",)
        return self.do("erase", ORIGIN, *asked, "--yes", code=code)

    def backup(self, name: str) -> tuple[Path, Path]:
        made = self.do("backup", str(self.folder / name))
        return Path(made["backup"]), Path(made["keys"])

    def bundle(self, name: str) -> Path:
        sign(self.folder)
        path = self.folder / name
        self.do("bundle", ORIGIN, "--opened", "--to", str(path))
        return path

    def places(self) -> list[Path]:
        """Everywhere something is kept that belongs to the installation."""
        return [*folders_of_databases(), self.folder / "mirror", self.folder / "own"]

    def differences(self) -> dict[str, list[dict[str, str]]]:
        self.out.readouterr()
        main(["check", "--json"])
        found = json.loads(self.out.readouterr().out)["differences"]
        return {origin: faults for origin, faults in found.items() if faults}


@pytest.fixture
def house(tmp_path: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch, db: None) -> House:
    """Plant the canary, sign, and let nothing of it lie in memory alone."""
    monkeypatch.setattr(settings, "WITHUS_MIRROR", tmp_path / "mirror")
    found = House(tmp_path, capsys, plant())
    sign(tmp_path)
    return found


def keys_of(planted: Planted) -> list[bytes]:
    return [*planted.keys.values(), *planted.beside.keys.values()]


def test_the_search_finds_what_is_there_before_anybody_is_erased(house: House) -> None:
    planted = house.planted
    assert (
        len(planted.keys) == len(planted.sealed) - 6
    )  # places, duties and points open with one key, as does a name
    assert len(planted.texts) == len(every_text()) == 39
    for secret in keys_of(planted):
        assert any(name.startswith("keys") for name in found_in([secret], *house.places()))
    for content in planted.sealed:
        assert found_in([content], *house.places())
    assert found_in([planted.person.encode()], *house.places())
    bundle = house.bundle("before.bundle").read_bytes()
    for words in (*planted.texts, planted.person):
        assert json.dumps(words).encode() in bundle, words
    backup, keys = house.backup("older")
    read = read_with(keys, backup)
    for words in (*planted.texts, planted.person, NAME, *planted.known.pseudonyms.values()):
        assert words in read, words
    for kept in planted.beside.as_kept:
        assert found_in([kept], *house.places())
    assert len(planted.beside.keys) == 3
    assert all(words in read for words in (ADDRESS, ASKED, WORRIED, INVITED_AT))


def test_nothing_of_an_erased_person_is_left_in_any_byte(house: House) -> None:
    planted, gone = house.planted, len(house.planted.sealed) - 1
    older = house.backup("older")
    assert house.erase() == {
        "record": ORIGIN,
        "done": True,
        "openings": gone,
        "finished": True,
    }
    newer, bundle = house.backup("newer"), house.bundle("after.bundle")
    (house.folder / "out").mkdir()
    bundle.rename(house.folder / "out" / bundle.name)
    places = [*house.places(), house.folder / "newer", house.folder / "out"]
    assert not found_in(keys_of(planted), *places)
    assert not found_in([w for n, w in planted.words().items() if n != planted.person], *places)
    assert not found_in([words.encode() for words in planted.beside.words], *places)
    assert not set(tables().values()) - {0} or tables() == {
        **dict.fromkeys(tables(), 0),
        "Worry": 1,
    }
    kept = [*planted.sealed, *planted.beside.as_kept, planted.person.encode()]
    left = found_in(kept, *places)
    assert not left or (connection.vendor == "postgresql" and only_old_log(left))
    for keys, backup in ((newer[1], newer[0]), (newer[1], older[0])):
        read = read_with(keys, backup)
        assert OTHERS_WORDS in read
        gone_too = (*planted.words(), *pseudonyms(planted), *planted.beside.words)
        assert not [words for words in gone_too if words in read]
    assert NAME in read_with(older[1], older[0])  # and so the keys are kept for seven days only


def test_a_worry_goes_on_hiding_its_entry_without_words_or_writer(house: House) -> None:
    house.erase()
    left = Worry.objects.get()
    assert (left.hides, left.by, left.key, bytes(left.sealed)) == (True, "", "", b"")
    assert (opened_worries(ORIGIN, start=0, end=9)[0].words, left.entry) == ("", 1)


def test_an_account_that_leads_to_somebody_else_stays_with_its_address(house: House) -> None:
    account = Account.objects.get(id=house.planted.beside.account)
    link(account, origin=ORIGIN, person=house.planted.other)
    house.erase()
    assert addresses(account) == [ADDRESS]
    assert people_of(account.id, ORIGIN) == (house.planted.other,)
    assert len(visits_of(account.id, now=datetime.now(UTC))) == 1


def test_ways_in_and_asks_come_back_from_a_backup(house: House) -> None:
    backup, keys = house.backup("older")
    before = tables()
    restored(house, backup, "--keys", str(keys))
    assert tables() == before == dict.fromkeys(before, 1)
    account = by_address(ADDRESS)
    assert account is not None
    assert by_code(house.planted.beside.words[1]) == account
    assert addresses(account) == [ADDRESS]
    assert people_of(account.id, ORIGIN) == (house.planted.person,)
    assert [one.words for one in of_person(ORIGIN, house.planted.person)] == [ASKED]


def only_old_log(names: set[str]) -> bool:
    """Tell whether files are segments of PostgreSQL's log alone, which hold noise and old ids."""
    return all(len(name) == 24 and int(name, 16) for name in names)


def pseudonyms(planted: Planted) -> list[str]:
    return list(planted.known.pseudonyms.values())


def test_pseudonyms_stay_in_the_entries_and_nothing_says_whose_they_were(house: House) -> None:
    house.erase()
    leaves = b"".join(bytes(row) for row in Leaf.objects.values_list("content", flat=True))
    assert all(each.encode() in leaves for each in pseudonyms(house.planted))
    assert not Person.objects.filter(id=house.planted.person).exists()
    known = identities(ORIGIN).values()
    assert not {p for each in known for p in each.pseudonyms.values()} & set(
        pseudonyms(house.planted)
    )


def test_the_words_of_others_stay_whoever_typed_them(house: House) -> None:
    house.erase()
    opened = [o for each in find_openings(find_log(ORIGIN)).values() for o in each.values()]
    left = sorted(each.value for each in opened if isinstance(each, Opening))
    assert left == sorted([OTHERS_WORDS, house.planted.other, house.planted.other])


def test_who_is_erased_twice_is_not_known_the_second_time(house: House) -> None:
    house.erase()
    size = find_log(ORIGIN).size
    assert main(["erase", ORIGIN, f"--person={house.planted.person}", "--yes"]) == 2
    assert "Nobody of that id" in house.out.readouterr().err
    assert find_log(ORIGIN).size == size
    assert not house.differences()


def test_figures_heads_and_copies_are_as_they_were(house: House) -> None:
    before, log = figures_now(), find_log(ORIGIN)
    head = read_checkpoint(
        read_note((next(house.folder.glob("mirror/*/checkpoint"))).read_bytes()).text
    )
    code, copy = check_code(head).text(), house.bundle("before.bundle")
    house.erase()
    after = figures_now()
    assert after["size"] == before["size"] + 1 == log.size + 1
    assert after["boards"] == before["boards"]
    assert after["partnership"] == {**before["partnership"], "erasures": 1}
    assert after["entries"] == {**before["entries"], "person.erased.v1": 1}
    for each in (copy, house.bundle("after.bundle")):
        assert main(["verify", str(each), "--head", code]) == 0, house.out.readouterr()
    house.do("rebuild")
    assert figures_now() == after
    assert not house.differences()


def figures_now() -> Any:
    return figures(replay(entries(find_log(ORIGIN))))


class Killed(BaseException):
    """The machine stops here."""


def killed(*_: object) -> None:
    raise Killed


STEPS = ("forget_keys", "note_forgotten", "leave_no_trace")
WHOLE = {step: getattr(forgetting, step) for step in STEPS}


def by_the_worker(house: House) -> None:
    sweeping.plan()
    queue.work(most=1)
    assert DBTaskResult.objects.filter(status="SUCCESSFUL").count() == 1


def by_hand(house: House) -> None:
    assert house.do("erase", ORIGIN, "--finish") == {"record": ORIGIN, "finished": True}


def by_the_next(house: House) -> None:
    assert house.erase(f"--person={house.planted.other}")["finished"]


@pytest.mark.parametrize(
    ("step", "finished"),
    [*zip(STEPS, (by_the_worker, by_hand, by_the_next), strict=True), (STEPS[0], by_hand)],
)
def test_an_erasure_that_was_broken_off_is_finished(
    house: House, monkeypatch: pytest.MonkeyPatch, step: str, finished: Callable[[House], None]
) -> None:
    monkeypatch.setattr(forgetting, step, killed)
    with pytest.raises(Killed):
        house.erase()
    monkeypatch.setattr(forgetting, step, WHOLE[step])
    assert {each["column"] for each in house.differences()[ORIGIN]} == {"not finished"}
    finished(house)
    assert not house.differences()
    assert not Forgetting.objects.exists()
    assert not find_keys(house.planted.keys)
    assert not found_in(keys_of(house.planted), *house.places())
    assert forgotten(house.folder / "mirror") >= house.planted.keys.keys()


def test_nothing_is_erased_if_the_machine_stops_before_the_entry_is_written(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Pen, "put_down", killed)
    with pytest.raises(Killed):
        house.erase()
    assert not house.differences()
    assert find_keys(house.planted.keys) == house.planted.keys
    assert forgotten(house.folder / "mirror") == set()


def test_while_somebody_reads_the_erasure_says_that_it_is_not_finished(house: House) -> None:
    reader = connections["default"].copy()
    with reader.cursor() as cursor:
        cursor.execute("BEGIN DEFERRED" if reader.vendor == "sqlite" else "BEGIN")
        cursor.execute("SELECT count(*) FROM record_sealedvalue")
        patience(50)
        assert house.erase(code=1)["finished"] is False
        assert not find_keys(house.planted.keys)
        cursor.execute("ROLLBACK")
    reader.close()
    patience(20_000)
    by_hand(house)
    assert not found_in(keys_of(house.planted), *house.places())


def patience(milliseconds: int) -> None:
    """Set how long SQLite waits for whoever is before it; PostgreSQL has a limit of its own."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA busy_timeout = {milliseconds}")


def restored(house: House, backup: Path, *words: str) -> None:
    emptied()
    main(["restore", str(backup), *words])


def is_back(house: House) -> bool:
    return Person.objects.filter(id=house.planted.person).exists()


def test_older_copies_do_not_bring_back_who_the_mirror_says_was_erased(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup, keys = house.backup("older")
    house.erase()
    sign(house.folder)
    monkeypatch.setattr(settings, "WITHUS_MIRROR", house.folder / "new machine")
    old = str(house.folder / "mirror")
    restored(house, backup, "--keys", str(keys), "--mirror", old)
    assert not is_back(house)
    assert not house.differences()
    assert not found_in(keys_of(house.planted), *folders_of_databases())
    assert forgotten(house.folder / "new machine") >= house.planted.keys.keys()
    restored(house, backup, "--keys", str(keys))  # from here on, its own list is enough
    assert not is_back(house)


def test_without_the_mirror_older_copies_do_and_the_command_says_so(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup, keys = house.backup("older")
    house.erase()
    monkeypatch.setattr(settings, "WITHUS_MIRROR", house.folder / "new machine")
    restored(house, backup, "--keys", str(keys))
    assert is_back(house)
    said = " ".join(house.out.readouterr().out.split())
    assert "Whoever was erased after these keys were copied may be back" in said


def test_a_held_partnership_keeps_everything_until_the_hold_is_released(house: House) -> None:
    house.do("erase", ORIGIN, "--hold", "a request for information is open")
    assert main(["erase", ORIGIN, f"--person={house.planted.person}", "--yes"]) == 2
    assert "a request for information is open" in house.out.readouterr().err
    assert find_keys(house.planted.keys) == house.planted.keys
    house.do("erase", ORIGIN, "--release")
    assert house.erase()["finished"]


def test_a_field_that_names_a_person_is_not_erased_as_a_text(house: House) -> None:
    row = SealedValue.objects.filter(path="person", key=house.planted.known.key).first()
    assert row is not None
    assert main(["erase", ORIGIN, "--text", f"{row.entry}/person", "--yes"]) == 2
    assert "names a person" in house.out.readouterr().err
    assert Key.objects.filter(id=row.key).exists()
    assert not house.differences()


def test_whoever_answers_a_request_finds_people_by_name_and_keeps_nothing_of_it(
    house: House,
) -> None:
    before = {table: rows() for table, rows in counts().items()}
    for name in ("canaria  BELTRAVERS", "beltr"):
        found = house.do("erase", ORIGIN, "--find", name)["people"]
        assert found == [{"name": NAME, "id": house.planted.person, "places": 2}]
    assert [each["places"] for each in house.do("erase", ORIGIN, "--find", "e")["people"]] == [2, 1]
    assert house.do("erase", ORIGIN, "--find", "Nemo", code=1)["people"] == []
    assert main(["erase", ORIGIN, "--find", " "]) == 2
    assert {table: rows() for table, rows in counts().items()} == before
    assert not found_in([NAME.encode()], *house.places())


def counts() -> dict[str, Callable[[], int]]:
    return {
        model.__name__: model.objects.count for model in (Person, Leaf, SealedValue, DBTaskResult)
    }


def test_the_command_says_what_it_did_not_reach(house: House) -> None:
    assert main(["erase", ORIGIN, f"--person={house.planted.person}"]) == 0
    assert "Nothing was erased yet: add --yes" in house.out.readouterr().out
    assert main(["erase", ORIGIN, f"--person={house.planted.person}", "--yes"]) == 0
    said = " ".join(house.out.readouterr().out.split())
    for each in ("seven days", "--text ENTRY/FIELD", "copies of the record that others keep"):
        assert each in said
