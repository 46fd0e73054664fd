"""Where the responsibility sits, in words."""

from __future__ import annotations

import pytest

from withus.core.findings.finding import NotEnough
from withus.saying.joining.responsibility import cannot_tell, where, who_decides


@pytest.mark.parametrize(
    ("names", "elsewhere", "more", "told"),
    [
        ([], None, False, "It sits here: no board above this one was entered."),
        (["Care"], None, False, "It sits with Care, the board above this one."),
        (["Care", "Cabinet"], None, False, "It sits with Cabinet, 2 boards above this one."),
        (["Care"], None, True, "It goes up past Care, to boards that are not drawn here."),
        ([], "a.example", False, "The board above this one is in another record, a.example."),
        (
            ["Care"],
            "a.example",
            False,
            "It goes up past Care, to a board in another record, a.example.",
        ),
    ],
)
def test_it_is_said_how_far_up_it_sits(
    names: list[str], elsewhere: str | None, more: bool, told: str
) -> None:
    assert where(names, elsewhere=elsewhere, more=more) == told


def test_what_cannot_be_worked_out_is_said() -> None:
    assert who_decides(NotEnough("too_many_cases")).startswith("The rules tell too many sorts")


def test_only_of_another_record_it_is_said_that_it_cannot_be_told() -> None:
    assert cannot_tell(None) == ""
    assert "cannot tell from here" in cannot_tell("a.example")
