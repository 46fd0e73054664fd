"""Supporting: which of its facts may follow from where a partnership stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from withus.core.facts import supporting as f
from withus.core.facts.fact import Fact
from withus.core.meeting.counting import ended_by
from withus.core.rules.situation import NotAllowed, Situation


def check_needs_counted(fact: f.NeedsCounted, situation: Situation) -> None:
    """Refuse the numbers of a quarter twice, before it is over, of too few, or of more than all.

    Errors: NotAllowed `quarter_counted`, `quarter_to_come`, `too_few_to_show`, `more_than_all`.
    """
    if any(each.fact.quarter == fact.quarter for each in situation.partnership.needs):
        raise NotAllowed("quarter_counted")
    if situation.at is not None and situation.at.date() < ended_by(fact.quarter):
        raise NotAllowed("quarter_to_come")
    if fact.asked is None:
        raise NotAllowed("too_few_to_show")
    if fact.met is not None and fact.met > fact.asked:
        raise NotAllowed("more_than_all")


CHECKS: Mapping[type[Fact], Callable[[Any, Situation], None]] = {
    f.NeedsCounted: check_needs_counted,
}
