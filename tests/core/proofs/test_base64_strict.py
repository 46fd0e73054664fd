"""Base64 has one spelling for each run of bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from withus.core.proofs.base64_strict import from_base64, from_base64url, to_base64, to_base64url
from withus.core.proofs.refused import Malformed


@given(st.binary(max_size=80))
def test_bytes_come_back_from_both_forms(content: bytes) -> None:
    assert from_base64(to_base64(content)) == content
    assert from_base64url(to_base64url(content)) == content


def test_the_forms_differ_in_padding_and_two_letters() -> None:
    assert (to_base64(b"\xfb\xff"), to_base64url(b"\xfb\xff")) == ("+/8=", "-_8")


@given(st.text(alphabet="AQgw+/-_= \n\xe9", max_size=9))
def test_whatever_is_read_is_its_own_re_encoding(text: str) -> None:
    for reading, writing in ((from_base64, to_base64), (from_base64url, to_base64url)):
        try:
            content = reading(text)
        except Malformed:
            continue
        assert writing(content) == text


@pytest.mark.parametrize("text", ["AAB=", "AAA", "AAA=\n", " AAA=", "A-A=", "AAA==", "=", "é", "A"])
def test_other_spellings_of_base64_are_refused(text: str) -> None:
    with pytest.raises(Malformed) as refusal:
        from_base64(text)
    assert refusal.value.code == "not_base64"


@pytest.mark.parametrize("text", ["_x", "_w==", "/w", "_w\n", "=", "_", "A", "AA=", "é"])
def test_other_spellings_of_base64url_are_refused(text: str) -> None:
    with pytest.raises(Malformed) as refusal:
        from_base64url(text)
    assert refusal.value.code == "not_base64url"
