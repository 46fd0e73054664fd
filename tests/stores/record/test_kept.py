"""The story as the other tests keep it: every type of fact in a record that checks."""

from __future__ import annotations

import pytest

from tests.core.facts.story import A_MEETING, A_WORK, ORIGIN, SINCE, START
from tests.kept import FACTS, a_record, committed, with_people, write, write_story
from withus.core.facts import FACTS as KINDS
from withus.core.facts.keeping import LogContinued
from withus.stores.record.check import check
from withus.stores.record.models import Leaf
from withus.stores.record.read import entries, find_log


@a_record
def test_the_story_is_entered_whole_and_checks() -> None:
    write_story()
    write(*A_MEETING, *with_people(ORIGIN, A_WORK, {}), *SINCE, now=START)
    log = find_log(ORIGIN)
    every = [*FACTS, *A_MEETING, *A_WORK, *SINCE]
    assert [type(each.fact) for each in entries(log)] == [type(fact) for fact in every]
    assert {type(fact) for fact in every} | {LogContinued} == set(KINDS)
    assert not list(check(log))


@committed
@pytest.mark.parametrize("turn", [1, 2])
def test_what_a_test_committed_is_gone_in_the_next(turn: int) -> None:
    assert not Leaf.objects.exists()
    write_story()
    assert Leaf.objects.count() == len(FACTS)
