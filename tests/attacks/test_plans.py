"""Plans: who is on another board, who holds a key for a program, who was erased."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.a_meeting import BOARD, ORIGIN
from tests.a_plan import FIRST, APlan, a_plan, sits
from tests.a_work import WORK
from tests.api.calling import a_key_for
from tests.core.facts.story import an_id, place_made
from tests.kept import a_record, committed
from tests.screens.drafting.people import PLAN, AtPlan
from tests.screens.meeting.people import AMBLEFORD, anybody
from withus.actions.joining import add_to_partnership
from withus.actions.keeping import erase_person
from withus.core.errors import Refusal
from withus.core.facts import drafting as d
from withus.core.facts import joining as f
from withus.core.facts.framing import WorkOpened
from withus.core.words import Capacity, ErasedGround, Level, Paper, ShownAs, SuggestionOutcome
from withus.stores.keys.locker import new_id

OTHER = an_id("another board")
pytestmark = a_record


def with_another_board(plan: APlan) -> APlan:
    """Open a second board in the same partnership, on which Zed draws on services."""
    here = plan.there.here
    here.people["Zed"] = add_to_partnership(record=ORIGIN, name="Zed")
    opened = f.BoardOpened(
        board=OTHER,
        name="Another board",
        level=Level.COMMUNITY,
        parent=None,
        formats=frozenset({Paper.STANDARD}),
    )
    made = place_made("Zed's place", Capacity.DRAWS_ON_SERVICES, board=OTHER)
    taken = f.PlaceTaken(
        place=made.place,
        holding=an_id("Zed sits"),
        shown_as=ShownAs.ROLE,
        person=here.people["Zed"],
    )
    here.act(opened, made, taken)
    return plan


@pytest.fixture
def plan(db: None) -> APlan:
    """A plan of the board of Ambleford, in a partnership with another board."""
    return with_another_board(a_plan())


ADDRESSES = ("write/", "revisions/", "compare/", "suggestions/", "import/", "export.md")


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_member_of_another_board_reads_and_writes_nothing(plan: APlan, address: str) -> None:
    at = AtPlan(plan)
    at.as_("Zed")(f"{PLAN}{address}", status=403)
    sent = {"do": "save", "base": plan.last(), "text": "Mine.", "whose": an_id("Zed sits")}
    at.as_("Zed").post(f"{PLAN}write/", sent, status=403)
    assert "A bus at ten." not in at.as_("Zed")(PLAN).text
    assert plan.text() == FIRST


def test_no_act_takes_words_from_a_place_of_another_board(plan: APlan) -> None:
    for by, holding in (("Zed", an_id("Zed sits")), ("Bo", an_id("Zed sits")), ("Zed", None)):
        with pytest.raises(Refusal):
            plan.save("Mine.", by=by, holding=holding)
    with pytest.raises(Refusal):
        plan.suggest(1, "Mine.", by="Zed", holding=an_id("Zed sits"))
    assert plan.text() == FIRST


def test_a_member_of_a_board_that_takes_part_writes_from_their_place(db: None) -> None:
    plan = with_another_board(a_plan(text=""))
    opened = WorkOpened(
        work=an_id("shared work"),
        name="Shared work",
        board=BOARD,
        boards=frozenset({OTHER}),
        level=Level.COMMUNITY,
        about_one_person=False,
    )
    plan.there.here.act(opened, by="Fay")
    shared = APlan(replace(plan.there, work=opened.work))
    address = PLAN.replace(WORK, opened.work)
    sent = {"do": "save", "base": "", "text": "From Zed.", "whose": an_id("Zed sits")}
    AtPlan(shared).as_("Zed").post(f"{address}write/", sent, status=302)
    assert shared.text() == "From Zed."
    assert "From Zed." in AtPlan(shared).as_("Bo")(address).text
    shared.save("From Zed.\n\nFrom Bo.", by="Bo", holding=sits("Bo"))
    assert shared.text() == "From Zed.\n\nFrom Bo."


def test_a_plan_about_one_person_is_no_page_to_outsiders(db: None) -> None:
    plan = a_plan(one_person=True)
    at = AtPlan(plan)
    for address in ("", *ADDRESSES):
        at.as_("Una")(f"{PLAN}{address}", status=404)
    anybody()(PLAN, status=404)
    assert "A bus at ten." in at.as_("Di")(PLAN).text


@committed
def test_a_program_enters_no_draft_by_itself_and_takes_nothing_in(transactional_db: None) -> None:
    plan = a_plan()
    one = plan.suggest(1, "A bus at eleven.")
    program = a_key_for(plan.there.here.people["Bo"], origin=ORIGIN)
    clear: dict[str, Any] = {
        "work": WORK,
        "revision": new_id(),
        "bases": [plan.last()],
        "contributor": sits("Di"),
        "scribe": None,
        "version_of": None,
        "imported": False,
        "suggestion": one,
    }
    sealed = {"paragraphs": "x", "text": "No bus.", "credits": ""}
    assert program.enter(d.RevisionMade, {"clear": clear, "sealed": sealed}).status == 404
    assert plan.text() == FIRST
    ended = {"suggestion": one, "outcome": SuggestionOutcome.WITHDRAWN.value, "revision": None}
    answer = program.enter(d.SuggestionEnded, {"clear": ended, "sealed": {"reason": ""}})
    assert (answer.status, answer.code) == (409, "not_your_own")
    ended |= {"outcome": SuggestionOutcome.MERGED.value, "revision": plan.last()}
    answer = program.enter(d.SuggestionEnded, {"clear": ended, "sealed": {"reason": ""}})
    assert (answer.status, answer.code) == (409, "not_taken_in")


@committed
def test_words_of_somebody_erased_are_gone_from_every_later_draft(transactional_db: None) -> None:
    plan = a_plan()
    at = AtPlan(plan)
    plan.save(f"{FIRST}\n\nAsk Flo.", by="Flo")
    plan.suggest(3, "Ask Bo.", by="Bo")
    bo = plan.there.here.people["Bo"]
    at.as_("Bo").post(f"{PLAN}write/", {"do": "keep", "text": "Half a thought"}, status=302)
    erase_person(record=ORIGIN, person=bo, ground=ErasedGround.ASKED, now=plan.there.here.now)
    assert plan.text() == "Ask Flo."
    page = at.as_("Di")(PLAN)
    assert "3 passages can no longer be shown." in page.text
    for address in ("", "revisions/", "compare/", "suggestions/", "write/", "export.md"):
        answer = at.as_("Di").client.get(f"{PLAN}{address}")
        assert answer.status_code == 200, address
        for words in ("A bus at ten.", "Ask Bo.", "Half a thought"):
            assert words not in answer.content.decode(), address
    plan.save("Ask Flo.\n\nAnd Di.", by="Di")
    assert plan.text() == "Ask Flo.\n\nAnd Di."
    assert AMBLEFORD in PLAN
