"""Member or in support; and the chair."""

from __future__ import annotations

import pytest

from withus.core.minutes.headings import Part
from withus.core.minutes.standing import is_chair, of_listed
from withus.core.words import Standing


@pytest.mark.parametrize(
    ("words", "split", "standing"),
    [
        ("Carer", False, Standing.MEMBER),
        ("Minute taker", True, Standing.IN_SUPPORT),
        ("BSL interpreter", False, Standing.IN_SUPPORT),
        ("Communicator guide", False, Standing.IN_SUPPORT),
        ("Guest", False, Standing.IN_SUPPORT),
        ("Media and PR Manager", False, Standing.PERHAPS_IN_SUPPORT),
        ("Media and PR Manager", True, Standing.MEMBER),
        ("SEND Adviser DfE", False, Standing.PERHAPS_MEMBER),
    ],
)
def test_words_of_a_post_tell_the_standing(words: str, split: bool, standing: Standing) -> None:
    assert of_listed(words, part=Part.PRESENT, split_list=split)[0] is standing


def test_everybody_in_attendance_is_in_support() -> None:
    standing, why = of_listed("Carer", part=Part.IN_ATTENDANCE, split_list=True)
    assert (standing, why.code) == (Standing.IN_SUPPORT, "headed_in_attendance")


@pytest.mark.parametrize(
    ("marks", "posts"),
    [
        (["Chair"], []),
        ([], ["Independent Chair"]),
        ([], ["Chair of Carers Board"]),
        ([], ["Chair", "Director of Nursing"]),
        (["Co-chair"], ["Carer"]),
    ],
)
def test_the_chair_is_known(marks: list[str], posts: list[str]) -> None:
    assert is_chair(marks, posts, board="Carers Board")


@pytest.mark.parametrize("posts", [["Chair", "Healthwatch"], ["Vice Chair"], ["Chair of … Forum"]])
def test_the_chair_of_something_else_is_not(posts: list[str]) -> None:
    assert not is_chair([], posts, board="Carers Board")
