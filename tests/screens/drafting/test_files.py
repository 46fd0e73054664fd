"""Files: a plan taken out and brought in; a whole history, each text as whose it was."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.a_plan import FIRST, sits
from tests.a_work import WORK
from tests.kept import a_record
from tests.screens.drafting.people import PLAN, AtPlan, writing
from tests.screens.page_checks import words
from withus.actions.wording import count_words
from withus.cli import main
from withus.reading.history_file import revisions
from withus.saying.drafting.word import document

pytestmark = a_record
IN, HISTORY = f"{PLAN}import/", f"{PLAN}import/history/"
SHARED = Path(__file__).resolve().parents[4] / "shared" / "data" / "histories"
NHS = SHARED / "nhs-open-source-policy.jsonl"


@pytest.fixture
def at(db: None) -> AtPlan:
    """The plan, and its people at their browsers."""
    return writing()


def a_file(content: bytes, name: str = "Jo Bloggs.md") -> dict[str, Any]:
    return {"file": SimpleUploadedFile(name, content)}


def line(number: int, speaker: str, text: str) -> str:
    told = {"revision": number, "at": "2026-01-07T17:05:42+00:00", "speaker": speaker}
    return json.dumps({**told, "side": "services", "text": text})


def test_the_plan_is_taken_out_as_it_was_typed(at: AtPlan) -> None:
    answer = at.as_("Di")(f"{PLAN}export.md").response
    assert answer.content.decode() == f"{FIRST}\n"
    assert answer["Content-Disposition"] == 'attachment; filename="plan-1.md"'
    assert "no-store" in answer["Cache-Control"]


def test_the_plan_is_taken_out_for_word_and_comes_back_the_same(at: AtPlan) -> None:
    answer = at.as_("Di")(f"{PLAN}export.docx").response
    at.as_("Bo").post(IN, a_file(answer.content, "plan.docx"), status=302)
    page = at.as_("Bo")(f"{PLAN}write/")
    box = str(page.tree.xpath("string(//textarea)")).strip()
    assert box == f"# Getting home at night\n\n{FIRST}"
    assert at.plan.text() == FIRST


def test_what_is_brought_in_is_read_before_it_is_saved_and_says_so(at: AtPlan) -> None:
    at.as_("Bo").post(IN, a_file(b"# Ours\n\nA bus at nine."), status=302)
    page = at.as_("Bo")(f"{PLAN}write/")
    assert page.tree.xpath("//input[@name='imported']/@value") == ["yes"]
    at.write("Bo", text="# Ours\n\nA bus at nine.", whose=sits("Bo") or "", imported="yes")
    assert at.plan.state.revisions[at.plan.last()].fact.imported
    assert "Brought in from a file." in at.as_("Di")(PLAN).text
    assert "Bloggs" not in at.as_("Di")(PLAN).text


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "No file was chosen."),
        (a_file(b"%PDF-1.7"), "That is a file of another kind."),
        (a_file(b"  \n "), "There are no words in that file."),
        (a_file(b"word " * 110_000), "The text is too long"),
        (a_file(document("x", "y")[:-40]), "That file is damaged."),
    ],
)
def test_what_cannot_be_brought_in_says_why(at: AtPlan, sent: Any, said: str) -> None:
    page = at.as_("Bo").post(IN, sent, status=422)
    assert said in page.text
    assert page.tree.xpath("//input[@id='file'][@aria-invalid='true']")


def test_a_history_comes_in_text_by_text_as_whose_each_was(db: None) -> None:
    at = writing(text="")
    told = [line(0, "ann", "Ash."), line(1, "ben", "Ash.\n\nBay."), line(2, "ann", "Bay.")]
    fay = at.as_("Fay")
    fay.post(HISTORY, {"do": "look", **a_file("\n".join(told).encode())}, status=302)
    page = fay(HISTORY)
    assert "The file holds 3 drafts." in page.text
    assert "ann: 2 drafts" in page.text
    sent = {"do": "bring", "who-0": sits("Bo") or "", "who-1": ""}
    assert "It does not say whose words" in fay.post(HISTORY, sent, status=422).text
    fay.post(HISTORY, sent | {"who-1": "nobody"}, status=302)
    every = list(at.plan.state.revisions.values())
    assert [one.fact.contributor for one in every] == [sits("Bo"), None, sits("Bo")]
    assert [one.typed_by is not None for one in every] == [True, False, True]
    assert all(one.fact.imported and one.claimed_at for one in every)
    assert at.plan.text() == "Bay."
    assert "ann" not in fay(PLAN).text.split()
    fay.post(HISTORY, {"do": "look", **a_file(told[0].encode())}, status=302)
    page = fay.post(HISTORY, sent | {"who-0": "nobody"}, status=422)
    assert "There are drafts of this plan here already." in page.text


def test_what_is_no_history_says_at_which_line(db: None) -> None:
    at = writing(text="")
    wrong = f"{line(0, 'ann', 'Ash.')}\n{{}}"
    sent = {"do": "look", **a_file(wrong.encode())}
    assert "look at its line 2" in at.as_("Fay").post(HISTORY, sent, status=422).text
    at.as_("Bo").post(HISTORY, sent, status=403)


def test_a_real_history_of_many_authors_gives_the_figures_of_the_command(
    db: None, capsys: pytest.CaptureFixture[str]
) -> None:
    if not NHS.exists():
        print("not at hand: nhs-open-source-policy")
        return
    at = writing(text="")
    content = NHS.read_bytes()
    fay = at.as_("Fay")
    fay.post(HISTORY, {"do": "look", **a_file(content)}, status=302)
    sides = {one.speaker: one.side for one in revisions(BytesIO(content))}
    place = {"services": sits("Flo"), "community": sits("Cy")}
    sent = {f"who-{number}": place[side] or "" for number, side in enumerate(sides.values())}
    fay.post(HISTORY, {"do": "bring", **sent}, status=302)
    last = json.loads(content.splitlines()[-1])
    assert at.plan.text().split() == last["text"].split()
    assert main(["words", str(NHS), "--json"]) == 0
    by_side = json.loads(capsys.readouterr().out)["by_side"]
    assert "The words are being counted." in at.as_("Di").client.get(PLAN).content.decode()
    count_words(WORK)
    rows = at.as_("Di")(f"{PLAN}whose-words/").tree.xpath("//tbody/tr")
    told = {words(row.xpath("./*")[0]): words(row.xpath("./*")[1]) for row in rows}
    for side, name in (("services", "Paid to run services"), ("community", "Community")):
        (said,) = [each for known, each in told.items() if known.startswith(name)]
        assert said.startswith(f"{by_side[side]['count']:,} of ")
