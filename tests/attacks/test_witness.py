"""A dishonest host, and a machine that fails, against somebody who keeps copies and signs."""

from __future__ import annotations

import gc
import os
import random
import signal
import tempfile
import warnings
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.attacks.test_record_attacks import (
    ANOTHER,
    REWRITINGS,
    Rewriting,
    changed,
    entry,
    made_anew,
    rewritten,
)
from tests.cli.keepers import HONEST, KeepsCopies, Out, first
from tests.core.copies import FIRST_KEY, STOLEN_OR_NOT, Copy
from withus.cli import main, witness
from withus.cli.witnessing import keeping
from withus.core.proofs.checkpoint import cosigned, read_checkpoint
from withus.core.proofs.keys import Kind, SigningKey
from withus.core.proofs.signed_note import read_note
from withus.signer import folder as files

KILLS, SAMPLE = 30, 10  # sequences of kills by chance: all in the drills, a sample of them always


@pytest.fixture
def keeps(tmp_path: Path, capsys: Out) -> KeepsCopies:
    """Return somebody who keeps the first twelve entries."""
    keeps = KeepsCopies(tmp_path / "ours", capsys)
    keeps.take(first(12))
    return keeps


def is_refused(keeps: KeepsCopies, copy: Copy, why: str) -> None:
    """See that a copy is refused, with evidence, and nothing else was changed."""
    before, signed = keeps.everything(), keeps.signed()
    told = keeps.take(copy, code=1)
    assert (told["result"], told["failed"]["why"], told["cosigned"]) == ("refused", why, None)
    after = keeps.everything()
    assert before.items() <= after.items()
    added = after.keys() - before.keys()
    assert {name.split("/")[0] for name in added} == {"refused"}
    assert Path(told["evidence"]).read_bytes() == (copy.signed or copy.note())
    assert "STOP" in Path(told["evidence"]).with_suffix(".txt").read_text()
    assert keeps.signed() == signed
    assert keeps.take(copy, code=1)["evidence"] == told["evidence"]
    assert keeps.everything() == after


@pytest.mark.parametrize("rewriting", REWRITINGS)
def test_a_rewritten_record_is_refused_and_nothing_is_signed(
    keeps: KeepsCopies, rewriting: Rewriting
) -> None:
    is_refused(keeps, rewritten(rewriting), "head_differs")
    assert keeps.take(HONEST)["result"] == "kept"


def test_a_shorter_record_is_refused(keeps: KeepsCopies) -> None:
    is_refused(keeps, first(11), "older_than_kept")


def test_a_fork_of_the_same_size_is_refused(keeps: KeepsCopies) -> None:
    fork = replace(HONEST, entries=(*HONEST.entries[:11], entry(ANOTHER, 11)), openings=())
    assert fork.head().size == keeps.kept.size
    is_refused(keeps, fork, "head_differs")


def test_a_shorter_fork_of_what_was_kept_long_ago_is_refused(keeps: KeepsCopies) -> None:
    keeps.take(HONEST)
    fork = replace(HONEST, entries=(*HONEST.entries[:11], entry(ANOTHER, 11)), openings=())
    is_refused(keeps, fork, "head_differs")
    after = (*fork.entries, *(entry(ANOTHER, number) for number in (12, 13)))
    is_refused(keeps, replace(fork, entries=after), "head_differs")


def test_another_record_under_the_same_name_is_refused(keeps: KeepsCopies) -> None:
    is_refused(keeps, rewritten(made_anew), "head_differs")
    other = rewritten(made_anew)
    is_refused(keeps, replace(other, by=STOLEN_OR_NOT), "key_differs")


def test_another_key_is_refused_whatever_it_signs(keeps: KeepsCopies) -> None:
    is_refused(keeps, replace(HONEST, by=STOLEN_OR_NOT), "key_differs")
    is_refused(keeps, replace(HONEST, by=STOLEN_OR_NOT, brings=FIRST_KEY), "no_known_key")


