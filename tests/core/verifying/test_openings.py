from __future__ import annotations

import io
import pickle
from dataclasses import replace

import pytest

from tests.core.copies import Copy, checked, comparable, whole_copy
from withus.core.bundle import NotABundle
from withus.core.errors import Refusal
from withus.core.verifying.openings import Opened, check_openings
from withus.core.verifying.trust import Trust
from withus.core.verifying.verdict import Differs, Failed, Step, Verdict, differs

COPY = whole_copy()
WRONG = ((0, replace(COPY.openings[0][1], value="Other.")), *COPY.openings[1:])
NO_ENTRY = COPY.entries[9].replace(b'"v":1', b'"v":2')


def opened(copy: Copy) -> Opened:
    """Return what the openings of a copy come to by themselves."""
    return check_openings(io.BytesIO(copy.content()))


def with_what(copy: Copy, found: Opened) -> Verdict | Refusal:
    """Return what a copy comes to where its openings were checked elsewhere."""
    return checked(copy.content(), Trust(), lambda: found)


def never() -> Opened:
    raise AssertionError("the openings were asked for")


def test_what_is_sealed_and_what_of_it_is_opened_is_counted() -> None:
    found = opened(COPY)
    assert (found.fields, found.opened, found.withdrawn) == (12, 12, 0)
    found = opened(replace(COPY, openings=()))
    assert (found.fields, found.opened, found.withdrawn) == (12, 0, 1)
    assert found.read[0] == 1 + len(COPY.entries)


def test_nothing_after_the_openings_is_read_with_them() -> None:
    lines = COPY.lines()
    shown = b"".join(lines[: 1 + len(COPY.entries) + len(COPY.openings)])
    assert check_openings(io.BytesIO(shown)) == opened(COPY)


def test_openings_that_were_checked_elsewhere_lead_to_the_same_verdict() -> None:
    assert with_what(COPY, opened(COPY)) == COPY.verified()


@pytest.mark.parametrize(
    "other",
    [
        replace(COPY, openings=COPY.openings[1:]),
        replace(COPY, entries=(*COPY.entries[:26], COPY.entries[25], COPY.entries[27])),
    ],
    ids=["of fewer lines", "of as many"],
)
def test_openings_of_another_file_are_refused(other: Copy) -> None:
    found = with_what(COPY, opened(other))
    assert comparable(found) == comparable(NotABundle("changed_meanwhile", {"line": 41}))


def test_an_entry_that_is_none_is_told_before_any_opening_is_asked_for() -> None:
    entries = (*COPY.entries[:9], NO_ENTRY, *COPY.entries[10:])
    copy = replace(COPY, entries=entries, openings=WRONG, published={})
    found = checked(copy.content(), Trust(), never)
    assert isinstance(found, Verdict)
    assert found.failed == copy.verified().failed
    assert found.failed == Failed(Step.ENTRIES, "not_an_entry", 9, None, "not_a_leaf")


def test_whoever_checks_openings_alone_stops_at_an_entry_that_is_none() -> None:
    copy = replace(COPY, entries=(*COPY.entries[:9], NO_ENTRY), published={})
    with pytest.raises(Differs, match="not_an_entry"):
        opened(copy)


def test_an_opening_that_differs_is_the_same_fault_on_either_side() -> None:
    copy = replace(COPY, openings=WRONG)
    with pytest.raises(Differs) as fault:
        opened(copy)
    assert fault.value.failed == copy.verified().failed


@pytest.mark.parametrize(
    "fault",
    [
        differs(Step.OPENINGS, "opening_differs", 7, got="about"),
        NotABundle("out_of_order", {"line": 3, "expected": "opening"}),
    ],
    ids=["differs", "not a bundle"],
)
def test_a_fault_comes_whole_from_one_process_to_another(fault: Refusal) -> None:
    came = pickle.loads(pickle.dumps(fault))  # noqa: S301
    assert comparable(came) == comparable(fault)
    assert getattr(came, "failed", None) == getattr(fault, "failed", None)
