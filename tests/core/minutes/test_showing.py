"""What of a role may be shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from withus.core.minutes.showing import HIDDEN, publishable
from withus.core.minutes.vocabulary import is_known


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("PA to Councillor Quill", "PA to Councillor …"),
        ("Head of Service, Dunmoor Council", "Head of Service, … Council"),
        ("deputising for Vanessa Head", "deputising for …"),
        ("deputising for Lorna PRICE", "deputising for …"),
        ("Chair of PCFD", "Chair of PCFD"),
        ("with Mr Carer", "with …"),
        ("Director – Isle of Wight Council", "Director – Isle of Wight Council"),
        ("Carer (Quill)", "Carer"),
        ("bea carer", ""),
        ("Zyxquill", ""),
    ],
)
def test_only_words_of_the_lists_are_shown(text: str, shown: str) -> None:
    assert publishable(text) == shown


@given(st.text(alphabet="abcdefghij ABC,.()&-'é…", max_size=60))
def test_whatever_is_shown_is_known(text: str) -> None:
    words = publishable(text).replace(HIDDEN, " ")
    assert all(is_known(word) or len(word) <= 1 for word in words.split() if word.isalpha())


def test_what_is_shown_once_is_shown_the_same_again() -> None:
    once = publishable("PA to Councillor Quill, Dunmoor Council")
    assert publishable(once) == once
