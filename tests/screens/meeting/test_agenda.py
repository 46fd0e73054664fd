"""The agenda: any member asks; whoever runs the meeting places, refuses and says why; papers."""

from __future__ import annotations

import zipfile
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from tests.a_meeting import ORIGIN, STARTS
from tests.kept import a_record
from tests.screens.meeting.people import Sitting, anybody, in_days, page_of, sitting
from withus.actions.keeping import erase_text
from withus.core.words import ErasedGround, Placed
from withus.stores.keys.locker import find_keys
from withus.stores.meeting.models import PaperFile
from withus.stores.meeting.papers import Kept, keep
from withus.stores.record.read import find_log
from withus.stores.record.states import meeting_state

pytestmark = a_record
PDF = b"%PDF-1.4 the night buses"


@pytest.fixture
def at(db: None) -> Sitting:
    """Ambleford's board, with a meeting called."""
    return sitting()


@pytest.fixture
def meeting(at: Sitting) -> str:
    """A meeting to come."""
    return at.here.call(STARTS.replace(year=STARTS.year + 4))


def asked(at: Sitting, meeting: str, name: str = "Bo", title: str = "Night buses") -> str:
    """Let somebody ask for an item on its page; return its id."""
    at.as_(name).post(f"{page_of(meeting)}ask/", {"title": title}, status=302)
    return list(meeting_state(find_log(ORIGIN), meeting).items)[-1]


def placed(at: Sitting, meeting: str, item: str, **answers: str) -> Any:
    """Return what Fay gets for saying what becomes of an item."""
    sent = {"outcome": "on", "order": "1", "told_before": "yes", "reason": "", **answers}
    return at.as_("Fay").client.post(f"{page_of(meeting)}items/{item}/place/", sent)


def test_any_member_asks_and_the_page_says_in_what_capacity_and_not_who(
    at: Sitting, meeting: str
) -> None:
    asked(at, meeting)
    page = at.as_("Flo")(page_of(meeting))
    assert "Night buses" in page.text
    assert "Asked for by a member: draws on care and support" in page.text
    assert "Bo" not in page.text.replace("board", "").replace("Both", "")
    seen = anybody()(page_of(meeting)).text
    assert "Night buses" not in seen
    assert "An item that the board’s members can read" in seen
    assert "draws on care and support" in seen


def test_somebody_who_runs_the_work_without_a_place_asks_by_their_duty(
    at: Sitting, meeting: str
) -> None:
    asked(at, meeting, "Fay", "Money")
    assert "Asked for by those who run the work" in at.as_("Bo")(page_of(meeting)).text


@pytest.mark.parametrize("name", ["Una", "Sam", "Olu"])
def test_who_sits_on_no_board_asks_for_nothing(at: Sitting, meeting: str, name: str) -> None:
    at.as_(name).post(f"{page_of(meeting)}ask/", {"title": "Mine"}, status=403)
    assert not meeting_state(find_log(ORIGIN), meeting).items


@pytest.mark.parametrize(
    ("title", "said"), [(" ", "Say in a line what it is about."), ("a" * 201, "at most 200")]
)
def test_an_item_has_a_line_of_words(at: Sitting, meeting: str, title: str, said: str) -> None:
    page = at.as_("Bo").post(f"{page_of(meeting)}ask/", {"title": title}, status=422)
    assert said in page.text


def test_items_stand_in_the_order_they_were_placed_in(at: Sitting, meeting: str) -> None:
    first, second = asked(at, meeting), asked(at, meeting, "Flo", "Day buses")
    assert placed(at, meeting, first, order="2").status_code == 302
    assert placed(at, meeting, second, order="1").status_code == 302
    page = at.as_("Bo")(page_of(meeting))
    titles = [one.text_content() for one in page.tree.xpath("//ol[@class='list ringed']/li/h3")]
    assert titles == ["Day buses", "Night buses"]


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"outcome": "refused"}, "Say why not"),
        ({"urgent": "yes"}, "Say why it cannot wait"),
        ({"private_by_law": "yes"}, "Say which law"),
        ({"outcome": "gone"}, "Choose what becomes of it."),
        ({"order": "0"}, "as a whole number such as 3"),
    ],
)
def test_what_is_needed_to_place_an_item_is_asked_for(
    at: Sitting, meeting: str, answers: dict[str, str], said: str
) -> None:
    item = asked(at, meeting)
    answer = placed(at, meeting, item, **answers)
    assert (answer.status_code, said in answer.content.decode()) == (422, True)
    assert meeting_state(find_log(ORIGIN), meeting).items[item].placed is None


