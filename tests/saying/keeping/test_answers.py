"""What came of a check, told for every answer that there is."""

from __future__ import annotations

import pytest

from withus.core.proofs.refused import Malformed
from withus.questions.checking_records import Answer
from withus.saying.keeping import answers, record

OF_CODES = ("matches", "mended", "mistyped", "differs", "beyond")
OF_RECEIPTS = ("matches", "no_key", "other_record", "not_signed", "not_in_it", "forked")


def test_every_answer_is_told() -> None:
    assert {*OF_CODES, *OF_RECEIPTS} == {answer.value for answer in Answer}
    told = {"size": 20, "now": 57, "word": None, "index": 3}
    for said in (
        *(answers.of_code(each, told) for each in OF_CODES),
        *(answers.of_receipt(each, told) for each in OF_RECEIPTS),
    ):
        assert said.shows in ("shown", "not", "cant")
        assert all((said.verdict, said.answer, said.meaning, said.next))


@pytest.mark.parametrize("code", ["no_size", "words_counted", "nothing_given", "too_long", "other"])
def test_every_refusal_says_what_to_do_next(code: str) -> None:
    assert answers.refused(Malformed(code)).count(".") >= 1


def test_what_nobody_can_have_kept_yet_is_said_in_its_number() -> None:
    assert record.window(0) == "Every entry is covered by this check-code."
    assert record.window(1).startswith("1 entry is newer")
    assert record.window(2).startswith("2 entries are newer")


def test_others_who_signed_are_named_and_not_vouched_for() -> None:
    assert record.keepers([]) == "We do not know of anyone who keeps a copy."
    assert "oursay.example" in record.keepers(["oursay.example"])
    assert "cannot tell" in record.keepers(["oursay.example"])
