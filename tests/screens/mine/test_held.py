"""What is held about me: every store has its answer, opened for me and for nobody else."""

from __future__ import annotations

import json

from tests.core.facts.story import START
from tests.kept import a_record
from tests.screens.mine.somebody import MINE, NAME, TAKEN, a_member, guarded
from withus.questions.held import NOT_OPENED, PARTS, Sheet
from withus.saying.mine import held as saying
from withus.stores.accounts.accounts import give_code
from withus.stores.holding import MAIN_TABLES, TABLES
from withus.stores.holds import Holds

pytestmark = a_record
ADDRESS = "wren@castellane.example"


def test_every_store_that_can_hold_something_of_a_person_has_an_answer() -> None:
    holding = {
        store.name
        for stores in TABLES.values()
        for store in stores
        if set(store.columns.values()) - {Holds.NOTHING}
    }
    answered = [table for part in PARTS for table in part.tables]
    assert sorted([*answered, *NOT_OPENED]) == sorted(holding)
    assert {each.name for each in MAIN_TABLES} > set(answered)


def test_every_part_has_its_words() -> None:
    for part in PARTS:
        assert saying.title(part.code)
        assert saying.about(part.code).endswith(".")
    assert all(saying.not_opened(reason).endswith(".") for reason in NOT_OPENED.values())


def test_the_list_leads_to_each_part_opened_within_the_budget() -> None:
    wren = a_member()
    links = wren.visit(f"{MINE}held/").tree.xpath("//dl//a/@href")
    assert len(links) == len(PARTS)
    said = {link: wren.visit(link).text for link in links}
    assert NAME in said[f"{MINE}held/name/"]
    assert ADDRESS in said[f"{MINE}held/ways_in/"]
    assert "Coming Home board" in said[f"{MINE}held/places/"]
    assert "Somebody took a place." in said[f"{MINE}held/entries/"]
    wren.visit(f"{MINE}held/nothing-of-that-name/", status=404)


def test_all_of_it_is_one_file() -> None:
    wren = a_member()
    give_code(wren.account, now=START)
    answer = wren.visit.client.get(f"{MINE}held/file/")
    told = json.loads(answer.content)
    assert answer["Content-Disposition"] == 'attachment; filename="held-about-me.json"'
    assert answer["Cache-Control"] == "private, no-store"
    assert set(told["held"]) == {part.code for part in PARTS}
    assert told["held"]["name"][0]["name"] == NAME
    assert told["held"]["ways_in"] == [
        {"address": ADDRESS},
        {"code_made": "2026-11-02T09:00:00+00:00"},
    ]
    assert told["held"]["places"][0]["entry"] == TAKEN


def test_every_part_is_on_one_sheet_to_print() -> None:
    wren = a_member()
    links = wren.visit(f"{MINE}held/").tree.xpath("//a[contains(@href, '/print/')]/@href")
    said = {link: wren.visit(link) for link in links}
    here, wrote, account = (said[f"{MINE}held/print/{each}/"] for each in Sheet)
    assert "Coming Home board" in here.text
    assert "Somebody took a place." in here.text
    assert ADDRESS in account.text
    assert ADDRESS not in here.text + wrote.text
    titles = [title for page in said.values() for title in page.tree.xpath("//h2/text()")]
    assert {saying.title(part.code) for part in PARTS} <= set(titles)
    wren.visit(f"{MINE}held/print/nothing-of-that-name/", status=404)


def test_nobody_is_shown_what_is_held_of_another() -> None:
    wren = a_member()
    lead, _data = guarded()
    for somebody in (lead, _data):
        answer = somebody.visit.client.get(f"{MINE}held/file/").content.decode()
        assert NAME not in answer
        assert ADDRESS not in answer
        assert wren.person not in answer