def test_a_copy_that_does_not_hold_at_its_first_entries_leaves_its_head_as_evidence(
    keeps: KeepsCopies,
) -> None:
    late = replace(HONEST, entries=(*HONEST.entries, entry(ANOTHER, 3)))
    is_refused(keeps, late, "time_runs_back")


def test_a_replayed_old_copy_is_told_and_not_signed(keeps: KeepsCopies) -> None:
    keeps.take(HONEST)
    before = keeps.everything()
    told = keeps.take(first(12))
    assert (told["result"], told["size"], told["before"]) == ("older", 12, len(HONEST.entries))
    assert told["cosigned"] is None
    assert keeps.everything() == before


def test_the_same_copy_is_signed_by_two_and_two_records_by_neither(
    keeps: KeepsCopies, tmp_path: Path
) -> None:
    other = KeepsCopies(tmp_path / "theirs", keeps.out)
    assert other.take(first(12))["result"] == "kept"
    assert other.kept == keeps.kept
    assert other.key.name != keeps.key.name
    both = keeps.witnessed(other.witnessed(HONEST))
    assert keeps.take(both)["result"] == other.take(both)["result"] == "kept"
    for each in (keeps, other):
        is_refused(each, rewritten(changed), "head_differs")


def test_a_split_view_is_seen_when_two_compare_what_they_keep(
    keeps: KeepsCopies, tmp_path: Path
) -> None:
    other = KeepsCopies(tmp_path / "theirs", keeps.out)
    other.take(rewritten(changed))
    keeps.take(HONEST)
    copy = other.bring(rewritten(changed))
    assert main(["verify", copy, "--trust", str(other.trust)]) == 0
    assert main(["verify", copy, "--trust", str(keeps.trust)]) == 1


def test_a_signature_in_their_name_that_is_not_theirs_is_refused(keeps: KeepsCopies) -> None:
    forged = SigningKey(keeps.key.name, bytes(32), Kind.COSIGNATURE)
    told = keeps.take(replace(first(20), signed=cosigned(first(20).note(), by=forged, at=1)))
    assert told["result"] == "kept"  # it counts for nothing, and is left out
    assert Path(told["cosigned"]).read_bytes().count(b"\n\xe2\x80\x94 ") == 2
    old = read_note(cosigned(first(12).note(), by=keeps.key, at=1)).signatures[-1]
    moved = HONEST.note() + old.line().encode()
    is_refused(keeps, replace(HONEST, signed=moved), "signature_differs")


def test_signatures_of_strangers_do_not_crowd_out_their_own(keeps: KeepsCopies) -> None:
    note = HONEST.note()
    for number in range(63):
        stranger = SigningKey(f"stranger/{number}", bytes([number]) * 32, Kind.COSIGNATURE)
        note = cosigned(note, by=stranger, at=1)
    told = keeps.take(replace(HONEST, signed=note))
    assert told["result"] == "kept"
    assert b"stranger" not in Path(told["cosigned"]).read_bytes()


FORK = rewritten(changed)
BOTH = 4
BRINGS = (
    (HONEST, BOTH),
    *((HONEST, size) for size in (8, 16, 27)),
    *((FORK, size) for size in (8, 16, 27)),
)
"""What is brought, in some order: the record, and another under its name from entry 5 on."""
OUTLIVE: list[tuple[Any, str]] = [
    *((os, name) for name in ("fsync", "link")),
    *((Path, name) for name in ("replace", "mkdir", "unlink")),
    (tempfile, "mkstemp"),
    (keeping, "cosigned"),
    (files, "sync_folder"),
]


def cut(copy: Copy, size: int) -> bytes:
    """Return a copy of the first entries of a copy."""
    openings = tuple(each for each in copy.openings if each[0] < size)
    return replace(copy, entries=copy.entries[:size], openings=openings).content()


