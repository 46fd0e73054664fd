"""The page of people: every line can be put right, and every correction taken back."""

from __future__ import annotations

from tests.screens.checking.flow import DEVON, carried, paste, texts, to_result
from tests.screens.conftest import Page, Visit

CHAIR_OF_FORUM = "Co-chair of Parent Carer Forum Devon (PCFD)"


def number_of(page: Page, post: str) -> str:
    """Return the number of the place that a Change button speaks of."""
    path = f"//button[@name='place'][contains(., '{post}')]/@value"
    value: str = page.tree.xpath(path)[0]
    return value


def test_a_place_listed_at_four_meetings_stands_once(visit: Visit) -> None:
    page = paste(visit, *texts(DEVON))
    buttons = page.tree.xpath(f"//button[@name='place'][contains(., '{CHAIR_OF_FORUM}')]")
    assert len(buttons) == 1


def test_one_line_put_right_changes_the_result(visit: Visit) -> None:
    page = paste(visit, texts(DEVON)[0])
    assert "2 of 11 members (15 in the room)" in to_result(visit, page).text
    number = number_of(page, "Chief Executive")
    one = visit.post("/check/place/", {**carried(page), "place": number})
    assert "The line as you pasted it:" in one.text
    answers = {"do": "place", "capacity": "draws_on_services", "standing": "member"}
    changed = visit.post("/check/people/", {**carried(one), **answers})
    assert "What you put right" in changed.text
    assert "3 of 11 members (15 in the room)" in to_result(visit, changed).text


def test_a_correction_can_be_taken_back(visit: Visit) -> None:
    page = paste(visit, texts(DEVON)[0])
    answers = {"do": "place", "capacity": "draws_on_services", "standing": "member"}
    number = number_of(page, "Chief Executive")
    changed = visit.post("/check/people/", {**carried(page), **answers, "place": number})
    back = visit.post("/check/people/", {**carried(changed), "do": "undo-0"})
    assert "What you put right" not in back.text
    assert "2 of 11 members (15 in the room)" in to_result(visit, back).text


def test_support_staff_ticked_as_members_are_counted(visit: Visit) -> None:
    page = paste(visit, texts(DEVON)[0])
    shown = page.tree.xpath("//input[@name='shown']/@value")
    assert len(shown) == 4
    ticked = {f"member-{shown[0]}": "1", "shown": shown}
    result = visit.post("/check/result/", {**carried(page), **ticked})
    assert "2 of 12 members (15 in the room)" in result.text


def test_a_line_that_was_missed_is_added_without_its_name(visit: Visit) -> None:
    page = paste(visit, texts(DEVON)[0])
    added = {
        "do": "add",
        "meeting": "1",
        "role": "Parent carer representative Zyxquill",
        "organisation": "",
        "capacity": "unpaid_carers",
        "member": "yes",
    }
    after = visit.post("/check/people/", {**carried(page), **added})
    assert "Zyxquill" not in after.text
    assert "3 of 12 members (16 in the room)" in to_result(visit, after).text


def test_an_added_line_needs_words_and_says_so(visit: Visit) -> None:
    page = paste(visit, texts(DEVON)[0])
    added = {"do": "add", "meeting": "1", "role": " ", "capacity": "services"}
    refused = visit.post("/check/people/", {**carried(page), **added}, status=422)
    assert "Say what the place is." in refused.text


def test_a_line_typed_and_sent_by_another_button_is_added_all_the_same(visit: Visit) -> None:
    page = paste(visit, texts(DEVON)[0])
    typed = {"meeting": "1", "role": "Carer", "capacity": "unpaid_carers", "member": "yes"}
    assert "3 of 12 members (16 in the room)" in to_result(visit, page, **typed).text


def test_a_day_that_was_not_read_can_be_typed(visit: Visit) -> None:
    undated = texts(DEVON)[0].replace("2024-02-08", "")
    page = paste(visit, undated)
    assert page.tree.xpath("//input[@name='day-1']")
    result = to_result(visit, page, **{"day-1": "8 2 2024"})
    assert "8 February 2024" in result.text


def test_a_day_that_is_no_day_is_refused_and_nothing_is_lost(visit: Visit) -> None:
    page = paste(visit, texts(DEVON)[0].replace("2024-02-08", ""))
    again = visit.post("/check/result/", {**carried(page), "day-1": "32 13 2024"}, status=422)
    assert "not in the calendar" in again.text
    assert carried(again) == carried(page)


def test_two_posts_can_be_said_to_be_one_place(visit: Visit) -> None:
    page = paste(visit, *texts(DEVON))
    old, new = (
        number_of(page, "SEND Improvement Director"),
        number_of(page, "SEND Strategic Director"),
    )
    answers = {"do": "place", "capacity": "services", "standing": "member", "same": new}
    after = visit.post("/check/people/", {**carried(page), **answers, "place": old})
    assert not after.tree.xpath("//button[@name='place'][contains(., 'SEND Improvement Director')]")


def test_who_chaired_can_be_told_where_the_minutes_do_not(visit: Visit) -> None:
    page = paste(visit, texts(DEVON)[0])
    result = to_result(visit, page, **{"chair-1": "unpaid_carers"})
    assert "One of the people it is about was in the chair." in result.text


def test_answers_that_are_no_choice_are_refused(visit: Visit) -> None:
    page = paste(visit, texts(DEVON)[0])
    sent = {**carried(page), "capacity-0": "king"}
    assert "not a choice" in visit.post("/check/people/", sent, status=422).text


def test_no_names_at_all_is_said_to_be_not_told(visit: Visit) -> None:
    page = paste(visit, "Date: 4 May 2024\nPresent: Jo Bloggs, Al Quill and Sam Zed")
    result = to_result(visit, page)
    assert "We cannot tell." in result.text
    assert "0 of 3" not in result.text


def test_a_list_that_may_be_shorter_says_so_on_both_pages(visit: Visit) -> None:
    listed = "Bea Quilling, carer\nCal Dornish, NHS\nDee Eavesly, Scope\nLearning and care manager"
    page = paste(visit, f"Carers Board\n4 November 2025\nPresent:\n{listed}\n")
    told = "4 November 2025: the list may be shorter than we counted: 4 (3 to 4). Look at line 7"
    assert told in page.text
    assert told in to_result(visit, page).text
    assert "the list may be" not in paste(visit, texts(DEVON)[0]).text
