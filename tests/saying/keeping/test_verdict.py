from __future__ import annotations

from dataclasses import replace

from tests.core.copies import whole_copy
from withus.core.verifying.trust import Trust
from withus.core.verifying.verdict import Failed, Notes, Step, Unopened, VouchedBy, Voucher
from withus.saying.keeping.verdict import SHOWN, by, entries, notes, report, unopened

COPY = whole_copy()
NOTHING = Notes(False, (), (), (), (), None)  # noqa: FBT003


def test_the_answer_comes_first_and_what_no_check_shows_last() -> None:
    for trust in (None, Trust(heads=(COPY.code(),))):
        told = report(COPY.verified(trust))
        assert told[0].startswith("This copy agrees with ")
        assert told[-1].startswith("No check can show what was never entered")


def test_a_copy_that_all_of_is_vouched_for_leaves_nothing_to_the_host() -> None:
    assert "host" not in " ".join(report(COPY.verified(Trust(heads=(COPY.code(),)))))


def test_what_was_not_opened_is_told_by_why_and_what_it_leaves_open() -> None:
    told = unopened(Unopened(sealed=1_200, withdrawn=1, erased=2, never=9))
    assert told.startswith("Of 1,200 sealed names and texts, 12 did not come with it: 1 withdrawn")
    assert "no figure depends on any of them" in told
    assert unopened(Unopened(0, 0, 0, 0)) == "There are no sealed names or texts in it."


def test_a_slip_is_told_by_the_place_of_its_word() -> None:
    told = by(Voucher(VouchedBy.CHECK_CODE, 1, otherwise=(3, 5)))
    assert told.endswith("taken as a slip: word 3 and 5.")
    assert "the first entry is as it was then" in told


def test_a_witness_who_signed_beyond_any_calendar_breaks_nothing() -> None:
    assert "day not given" in by(Voucher(VouchedBy.WITNESS, 3, name="ulo.example", at=2**63 - 1))


def test_entries_are_named_while_they_are_few() -> None:
    assert entries((4,)) == "entry 4"
    assert entries((4, 7)) == "entry 4 and entry 7"
    assert entries(tuple(range(SHOWN + 1))) == "11 entries"


def test_a_practice_record_is_called_one() -> None:
    verdict = replace(COPY.verified(), notes=replace(NOTHING, practice=True))
    assert notes(verdict) == ["It is a practice record: nothing in it happened."]


def test_a_record_that_goes_on_from_another_is_told() -> None:
    verdict = replace(COPY.verified(), notes=replace(NOTHING, continues="withus.example/before"))
    assert notes(verdict)[0].startswith("It goes on from withus.example/before, part of which")


def test_a_failure_names_the_entry_and_both_sides() -> None:
    failed = Failed(Step.ENTRIES, "origin_differs", 4, "here", "elsewhere")
    told = report(replace(COPY.verified(), failed=failed, checked=()))
    assert told[2:6] == [
        "Entry 4: this is an entry of another record.",
        "Expected: here",
        "Found: elsewhere",
        "Checked: nothing.",
    ]
