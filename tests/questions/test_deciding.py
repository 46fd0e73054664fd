"""The rules of a board as anybody may see them: now, and on days to come."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from tests.core.facts.story import BOARD, DAY, RULES, STORY
from tests.core.history.records import history
from withus.core.deciding.mirror import Mirror
from withus.core.facts.joining import RulesSet
from withus.core.findings.finding import NotEnough
from withus.questions.deciding import RulesSeen, rules_seen

A_DAY = timedelta(days=1)


def seen(*sets: tuple[list[Any], date], on: date = DAY) -> tuple[RulesSeen, tuple[RulesSeen, ...]]:
    """Return what is seen of the story's board with other rules."""
    facts = [RulesSet(board=BOARD, rules=told, from_=day, decision=None) for told, day in sets]
    return rules_seen(history(*STORY[:4], *facts, *STORY[5:10]).boards[BOARD], on=on)


def test_without_rules_there_is_still_a_mirror() -> None:
    now, later = seen()
    assert (now.rules, now.since, now.entry, later) == ((), None, None, ())
    ((day, found),) = now.means
    assert day == DAY and isinstance(found, Mirror) and not found.ruled


def test_of_two_sets_for_one_day_the_last_holds_and_those_to_come_follow() -> None:
    other = [{**RULES[0], "id": "other"}]
    now, (first, second) = seen(
        (RULES, DAY), (other, DAY), (RULES, DAY + A_DAY), ([], DAY + 2 * A_DAY)
    )
    assert [rule.id if rule else None for rule in now.rules] == ["other"]
    assert (now.since, now.entry) == (DAY, 5)
    assert [(each.since, each.entry) for each in (first, second)] == [
        (DAY + A_DAY, 6),
        (DAY + 2 * A_DAY, 7),
    ]
    assert first.means[0][0] == DAY + A_DAY


def test_days_on_which_rules_mean_something_else_are_told_until_the_next_set() -> None:
    agree = {**RULES[0], "kind": "agree"}
    ends, begins = {**agree, "until": "2026-12-02"}, {**agree, "from": "2026-12-02"}
    now, _ = seen(([ends], DAY))
    assert [day for day, _ in now.means] == [DAY, date(2026, 12, 2)]
    now, later = seen(([ends], DAY), ([begins], date(2026, 11, 20)))
    assert [day for day, _ in now.means] == [DAY]
    assert [day for day, _ in later[0].means] == [date(2026, 11, 20), date(2026, 12, 2)]


def test_a_day_on_which_nothing_changes_in_what_they_mean_is_left_out() -> None:
    dated = {**RULES[0], "until": "2026-12-02"}
    now, _ = seen(([RULES[0], {**dated, "id": "again"}], DAY))
    assert len(now.means) == 1


def test_a_rule_that_cannot_be_read_leaves_no_mirror() -> None:
    now, _ = seen(([*RULES, {"kind": "habit"}], DAY))
    assert now.rules[1] is None and now.means == ((DAY, NotEnough("rule_unreadable")),)
