"""Points on their pages: put, listed, found, answered, linked, confirmed, taken back."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.a_meeting import ORIGIN
from tests.core.facts.story import an_id
from tests.kept import a_record
from tests.reading.pictures import a_jpeg
from tests.screens.answering.at_a_work import PAGE, POINTS, At, a_work_at
from tests.screens.meeting.people import anybody
from withus.actions.keeping import erase_text
from withus.core.facts.joining import DutyEnded
from withus.core.words import ErasedGround, PointOutcome, ShownAs
from withus.stores.answering.models import Attachment
from withus.stores.worrying import worries

pytestmark = a_record


@pytest.fixture
def at(db: None) -> At:
    """A work to put points to."""
    return a_work_at()


def test_a_member_puts_a_point_and_it_waits_in_the_list(at: At) -> None:
    assert "Nobody has put a point yet." in at.sees("Bo").text
    at.sends("Bo", "put/", words="Buses stop too soon.", shown_as="role")
    page = at.sees("Flo")
    assert "1 point. 1 waits for an answer." in page.text
    assert "Buses stop too soon." in page.text
    assert "A member: draws on care and support" in page.text
    assert "Not answered yet" in page.text
    assert "Buses stop too soon." in at.sitting.as_("Flo")(PAGE).text


def test_outsiders_see_how_many_and_what_became_of_them_and_no_words(at: At) -> None:
    point = at.points.put("Bo", "Buses stop too soon.", shown_as=ShownAs.NAMED)
    at.points.answer(point, PointOutcome.NOT, "There is no money.")
    for path in ("", f"{point}/"):
        page = anybody()(POINTS + path)
        assert "Not taken up" in page.text
        assert "Buses" not in page.text
        assert "money" not in page.text
        assert "Bo" not in page.text.replace("boards", "").replace("Both", "")
    assert "Bo" in at.sees("Flo").text


@pytest.mark.parametrize(("shown", "said"), [("counted", "Somebody on the board"), ("named", "Bo")])
def test_a_point_is_shown_as_whoever_put_it_chose(at: At, shown: str, said: str) -> None:
    at.sends("Bo", "put/", words="Buses.", shown_as=shown)
    line = at.sees("Flo").tree.xpath("//ul[@class='list']/li//p[contains(@class, 'soft')]")[0]
    assert said in line.text_content()


@pytest.mark.parametrize("name", ["Una", "Fay", "Olu", "Sam"])
def test_who_holds_no_place_puts_none(at: At, name: str) -> None:
    at.sends(name, "put/", words="Mine", shown_as="role", status=403)
    assert not at.points.there.state.points


def test_a_point_of_nothing_or_too_much_is_put_right(at: At) -> None:
    page = at.sends("Bo", "put/", words=" ", shown_as="role", status=422)
    assert page.tree.xpath("//textarea[@id='words'][@aria-invalid='true']")
    at.sends("Bo", "put/", words="a" * 4_001, shown_as="role", status=422)
    at.sends("Bo", "put/", words="Buses.", status=422)


def test_the_list_is_narrowed_sorted_and_searched(at: At) -> None:
    one, two = at.points.put("Bo", "Buses at night."), at.points.put("Di", "A lift that works.")
    at.points.answer(one, PointOutcome.ADOPTED, "")
    assert [p in at.sees("Bo", "?stands=waits").text for p in ("Buses", "lift")] == [False, True]
    assert [p in at.sees("Bo", "?q=BUSES").text for p in ("Buses at", "lift")] == [True, False]
    old = at.sees("Bo", "?sort=old").text
    assert old.index("Buses") < old.index("lift")
    assert at.sees("Bo").text.index("lift") < at.sees("Bo").text.index("Buses")
    theme = at.points.theme(one, two)
    assert "2 points found" in at.sees("Bo", f"?theme={theme}").text
    assert "Buses" not in anybody()(f"{POINTS}?q=Buses").text.replace("Words in it", "")


def test_a_point_is_answered_linked_and_confirmed_by_whoever_put_it(at: At) -> None:
    point, revision = at.points.put("Bo", "Buses at night."), at.points.there.revision()
    page = at.sends("Fay", f"{point}/answer/", outcome="partly", reason="Noted!", status=422)
    assert "does not tell them what happens" in page.text
    at.sends("Fay", f"{point}/answer/", outcome="partly", reason="Until eleven.")
    at.sends("Fay", f"{point}/link/", to=revision, paragraph="1")
    page = at.sees("Bo", f"{point}/")
    assert "Part of it is taken up" in page.text
    assert "Until eleven." in page.text
    assert "The plan, version 1, paragraph 1" in page.text
    (there,) = page.tree.xpath("//a[starts-with(text(), 'The plan, version 1')]/@href")
    assert at.sitting.as_("Bo").client.get(there).status_code == 200
    assert not anybody()(f"{POINTS}{point}/").tree.xpath(f"//a[@href='{there}']")
    assert not at.sees("Di", f"{point}/").tree.xpath("//button[@value='there']")
    at.sends("Di", f"{point}/", do="there", status=404)
    at.sends("Bo", f"{point}/", do="there")
    assert "Whoever put it says: it is there." in at.sees("Flo", f"{point}/").text
    at.sends("Bo", f"{point}/", do="take_back")
    assert "took it back" in at.sees("Flo", f"{point}/").text


def test_a_pasted_reason_is_shown_as_that(at: At) -> None:
    one, two = at.points.put("Bo", "Buses."), at.points.put("Di", "Trains.")
    first = at.points.answer(one, PointOutcome.NOT, "There is no money.")
    at.points.answer(two, PointOutcome.NOT, "There is no money!")
    assert f"given before, in entry {first}" in at.sees("Di", f"{two}/").text


def test_points_are_brought_together_agreed_and_answered_at_once(at: At) -> None:
    points = [at.points.put("Bo", "Buses."), at.points.put("Flo", "Trains.")]
    at.sends("Fay", "themes/", points=points, title="", status=422)
    at.sends("Fay", "themes/", points=points[:1], title="Home", status=422)
    at.sends("Fay", "themes/", points=points, title="Getting home")
    theme = next(iter(at.points.there.state.themes))
    assert "Answer all of them" not in at.sees("Fay", f"themes/{theme}/").text
    at.sends("Flo", f"themes/{theme}/", do="agree", status=422)
    at.sends("Di", f"themes/{theme}/", do="agree")
    at.sends("Fay", f"themes/{theme}/", outcome="not", reason="The county decides that.")
    for point in points:
        page = at.sees("Bo", f"{point}/")
        assert "The county decides that." in page.text
        assert "answered with its theme" in page.text


def test_a_picture_goes_with_a_point_without_where_it_was_taken(at: At) -> None:
    sent = SimpleUploadedFile("me.jpg", a_jpeg(b"GPS of my house"))
    at.sends("Bo", "put/", words="", shown_as="role", file=sent)
    answer = at.sitting.as_("Flo").client.get(f"{POINTS}{at.last}/file/")
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/jpeg")
    assert b"GPS" not in answer.content
    assert "sandbox" in answer["Content-Security-Policy"]
    assert "me.jpg" not in answer["Content-Disposition"]
    anybody()(f"{POINTS}{at.last}/file/", status=404)
    entry = at.points.stands(at.last).put.entry
    erase_text(
        record=ORIGIN,
        entry=entry,
        path="attachment",
        ground=ErasedGround.ASKED,
        now=at.points.by("Bo").now,
    )
    assert not Attachment.objects.exists()
    at.sees("Flo", f"{at.last}/file/", status=404)


@pytest.mark.parametrize("content", [b"<script>", b"%PDF-1.4", b"\xff\xd8\xff broken", b"MZ\x90"])
def test_what_is_no_picture_and_no_recording_is_not_taken(at: At, content: bytes) -> None:
    sent: Any = SimpleUploadedFile("a.jpg", BytesIO(content).read())
    page = at.sends("Bo", "put/", words="", shown_as="role", file=sent, status=422)
    assert "no picture, recording or film" in page.text


def test_what_somebody_is_worried_about_is_hidden_from_the_others(at: At) -> None:
    point = at.points.put("Bo", "Sam Hill hit me.")
    entry = at.points.stands(point).put.entry
    worries.keep(ORIGIN, "It names somebody.", on=at.points.by("Bo").now.date(), entry=entry, by="")
    for path in ("", f"{point}/"):
        assert "Sam Hill" not in at.sees("Flo", path).text
    assert "Its words were taken away." in at.sees("Flo").text


def test_where_nobody_guards_those_who_write_there_is_no_box(at: At) -> None:

    at.points.there.here.act(
        DutyEnded(given=an_id("duty data"), until=at.points.by("Bo").now.date())
    )
    page = at.sees("Bo", "put/")
    assert not page.tree.xpath("//textarea")
    assert "You cannot write here yet." in page.text
    at.sends("Bo", "put/", words="Buses.", shown_as="role", status=422)


def test_a_work_about_one_person_is_nothing_to_outsiders(db: None) -> None:
    at = a_work_at(one_person=True)
    point = at.points.put("Bo", "Buses.")
    for path in ("", f"{point}/", "themes/", "put/"):
        assert anybody().client.get(POINTS + path).status_code in (302, 404)
    at.sees("Una", status=404)
    at.sees("Bo", f"{point}/")


def test_the_list_asks_as_little_of_a_thousand_as_of_twelve(at: At) -> None:
    for number in range(13):
        at.points.put("Bo", f"Point {number}.")
    page = at.sees("Flo")
    assert "Page 1 of 2" in page.text
    few = len(at.sitting.as_("Flo").asked)
    for number in range(30):
        at.points.put("Di", f"More {number}.")
    at.sees("Flo", "?page=2")
    assert len(at.sitting.as_("Flo").asked) <= few
