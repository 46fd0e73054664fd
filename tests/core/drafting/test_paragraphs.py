"""A text has one way to be written, and its paragraphs make it again."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from withus.core.drafting.paragraphs import digest, joined, paragraphs, plain

TEXTS = st.text(alphabet=st.sampled_from("aé e\u0301# -\n\n\r\t\u200b"), max_size=60)


@given(TEXTS)
def test_paragraphs_make_the_text_again(text: str) -> None:
    assert joined(paragraphs(text)) == plain(text)
    assert plain(plain(text)) == plain(text)
    assert "" not in paragraphs(text)
    assert unicodedata.is_normalized("NFC", plain(text))


def test_headings_and_lists_stay_whole() -> None:
    text = "# Buses\r\n\r\n\r\n- One more\r\n- A late one  \r\n\r\nThe end.\r\n"
    assert paragraphs(text) == ("# Buses", "- One more\n- A late one", "The end.")


def test_what_nobody_sees_is_not_kept() -> None:
    assert plain("pay\u202e\u200b them\x00") == "pay them"


def test_a_digest_is_of_the_words_alone() -> None:
    assert digest("One more bus.") != digest("One more bus")
    assert len(digest("")) == 43
