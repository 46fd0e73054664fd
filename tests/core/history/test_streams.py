"""An entry belongs to the stream of what it refers to, or to none."""

from __future__ import annotations

from typing import Any

import pytest

from tests.core.facts.story import BOARD, STORY, an_id, place_taken
from tests.core.history.records import first
from withus.core.facts import joining as f
from withus.core.facts import keeping as k
from withus.core.facts.fact import Fact
from withus.core.history.streams import PARTNERSHIP, InMemory, minted, stream_of

OTHER = an_id("other board")


def learned(*facts: Fact) -> tuple[InMemory, list[str | None]]:
    """Return the streams after some facts, and that of each."""
    streams = InMemory()
    return streams, [streams.learn(fact) for fact in facts]


def test_the_story_is_of_its_partnership_and_its_board() -> None:
    _, streams = learned(*STORY)
    whole = {f.PartnershipOpened, f.PartnershipClosed, f.OrganisationJoined, f.DutyGiven,
             f.DutyEnded, k.PersonErased, k.KeyReplaced, k.LogContinued}  # fmt: skip
    for fact, stream in zip(STORY, streams, strict=True):
        assert stream == (PARTNERSHIP if type(fact) in whole else BOARD), fact.TYPE


def test_each_id_that_was_given_has_its_stream() -> None:
    streams, told = learned(*STORY)
    for fact, stream in zip(STORY, told, strict=True):
        given = minted(fact)
        assert given is None or streams.of_id(given) == stream
    assert [streams.of_entry(number) for number in range(len(STORY))] == told


def test_what_was_never_given_has_no_stream() -> None:
    streams, told = learned(place_taken("no such seat", "h", "Bo"))
    assert told == [None]
    assert streams.of_id(an_id("h")) is None
    assert streams.of_entry(0) is None


@pytest.mark.parametrize("index", [-1, 1, 2**31])
def test_an_entry_outside_the_record_has_no_stream(index: int) -> None:
    streams, _ = learned(first(f.PartnershipOpened))
    assert streams.of_entry(0) == PARTNERSHIP
    assert streams.of_entry(index) is None
    assert InMemory().of_entry(0) is None


def test_an_entry_cannot_be_about_itself() -> None:
    _, told = learned(first(k.EntryConfirmed, entry=0))
    assert told == [None]


def test_an_id_stays_with_the_first_who_gave_it() -> None:
    here: Any = first(f.PlaceMade)
    there = first(f.PlaceMade, board=OTHER)
    streams, told = learned(here, there)
    assert told == [BOARD, OTHER]
    assert streams.of_id(here.place) == BOARD


def test_what_is_said_of_an_entry_follows_it() -> None:
    about = [first(k.EntryConfirmed, entry=number) for number in (0, 1, 2)]
    _, told = learned(first(f.PartnershipOpened), first(f.BoardOpened, board=OTHER), *about)
    assert told == [PARTNERSHIP, OTHER, PARTNERSHIP, OTHER, PARTNERSHIP]


def test_a_fact_gives_one_id_or_none() -> None:
    assert minted(first(f.PlaceTaken)) == an_id("holding 1")
    assert minted(first(f.PlaceLeft)) is None
    assert minted(first(f.BoardOpened)) == BOARD


def test_the_stream_of_a_fact_is_told_without_learning_it() -> None:
    streams, _ = learned(first(f.BoardOpened))
    taken = first(f.PlaceTaken)
    assert stream_of(first(f.PlaceMade), streams) == BOARD
    assert stream_of(taken, streams) is None
    assert streams.of_id(taken.holding) is None and streams.of_entry(1) is None
