"""`withus witness`: a folder of one's own, with no server, no Django and no database."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.keepers import HONEST, KeepsCopies, Out, first
from tests.cli.test_verify import BLOCKED
from tests.core.copies import FIRST_KEY, SECOND_KEY, STOLEN_OR_NOT, Copy, whole_copy
from tests.core.facts.story import ORIGIN
from tests.house.tree import ROOT
from withus.cli import main
from withus.core.bundle import Header, bundle_lines
from withus.core.facts.encoding import decode
from withus.core.history.figures import figures
from withus.core.history.fold import replay
from withus.core.proofs.checkpoint import Checkpoint, open_checkpoint, signed
from withus.core.proofs.merkle import root_over
from withus.signer.folder import quoted

ELSEWHERE = "withus.example/elsewhere"
KEY = FIRST_KEY.verifier().text()


@pytest.fixture
def keeps(tmp_path: Path, capsys: Out) -> KeepsCopies:
    """Return somebody who has kept nothing yet."""
    return KeepsCopies(tmp_path / "ours", capsys)


def elsewhere(size: int) -> bytes:
    """Return a copy of another record."""
    leaves = [each.replace(b"/thornmere", b"/elsewhere") for each in HONEST.entries[:size]]
    key, head = replace(FIRST_KEY, name=ELSEWHERE), root_over(leaves)
    lines = bundle_lines(
        Header(ELSEWHERE, size, key.verifier()),
        leaves=leaves,
        openings=(),
        figures=figures(replay(decode(leaf, index=i) for i, leaf in enumerate(leaves))),
        checkpoint=signed(Checkpoint(ELSEWHERE, size, head.root), by=key),
    )
    return b"".join(lines)


def test_the_first_use_makes_a_key_that_only_they_can_read(keeps: KeepsCopies) -> None:
    told = keeps.run()
    assert told == {"key": keeps.key.verifier().text(), "made": True, "copies": []}
    assert keeps.key.name.startswith("witness/") and len(keeps.key.name) == 16
    assert stat.S_IMODE((keeps.folder / "witness.key").stat().st_mode) == 0o600
    assert keeps.run() == {**told, "made": False}


def test_they_may_sign_under_a_name_of_their_own(keeps: KeepsCopies) -> None:
    assert keeps.run("--name", "ulo.example/kept")["key"].startswith("ulo.example/kept+")
    assert keeps.run("--name", "ulo.example/kept")["made"] is False
    for words in (["--name", "other"], ["--name", "two words"], ["--name", "x" * 101]):
        assert main(["witness", str(keeps.folder), *words]) == 2
    assert len(keeps.out.readouterr().err.splitlines()) == 3


def test_the_first_copy_is_kept_and_its_head_signed(keeps: KeepsCopies) -> None:
    told = keeps.take(first(10))
    assert (told["result"], told["size"], told["head"]) == ("kept", 10, HONEST.code(10))
    assert (told["before"], told["record_key"], told["key_given"]) == (None, KEY, False)
    keys = [FIRST_KEY.verifier(), keeps.key.verifier()]
    opened = open_checkpoint(Path(told["cosigned"]).read_bytes(), keys=keys)
    assert opened.checkpoint == HONEST.head(10) == keeps.kept
    assert [each.key for each in opened.witnesses()] == keys[1:]


def test_the_same_copy_again_changes_nothing(keeps: KeepsCopies) -> None:
    keeps.take(first(10))
    before = keeps.everything()
    assert keeps.take(first(10))["result"] == "again"
    assert keeps.everything() == before


def test_what_was_handed_back_and_lost_is_there_again_to_the_byte(keeps: KeepsCopies) -> None:
    paper = Path(keeps.take(first(10))["cosigned"])
    before = paper.read_bytes()
    paper.unlink()
    assert keeps.take(first(10))["result"] == "again"
    assert paper.read_bytes() == before


def test_a_longer_copy_is_kept_with_all_that_was_before(keeps: KeepsCopies) -> None:
    keeps.take(first(10))
    told = keeps.take(HONEST)
    assert (told["result"], told["before"], told["record_key"]) == ("kept", 10, None)
    assert keeps.kept == HONEST.head()
    lines = keeps.trust.read_text().splitlines()
    assert [line for line in lines if line.startswith("head ")] == [
        f"head {HONEST.code(10)}",
        f"head {HONEST.code()}",
    ]
    assert len(list((keeps.folder / "out").iterdir())) == 2


def test_without_a_copy_every_bundle_in_the_folder_is_taken_the_shortest_first(
    keeps: KeepsCopies,
) -> None:
    keeps.run()
    for name, size in (("a", 20), ("b", 5), ("c", 10)):
        (keeps.folder / "in" / f"{name}.bundle").write_bytes(first(size).content())
    told = keeps.run()["copies"]
    assert [(each["result"], each["size"]) for each in told] == [
        ("kept", 5),
        ("kept", 10),
        ("kept", 20),
    ]
    told = keeps.run()["copies"]
    assert [each["result"] for each in told] == ["older", "older", "again"]


def test_two_records_are_kept_in_one_folder_and_one_file_of_trust(keeps: KeepsCopies) -> None:
    other = keeps.bring(elsewhere(8), "elsewhere")
    here = keeps.bring(first(10), "here")
    assert {each["record"] for each in keeps.run(other, here)["copies"]} == {ORIGIN, ELSEWHERE}
    for copy in (other, here):
        assert main(["verify", copy, "--trust", str(keeps.trust)]) == 0
    keeps.out.readouterr()
    keeps.run(keeps.bring(elsewhere(12)), keeps.bring(HONEST, "here"))
    assert keeps.trust.read_text().count("record ") == 2


def test_a_key_from_a_letter_is_held_against_the_first_copy(keeps: KeepsCopies) -> None:
    told = keeps.take(first(10), "--key", f"key {KEY}")
    assert (told["result"], told["key_given"]) == ("kept", True)
    other = KeepsCopies(keeps.folder.parent / "theirs", keeps.out)
    told = other.take(first(10), "--key", STOLEN_OR_NOT.verifier().text(), code=1)
    assert (told["result"], told["failed"]["why"]) == ("refused", "key_differs")
    assert other.signed() == []


def test_a_key_from_a_letter_that_is_not_the_one_kept_stops_them(keeps: KeepsCopies) -> None:
    keeps.take(first(10))
    before = keeps.everything()
    told = keeps.take(HONEST, "--key", STOLEN_OR_NOT.verifier().text(), code=1)
    assert told["failed"]["why"] == "another_key_given"
    assert before.items() <= keeps.everything().items()
    assert keeps.take(HONEST, "--key", KEY)["result"] == "kept"


def test_a_key_that_the_one_before_it_named_is_followed(keeps: KeepsCopies) -> None:
    whole = whole_copy()
    before = Copy(whole.entries[:20], tuple(each for each in whole.openings if each[0] < 20))
    keeps.take(before)
    assert keeps.take(whole)["result"] == "kept"
    assert SECOND_KEY.verifier().text() not in keeps.trust.read_text()


def test_what_they_keep_serves_verify_and_their_own_signature_vouches(keeps: KeepsCopies) -> None:
    keeps.take(first(10))
    words = ["--trust", str(keeps.trust), "--json"]
    assert main(["verify", keeps.bring(keeps.witnessed(HONEST)), *words]) == 0
    vouched = json.loads(keeps.out.readouterr().out)["vouched_by"]
    assert [(each["by"], each["size"]) for each in vouched] == [
        ("witness", len(HONEST.entries)),
        ("check_code", 10),
    ]
    other = keeps.folder.parent / "others.txt"
    other.write_text(f"key {keeps.key.verifier().text()}\n")
    words = ["verify", keeps.bring(first(10)), "--trust", str(other)]
    assert main(words) == 3
    assert main(["verify", keeps.bring(keeps.witnessed(first(10))), *words[2:]]) == 0


def test_what_they_wrote_in_the_file_themselves_stays_and_counts(keeps: KeepsCopies) -> None:
    keeps.take(first(10))
    with keeps.trust.open("a") as file:
        file.write(f"# from the minutes of 9 November\nhead {HONEST.code(20)}\n")
    assert keeps.take(first(12), code=1)["failed"]["why"] == "older_than_kept"
    assert keeps.take(HONEST)["result"] == "kept"
    assert "# from the minutes" in keeps.trust.read_text()


def test_what_cannot_be_read_is_told_in_one_line_and_signs_nothing(keeps: KeepsCopies) -> None:
    cut = keeps.bring(first(10).content()[:-40], "cut")
    empty, folder = keeps.bring(b"", "empty"), str(keeps.folder.parent)
    assert main(["witness", str(keeps.folder), cut, empty, folder, f"{folder}/none"]) == 2
    assert len(keeps.out.readouterr().err.splitlines()) == 4
    assert main(["witness", str(keeps.folder), cut, "--key", "x"]) == 2
    assert main(["witness", str(keeps.folder), cut, "--key", keeps.key.verifier().text()]) == 2
    assert keeps.signed() == []
    good = keeps.bring(first(10), "good")
    results = [each["result"] for each in keeps.run(cut, good, code=2)["copies"]]
    assert sorted(results) == ["kept", "unreadable"]


@pytest.mark.parametrize(
    ("lost", "why"),
    [
        (["witness.key"], "Your key is missing"),
        (["kept.txt"], "The key of"),
        (["kept.txt", "kept/" + quoted(ORIGIN)], "You signed"),
    ],
)
def test_what_was_lost_is_never_begun_anew(keeps: KeepsCopies, lost: list[str], why: str) -> None:
    keeps.take(first(10))
    for name in lost:
        (keeps.folder / name).unlink()
    assert main(["witness", str(keeps.folder), keeps.bring(HONEST)]) == 2
    told = keeps.out.readouterr()
    assert told.err.startswith(why) and told.out == "" and len(told.err.splitlines()) == 1


def test_a_records_key_that_was_lost_can_be_given_again(keeps: KeepsCopies) -> None:
    keeps.take(first(10))
    keeps.trust.unlink()
    assert keeps.take(HONEST, "--key", STOLEN_OR_NOT.verifier().text(), code=1)["failed"]
    fork = replace(HONEST, entries=HONEST.entries[1:], openings=(), published={})
    assert keeps.take(fork, "--key", KEY, code=1)["result"] == "refused"
    assert keeps.take(HONEST, "--key", KEY)["result"] == "kept"
    assert KEY in keeps.trust.read_text()


def test_a_record_is_not_taken_for_one_whose_name_begins_alike(keeps: KeepsCopies) -> None:
    keeps.run()
    (keeps.folder / "out" / f"{quoted(ORIGIN)}-2-20.cosigned").touch()
    assert keeps.take(first(10))["result"] == "kept"


@pytest.mark.parametrize("spoilt", ["witness.key", "kept.txt", "kept/" + quoted(ORIGIN)])
def test_what_was_spoilt_stops_them_and_is_not_written_over(
    keeps: KeepsCopies, spoilt: str
) -> None:
    keeps.take(first(10))
    for content in (b"\xff", b"x y z\n", b""):
        (keeps.folder / spoilt).write_bytes(content)
        before = keeps.everything()
        words = ["witness", str(keeps.folder), keeps.bring(HONEST)]
        assert main(words) == 2
        assert keeps.everything() == before


def test_what_is_said_fits_the_width_and_uses_the_words_people_know(keeps: KeepsCopies) -> None:
    main(["witness", str(keeps.folder), "--name", "ulo.example/us"])
    for copy in (first(10), first(10), first(20), first(10), replace(HONEST, by=STOLEN_OR_NOT)):
        main(["witness", str(keeps.folder), keeps.bring(copy)])
    told = keeps.out.readouterr().out
    # A path or a key is not cut, however long it is.
    ours = [line for line in told.splitlines() if line[:2] != "  " and "/" not in line]
    assert [line for line in ours if len(line) > 80] == []
    for words in ("Your key", "the first you keep", "already", "they are all", "older", "STOP."):
        assert words in " ".join(told.split())
    assert "witness" not in told.replace(str(keeps.folder), "")


def test_it_runs_without_django_or_a_database(keeps: KeepsCopies) -> None:
    words = [sys.executable, "-c", BLOCKED, "witness", str(keeps.folder), keeps.bring(HONEST)]
    ran = subprocess.run(words, cwd=ROOT / "src", capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert keeps.kept == HONEST.head()


def test_two_at_once_take_turns(keeps: KeepsCopies) -> None:
    keeps.run()
    copy = keeps.bring(HONEST)
    words = [sys.executable, "-m", "withus", "witness", str(keeps.folder), copy, "--json"]
    both = [subprocess.Popen(words, stdout=subprocess.PIPE, cwd=ROOT / "src") for _ in range(2)]
    told = [json.loads(each.communicate(timeout=120)[0])["copies"][0]["result"] for each in both]
    assert sorted(told) == ["again", "kept"]
    assert {each.returncode for each in both} == {0}
