"""A board's places on screens: made alike, with what the rules mean then, and ended when vacant."""

from __future__ import annotations

from typing import Any

from tests.core.facts.story import DAY, an_id
from tests.example_record import CARE, HOME, ORIGIN, D, S
from tests.kept import a_record
from tests.screens.mine.somebody import (
    LATER,
    THORNMERE,
    Somebody,
    on_duty,
    signed_in,
)
from withus.actions.joining import enter
from withus.core.facts.joining import BoardClosed, DutyGiven
from withus.core.facts.sealing import Opening
from withus.core.words import Duty
from withus.questions.changing_places import PlaceHere, places_here
from withus.stores.people.identity import add_person
from withus.stores.record.append import THE_HOST
from withus.stores.record.openings import find_openings
from withus.stores.record.read import find_log, leaves

pytestmark = a_record
PLACES = f"{THORNMERE}boards/{HOME}/places/"
ADD = f"{PLACES}add/"
VACANT = an_id("Coming Home 2")
ANSWERS = {
    "capacity": "draws_on_services",
    "many": "2",
    "kind": "drawn",
    "chosen_by": "roll",
    "paid_by": "ulo",
    "marks": "tenant, public_or_patient",
    "vote_from": "2026-11-02",
    "term_until": "2028-03-31",
}


def there() -> tuple[PlaceHere, ...]:
    """Return the places in being."""
    return places_here(ORIGIN, HOME, on=DAY).places


def test_the_places_are_listed_with_who_holds_them_and_what_they_are(
    facilitator: Somebody,
) -> None:
    text = facilitator.visit(PLACES).text
    assert "It has 13 places." in text
    assert "Wren Castellane" in text
    assert "Nobody yet" in text


def test_places_are_made_alike_after_a_look_at_what_the_rules_mean_then(
    facilitator: Somebody,
) -> None:
    before, size = there(), find_log(ORIGIN).size
    page = facilitator.visit.post(ADD, ANSWERS)
    assert "15 members. 8 are people it’s about." in page.text
    assert find_log(ORIGIN).size == size
    facilitator.visit.post(ADD, {**ANSWERS, "step": "make"}, status=302)
    new = [one.made.fact for one in there()[len(before) :]]
    assert len({made.place for made in new}) == 2
    for made in new:
        assert (made.capacity.value, made.kind.value, made.chair) == (
            "draws_on_services",
            "drawn",
            False,
        )
        assert made.tags == {"tenant", "public_or_patient"}
        assert (str(made.vote_from), str(made.term_until)) == ("2026-11-02", "2028-03-31")
    assert "tenant" in facilitator.visit(PLACES).text


def test_a_place_whose_vote_begins_later_changes_nothing_yet(facilitator: Somebody) -> None:
    later = {**ANSWERS, "vote_from": "2099-01-01"}
    page = facilitator.visit.post(ADD, later)
    assert "13 members." in page.text


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "capacity": ({"capacity": "queen"}, "Choose in what capacity the place is held."),
    "many": ({"many": "51"}, "Type how many places, as a whole number from 1 to 50."),
    "kind": ({"kind": ""}, "Choose how the place comes to be filled."),
    "chosen_by": ({"chosen_by": ""}, "Choose who fills the place."),
    "paid_by": ({"paid_by": ""}, "Choose who pays for the time of whoever holds it."),
    "marks": ({"marks": "Our Chair"}, "Type marks as short words in small letters"),
    "vote_until": ({"vote_until": "2026-11-01"}, "The vote would end before it begins."),
    "term_until": ({"term_until": "soon"}, "Give the day as day, month and year"),
    "many ": ({"chair": "yes"}, "A chair’s place is made one at a time."),
}


def test_what_makes_no_place_is_told_at_its_field(facilitator: Somebody) -> None:
    for name, (answers, said) in WRONG.items():
        page = facilitator.visit.post(ADD, {**ANSWERS, **answers, "step": "make"}, status=422)
        (link,) = page.tree.xpath("//*[@role='alert']//a")
        assert said in link.text
        assert link.get("href") == f"#{name.strip()}"


