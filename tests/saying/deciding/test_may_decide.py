"""May a board decide? The sentence says which rule, who is missing and what would mend it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.a_meeting import MOST, ORIGIN, TWO_IN_THE_ROOM
from tests.api.calling import Program, a_key_for
from tests.deciding_in_a_room import Room, a_room
from tests.kept import a_record
from withus.cli import may_decide as command
from withus.core.errors import Refusal
from withus.core.rules.situation import NotAllowed
from withus.saying.deciding.may_decide import told
from withus.saying.keeping.refusals import said

pytestmark = a_record
LAW: dict[str, Any] = {**TWO_IN_THE_ROOM, "force": "law", "source": "An invented Act, section 1"}
PROMISE: dict[str, Any] = {**TWO_IN_THE_ROOM, "force": "promise", "source": None}
AT_MOST: dict[str, Any] = {
    **TWO_IN_THE_ROOM,
    "id": "one-service",
    "who": {"capacity": ["services"]},
    "at_most": 0,
}
del AT_MOST["at_least"]
RULE = "At least two of the members who draw on care and support must be in the room."
ASK = (
    "Ask one more of the members who draw on care and support to come, in the room, by phone or "
    "by video link, or to send the deputy they chose."
)


@pytest.mark.parametrize(
    ("rule", "wrong", "then"),
    [
        (
            TWO_IN_THE_ROOM,
            (
                f"This meeting can’t decide. Our terms of reference ask for this: {RULE} "
                "In the room now: 1 of 2. Written in: Terms of reference, part 4."
            ),
            f"{ASK} Or choose another day.",
        ),
        (
            LAW,
            (
                f"This meeting can’t decide. The law asks for this: {RULE} "
                "In the room now: 1 of 2. Written in: An invented Act, section 1."
            ),
            f"{ASK} Or choose another day.",
        ),
        (
            PROMISE,
            (
                f"Our rule isn’t met. {RULE} In the room now: 1 of 2. This record holds no legal "
                "rule against it. It would break the promise made on 23 November 2026."
            ),
            f"{ASK} Wait for that, ask somebody by phone, or go on and say why: it will be shown.",
        ),
        (
            AT_MOST,
            (
                "This meeting can’t decide. Our terms of reference ask for this: None of the "
                "members who are paid to run services may be in the room. In the room now: 1 of 1. "
                "Written in: Terms of reference, part 4."
            ),
            (
                "Let one of the members who are paid to run services stay out of the roll-call. "
                "Or choose another day."
            ),
        ),
    ],
    ids=["terms", "law", "promise", "at most"],
)
def test_a_refusal_names_the_rule_who_is_missing_and_what_would_mend_it(
    rule: dict[str, Any], wrong: str, then: str
) -> None:
    room = a_room(rule, MOST, there="Bo Cy Flo")
    room.stand("Bo", "Cy", "Flo")
    with pytest.raises(NotAllowed) as refused:
        room.decide()
    assert said(refused.value) == (wrong, then)


def test_several_unmet_rules_are_all_listed_and_the_strongest_force_speaks() -> None:
    room = a_room({**PROMISE, "id": "ours"}, {**LAW, "at_least": 1}, there="Cy Flo")
    found = told(room.may())
    assert found.answer == "Not yet"
    assert found.sentence.startswith("This meeting can’t decide. The law asks for this:")
    assert found.sentence.endswith("It is our own promise.")
    assert "go on and say why" not in found.remedy


def same_everywhere(room: Room, program: Program) -> dict[str, Any]:
    """Ask every door, and return what all of them told: sentence and remedy."""
    path = f"meetings/{room.meeting}/motions/{room.motion}"
    size = room.size
    asked = program.get(f"{path}/may-decide")
    assert asked.status == 200
    by_command = command.answer(room.meeting, room.item)
    assert by_command == asked.told
    posted = program.call("POST", f"{path}/decide", b"{}")
    assert posted.status == 409
    refusal = {"code", "parameters", "sentence", "remedy"}
    assert {key: asked.told[key] for key in refusal} == posted.told
    assert not asked.told["may"]
    assert room.size == size
    found: dict[str, Any] = posted.told
    return found


def test_page_program_and_command_say_the_very_same_when_it_may_not() -> None:
    room = a_room()
    program = a_key_for(room.here.people["Cy"], origin=ORIGIN)
    room.stand("Bo", "Cy", "Di", "Flo")
    room.leaves("Di")
    told_ = same_everywhere(room, program)
    answer = told(room.may())
    assert (answer.sentence, answer.remedy) == (told_["sentence"], told_["remedy"])
    assert told_["code"] == "may_not_decide"
    room.comes("Di")
    assert same_everywhere(room, program)["code"] == "not_all_have_said"
    room.stand("Di")
    path = f"meetings/{room.meeting}/motions/{room.motion}"
    assert program.get(f"{path}/may-decide").told["may"] is True
    closed = program.call("POST", f"{path}/decide", b"{}")
    assert (closed.status, closed.told["outcome"]) == (201, "carried")
    assert same_everywhere(room, program)["code"] == "decided_already"


def test_a_program_of_whoever_does_not_chair_closes_nothing() -> None:
    room = a_room()
    room.stand("Bo", "Cy", "Di", "Flo")
    program = a_key_for(room.here.people["Bo"], origin=ORIGIN)
    path = f"meetings/{room.meeting}/motions/{room.motion}"
    size = room.size
    refused = program.call("POST", f"{path}/decide", b"{}")
    assert (refused.status, refused.code) == (409, "not_yours_to_do")
    sent = {"holding": room.may().roll[0].holding, "position": "disagree"}
    others = [each for each in room.may().roll if each.holding != sent["holding"]]
    answers = [
        program.call("POST", f"{path}/stand", json.dumps({**sent, "holding": h}).encode()).status
        for h in (sent["holding"], *(each.holding for each in others))
    ]
    assert sorted(answers) == [200, 409, 409, 409]
    assert room.size == size


def test_the_command_tells_yes_and_no_by_its_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    import argparse

    room = a_room()
    asked = argparse.Namespace(meeting=room.meeting, item=room.item, json=False)
    assert command.run(asked) == 0
    assert "All whom the rules ask for are in the room." in capsys.readouterr().out
    room.leaves("Di")
    assert command.run(asked) == 1
    printed = capsys.readouterr().out
    assert "This meeting can’t decide." in printed
    assert max(map(len, printed.splitlines())) <= 80
    asked.json = True
    assert command.run(asked) == 1
    assert json.loads(capsys.readouterr().out)["code"] == "may_not_decide"
    asked.item = "no-such-thing"
    assert command.run(asked) == 2
    assert capsys.readouterr().err


def test_a_meeting_that_has_not_begun_says_so_at_every_door() -> None:
    from tests.a_meeting import a_board

    here = a_board()
    meeting = here.call()
    item = here.item(meeting)
    room = Room(here, meeting, item, here.motion(item))
    program = a_key_for(here.people["Cy"], origin=ORIGIN)
    assert same_everywhere(room, program)["code"] == "meeting_called"
    with pytest.raises(Refusal):
        command.answer("nothing", "nothing")
