"""Words stand once in a work; a text is read from the few revisions that hold its words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from withus.core.drafting.kept import (
    NotAList,
    keep,
    known_from,
    listed,
    places,
    read,
    text_of,
)
from withus.core.drafting.paragraphs import digest, paragraphs, plain

A_TEXT = st.lists(st.sampled_from(["Ash.", "Bay.", "Elm.", "Fir.", "Oak."]), max_size=6).map(
    "\n\n".join
)


def kept_all(texts: list[str]) -> tuple[list[str], list[str]]:
    """Return the lists and the new words of revisions, one after the other."""
    lists: list[str] = []
    words: list[str] = []
    for text in texts:
        one = keep(text, known=known_from(words))
        lists.append(one.paragraphs)
        words.append(one.text)
    return lists, words


@given(st.lists(A_TEXT, max_size=8))
def test_every_revision_reads_as_it_was_written(texts: list[str]) -> None:
    lists, words = kept_all(texts)
    for own, text in enumerate(texts):
        some = listed(lists[own])
        opened = {place: words[place] for place in places(some, own=own)}
        assert text_of(read(some, own=own, texts=opened)) == plain(text)


@given(st.lists(A_TEXT, max_size=8))
def test_no_paragraph_is_kept_twice(texts: list[str]) -> None:
    _, words = kept_all(texts)
    every = [each for text in words for each in paragraphs(text)]
    assert len(every) == len(set(every))


def test_words_that_are_gone_leave_their_place() -> None:
    lists, words = kept_all(["Ash.\n\nBay.", "Ash.\n\nElm."])
    found = read(listed(lists[1]), own=1, texts={0: None, 1: words[1]})
    assert [one.words for one in found] == [None, "Elm."]
    assert text_of(found) == "Elm."


def test_a_list_cannot_make_somebody_say_another_thing() -> None:
    found = read(listed(f"{digest('Pay them.')} 0"), own=1, texts={0: "Do not pay them.", 1: ""})
    assert [one.words for one in found] == [None]


@pytest.mark.parametrize("line", ["", "x", f"{digest('a')} -1", f"{digest('a')} 01", "a" * 44])
def test_what_is_no_list_is_refused(line: str) -> None:
    with pytest.raises(NotAList):
        listed(f"{digest('a')}\n{line}")


def test_a_text_of_nothing_has_no_list() -> None:
    assert keep("", known={}).paragraphs == ""
    assert listed("") == ()
