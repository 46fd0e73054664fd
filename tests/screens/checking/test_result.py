"""The result: figures with their sources, one file to keep, letters to change."""

from __future__ import annotations

import json

from django.test import Client

from tests.screens.checking.flow import DEVON, OTHERS, carried, paste, texts, to_result, upload
from tests.screens.conftest import Visit


def test_the_example_is_one_click_from_home_and_names_its_source(visit: Visit) -> None:
    home = visit("/")
    assert "/check/example/" in home.tree.xpath("//main//a/@href")
    page = visit("/check/example/")
    assert "7 of 58 members" in page.text or "7, perhaps" in page.text
    assert page.tree.xpath("//a[contains(@href, 'devon.gov.uk')]")


def test_there_is_one_mark_for_each_person_listed(visit: Visit) -> None:
    page = to_result(visit, paste(visit, *texts(DEVON)))
    marks = [
        len(room.xpath(".//*[local-name()='use']"))
        for room in page.tree.xpath("//ul[contains(@class,'rooms')]/li")
    ]
    assert marks == [15, 21, 22, 19]


def test_each_finding_has_a_question_a_sentence_and_a_table(visit: Visit) -> None:
    page = to_result(visit, paste(visit, *texts([*DEVON, *OTHERS])))
    findings = page.tree.xpath("//article")
    assert [one.get("id") for one in findings] == [
        f"finding-{i}" for i in ("B1", "B4", "B8", "B12")
    ]
    for one in findings:
        assert one.xpath(".//h3")
        assert one.xpath(".//p[contains(@class, 'sentence')]")[0].text_content().strip()


def test_it_gives_no_step_no_score_and_no_word_that_wounds(visit: Visit) -> None:
    page = to_result(visit, paste(visit, *texts([*DEVON, *OTHERS])))
    said = page.text.lower()
    for word in ("co-production", "consultation", "engagement step", "score", "token", "tilted"):
        assert word not in said.replace("communications and engagement", "")


def test_the_result_carries_no_pasted_line(visit: Visit) -> None:
    page = to_result(visit, paste(visit, *texts(DEVON)))
    assert "lines" not in carried(page)
    assert "Member 04" not in page.response.content.decode()


def test_the_file_to_keep_opens_again_to_the_same_result(visit: Visit, client: Client) -> None:
    people = paste(visit, *texts(DEVON), board="SEND board", source="https://www.devon.gov.uk/x")
    page = to_result(visit, people, **{"chair-1": "services"})
    saved = client.post("/check/save/", carried(page))
    assert saved["Content-Disposition"] == 'attachment; filename="withus-check-2025-11-04.json"'
    kept = json.loads(saved.content)
    assert kept["format"] == "withus-check-1"
    assert kept["output"]["meetings"][0]["chair"] == "services"
    again = visit.post("/check/open/", {"saved": upload("kept.json", saved.content)})
    assert again.text == page.text
    assert b"Member 04" not in saved.content


def test_a_file_that_is_no_check_is_refused_in_words(visit: Visit) -> None:
    for content in (b"", b"{}", b"[1]", b'{"format": "withus-check-1"}', b"\xff\xfe"):
        page = visit.post("/check/open/", {"saved": upload("other.json", content)}, status=422)
        assert "other.json" in page.tree.xpath("//*[@role='alert']")[0].text_content()


def test_the_letters_are_filled_in_and_can_be_made_a_page(visit: Visit, client: Client) -> None:
    page = to_result(visit, paste(visit, texts(DEVON)[0], board="SEND board"))
    letters = visit.post("/check/letters/", carried(page))
    found = {box.get("id"): box.text_content() for box in letters.tree.xpath("//textarea")}
    assert list(found) == ["text-chair", "text-question", "text-request"]
    assert "Of the 11 members listed, 2 are the people it is about" in found["text-chair"]
    assert "Freedom of Information Act 2000" in found["text-request"]
    sent = {"letter": "chair", "text-chair": "Dear Chair,\nThese words."}
    assert "These words." in visit.post("/check/letters/page/", sent).text
    kept = client.post("/check/letters/page/", {"keep": "chair", "text-chair": sent["text-chair"]})
    assert kept.content.decode() == "Dear Chair,\nThese words."


def test_what_is_typed_is_shown_as_text_and_never_as_a_page(visit: Visit) -> None:
    harm = "<script>alert(1)</script>"
    page = paste(visit, texts(DEVON)[0].replace("Chief Executive", harm), board=harm)
    result = to_result(visit, page)
    assert b"<script" not in page.response.content + result.response.content


def test_six_meetings_are_one_light_page(visit: Visit) -> None:
    people = paste(visit, *texts([*DEVON, *OTHERS]))
    result = to_result(visit, people)
    print(f"people {len(people.response.content)}, result {len(result.response.content)} bytes")
