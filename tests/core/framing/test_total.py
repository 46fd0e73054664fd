"""Whatever a record holds, in whatever order: each question about a work has an answer."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as some

from tests.core.facts.story import A_WORK, EVERY
from tests.core.history.records import RECORDS, record
from withus.core.facts.encoding import Entry
from withus.core.framing.practised import carried
from withus.core.framing.scope import scope
from withus.core.framing.seen import of_history, question
from withus.core.framing.stages import stages
from withus.core.framing.start import who_was_in_before
from withus.core.history.fold import replay
from withus.core.words import Shows

WORKS = some.permutations(A_WORK[1:]).map(
    lambda others: record([*EVERY[: -len(A_WORK)], A_WORK[0], *others])
)


@settings(max_examples=60, deadline=None)
@given(entries=RECORDS | WORKS)
def test_any_record_is_answered(entries: Sequence[Entry]) -> None:
    history = replay(entries)
    for name in history.works:
        seen = of_history(history, name)
        found = who_was_in_before(seen)
        assert found.shows in Shows
        assert (found.why == "") == (found.shows is Shows.SHOWN)
        assert found.group.all == found.at_most.all
        assert found.group.d <= found.at_most.d
        assert all(0 <= entry < len(entries) for entry in found.entries)
        assert next(each.reached for each in stages(seen)) or seen.work.opened is None
        list(carried(seen.work, boards=frozenset(seen.boards), body="Thornmere Together"))
        question(seen)
        scope(seen.work)


def test_the_story_of_a_work_is_among_them() -> None:
    history = replay(record(EVERY))
    assert len(history.works) == 1
