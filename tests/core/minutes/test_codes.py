"""Initials that stand for a person."""

from __future__ import annotations

import pytest

from withus.core.minutes.codes import codes_in, has_shape, is_code, only_codes
from withus.core.minutes.people import one_person


@pytest.mark.parametrize("text", ["JL", "J.L", "JaMC", "HS (patient)", "JL."])
def test_initials_have_a_shape(text: str) -> None:
    assert has_shape(text)


def test_a_known_abbreviation_is_nobodys_initials() -> None:
    assert is_code("HS (patient)")
    assert not is_code("NHS")
    assert not is_code("Bea")


def test_several_initials_in_a_row_are_people() -> None:
    assert codes_in(["Bea Quill", "JL", "MC", "RM"]) == {1, 2, 3}
    assert codes_in(["Bea Quill", "JL", "MC"]) == set()


def test_initials_alone_are_people_where_nothing_else_is_listed() -> None:
    assert only_codes(["JL", "MC"])
    assert not only_codes(["Bea Quill", "MC"])
    assert not only_codes(["JL"])


def test_initials_with_a_post_in_brackets_are_somebody_with_that_post() -> None:
    who = one_person("HS (patient)", 4)
    assert (who.posts, who.marks, who.key) == ((), ("patient",), "hs")
