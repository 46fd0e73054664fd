"""Every row of the rules, and as many cases more, sent through the pages as people would."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest

from tests.kept import a_record
from tests.screens.deciding.playing import Play, a_clock, afterwards, close, meet, set_up
from tests.screens.page_checks import words
from tests.worked_cases import ROWS, Case
from tests.worked_more import MORE
from withus.core.words import Outcome

pytestmark = a_record
ALL = {**ROWS, **MORE}
SAYS = {
    Outcome.CARRIED: "It was carried.",
    Outcome.NOT_CARRIED: "It was not carried.",
    Outcome.ADVISED: "The board gave this as advice.",
    Outcome.WAITING: "It waits for those who were away.",
    Outcome.LAPSED: "It lapsed: too few of those who were away agreed in time.",
    Outcome.UNSETTLED: "It is not settled: what was entered for somebody is to be confirmed.",
    Outcome.MAY_NOT: "It does not stand: those whom the rules ask for were not there.",
}


@pytest.fixture(scope="module")
def clock() -> Iterator[list[datetime]]:
    with a_clock() as at:
        yield at


@pytest.mark.parametrize("case", ALL.values(), ids=ALL)
def test_the_page_says_what_the_case_says(case: Case, clock: list[datetime]) -> None:
    play = set_up(case, clock)
    meet(play)
    size = play.size
    more = {"step": "go_on", "why": "It cannot wait."} if case.exceptions else {}
    if case.comes_of_it is Outcome.MAY_NOT or (more and case.comes_of_it is not Outcome.CARRIED):
        refused(play, **more)
        assert play.size == size
        return
    done = close(play, 302, **more)
    assert play.size == size + 1 + len(case.exceptions)
    assert SAYS[case.comes_of_it] in play.read(play.chair, done.response["Location"]).text
    if case.ends is not None:
        assert SAYS[case.ends] in afterwards(play)


def refused(play: Play, **more: str) -> None:
    """See the roll refused, in the sentence of what is unmet."""
    page = close(play, 422, **more)
    wrong = (
        "This meeting can’t decide.",
        "Our rule isn’t met.",
        "This cannot be decided yet: one objection has not been answered.",
    )
    (summary,) = page.tree.xpath("//*[@role='alert']")
    told = words(summary)
    if play.case.comes_of_it is Outcome.MAY_NOT:
        assert sum(each in told for each in wrong) == 1
    else:
        assert "To go on would not carry it" in told
