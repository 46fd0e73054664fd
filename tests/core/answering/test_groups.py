"""Six people agreed, and each says for themselves that it is right: nobody twice."""

from __future__ import annotations

from tests.core.answering.telling import a_telling
from tests.core.facts.story import an_id
from withus.core.answering.groups import GroupSaid, group_said, have_all_said, is_group
from withus.core.words import ConfirmedHow, PointWay


def test_each_of_a_group_counts_once_and_others_apart() -> None:
    told = a_telling()
    entry = told.point("ours", way=PointWay.GROUP, group_of=3)
    other = told.point("mine")
    for name in ("a", "a", "a", "b"):
        told.confirm(entry, name)
    told.confirm(entry, "c", how=ConfirmedHow.SECOND_PERSON)
    told.confirm(other, "d")
    point = told.work.points[an_id("ours")]
    assert is_group(point)
    assert not is_group(told.work.points[an_id("mine")])
    assert group_said(told.work, point) == GroupSaid(of=3, right=2, wrong=0, others=1)
    assert not have_all_said(told.work, point)
    told.confirm(entry, "e", right=False)
    assert group_said(told.work, point) == GroupSaid(of=3, right=2, wrong=1, others=1)
    assert have_all_said(told.work, point)
