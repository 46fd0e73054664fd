"""The ledger that the drills hold a record against does see what is lost, changed or half there."""

from __future__ import annotations

from typing import Any

import pytest

from tests.core.facts.story import an_id
from tests.drills.ledger import Ledger


def a_ledger() -> Ledger:
    ledger = Ledger()
    for told in (
        {"begun": "one", "entries": 1},
        {"acked": "one", "stand": [[2, "a1"]]},
        {"begun": "somebody", "entries": 0},
        {"acked": "somebody", "stand": []},
        {"begun": "two", "entries": 2},
        {"failed": "two"},
        {"begun": "three", "entries": 2},
    ):
        ledger.take(told)
    return ledger


def a_record() -> dict[str, Any]:
    entries = [
        (0, "a", "", ""),
        (1, "b", "", ""),
        (2, "a1", an_id("one"), "Post of one"),
        (3, "c1", an_id("three"), "Post of three"),
        (4, "c2", an_id("three"), "a person"),
    ]
    keys = ("index", "digest", "id", "says")
    told = [dict(zip(keys, each, strict=True)) for each in entries]
    return {"size": 5, "entries": told, "people": ["somebody"], "differences": []}


def test_an_honest_record_has_no_fault_and_what_was_in_flight_is_counted() -> None:
    ledger = a_ledger()
    assert ledger.killed() == 1
    assert ledger.faults(a_record()) == []
    assert (ledger.in_flight, ledger.stood_unsaid, ledger.entries) == (1, 1, 1)


def test_an_act_that_was_refused_and_stands_is_seen() -> None:
    ledger = a_ledger()
    ledger.take({"refused": "three", "code": "no_room"})
    assert ledger.killed() == 0
    assert ledger.faults(a_record()) == ["stands though it was refused: three"]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda found: found["entries"][2].update(digest="a2"), "lost: one 2"),
        (lambda found: found["entries"].pop(2), "lost: one 2"),
        (lambda found: found["people"].clear(), "lost: somebody"),
        (lambda found: found["entries"].pop(), "half of it stands: three"),
        (lambda found: found["entries"][2].update(says="Missing.NEVER"), "does not open: one"),
        (lambda found: found["entries"][2].update(id="x"), "nobody's: 2"),
        (lambda found: found["differences"].append(["t", "k", "c"]), "differs: ['t', 'k', 'c']"),
        (lambda found: found.update(size=6), "the indexes have a gap"),
        (lambda found: found.update(unusable="malformed"), "lost: all of it (malformed)"),
    ],
)
def test_a_planted_fault_in_a_record_is_seen(change: Any, fault: str) -> None:
    found = a_record()
    change(found)
    assert fault in a_ledger().faults(found)
