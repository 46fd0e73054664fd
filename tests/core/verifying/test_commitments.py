from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from tests.core.facts.story import ORIGIN, START, an_id
from withus.core.facts.circumstances import HOST, Circumstances
from withus.core.facts.encoding import Entry
from withus.core.facts.fact import Fact, SealedText
from withus.core.facts.sealing import NotTheOpening, Opening, commitment
from withus.core.verifying import commitments
from withus.core.verifying.commitments import Commitments


@dataclass(frozen=True, slots=True, kw_only=True)
class Three(Fact):
    """A fact with more sealed fields than any there is."""

    TYPE = "three.told.v1"
    one: SealedText
    three: SealedText
    two: SealedText


OPENINGS = [
    Opening(path, f"What is told {path}.", bytes([number]) * 32)
    for number, path in enumerate(("one", "three", "two"))
]


def entry(index: int) -> Entry:
    """Return an entry with three sealed fields."""
    nonce = an_id(f"nonce {index}")
    sealed = {
        each.path: commitment(each, origin=ORIGIN, nonce=nonce, kind=Three.TYPE)
        for each in OPENINGS
    }
    said = Circumstances(at=START, by=HOST)
    fact = Three(one="", three="", two="")
    return Entry(
        origin=ORIGIN, index=index, nonce=nonce, circumstances=said, fact=fact, sealed=sealed
    )


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> Commitments:
    """Return what is kept of the 4th and the 10th entry."""
    monkeypatch.setattr(commitments, "kinds", lambda: {Three.TYPE: Three})
    found = Commitments()
    found.add(entry(3))
    found.add(entry(9))
    return found


def test_each_of_many_sealed_fields_is_opened_by_its_own(kept: Commitments) -> None:
    assert kept.fields == 6
    for index in (3, 9):
        for each in OPENINGS:
            kept.check(index, each, origin=ORIGIN)
            assert kept.has(index, each.path)


@pytest.mark.parametrize("index", [3, 9])
def test_no_sealed_field_is_opened_by_what_opens_another(kept: Commitments, index: int) -> None:
    for each in OPENINGS:
        for other in OPENINGS:
            if other != each:
                with pytest.raises(NotTheOpening, match="opening_differs"):
                    kept.check(index, replace(other, path=each.path), origin=ORIGIN)


@pytest.mark.parametrize(("index", "path"), [(0, "one"), (4, "one"), (10, "one"), (3, "four")])
def test_what_was_not_sealed_cannot_be_opened(kept: Commitments, index: int, path: str) -> None:
    assert not kept.has(index, path)
    with pytest.raises(NotTheOpening, match="no_such_field"):
        kept.check(index, replace(OPENINGS[0], path=path), origin=ORIGIN)