def test_a_post_is_sealed_and_of_one_line(facilitator: Somebody) -> None:
    page = facilitator.visit.post(ADD, {**ANSWERS, "post": "a" * 121, "step": "make"}, status=422)
    assert "Say which post it is in at most 120 letters." in page.text
    sent = {**ANSWERS, "post": " Clerk to  the board ", "step": "make"}
    facilitator.visit.post(ADD, sent, status=302)
    log = find_log(ORIGIN)
    every = [bytes(leaf) for leaf in leaves(log, start=log.size - 2, end=log.size)]
    assert len(every) == 2
    assert not any(b"Clerk" in each for each in every)
    (opening,) = find_openings(log, [log.size - 1])[log.size - 1].values()
    assert isinstance(opening, Opening)
    assert opening.value == "Clerk to the board"


def test_a_vacant_place_is_ended_after_a_look_at_what_that_does(facilitator: Somebody) -> None:
    address, before = f"{PLACES}{VACANT}/end/", there()
    page = facilitator.visit(address)
    assert "12 members. 5 are people it’s about." in page.text
    facilitator.visit.post(address, status=302)
    assert len(there()) == len(before) - 1
    facilitator.visit(address, status=404)


def test_a_place_that_somebody_holds_is_not_ended(facilitator: Somebody) -> None:
    held = f"{PLACES}{an_id('Coming Home 0')}/end/"
    assert "Somebody holds it." in facilitator.visit(held).text
    page = facilitator.visit.post(held, status=422)
    assert "They leave it first, or the board decides that the place ends." in page.text


def test_rules_that_nobody_could_meet_then_are_told_before_a_place_is_ended(
    facilitator: Somebody,
) -> None:
    from tests.screens.deciding.test_rules import ABOUT, RULES, keep, put

    officer = on_duty(Duty.HOST, "Olly Office")
    every = {"kind": "present", "who": ABOUT, "bound": "at_least", "amount": "6"}
    put(officer, keep(officer, officer.visit(RULES), {**every, "force": "promise"}), "2026-11-02")
    page = facilitator.visit(f"{PLACES}{VACANT}/end/")
    assert "Then nobody can meet this any more:" in page.text
    assert "At least six of the people it is about must be in the room." in page.text


def test_a_duty_for_one_board_is_enough_there_and_nowhere_else(facilitator: Somebody) -> None:
    person = add_person(ORIGIN, "Ona Board").person
    given = DutyGiven(
        given=an_id("of one board"),
        duty=Duty.FACILITATOR,
        board=HOME,
        from_=DAY,
        until=None,
        person=person,
    )
    enter(given, record=ORIGIN, by=THE_HOST, now=LATER)
    ona = signed_in(person)
    ona.visit(PLACES)
    ona.visit(f"{THORNMERE}boards/{CARE}/places/", status=403)


def test_on_a_board_that_has_ended_nothing_more_is_made(facilitator: Somebody) -> None:
    enter(BoardClosed(board=HOME), record=ORIGIN, by=THE_HOST, now=LATER)
    assert "Make places" not in facilitator.visit(PLACES).text
    page = facilitator.visit.post(ADD, {**ANSWERS, "step": "make"}, status=422)
    assert "That board has ended." in page.text


def test_pages_ask_as_often_at_a_thousand_places_as_at_ten(facilitator: Somebody) -> None:
    from tests.core.facts.story import place_made

    asked = []
    for count in (1, 300):
        made = [
            place_made(f"more {count} {n}", D if n % 2 else S, board=HOME) for n in range(count)
        ]
        enter(*made, record=ORIGIN, by=THE_HOST, now=LATER)
        facilitator.visit(PLACES)
        asked.append(len(facilitator.visit.asked))
    assert asked[1] <= asked[0] <= 15
