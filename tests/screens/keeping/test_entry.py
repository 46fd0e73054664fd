"""One entry: what it says, what is sealed, what was said of it later, and its receipt."""

from __future__ import annotations

import json

import pytest

from tests.core.facts.story import A_MEETING, A_WORK, START
from tests.example_record import ORIGIN, SECRET
from tests.kept import FACTS, write, write_story
from tests.screens.conftest import Visit
from tests.screens.kept import RECORD, Kept
from withus.core.facts.fact import Fact
from withus.core.proofs.keys import SigningKey
from withus.core.proofs.receipt import read_receipt, verify_receipt
from withus.stores.record.models import Leaf

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def test_an_entry_begins_with_what_it_shows_to_whoever_keeps_the_page(
    visit: Visit, kept: Kept
) -> None:
    page = visit(f"{RECORD}entries/31/")
    told = "Entry 31: Somebody took a place on the Coming Home board. 09:31 on 2 November 2026."
    assert told in page.text
    assert "Keep this page, or its check-code." in page.text


def test_clear_fields_are_told_and_sealed_ones_named(visit: Visit, kept: Kept) -> None:
    page = visit(f"{RECORD}entries/31/")
    facts = {one[0].text: one[1].text for one in page.tree.xpath("//main//dl/div")}
    assert facts["How they are shown"] == "By their role only"
    assert facts["Person"] == "sealed: who this is"
    made = visit(f"{RECORD}entries/30/").tree.xpath("//main//dl/div")
    facts = {one[0].text: one[1].text for one in made}
    assert facts["In what capacity"] == "Draws on care and support"
    assert facts["Post"] == "sealed: words"


def test_every_type_of_entry_has_a_page(visit: Visit) -> None:
    write_story(facts=FACTS)
    for index in range(len(FACTS)):
        assert visit(f"{RECORD}entries/{index}/").h1.startswith(f"Entry {index} ")
    visit(f"{RECORD}entries/{len(FACTS)}/", status=404)


@pytest.mark.parametrize("begun", [A_MEETING, A_WORK], ids=["meeting", "work"])
def test_an_entry_of_a_meeting_or_a_work_names_its_board_and_leads_there(
    visit: Visit, begun: tuple[Fact, ...]
) -> None:
    write_story(facts=FACTS)
    (index,) = write(begun[0], now=START)
    page = visit(f"{RECORD}entries/{index}/")
    assert "on the Coming Home board" in page.text
    (there,) = page.tree.xpath("//main//a[.='Coming Home board']/@href")
    assert "Coming Home board" in visit(there).text


def test_what_was_said_later_of_an_entry_stands_beside_it(visit: Visit) -> None:
    write_story(facts=FACTS)
    assert "was put right: “Paid for by”" in visit(f"{RECORD}entries/6/").text
    assert "were taken from view. It was private." in visit(f"{RECORD}entries/11/").text
    assert "about them, is right." in visit(f"{RECORD}entries/8/").text
    assert "Nothing: it has not been confirmed" in visit(f"{RECORD}entries/5/").text


def test_the_receipt_proves_the_entry_with_nothing_but_the_public_key(
    visit: Visit, kept: Kept
) -> None:
    text = visit(f"{RECORD}entries/31/receipt.txt").response.content
    leaf = bytes(Leaf.objects.get(log__origin=ORIGIN, index=31).content)
    key = SigningKey(ORIGIN, SECRET).verifier()
    assert verify_receipt(read_receipt(text), entry=leaf, keys=[key]).checkpoint.size == 55
    (shown,) = visit(f"{RECORD}entries/31/").tree.xpath("(//main//pre)[1]")
    assert shown.text_content() == text.decode()


def test_an_entry_newer_than_the_check_code_has_no_receipt_yet(visit: Visit, kept: Kept) -> None:
    assert "newer than the latest check-code" in visit(f"{RECORD}entries/56/").text
    visit(f"{RECORD}entries/56/receipt.txt", status=404)


def test_the_entry_stands_there_word_for_word(visit: Visit, kept: Kept) -> None:
    (leaf,) = visit(f"{RECORD}entries/31/").tree.xpath("//details//pre")
    assert json.loads(leaf.text_content())["type"] == "place.taken.v1"