def killed_at(step: int) -> None:
    """From now on, end this process as kill -9 does, before or after what outlives it."""
    left = [step]

    def tick() -> None:
        left[0] -= 1
        if left[0] < 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def around(act: Callable[..., Any]) -> Callable[..., Any]:
        def acted(*given: Any, **named: Any) -> Any:
            tick()
            answer = act(*given, **named)
            tick()
            return answer

        return acted

    for of, name in OUTLIVE:
        setattr(of, name, around(getattr(of, name)))


def run_and_kill(words: list[str], step: int) -> int:
    """Run the command in a process of its own, killed at a step; return how it ended."""
    gc.freeze()  # or collecting what is left over copies all of a large parent into the child
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        code = 99
        try:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            os.dup2(1, 2)
            killed_at(step)
            code = main(words)
        finally:
            os._exit(code)
    gc.unfreeze()
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def grow_together(keeps: KeepsCopies) -> bool:
    """Tell whether every head with their signature is of one record that only grew."""
    found = keeps.signed() if (keeps.folder / "witness.key").exists() else []
    return any(
        all(head.root == story.head(head.size).root for head in found) for story in (HONEST, FORK)
    )


@pytest.mark.parametrize(
    "seed",
    [*range(SAMPLE), *(pytest.param(n, marks=pytest.mark.drill) for n in range(SAMPLE, KILLS))],
)
def test_no_kill_makes_them_sign_two_records(tmp_path: Path, capsys: Out, seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311
    keeps = KeepsCopies(tmp_path / "ours", capsys)
    copies = {each: keeps.bring(cut(*each), f"{n}") for n, each in enumerate(BRINGS)}
    ended = set()
    for _ in range(12):
        copy = copies[dice.choice(BRINGS)]
        ended.add(run_and_kill(["witness", str(keeps.folder), copy], dice.randrange(60)))
        assert grow_together(keeps)
    assert ended <= {-signal.SIGKILL, 0, 1}
    for copy in copies.values():
        assert main(["witness", str(keeps.folder), copy]) in (0, 1)
    assert grow_together(keeps)
    assert {head.size for head in keeps.signed()} >= {27}
    assert not list(keeps.folder.rglob(".*.part"))


@pytest.mark.parametrize("before", [pytest.param(0, marks=pytest.mark.drill), BOTH])
def test_a_kill_at_every_step_and_then_a_fork_leaves_one_record(
    tmp_path: Path, capsys: Out, before: int
) -> None:
    ended, step, ours = -signal.SIGKILL, 0, set()
    while ended == -signal.SIGKILL:
        keeps = KeepsCopies(tmp_path / str(step), capsys)
        copies = [keeps.bring(cut(*each), f"{n}") for n, each in enumerate(BRINGS)]
        if before:
            keeps.take(first(before))
        ended = run_and_kill(["witness", str(keeps.folder), copies[3]], step)
        for copy in (copies[4], copies[3], copies[6]):
            assert main(["witness", str(keeps.folder), copy]) in (0, 1)
            assert grow_together(keeps)
        capsys.readouterr()
        ours.add(keeps.kept == HONEST.head())
        step += 1
    assert ended == 0 and step > 10
    assert ours == {True, False}  # killed early, the fork came first; killed late, it came second


def test_nothing_is_signed_before_it_is_on_the_disk(
    keeps: KeepsCopies, monkeypatch: pytest.MonkeyPatch
) -> None:
    def seen(note: bytes, **by: Any) -> bytes:
        head = read_checkpoint(read_note(note).text)
        assert keeps.kept == head
        assert f"head {HONEST.code(head.size)}" in keeps.trust.read_text().splitlines()
        sizes.append(head.size)
        return cosigned(note, **by)

    sizes: list[int] = []
    monkeypatch.setattr(keeping, "cosigned", seen)
    keeps.take(first(20))
    assert sizes == [20]


def test_a_clock_put_back_changes_no_head(
    keeps: KeepsCopies, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(witness, "now", lambda: 0)
    assert keeps.take(HONEST)["result"] == "kept"
    assert keeps.take(HONEST)["result"] == "again"
