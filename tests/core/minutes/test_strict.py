"""Values from outside, read strictly."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from withus.core.minutes import strict
from withus.core.minutes.capacity import Reason
from withus.core.minutes.strict import NotACheckFile
from withus.core.words import Capacity

NAMES = ("Zebedee Quillfeather", "Quillfeather", "zebedee quillfeather")


@pytest.mark.parametrize("name", NAMES)
def test_a_name_among_words_is_not_shown(name: str) -> None:
    for planted in (name, f"{name}, Director", f"Director ({name})", f"PA to {name}"):
        shown = strict.words(planted, "here").lower()
        assert "quill" not in shown
        assert "zebedee" not in shown
        reason = strict.reason(["services", planted, None], "here")
        assert "quill" not in reason.words.lower()
        assert "zebedee" not in reason.words.lower()


@pytest.mark.parametrize(
    "role", ["PA to Councillor …", "Citizens Advice …", "NHS …", "Carer (joined for items …)", ""]
)
def test_words_that_we_showed_come_back_as_they_were(role: str) -> None:
    assert strict.words(role, "here") == role


@pytest.mark.parametrize("words", ["pcf", "health and", "bsl", "parent carer forum chair", ""])
def test_deciding_words_come_back_as_they_were(words: str) -> None:
    assert strict.reason(["forum_office", words, None], "here").words == words


@pytest.mark.parametrize(
    ("read", "wrong"),
    [
        (strict.words, None),
        (strict.words, "x" * (strict.LONGEST_WORDS + 1)),
        (strict.words, "half a letter \ud800"),
        (strict.words, "a bell \x07"),
        (strict.number, True),
        (strict.number, 1.0),
        (strict.number, -1),
        (strict.number, 10**9),
        (strict.truth, 1),
        (strict.truth, "yes"),
        (strict.day, "2025-02-30"),
        (strict.day, 20250230),
        (strict.reason, ["services", "director"]),
        (strict.reason, ["two words", "", None]),
        (strict.reason, ["services", "", "x" * 61]),
        (strict.reason, ["", "", None]),
        (strict.reason, "abc"),
    ],
)
def test_what_is_not_of_its_kind_is_refused_by_its_place_alone(
    read: Callable[[object, str], object], wrong: object
) -> None:
    with pytest.raises(NotACheckFile) as raised:
        read(wrong, "meeting 3")
    assert raised.value.code == "not_a_check"
    assert raised.value.parameters == {"where": "meeting 3"}


@pytest.mark.parametrize("wrong", ["mayor", None, [], {}, 3])
def test_what_is_no_capacity_is_refused(wrong: object) -> None:
    with pytest.raises(NotACheckFile):
        strict.one_of(wrong, Capacity, "here")


def test_what_is_of_its_kind_is_read() -> None:
    assert strict.number(7, "here") == 7
    assert strict.truth(data=False, where="here") is False
    assert strict.day("2025-11-04", "here") == date(2025, 11, 4)
    assert strict.one_of("services", Capacity, "here") is Capacity.SERVICES
    read = strict.reason(["heading_carer", "carers", "may_be_paid"], "here")
    assert read == Reason("heading_carer", "carers", "may_be_paid")