def test_a_refused_item_keeps_who_asked_and_the_reason(at: Sitting, meeting: str) -> None:
    item = asked(at, meeting)
    placed(at, meeting, item, outcome="refused", order="0", reason="The county decides it.")
    page = at.as_("Bo")(page_of(meeting))
    assert "Not put on the agenda" in page.text
    assert "The county decides it." in page.text
    assert "Asked for by a member: draws on care and support" in page.text
    assert "The county decides it." not in anybody()(page_of(meeting)).text


def test_a_private_item_says_so_and_whether_people_were_told(at: Sitting, meeting: str) -> None:
    item = asked(at, meeting)
    placed(at, meeting, item, private_by_law="yes", told_before="", reason="Part 9 of our rules")
    fact = meeting_state(find_log(ORIGIN), meeting).items[item].placed
    assert fact is not None and (fact.fact.private_by_law, fact.fact.told_before) == (True, False)
    seen = anybody()(page_of(meeting)).text
    assert "Something private by law" in seen
    assert "Not told before" in seen
    assert "Part 9" not in seen


def test_members_do_not_place_items_and_the_chair_does(at: Sitting, meeting: str) -> None:
    item = asked(at, meeting)
    there, sent = f"{page_of(meeting)}items/{item}/place/", {"outcome": "on", "order": "1"}
    at.as_("Bo").post(there, sent, status=403)
    at.as_("Cy").post(there, sent, status=302)
    found = meeting_state(find_log(ORIGIN), meeting).items[item].placed
    assert found is not None and found.fact.outcome is Placed.ON


def put_out(at: Sitting, meeting: str, item: str, *, status: int = 302, **answers: Any) -> Any:
    """Let Fay put out a paper."""
    sent = {
        "form_of": "new",
        "title": "Where buses stop",
        "form": "standard",
        "day": in_days(0).isoformat(),
        "link": "",
        **answers,
    }
    return at.as_("Fay").post(f"{page_of(meeting)}items/{item}/papers/", sent, status=status)


