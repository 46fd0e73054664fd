"""No name ever leaves a reading: names are planted everywhere and looked for in all it tells."""

from __future__ import annotations

import pytest

from tests.core.minutes.canaries import CANARIES, texts, told
from withus.core.minutes.reading import read_meeting
from withus.core.minutes.text import numbered


@pytest.mark.parametrize("canary", CANARIES)
def test_a_planted_name_is_told_nowhere(canary: str) -> None:
    found = [text for text in texts(canary) if "zyxq" in told(text)]
    assert found == []


def test_the_canaries_would_be_seen() -> None:
    text = "Carers Board\nPresent:\nBea Quill, Carer\nCal Dorne, Head of Service\n"
    assert "head of service" in told(text)
    assert len(texts("Zyxquill")) > 100


@pytest.mark.parametrize("surname", ["Carer", "Price", "Head", "Parent", "Chair"])
def test_a_surname_that_is_a_post_is_no_post(surname: str) -> None:
    text = f"Present:\nBea {surname}, Director, Dunmoor Council\nCal {surname}\nDee Quill, Carer\n"
    first, second, _ = read_meeting(numbered(text)).sightings
    assert (first.role, first.organisation) == ("Director", "… Council")
    assert (second.role, second.organisation, second.chair) == ("", "", False)


def test_initials_beside_a_name_are_not_shown() -> None:
    text = (
        "Present:\nBea Quill (BQ), Carer\nCal Dorne (CDo) - Head of Service\nDee Eaves\tDE\tNurse\n"
    )
    said = repr(read_meeting(numbered(text)))
    assert not [letters for letters in ("BQ", "CDo", "DE") if letters in said]
