"""What an entry says happened: a sentence for every type, without a name."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tests.core.facts.story import STORY
from withus.core.facts import FACTS
from withus.core.facts.circumstances import HOST, Circumstances
from withus.core.facts.fact import Fact, layout
from withus.saying.joining.happened import on
from withus.saying.keeping.fields import clear_fields, label, sealed_fields
from withus.saying.keeping.happened import SENTENCES, by_whom, happened, when

AT = datetime(2026, 5, 9, 13, 30, tzinfo=UTC)


def test_every_type_of_fact_has_a_sentence() -> None:
    assert set(SENTENCES) == set(FACTS)


@pytest.mark.parametrize("fact", STORY, ids=lambda fact: fact.TYPE)
def test_a_sentence_holds_nothing_that_is_sealed(fact: Fact) -> None:
    said = happened(fact, board="Coming Home board")
    assert said.endswith(".")
    assert not any(str(getattr(fact, path)) in said for path in layout(type(fact)).sealed)


@pytest.mark.parametrize("fact", STORY, ids=lambda fact: fact.TYPE)
def test_every_field_has_a_name_and_words(fact: Fact) -> None:
    fields = list(clear_fields(fact))
    names = [*layout(type(fact)).clear, *layout(type(fact)).sealed]
    assert len(fields) + len(list(sealed_fields(fact))) == len(names)
    assert all(label(name) != name for name in names)
    assert all(said for _, said in fields)


def test_a_sealed_field_is_named_and_never_opened() -> None:
    taken = next(fact for fact in STORY if fact.TYPE == "place.taken.v1")
    assert list(sealed_fields(taken)) == [("Person", "sealed: who this is")]


def test_a_board_is_named_with_one_article() -> None:
    assert on("Coming Home board") == on("The Coming Home board") == "on the Coming Home board"
    assert on("") == "on a board"


def test_a_time_is_told_as_clocks_here_show_it_and_a_claimed_one_beside_it() -> None:
    claimed = datetime(2026, 5, 3, 9, 0, tzinfo=UTC)
    assert when(Circumstances(at=AT, by=HOST)) == "14:30 on 9 May 2026"
    said = when(Circumstances(at=AT, by=HOST, claimed_at=claimed))
    assert said == "Said to be 3 May 2026, entered at 14:30 on 9 May 2026"
    assert when(Circumstances(at=date(2026, 5, 9), by=None)) == "9 May 2026"


def test_whoever_made_an_entry_is_told_without_a_name() -> None:
    member = "A3fxxxxxxxxxxxxxxxxxxw"
    assert by_whom(Circumstances(at=AT, by=HOST)) == "the host"
    assert by_whom(Circumstances(at=AT, by=member)) == "a member (called A3f…)"
    typed = by_whom(Circumstances(at=AT, by=member, typed_by=HOST))
    assert typed == "a member (called A3f…), typed by the host"
    assert by_whom(Circumstances(at=date(2026, 5, 9), by=None)).startswith("Not kept")
