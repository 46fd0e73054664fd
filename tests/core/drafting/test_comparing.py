"""What differs is told so that either text can be read back from it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from withus.core.drafting.comparing import Run, amount, by_words, compare
from withus.core.drafting.paragraphs import paragraphs, plain

WORDS = st.lists(st.sampled_from(["a", "bus", "late", "more", "\n\n"]), max_size=14).map(" ".join)


def side(text_before: str, text_after: str, *, without: str) -> list[str]:
    """Return the words of one of two texts, from what differs."""
    found = compare(text_before, text_after)
    runs = [run for change in found for run in change.runs if run.kind != without]
    return " ".join(run.words for run in runs).split()


@given(WORDS, WORDS)
def test_either_text_can_be_read_from_what_differs(before: str, after: str) -> None:
    assert side(before, after, without="in") == plain(before).split()
    assert side(before, after, without="out") == plain(after).split()


@given(WORDS, WORDS)
def test_every_paragraph_of_the_second_is_there_once_in_order(before: str, after: str) -> None:
    found = [change.place for change in compare(before, after) if change.kind != "out"]
    assert found == list(range(len(paragraphs(after))))


def test_words_are_told_apart() -> None:
    assert by_words("one more bus", "one late bus") == (
        Run("same", "one "),
        Run("out", "more "),
        Run("in", "late "),
        Run("same", "bus"),
    )
    assert amount(compare("one more bus", "one late night bus")).put_in == 2
    assert amount(compare("one more bus", "one late night bus")).taken_out == 1


def test_a_paragraph_that_was_reworded_is_beside_the_one_it_was() -> None:
    found = compare("Ash.\n\nThe bus comes at ten.", "Bay.\n\nThe bus comes at eleven.\n\nElm.")
    assert [change.kind for change in found] == ["in", "out", "changed", "in"]


def test_passages_too_long_to_compare_are_told_as_wholes() -> None:
    assert [run.kind for run in by_words("a " * 1_600, "b " * 1_600)] == ["out", "in"]
