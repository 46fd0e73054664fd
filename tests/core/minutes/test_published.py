"""Minutes as they are published, against labels made by hand; a step back fails."""

from __future__ import annotations

import pytest

from tests.core.minutes.scoring import core_faults, labels, other_faults, read

# What other counts are off in practice minutes, told one by one so that a change shows.
NOT_YET = {
    "13-status-column.docx": ["apologies 3, not 2 to 2"],
    "14-maternity-voices.txt": ["chair None"],
    "20-hwb-multi.txt": ["community 1, not 2 to 2"],
    "24-headed-paragraphs.docx": ["community 2, not 1 to 1"],
    "26-dementia-pipes.txt": ["chair None"],
}
PRACTICE_CORE = 30
SHORT_OF: set[str] = set()


@pytest.mark.parametrize("name", labels("published"))
def test_published_minutes_are_read_as_labelled(name: str) -> None:
    meeting, wanted = read("published", name), labels("published")[name]
    assert core_faults(meeting, wanted) == []
    assert other_faults(meeting, wanted) == []


@pytest.mark.parametrize("name", labels("layouts"))
def test_odd_layouts_are_read_as_labelled(name: str) -> None:
    meeting, wanted = read("layouts", name), labels("layouts")[name]
    assert core_faults(meeting, wanted) == []
    assert other_faults(meeting, wanted) == []


def test_practice_minutes_score_what_they_scored() -> None:
    wanted = labels("practice")
    meetings = {name: read("practice", name) for name in wanted}
    short = {name for name in wanted if core_faults(meetings[name], wanted[name])}
    other = {
        name: faults
        for name in set(wanted) - short
        if (faults := other_faults(meetings[name], wanted[name]))
    }
    print(f"practice: {len(wanted) - len(short)} of {len(wanted)} exact; also off: {other}")
    assert (len(wanted) - len(short), short) == (PRACTICE_CORE, SHORT_OF)
    assert other == NOT_YET


def test_a_count_that_is_off_is_told() -> None:
    wanted = {"listed": 1, "draws_on_services": 9, "unpaid_carers": 0, "apologies": 77}
    meeting = read("layouts", "as-below.txt")
    assert len(core_faults(meeting, wanted)) == 3
    assert other_faults(meeting, wanted) == ["apologies 1, not 77 to 77"]


def test_most_lists_read_rightly_leave_no_doubt() -> None:
    folders = ("published", "layouts", "practice")
    meetings = [read(folder, name) for folder in folders for name in labels(folder)]
    doubted = sum(bool(meeting.doubts) for meeting in meetings)
    print(f"{doubted} of {len(meetings)} lists carry a doubt")
    assert doubted * 4 < len(meetings)
