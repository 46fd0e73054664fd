"""As a process: a head within seconds, whatever kills it, and none over a changed past."""

from __future__ import annotations

import random
import signal
import subprocess
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.signer.processes import PATIENCE, Place, Writer, wait_for
from withus.core.proofs.merkle import root_over

SIGNER = ("-m", "withus", "signer")


@pytest.fixture
def place(tmp_path: Path) -> Place:
    made = Place(tmp_path)
    made.make_ready()
    return made


@pytest.fixture
def writer(place: Place) -> Iterator[Writer]:
    """Open a record of six entries."""
    process = Writer(place)
    process.add(5)
    yield process
    process.end()


def holds(place: Place) -> None:
    """Hold every head ever signed against the entries it covers."""
    entries, found = place.entries(), place.heads()
    assert found
    for head in found:
        assert head.head() == root_over(entries[: head.size])


def test_a_new_entry_has_its_signed_head_within_seconds(place: Place, writer: Writer) -> None:
    with place.started(*SIGNER):
        wait_for(lambda: place.signed() == 6)
        delays = []
        for _ in range(3):
            added = writer.add(2)
            delays.append(wait_for(lambda: place.signed() == place.size()) - added)
    print("from the answer to the signed head:", [f"{each:.2f} s" for each in delays])
    assert max(delays) < 10
    holds(place)


@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGINT])
def test_asked_to_end_it_signs_what_is_left_and_ends(
    place: Place, writer: Writer, asked: signal.Signals
) -> None:
    with place.started(*SIGNER, stderr=subprocess.PIPE) as signer:
        wait_for(lambda: place.signed() == 6)
        writer.add(1)
        signer.send_signal(asked)
        _, said = signer.communicate(timeout=PATIENCE)
    assert (signer.returncode, said) == (0, "")
    assert place.signed() == place.size()


def test_a_second_signer_waits_for_the_first_to_end(place: Place, writer: Writer) -> None:
    with place.started(*SIGNER) as first:
        wait_for(lambda: place.signed() == 6)
        with place.started(*SIGNER, stderr=subprocess.PIPE) as second:
            assert second.stderr
            assert "Another signer is at work" in second.stderr.readline()
            first.kill()
            first.wait()
            writer.add(1)
            wait_for(lambda: place.signed() == 7)


@pytest.mark.parametrize("kills", [6, pytest.param(200, marks=pytest.mark.drill)])
def test_killed_again_and_again_it_signs_one_root_for_each_size(
    place: Place, writer: Writer, kills: int
) -> None:
    chance = random.Random(kills)  # noqa: S311  # a drill wants the same chance each time
    seen: dict[int, set[bytes]] = defaultdict(set)
    behind = 0
    for _ in range(kills):
        before = place.copied()
        writer.add(chance.randint(1, 3))
        with place.started(*SIGNER) as signer:
            wait_for(lambda least=before: place.copied() > least, every=0.0005)  # type: ignore[misc]
            time.sleep(chance.choice((0.0, chance.uniform(0, 0.1))))
            signer.kill()
            signer.wait()
        behind += place.signed() < place.size()
        for head in place.heads() if place.signed() else []:
            seen[head.size].add(head.root)
    with place.started(*SIGNER):
        wait_for(lambda: place.signed() == place.size())
    print(f"{kills} kills, {behind} before the head was out, {len(place.heads())} heads")
    holds(place)
    assert {size for size, roots in seen.items() if len(roots) != 1} == set()
    assert seen, "some heads were out"
    assert (place.mirror / "entries.jsonl").read_bytes().splitlines() == place.entries()


SPOILT = {
    "an entry rewritten": "UPDATE record_leaf SET content = "
    "CAST(replace(content, 'council', 'charity') AS BLOB) WHERE \"index\" = 3",
    "an entry of another kind": "UPDATE record_leaf SET content = 'text' WHERE \"index\" = 3",
    "the end cut off": 'DELETE FROM record_leaf WHERE "index" > 3',
}


@pytest.mark.parametrize("statement", SPOILT.values(), ids=SPOILT)
def test_over_a_database_changed_behind_it_nothing_is_signed(
    place: Place, writer: Writer, statement: str
) -> None:
    with place.started(*SIGNER):
        wait_for(lambda: place.signed() == 6)
    place.spoil(statement)
    with place.started(*SIGNER, stderr=subprocess.PIPE) as signer:
        assert signer.stderr
        said = signer.stderr.readline()
        assert "nothing more is signed" in said
        time.sleep(2.5)  # two more looks
        signer.terminate()
        assert signer.communicate(timeout=PATIENCE)[1] == "", "it says so once"
    assert place.signed() == 6
