"""A program enters what its person could enter, and is refused what they would be refused."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from tests.api.calling import JOINED, Program
from tests.core.facts.story import DAY, an_id
from tests.example_record import CARE, HOME, ORIGIN, sign
from tests.kept import a_record
from withus.api.entering import ENTERED, NOT_HERE
from withus.core.facts import FACTS
from withus.core.facts import joining as f
from withus.core.facts import keeping as k
from withus.core.history.streams import PARTNERSHIP
from withus.stores.people.identity import Acquaintances, add_person
from withus.stores.record.read import entries, find_log

pytestmark = a_record


def called(person: str, stream: str) -> str:
    """Return what somebody is called in a stream."""
    return Acquaintances(ORIGIN).pseudonym(person, stream)


def last() -> Any:
    """Return the last entry of the record."""
    log = find_log(ORIGIN)
    return next(entries(log, start=log.size - 1, end=log.size))


def test_every_type_of_fact_is_entered_here_or_said_not_to_be() -> None:
    assert {*ENTERED, *NOT_HERE} == set(FACTS)
    assert len(ENTERED) + len(NOT_HERE) == len(FACTS)


def test_an_act_is_entered_for_the_person_of_the_key(program: Program) -> None:
    size = find_log(ORIGIN).size
    answer = program.enter(f.OrganisationJoined, JOINED)
    assert (answer.status, answer.told) == (201, {"entries": [size], "check_code": None})
    entry = last()
    assert entry.fact.name == "Thornmere Library"
    assert entry.circumstances.by == called(program.person, PARTNERSHIP)
    assert entry.circumstances.typed_by is None


def test_sealed_words_are_sealed_and_the_claimed_time_keeps_its_zone(program: Program) -> None:
    said = "They came at four."
    when = "2026-11-20T10:00:00+01:00"
    sent = {
        "clear": {"challenge": an_id("ours"), "entry": 31, "ground": "presence"},
        "sealed": {"what": said},
        "claimed_at": when,
    }
    answer = program.enter(k.ChallengeRaised, sent)
    assert answer.status == 201, answer.told
    assert last().circumstances.claimed_at.isoformat() == when
    assert last().sealed.keys() == {"what"}


def test_a_facilitator_types_for_somebody_and_is_named_as_typist(program: Program) -> None:
    other = add_person(ORIGIN, "Maid Marian").person
    taken = {"place": an_id("Coming Home 2"), "holding": an_id("theirs"), "shown_as": "role"}
    sent = {"clear": taken, "sealed": {"person": other}, "by": other}
    answer = program.enter(f.PlaceTaken, sent)
    assert answer.status == 201, answer.told
    said = last().circumstances
    assert said.by == called(other, HOME)
    assert said.typed_by == called(program.person, HOME)


def test_the_check_code_comes_with_the_answer_once_it_covers_the_entry(program: Program) -> None:
    word = {"Idempotency-Key": "library-joins"}
    first = program.enter(f.OrganisationJoined, JOINED, **word)
    (entry,) = first.told["entries"]
    code = sign(size=entry + 1)
    again = program.enter(f.OrganisationJoined, JOINED, **word)
    assert again.told == {"entries": [entry], "check_code": code}


def test_a_refusal_has_its_code_its_sentence_and_what_would_mend_it(program: Program) -> None:
    size = find_log(ORIGIN).size
    sent = {"clear": {"place": an_id("Coming Home 0")}}
    answer = program.enter(f.PlaceEnded, sent)
    assert (answer.status, answer.code) == (409, "place_held")
    assert answer.told["sentence"] == "Somebody holds that place."
    assert find_log(ORIGIN).size == size


@pytest.mark.parametrize(
    ("clear", "code", "field"),
    [
        ({"name": " x"}, "not_the_form", "clear.name"),
        ({"name": 7}, "not_the_form", "clear.name"),
        ({"kind": "castle"}, "not_the_form", "clear.kind"),
        ({"organisation": "x"}, "not_the_form", "clear.organisation"),
        ({"more": 1}, "fields_differ", "clear.more"),
        ({"name": None}, "not_the_form", "clear.name"),
    ],
)
def test_a_malformed_act_names_its_field(
    program: Program, clear: dict[str, Any], code: str, field: str
) -> None:
    answer = program.enter(f.OrganisationJoined, {"clear": {**JOINED["clear"], **clear}})
    assert (answer.status, answer.code) == (422, code)
    assert answer.told["parameters"]["field"] == field


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "clear"),
        ({**JOINED, "sealed": {"x": "y"}}, "sealed.x"),
        ({**JOINED, "by": "Robin"}, "by"),
        ({**JOINED, "claimed_at": "2026-11-20T10:00:00"}, "claimed_at"),
        ({**JOINED, "claimed_at": "tomorrow"}, "claimed_at"),
        ({**JOINED, "claimed_at": 1}, "claimed_at"),
        ({**JOINED, "type": "duty.given.v1"}, "type"),
        ({"clear": []}, "clear"),
    ],
)
def test_what_stands_round_an_act_is_looked_at_too(
    program: Program, body: dict[str, Any], field: str
) -> None:
    answer = program.enter(f.OrganisationJoined, body)
    assert answer.status == 422
    assert answer.code in ("fields_differ", "not_the_form")
    assert answer.told["parameters"]["field"] == field


def test_words_in_another_spelling_are_refused_as_the_core_refuses_them(program: Program) -> None:
    clear = {"challenge": an_id("ours"), "entry": 31, "ground": "presence"}
    for words in ("e\u0301", "one\r\ntwo", 7, None):
        answer = program.enter(k.ChallengeRaised, {"clear": clear, "sealed": {"what": words}})
        assert (answer.status, answer.code) == (422, "not_the_form")
        assert answer.told["parameters"] == {"field": "sealed.what", "expected": "text"}


def test_somebody_unknown_here_is_refused(program: Program) -> None:
    elsewhere = add_person("withus.example/other", "Alan-a-Dale").person
    for body in (
        {**JOINED, "by": elsewhere},
        {**JOINED, "by": an_id("nobody")},
    ):
        answer = program.enter(f.OrganisationJoined, body)
        assert (answer.status, answer.code) == (409, "person_unknown")


def test_a_repeat_gives_the_same_answer_and_no_second_entry(program: Program) -> None:
    word = {"Idempotency-Key": "minutes-of-2-November"}
    first = program.enter(f.OrganisationJoined, JOINED, **word)
    size = find_log(ORIGIN).size
    again = program.enter(f.OrganisationJoined, JOINED, **word)
    assert (again.status, again.told) == (first.status, first.told)
    assert find_log(ORIGIN).size == size


def test_a_word_is_not_taken_for_another_act_nor_from_another_key(program: Program) -> None:
    word = {"Idempotency-Key": "1"}
    assert program.enter(f.OrganisationJoined, JOINED, **word).status == 201
    other = {"clear": {**JOINED["clear"], "organisation": an_id("another body")}}
    answer = program.enter(f.OrganisationJoined, other, **word)
    assert (answer.status, answer.code) == (422, "repeat_differs")
    closed = program.enter(f.BoardClosed, {"clear": {"board": CARE}}, **word)
    assert (closed.status, closed.code) == (422, "repeat_differs")


def test_what_was_refused_may_be_sent_again_under_the_same_word(program: Program) -> None:
    word = {"Idempotency-Key": "1"}
    wrong = program.enter(f.PlaceEnded, {"clear": {"place": an_id("Coming Home 0")}}, **word)
    assert wrong.status == 409
    right = program.enter(f.PlaceEnded, {"clear": {"place": an_id("Coming Home 2")}}, **word)
    assert right.status == 201


@pytest.mark.parametrize("word", ["", "x" * 65, "two words", "\u00e9"])
def test_a_word_that_is_not_so_is_refused(program: Program, word: str) -> None:
    answer = program.enter(f.OrganisationJoined, JOINED, **{"Idempotency-Key": word})
    assert (answer.status, answer.code) == (422, "word_not_so")


def test_a_call_asks_as_often_whatever_the_record_holds(program: Program) -> None:
    asked = [questions(program, number) for number in range(3)]
    assert asked[1] == asked[2]
    assert asked[2] <= 45


def questions(program: Program, number: int) -> int:
    """Count what one call asks of both databases."""
    clear = {"organisation": an_id(f"body {number}"), "name": "A body", "kind": "other"}
    with (
        CaptureQueriesContext(connections["default"]) as main,
        CaptureQueriesContext(connections["keys"]) as keys,
    ):
        assert program.enter(f.OrganisationJoined, {"clear": clear}).status == 201
    return len(main) + len(keys)


def test_a_duty_is_given_without_actor_or_hour(program: Program) -> None:
    clear = {
        "given": an_id("a duty"),
        "duty": "data",
        "board": None,
        "from_": DAY.isoformat(),
        "until": None,
    }
    answer = program.enter(f.DutyGiven, {"clear": clear, "sealed": {"person": program.person}})
    assert answer.status == 201, answer.told
    assert last().circumstances.by is None
