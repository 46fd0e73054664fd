"""Checking an old check-code or a receipt, with the answers a person can get."""

from __future__ import annotations

import pytest
from django.db import connection

from tests.example_record import ORIGIN, opening, sign
from tests.kept import write_story
from tests.screens.conftest import Page, Visit
from tests.screens.kept import RECORD, Kept
from withus.core.proofs.check_code import CheckCode
from withus.stores.record.guards import lowering, raising
from withus.stores.record.models import Leaf, PublicKey, Subtree

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
CODE, RECEIPT = f"{RECORD}check-code/", f"{RECORD}check-receipt/"


def check(visit: Visit, typed: str, *, status: int = 200) -> Page:
    return visit.post(CODE, {"code": typed}, status=status)


def test_an_old_check_code_matches_however_it_is_typed(visit: Visit, kept: Kept) -> None:
    for typed in (kept.old, kept.old.upper().replace(" ", "-"), f"Check-code: {kept.old}."):
        page = check(visit, typed)
        assert page.h1 == "It matches"
        assert "The first 20 entries are the same now as when the code was made." in page.text
        assert "The record has 57 entries today." in page.text


def test_a_code_that_was_never_signed_is_worked_out_for_its_size(visit: Visit) -> None:
    write_story(facts=[opening()])
    code = sign()
    write_story("withus.example/again", facts=[opening()])
    assert "was signed here at the time" in check(visit, code).text


def test_one_misspelt_word_is_named_and_mended(visit: Visit, kept: Kept) -> None:
    words = kept.old.split()
    slipped = " ".join([*words[:3], words[3][:-1] + words[3][-1] * 2, *words[4:]])
    page = check(visit, slipped)
    assert page.h1 == "It matches, with one word mended"
    assert "Word 3 was spelt otherwise" in page.text


def test_words_of_another_record_differ_and_the_page_says_keep_them(
    visit: Visit, kept: Kept
) -> None:
    other = "withus.example/other"
    write_story(other, facts=[opening()])
    page = check(visit, sign(other))
    assert page.h1 == "It differs"
    assert "Keep the paper it stands on." in page.text


def test_words_that_do_not_fit_one_another_were_typed_wrongly(visit: Visit, kept: Kept) -> None:
    size, *words = kept.old.split()
    turned = ((*words[each:], *words[:each]) for each in range(1, 12))
    typed = next(each for each in turned if not CheckCode(int(size), each).adds_up())
    page = check(visit, " ".join([size, *typed]))
    assert page.h1 == "Cannot tell"
    assert "That is no sign that it has." in page.text


def test_a_code_of_more_entries_than_there_are_is_told(visit: Visit, kept: Kept) -> None:
    write_story("withus.example/short", facts=[opening()])
    page = visit.post("/partnerships/withus.example~short/record/check-code/", {"code": kept.old})
    assert page.h1 == "It is of more entries"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "There is nothing to check yet."),
        ("acorn bagel", "There is no number in it."),
        ("20 acorn bagel", "There are 2 words after the number; a check-code has 12."),
    ],
)
def test_what_is_no_check_code_comes_back_with_what_to_put_right(
    visit: Visit, kept: Kept, typed: str, said: str
) -> None:
    page = check(visit, typed, status=422)
    assert said in page.text
    assert page.tree.get_element_by_id("code").text_content().strip() == typed


def the_receipt(visit: Visit, entry: int = 31) -> str:
    return visit(f"{RECORD}entries/{entry}/receipt.txt").response.content.decode()


def test_a_receipt_of_this_record_is_right_pasted_or_sent_as_a_file(
    visit: Visit, kept: Kept
) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    text = the_receipt(visit)
    pasted = visit.post(RECEIPT, {"receipt": text.replace("\n", "\r\n")})
    sent = visit.post(RECEIPT, {"file": SimpleUploadedFile("receipt.txt", text.encode())})
    for page in (pasted, sent):
        assert page.h1 == "The receipt is right"
        assert "Entry 31: Somebody took a place on the Coming Home board." in page.text


def test_a_receipt_that_was_tampered_with_does_not_hold(visit: Visit, kept: Kept) -> None:
    text = the_receipt(visit)
    moved = visit.post(RECEIPT, {"receipt": text.replace("index 31", "index 30")})
    assert moved.h1 == "The receipt does not hold"
    resized = visit.post(RECEIPT, {"receipt": text.replace("\n55\n", "\n54\n")})
    assert resized.h1 == "Not signed by this record"


def test_a_receipt_of_a_record_that_was_rewritten_is_evidence(visit: Visit, kept: Kept) -> None:
    text = the_receipt(visit)
    guards(lowering(connection.vendor))
    Leaf.objects.filter(log__origin=ORIGIN, index=31).update(content=b"{}")
    Subtree.objects.filter(log__origin=ORIGIN, level=5, index=0).update(digest=bytes(32))
    guards(raising(connection.vendor))
    page = visit.post(RECEIPT, {"receipt": text})
    assert page.h1 == "The record has changed"
    assert check(visit, kept.latest).h1 == "It differs"


def guards(statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def test_a_receipt_of_another_record_cannot_be_checked_here(visit: Visit, kept: Kept) -> None:
    write_story("withus.example/other", facts=[opening()])
    page = visit.post(
        "/partnerships/withus.example~other/record/check-receipt/", {"receipt": the_receipt(visit)}
    )
    assert page.h1 == "Cannot tell"


def test_without_the_public_key_nothing_is_said_of_a_receipt(visit: Visit, kept: Kept) -> None:
    text = the_receipt(visit)
    PublicKey.objects.all().delete()
    page = visit.post(RECEIPT, {"receipt": text})
    assert page.h1 == "Cannot tell"
    assert "That is no sign that the receipt is wrong." in page.text


def test_what_is_no_receipt_comes_back_with_what_to_put_right(visit: Visit, kept: Kept) -> None:
    page = visit.post(RECEIPT, {"receipt": "Dear Sam"}, status=422)
    assert "Paste the whole text, from its first line to its last." in page.text
    assert page.tree.get_element_by_id("receipt").text_content().strip() == "Dear Sam"
