"""The record's page: the latest check-code, what is newer, and the entries."""

from __future__ import annotations

import pytest

from tests.core.facts.story import START
from tests.example_record import opening
from tests.kept import FACTS, write_story
from tests.screens.conftest import Visit
from tests.screens.kept import RECORD, Kept

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def test_the_latest_check_code_stands_in_words_and_as_a_qr_code(visit: Visit, kept: Kept) -> None:
    page = visit(RECORD)
    (said,) = page.tree.xpath("//main//p[@class='words']")
    assert " ".join(said.text_content().split()) == kept.latest
    assert page.tree.xpath("//main//svg[@class='qr']/path/@d")
    assert "Of 55 entries, signed at 10:00 on 2 November 2026" in page.text


def test_what_nobody_can_have_kept_yet_is_counted(visit: Visit, kept: Kept) -> None:
    page = visit(RECORD)
    assert "2 entries are newer than this check-code." in page.text
    assert "We do not know of anyone who keeps a copy." in page.text


def test_a_record_that_was_never_signed_says_so(visit: Visit) -> None:
    write_story(facts=[opening()])
    page = visit(RECORD)
    assert "None has been signed yet." in page.text
    assert not page.tree.xpath("//svg[@class='qr']")


def test_the_entries_come_newest_first_by_fifties(visit: Visit, kept: Kept) -> None:
    first, second = visit(RECORD), visit(f"{RECORD}?page=2")
    links = [one.text for one in first.tree.xpath("//ul[@class='list entries']/li/a")]
    assert links == [f"Entry {index}" for index in range(56, 6, -1)]
    links = [one.text for one in second.tree.xpath("//ul[@class='list entries']/li/a")]
    assert links == [f"Entry {index}" for index in range(6, -1, -1)]


def test_each_entry_says_what_happened_when_and_by_whom(visit: Visit) -> None:
    write_story(facts=FACTS)
    page = visit(RECORD)
    told = "Somebody took a place on the Coming Home board.09:08 on 2 November 2026By: the host"
    assert told in page.text
    assert "By: a member (called " in page.text
    assert "By: Not kept, to protect whoever it is about" in page.text


def test_the_page_says_who_serves_it_and_what_no_record_can_show(visit: Visit, kept: Kept) -> None:
    page = visit(RECORD)
    assert "The body whose record this is serves this page" in page.text
    assert "withus verify" in page.text
    assert "What was never entered" in page.text


def test_no_name_and_no_sealed_words_are_on_any_page_of_a_record(visit: Visit) -> None:
    write_story(facts=FACTS)
    texts = [visit(RECORD).response.content.decode()]
    texts += [visit(f"{RECORD}entries/{n}/").response.content.decode() for n in range(len(FACTS))]
    for sealed in ("Person 1", "Members of Our Say", "It names somebody", "How people come home"):
        assert not any(sealed in text for text in texts), sealed


def test_the_record_asks_as_often_for_a_thousand_entries_as_for_ten(visit: Visit) -> None:
    asked = []
    for name, size in (("few", 10), ("many", 1_000)):
        origin = f"withus.example/{name}"
        write_story(origin, facts=[opening()])
        fill(origin, size - 1)
        visit(f"/partnerships/withus.example~{name}/record/")
        asked.append(len(visit.asked))
        visit(f"/partnerships/withus.example~{name}/record/entries/5/")
        asked.append(len(visit.asked))
    assert asked[:2] == asked[2:]
    assert max(asked) <= 15


def fill(origin: str, number: int) -> None:
    """Add so many entries in one go, and sign the record."""
    from tests.core.facts.story import an_id
    from tests.example_record import sign
    from withus.core.facts.joining import OrganisationJoined
    from withus.core.words import OrganisationKind
    from withus.stores.record.append import THE_HOST, writing

    with writing(log=origin, by=THE_HOST, now=START) as pen:
        for each in range(number):
            name = f"Body {each}"
            kind = OrganisationKind.CHARITY
            pen.append(OrganisationJoined(organisation=an_id(name), name=name, kind=kind))
    sign(origin)
