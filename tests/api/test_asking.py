"""A program is told for whom it acts, and how a board stands, as anybody may see it."""

from __future__ import annotations

from tests.api.calling import Program, a_key_for
from tests.example_record import HOME, ORIGIN, opening
from tests.kept import a_record, write_story
from withus.stores.people.identity import add_person

pytestmark = a_record
PRACTICE = "withus.example/practice"


def test_a_program_is_told_for_whom_it_acts(program: Program) -> None:
    answer = program.get("me")
    assert answer.status == 200
    assert answer.told.pop("until")
    assert answer.told == {
        "partnership": ORIGIN,
        "name": "Thornmere Together",
        "person": program.person,
        "roles": ["affected_member", "facilitator", "member", "officer"],
    }


def test_a_board_is_told_without_a_name_or_a_word(program: Program) -> None:
    answer = program.get(f"boards/{HOME}")
    assert answer.status == 200
    assert (answer.told["board"], answer.told["name"]) == (HOME, "Coming Home board")
    assert len(answer.told["places"]) == 13
    (theirs,) = [each for each in answer.told["places"] if max(each["entries"]) > 57]
    assert (theirs["capacity"], theirs["held"]) == ("draws_on_services", True)
    for word in ("Robin", "Person", "Member", program.person):
        assert word.encode() not in answer.response.content


def test_a_board_of_a_practice_run_is_not_shown() -> None:
    write_story(PRACTICE, facts=[opening(practice=True)])
    somebody = a_key_for(add_person(PRACTICE, "Robin Hood").person, origin=PRACTICE)
    answer = somebody.get(f"boards/{HOME}")
    assert (answer.status, answer.code) == (404, "not_here")


def test_a_head_is_answered_as_a_get_without_its_body(program: Program) -> None:
    response = program.client.head("/api/v1/me", headers={"Authorization": f"Bearer {program.key}"})
    assert (response.status_code, response.content) == (200, b"")
