"""Every row of the rules, and as many cases more, walked through as a meeting would."""

from __future__ import annotations

import pytest

from tests.core.deciding.playing import afterwards, set_up, take
from tests.worked_boards import BOARDS
from tests.worked_cases import ROWS, Case
from tests.worked_more import MORE
from withus.core.words import Outcome

ALL = {**ROWS, **MORE}


@pytest.mark.parametrize("case", ALL.values(), ids=ALL)
def test_what_comes_of_it_is_what_the_case_says(case: Case) -> None:
    play = set_up(case)
    found = take(play)
    assert found.decision.outcome is case.comes_of_it
    if case.unmet is not None:
        assert {rule.id for rule in found.decision.unmet} == case.unmet
    if case.ends is not None:
        assert afterwards(play) is case.ends


def test_there_are_sixty_cases_beside_the_rows_and_every_board_has_one() -> None:
    assert len(ROWS) == 36
    assert len(MORE) >= 60
    assert {case.board for case in ALL.values()} == set(BOARDS)
    every = {case.comes_of_it for case in ALL.values()} | {case.ends for case in ALL.values()}
    assert every == {*Outcome, None}
