"""What people do at the pages of a work: say whom it is about, promise, tell, ask, answer."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.a_work import There, a_work
from tests.core.facts.story import an_id
from tests.kept import a_record
from tests.screens.framing.test_page import PAGE
from tests.screens.meeting.people import AMBLEFORD, Sitting, anybody
from withus.core.words import ChallengeOutcome, MotionKind, Stage, Step
from withus.stores.deciding.models import MotionRow
from withus.stores.record.remembered import forget

pytestmark = a_record


@pytest.fixture
def there(db: None) -> There:
    """A work of the board of Ambleford."""
    return a_work()


@pytest.fixture
def at(there: There) -> Sitting:
    """Its people at their browsers."""
    return Sitting(there.here)


def to(name: str) -> str:
    return f"{PAGE}{name}/"


# Whom it is about.


def test_both_sides_say_whom_it_is_about_and_the_page_tells_it(at: Sitting) -> None:
    assert "Not settled yet" in anybody()(PAGE).text
    at.as_("Bo").post(to("scope"), {"side": "affected"}, status=302)
    page = at.as_("Olu")(to("scope"))
    assert "All who draw on care and support" in page.text
    at.as_("Olu").post(to("scope"), {"side": "host"}, status=302)
    page = anybody()(PAGE)
    assert "Not settled yet" not in page.text
    assert "Not said yet" not in page.text


def test_who_is_on_neither_side_is_told_who_is(at: Sitting) -> None:
    assert "facilitator" not in at.as_("Flo")(to("scope"), status=403).text
    at.as_("Una")(to("scope"), status=403)


def test_whoever_runs_the_work_types_it_for_somebody_who_then_confirms_it(
    at: Sitting, there: There
) -> None:
    sent = {"side": "affected", "typed_for": an_id("Bo sits")}
    at.as_("Fay").post(to("scope"), sent, status=302)
    at.as_("Olu").post(to("scope"), {"side": "host"}, status=302)
    assert "Not settled yet" in anybody()(PAGE).text
    entry = there.state.scope[0].entry
    confirmed = f"{AMBLEFORD}to-confirm/{entry}/"
    at.as_("Bo").post(confirmed, {"right": "yes"}, status=302)
    assert "Not settled yet" not in anybody()(PAGE).text


def test_a_question_is_typed_for_somebody_from_their_place(at: Sitting, there: There) -> None:
    sent = {"words": "Who gets home?", "typed_for": an_id("Eve sits")}
    at.as_("Fay").post(to("questions"), sent, status=302)
    (one,) = there.state.questions.values()
    assert one.fact.holding == an_id("Eve sits")
    assert one.typed_by is not None
    assert "Typed for them" in anybody()(PAGE).text
    at.as_("Bo").post(to("questions"), sent, status=302)
    assert [each.fact.holding for each in there.state.questions.values()][1] == an_id("Bo sits")


def test_nobody_says_it_for_a_side_that_is_not_theirs(at: Sitting, there: There) -> None:
    page = at.as_("Bo").post(to("scope"), {"side": "host"}, status=422)
    assert "for which side you speak" in page.text
    assert there.state.scope == ()


# What was promised.


def test_a_promise_is_told_in_the_words_of_its_step(at: Sitting, there: There) -> None:
    sent = {"step": Step.CO_DESIGN.value, "body": "Ambleford Council", "words": "We write it here."}
    at.as_("Olu").post(to("promise"), sent, status=302)
    page = anybody()(PAGE)
    assert ": Co-design." in page.text
    assert "We write the plan with you." in page.text
    assert "We write it here." not in page.text
    assert "We write it here." in at.as_("Bo")(PAGE).text


@pytest.mark.parametrize(
    ("sent", "wrong"),
    [
        ({}, "Choose a step"),
        ({"step": "co_design"}, "which body promises it"),
        ({"step": "co_design", "body": "Council"}, "write"),
    ],
)
def test_what_is_missing_of_a_promise_is_asked_for(
    at: Sitting, sent: dict[str, str], wrong: str
) -> None:
    assert wrong in at.as_("Olu").post(to("promise"), sent, status=422).text


# What was there before.

A_PLAN = {
    "kind": "earlier_plan",
    "since": "2025-03-01",
    "said_by": "Ambleford Council",
    "what": "Fewer buses.",
}


def test_an_earlier_plan_is_told_challenged_and_settled_by_another(
    at: Sitting, there: There
) -> None:
    at.as_("Olu").post(to("existing"), A_PLAN, status=302)
    assert "Since 1 March 2025, as Ambleford Council says." in anybody()(PAGE).text
    assert "Fewer buses." not in anybody()(PAGE).text
    (name,) = there.state.existing
    one = to(f"existing/{name}")
    at.as_("Bo").post(one, {"what": "It was 2019."}, status=302)
    assert "Somebody says it is not so" in anybody()(PAGE).text
    assert "It was 2019." in at.as_("Fay")(one).text
    (challenge,) = there.state.said.challenges
    page = at.as_("Olu").post(to(f"challenges/{challenge}"), {"outcome": "upheld"}, status=422)
    assert "You told of it" in page.text
    at.as_("Fay").post(to(f"challenges/{challenge}"), {"outcome": "upheld"}, status=302)
    ended = there.state.said.challenges[challenge].ended
    assert ended is not None
    assert ended.fact.outcome is ChallengeOutcome.UPHELD
    assert "Found not to be so" in anybody()(PAGE).text


@pytest.mark.parametrize(
    ("sent", "wrong"),
    [
        ({}, "what sort of thing"),
        (A_PLAN | {"since": ""}, "since when"),
        (A_PLAN | {"since": "soon"}, "no day we can read"),
        (A_PLAN | {"since": "2199-01-01"}, "has not come"),
        (A_PLAN | {"said_by": ""}, "who says so"),
    ],
)
def test_what_is_missing_of_a_plan_from_before_is_asked_for(
    at: Sitting, sent: dict[str, str], wrong: str
) -> None:
    page = at.as_("Bo").post(to("existing"), sent, status=422)
    assert wrong.lower() in page.text.lower()


def test_a_plan_nobody_told_of_is_said_and_shown_as_open(at: Sitting) -> None:
    at.as_("Bo").post(to("existing/not-told"), {"what": "There was one in 2019."}, status=302)
    page = anybody()(PAGE)
    assert "an earlier plan of which nobody told" in page.text
    assert "2019" not in page.text
    assert "2019" in at.as_("Fay")(PAGE).text


# The question.


def test_a_question_is_proposed_joined_put_to_the_meeting_and_agreed(
    at: Sitting, there: There
) -> None:
    at.as_("Bo").post(to("questions"), {"words": "Who gets home?"}, status=302)
    at.as_("Eve").post(to("questions"), {"words": "Who waits?"}, status=302)
    joins = list(there.state.questions)
    sent = {"words": "Who gets home at night, and who waits?", "joins": joins}
    at.as_("Di").post(to("questions"), sent, status=302)
    page = at.as_("Flo")(PAGE)
    assert "Out of 2 proposals" in page.text
    assert page.text.count("Joined with others since") == 2
    assert "Who waits?" not in anybody()(PAGE).text
    joined = list(there.state.questions)[-1]
    meeting, item = there.a_meeting()
    put = at.as_("Cy")(PAGE).tree.xpath("//a[contains(., 'open now')]/@href")
    assert put == [f"{AMBLEFORD}meetings/{meeting}/items/{item}/put/?about={joined}"]
    form = at.as_("Cy")(put[0])
    assert "Is this the question of" in str(form.tree.xpath("//textarea/text()"))
    asked = {"about": joined, "words": "Is this the question?"}
    check = at.as_("Cy").post(put[0].partition("?")[0], asked)
    assert "Getting home at night. The question:" in check.text
    at.as_("Cy").post(put[0].partition("?")[0], asked | {"step": "put"}, status=302)
    row = MotionRow.objects.get(about=joined)
    assert row.kind == "question"


def test_the_agreed_question_heads_the_page_for_those_who_read_it(
    at: Sitting, there: There
) -> None:
    there.decided(there.question("Who gets home at night?"))
    assert "Who gets home at night?" in at.as_("Bo")(PAGE).text
    assert "Agreed on" in anybody()(PAGE).text
    assert "Who gets home" not in anybody()(PAGE).text
    assert "See how it was decided" in anybody()(PAGE).text


def test_a_question_that_says_nothing_or_too_much_is_refused(at: Sitting) -> None:
    for words in ("", "x" * 301):
        at.as_("Bo").post(to("questions"), {"words": words}, status=422)


# How it began.


def test_those_it_is_about_are_asked_how_it_began_and_answer(at: Sitting, there: There) -> None:
    file = SimpleUploadedFile("m.txt", b"Minutes of the library group", "text/plain")
    sent = {"started": "2025-09-01", "words": "We met in the library.", "file": file}
    at.as_("Fay").post(to("account"), sent, status=302)
    (name,) = there.state.accounts
    answer = to(f"account/{name}")
    assert "You were not asked" in at.as_("Flo")(answer).text
    at.as_("Bo").post(answer, {"agrees": "yes", "was_in": "yes"}, status=302)
    at.as_("Eve").post(answer, {"agrees": "no"}, status=302)
    typed = {"holding": an_id("Di sits"), "agrees": "yes"}
    at.as_("Fay").post(answer, typed, status=302)
    page = anybody()(PAGE)
    assert "so: 1; not so: 1; not said yet: 1" in page.text
    assert "library" not in page.text
    given = at.as_("Bo").client.get(f"{answer}document/")
    assert given.content == b"Minutes of the library group"
    assert anybody().client.get(f"{answer}document/").status_code == 302


def test_a_file_of_no_kind_we_keep_is_refused(at: Sitting, there: There) -> None:
    file = SimpleUploadedFile("x.exe", b"MZ\x90\x00\x03\x00\xff\xfe", "application/octet-stream")
    sent = {"started": "2025-09-01", "words": "We met.", "file": file}
    assert "no kind of file" in at.as_("Fay").post(to("account"), sent, status=422).text
    assert there.state.accounts == {}


# Who was in, and what happened.


def test_who_was_in_before_the_plan_is_told_to_those_on_its_boards_alone(
    at: Sitting, there: There
) -> None:
    there.scope()
    there.revision()
    page = at.as_("Bo")(PAGE)
    assert "Were people in before the plan?" in page.text
    assert "3 are people it is about: 2 of the people themselves and 1 unpaid carer" in page.text
    assert "Shown" in page.text
    assert "Were people in before" not in anybody()(PAGE).text


def test_a_practice_run_tells_no_verdict(db: None) -> None:
    there = a_work(practice=True)
    there.scope()
    there.revision()
    assert "Were people in before" not in Sitting(there.here).as_("Bo")(PAGE).text


def test_the_timeline_tells_what_happened_in_the_order_of_the_record(
    at: Sitting, there: There
) -> None:
    there.scope()
    there.decided(there.question())
    first = there.revision()
    there.decided(first, MotionKind.TEXT)
    page = anybody()(to("timeline"))
    told = page.tree.xpath("//ol[@class='list']/li/p[1]")
    links = page.tree.xpath("//ol//a[contains(., 'Entry')]/@href")
    entries = [int(each.split("/")[-2]) for each in links]
    assert entries == sorted(entries)
    assert len(entries) == len(told) == 10
    assert "Who gets home" not in page.text
    framing = anybody()(f"{to('timeline')}?stage={Stage.FRAME.value}")
    assert len(framing.tree.xpath("//ol[@class='list']/li")) == 7
    deciding = anybody()(f"{to('timeline')}?stage={Stage.DECIDE.value}")
    assert len(deciding.tree.xpath("//ol[@class='list']/li")) == 1
    assert "Nothing happened" in anybody()(f"{to('timeline')}?stage=review").text


def test_pages_for_anybody_open_no_words(there: There) -> None:
    there.question()
    there.existing()
    for address in (PAGE, to("timeline")):
        visit = anybody()
        visit(address)
        assert len(visit.asked) <= 15
        assert not any("keys: " in each for each in visit.asked)


def test_a_page_of_a_long_work_asks_no_more_than_that_of_a_short_one(
    at: Sitting, there: There
) -> None:
    there.question()
    at.as_("Bo")(PAGE)
    few = len(at.as_("Bo").asked)
    for number in range(40):
        there.question(f"Question {number}?")
    at.as_("Bo")(PAGE)
    assert len(at.as_("Bo").asked) <= few


@pytest.mark.parametrize("name", ["Bo", "Cy", "Fay"])
def test_a_page_on_which_all_there_can_be_is_told_asks_no_more_than_it_may(
    at: Sitting, there: There, name: str
) -> None:
    there.scope()
    there.promise()
    there.existing()
    at.as_("Bo").post(to("existing/not-told"), {"what": "There was one."}, status=302)
    sent = {"started": "2025-09-01", "words": "We met in the library."}
    at.as_("Fay").post(to("account"), sent, status=302)
    there.decided(there.question())
    there.question("Another?")
    there.revision()
    there.a_meeting()
    forget()
    at.as_(name)(PAGE)
    assert len(at.as_(name).asked) <= 15
