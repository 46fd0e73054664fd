"""Two who wrote from the same text: nothing that either put in is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from withus.core.drafting.joining import Clash, join_texts
from withus.core.drafting.paragraphs import paragraphs, plain

A_TEXT = st.lists(st.sampled_from(["Ash.", "Bay.", "Elm.", "Fir.", "Oak."]), max_size=6).map(
    "\n\n".join
)


@given(A_TEXT, A_TEXT, A_TEXT)
def test_nothing_that_either_put_in_is_lost(base: str, theirs: str, mine: str) -> None:
    found = set(paragraphs(join_texts(base, theirs=theirs, mine=mine).text))
    for text in (theirs, mine):
        assert set(paragraphs(text)) - set(paragraphs(base)) <= found


@given(A_TEXT, A_TEXT)
def test_who_changed_nothing_takes_nothing_away(base: str, mine: str) -> None:
    for found in (
        join_texts(base, theirs=base, mine=mine),
        join_texts(base, theirs=mine, mine=base),
        join_texts(base, theirs=mine, mine=mine),
    ):
        assert found.text == plain(mine)
        assert not found.clashes


def test_changes_in_different_places_are_both_made() -> None:
    found = join_texts("Ash.\n\nBay.\n\nElm.", theirs="Fir.\n\nBay.\n\nElm.", mine="Ash.\n\nBay.")
    assert found.text == "Fir.\n\nBay."
    assert not found.clashes


def test_changes_side_by_side_are_no_clash() -> None:
    found = join_texts("Ash.\n\nBay.", theirs="Fir.\n\nBay.", mine="Ash.\n\nOak.")
    assert (found.text, found.clashes) == ("Fir.\n\nOak.", ())


def test_the_same_passage_changed_in_two_ways_is_shown_twice() -> None:
    found = join_texts("Ash.\n\nBay.", theirs="Ash.\n\nFir.", mine="Ash.\n\nOak.")
    assert found.text == "Ash.\n\nFir.\n\nOak."
    assert found.clashes == (Clash("Fir.", "Oak."),)


def test_both_beginning_from_nothing_keep_both() -> None:
    found = join_texts("", theirs="Ash.", mine="Bay.")
    assert found.text == "Ash.\n\nBay."
