"""The reader who looks for names: planted in every field of every layout, shown nowhere."""

from __future__ import annotations

import json
import logging

import pytest
from django.test import Client

from tests.screens.checking.flow import carried
from tests.screens.conftest import Page, Visit

# Names nobody has, and surnames that are also words of posts.
CANARIES = ("Zyxquill", "Vrooksmeer", "Quandrell")
FIRST = "Xanthip"

LAYOUTS = {
    "commas": (
        "{t} Partnership Board\nDate: 4 May 2024\nPresent\n"
        "{a}, Director, Anytown Council\n{b}, PA to Councillor {c}, Anytown Council\n"
        "{c}, Parent carer representative, deputising for {a}\n{a} {b}, Manager, {c} Trust\n"
        "Apologies\n{b}, Officer\n1. Welcome\n{a} welcomed {b}.\nAGREED: {c} to write.\n"
    ),
    "brackets": (
        "{t} Board 04/05/2024\nPresent: {a} (Chair), {b} (with supporter {c}), {c} ({a}'s deputy)\n"
        "In attendance: {a} (minutes for {b}), {c}\nApologies: {b}, {c}\n"
    ),
    "dashes": (
        "Board of {t}\n4 May 2024\nAttendance\n{a} – Chair (for {b})\n"
        "{b} – Carer (Anytown Carers)\n"
        "{c} – Head of Service ({a} House)\nNotes: {a}\n"
    ),
    "groups": (
        "BOARD\nMeeting on 4 May 2024\nATTENDANCE\n{a}'s guests:\n{b}, {c}\n"
        "Carers:\nMrs {a}, Mr {b}\n"
        "Councillors:\nCllr {c}, Cllr {a}\nApologies\n{b}\n"
    ),
    "table": (
        "Board\n4 May 2024\nName\tRole\tOrganisation\tAttendance\n{a}\tChair\tCouncil\tPresent\n"
        "{b}\tCarer, {c}\t{a} Ltd\tPresent\n{c}\tPA to {a}\tNHS\tApologies\n"
    ),
    "role first": (
        "Board\n4 May 2024\nPresent\nChair: {a}\nParent carer representative – {b}\n"
        "Director – {c}\nMinutes: {a} {b}\n"
    ),
    "roll call": (
        "{t} COUNCIL\nTuesday, May 14, 2024\nMayor {a} called the meeting to order.\n"
        "Council Members Present: {a}, {b}, {c}\nCouncil Members Absent: {t}\nRESOLVED: {a}\n"
    ),
}
NAMES = {
    "unheard of": [f"{FIRST} {one}" for one in CANARIES],
    "surname only": [f"Mrs {one}" for one in CANARIES],
    "words of posts": [f"{FIRST} Carer", f"{FIRST} Head", f"{FIRST} Price"],
    "initials": [f"Z. {one}" for one in CANARIES],
    "capitals": [f"{FIRST.upper()} {one.upper()}" for one in CANARIES],
    "hyphens": [f"{FIRST} {one}-Smythson" for one in CANARIES],
}
SECRET = (*CANARIES, FIRST, "Smythson", "Price")
CASES = [(layout, kind) for layout in LAYOUTS for kind in NAMES]


def minutes(layout: str, kind: str) -> str:
    a, b, c = NAMES[kind]
    return LAYOUTS[layout].format(a=a, b=b, c=c, t=a.split()[-1])


def names_in(text: str) -> list[str]:
    return [one for one in SECRET if one.lower() in text.lower()]


@pytest.mark.parametrize(("layout", "kind"), CASES)
def test_no_name_is_on_the_result_in_the_file_in_a_letter_or_in_a_log(
    visit: Visit, client: Client, caplog: pytest.LogCaptureFixture, layout: str, kind: str
) -> None:
    caplog.set_level(logging.DEBUG)
    people = visit.post("/check/", {"minutes": minutes(layout, kind)})
    page = visit.post("/check/result/", carried(people))
    check = {"check": carried(page)["check"]}
    kept = client.post("/check/save/", check).content.decode()
    letters = client.post("/check/letters/", check).content.decode()
    assert json.loads(kept)["output"]["meetings"][0]["listed"] > 1
    for shown in (page.response.content.decode(), kept, letters, caplog.text):
        assert names_in(shown) == []
    assert only_own_lines(people) == []


def only_own_lines(page: Page) -> list[str]:
    """Return names on the page of people outside the lines the person pasted themselves."""
    for own in page.tree.xpath("//*[@class='pasted']"):
        own.drop_tree()
    return names_in(page.text)


def test_planted_names_would_be_seen() -> None:
    assert names_in("PA to Zyxquill") == ["Zyxquill"]
    assert set(names_in(minutes("commas", "words of posts"))) == {FIRST, "Price"}


@pytest.mark.parametrize("where", ["role", "organisation", "board", "why"])
def test_a_name_written_into_a_kept_file_by_hand_is_not_shown(
    visit: Visit, client: Client, where: str
) -> None:
    people = visit.post("/check/", {"minutes": minutes("commas", "unheard of")})
    data = json.loads(client.post("/check/save/", carried(people)).content)
    listed = data["as_read"][0]["listed"][0]
    if where == "board":
        data["board"] = "Zyxquill"
    elif where == "why":
        listed["why"] = [["services", "Zyxquill", None]]
    else:
        listed[where] = "Director Zyxquill"
    from django.core.files.uploadedfile import SimpleUploadedFile

    kept = SimpleUploadedFile("kept.json", json.dumps(data).encode())
    page = visit.post("/check/open/", {"saved": kept})
    assert "Zyxquill" not in page.response.content.decode()