def a_file(content: bytes = PDF, name: str = "Bo’s paper.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def test_a_paper_is_out_in_a_form_and_read_by_those_on_the_board(at: Sitting, meeting: str) -> None:
    item = asked(at, meeting)
    placed(at, meeting, item)
    put_out(at, meeting, item, file=a_file())
    page = at.as_("Bo")(page_of(meeting))
    assert "Where buses stop" in page.text
    assert "Easy Read: not out yet" in page.text
    (address,) = page.tree.xpath("//a[contains(@href, '/papers/')]/@href")
    answer = at.as_("Bo")(address).response
    assert (answer.content, answer["Content-Type"]) == (PDF, "application/pdf")
    assert answer["Content-Disposition"].startswith('attachment; filename="standard-')
    assert "Bo" not in answer["Content-Disposition"]
    anybody()(address, status=302)
    at.as_("Una")(address, status=403)
    assert PDF not in bytes(PaperFile.objects.get().sealed)
    assert "Where buses stop" not in anybody()(page_of(meeting)).text


def test_another_form_of_a_paper_may_be_a_link(at: Sitting, meeting: str) -> None:
    item = asked(at, meeting)
    placed(at, meeting, item)
    put_out(at, meeting, item, file=a_file())
    (first,) = meeting_state(find_log(ORIGIN), meeting).items[item].papers
    link = "https://films.example/buses"
    put_out(at, meeting, item, form_of=first, title="", form="bsl", link=link)
    page = at.as_("Bo")(page_of(meeting))
    (address,) = page.tree.xpath("//a[text()='British Sign Language']/@href")
    shown = at.as_("Bo")(address)
    assert shown.tree.xpath("//main//a[@rel='external noreferrer nofollow']/@href") == [link]
    assert shown.h1 == "Where buses stop"


def a_zip(*names: str) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        for name in names:
            made.writestr(name, "x")
    return held.getvalue()


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({}, "Choose a file, or give a link."),
        ({"link": "http://films.example/"}, "beginning with https://"),
        ({"link": "javascript:alert(1)"}, "beginning with https://"),
        ({"file": a_file(), "link": "https://a.example/"}, "not both"),
        ({"file": a_file(b"<html><script>", "a.pdf")}, "no kind of file we keep"),
        ({"file": a_file(b"MZ\x90\x00\xff", "a.pdf")}, "no kind of file we keep"),
        ({"file": a_file(a_zip("word/document.xml", "word/vbaProject.bin"))}, "no kind of file"),
        ({"file": a_file(b"x" * (10 * 1024 * 1024 + 1))}, "more than 10 MB"),
        ({"link": "https://a.example/", "title": " "}, "Say in a line"),
        ({"link": "https://a.example/", "form": "song"}, "Choose in which form"),
        ({"link": "https://a.example/", "day": "2099-01-01"}, "has not come yet"),
        ({"link": "https://a.example/", "form_of": "gone"}, "Choose of which paper"),
    ],
)
def test_a_paper_that_we_do_not_keep_is_refused_with_what_mends_it(
    at: Sitting, meeting: str, answers: dict[str, Any], said: str
) -> None:
    item = asked(at, meeting)
    if "file" in answers:
        answers["file"].seek(0)
    size = find_log(ORIGIN).size
    assert said in put_out(at, meeting, item, status=422, **answers).text
    assert find_log(ORIGIN).size == size
    assert not PaperFile.objects.exists()


def test_only_those_who_run_the_work_put_out_papers(at: Sitting, meeting: str) -> None:
    item = asked(at, meeting)
    for name in ("Bo", "Cy", "Una"):
        at.as_(name).post(f"{page_of(meeting)}items/{item}/papers/", {}, status=403)
    at.as_("Olu")(f"{page_of(meeting)}items/{item}/papers/")
    at.as_("Fay")(f"{page_of(meeting)}items/{'A' * 22}/papers/", status=404)


def test_the_promise_stands_apart_from_the_law(at: Sitting, meeting: str) -> None:
    text = at.as_("Bo")(page_of(meeting)).text
    assert "Our promise: out by Sunday 24 November 2030, five whole working days before." in text
    assert "By law: nobody has entered here what the law asks" in text


def test_the_agenda_is_printed_for_those_on_the_board(at: Sitting, meeting: str) -> None:
    item = asked(at, meeting)
    placed(at, meeting, item)
    page = at.as_("Bo")(f"{page_of(meeting)}pack/")
    assert "Night buses" in page.text
    assert "The old chapel" in page.text
    at.as_("Una")(f"{page_of(meeting)}pack/", status=403)


def test_the_register_has_each_member_by_name_for_who_runs_it_alone(
    at: Sitting, meeting: str
) -> None:
    page = at.as_("Fay")(f"{page_of(meeting)}register/")
    rows = [one.text_content() for one in page.tree.xpath("//tbody//th")]
    assert rows[:6] == ["Bo", "Di", "Eve", "Cy", "Gus", "Flo"]
    for name in ("Bo", "Cy", "Olu"):
        at.as_(name)(f"{page_of(meeting)}register/", status=403)


def test_what_was_not_reached_is_brought_to_the_next_and_keeps_who_asked(
    at: Sitting, meeting: str
) -> None:
    item = asked(at, meeting)
    placed(at, meeting, item)
    at.as_("Fay").post(f"{page_of(meeting)}cancel/", {"reason": "Snow."}, status=302)
    later = at.here.call(STARTS.replace(year=STARTS.year + 5))
    there = f"{page_of(later)}from-earlier/"
    page = at.as_("Fay")(there)
    assert "Night buses" in page.text
    (value,) = page.tree.xpath("//button[@name='bring']/@value")
    at.as_("Fay").post(there, {"bring": value}, status=302)
    (found,) = meeting_state(find_log(ORIGIN), later).items.values()
    first = meeting_state(find_log(ORIGIN), meeting).items[item].asked
    assert (found.asked.by, found.asked.fact.capacity) == (first.by, first.fact.capacity)
    assert found.asked.typed_by is not None
    assert "Nothing is left over" in at.as_("Fay")(there).text
    twice = at.as_("Fay").post(there, {"bring": value}, status=422)
    assert "brought to a later meeting already" in twice.text
    assert len(meeting_state(find_log(ORIGIN), later).items) == 1


def test_what_was_refused_or_is_still_to_come_is_not_brought(at: Sitting, meeting: str) -> None:
    item = asked(at, meeting)
    later = at.here.call(STARTS.replace(year=STARTS.year + 5))
    there = f"{page_of(later)}from-earlier/"
    assert "Nothing is left over" in at.as_("Fay")(there).text
    placed(at, meeting, item, outcome="refused", order="0", reason="The county decides it.")
    at.as_("Fay").post(f"{page_of(meeting)}cancel/", {"reason": "Snow."}, status=302)
    assert "Nothing is left over" in at.as_("Fay")(there).text
    page = at.as_("Fay").post(there, {"bring": f"{meeting} {item}"}, status=422)
    assert "There is no such item." in page.text
    for name in ("Bo", "Cy"):
        at.as_(name)(there, status=403)


def test_a_paper_goes_with_the_words_that_say_it_is_out(at: Sitting, meeting: str) -> None:
    item = asked(at, meeting)
    placed(at, meeting, item)
    put_out(at, meeting, item, file=a_file())
    (out,) = meeting_state(find_log(ORIGIN), meeting).items[item].papers.values()
    (address,) = at.as_("Bo")(page_of(meeting)).tree.xpath("//a[contains(@href, '/papers/')]/@href")
    key, now = PaperFile.objects.get().key, at.here.now
    ground = ErasedGround.COURT_ORDER
    erase_text(record=ORIGIN, entry=out.entry, path="title", ground=ground, now=now)
    assert not PaperFile.objects.exists()
    assert not find_keys([key])
    at.as_("Bo")(address, status=404)
    assert "Where buses stop" not in at.as_("Bo")(page_of(meeting)).text


def test_a_file_that_is_not_the_one_that_was_put_out_is_not_given(
    at: Sitting, meeting: str
) -> None:
    item = asked(at, meeting)
    placed(at, meeting, item)
    put_out(at, meeting, item, file=a_file())
    (paper,) = meeting_state(find_log(ORIGIN), meeting).items[item].papers
    PaperFile.objects.all().delete()
    keep(ORIGIN, paper, Kept(name="paper.pdf", kind="application/pdf", content=b"%PDF another"))
    at.as_("Bo")(f"{page_of(meeting)}papers/{paper}/", status=404)


def test_once_its_time_has_gone_by_nobody_asks_there_but_at_the_next(
    at: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = at.here
    starts = timezone.now().replace(second=0, microsecond=0) - timedelta(hours=4)
    here.now = starts - timedelta(days=2)
    gone, item = here.call(starts), ""
    item = here.item(gone, title="Night buses")
    page = at.as_("Bo")(page_of(gone))
    assert "Ask for an item" not in page.text
    assert "once that is called" in page.text
    sent = {"title": "One more bus"}
    refused = at.as_("Bo").post(f"{page_of(gone)}ask/", sent, status=422)
    assert "The time of that meeting has gone by" in refused.text
    here.now = timezone.now() - timedelta(minutes=30)
    later = here.call(starts + timedelta(days=30))
    asked = at.as_("Bo")(page_of(gone)).tree.xpath("//a[contains(@href, '/ask/')]/@href")
    assert asked == [f"{page_of(later)}ask/"]
    page = at.as_("Fay")(f"{page_of(later)}from-earlier/")
    assert "Night buses" in page.text
    (bring,) = page.tree.xpath("//button[@name='bring']/@value")
    assert bring == f"{gone} {item}"
    at.as_("Fay").post(f"{page_of(later)}from-earlier/", {"bring": bring}, status=302)
    assert "Night buses" in at.as_("Bo")(page_of(later)).text
