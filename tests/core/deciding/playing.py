"""A worked case played through the rules and the fold, each fact asked of every rule."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from typing import Any

import pytest

from tests.core.facts.story import an_id
from tests.core.meeting.a_record import (
    Record,
    meeting_called,
    opened,
    person,
    rules_set,
    seated,
    sits,
)
from tests.worked_boards import BOARDS, Sort
from tests.worked_cases import Case
from withus.core.days import working_days_after
from withus.core.deciding.call import Call, call_of
from withus.core.deciding.now import Stands, stands
from withus.core.facts import deciding as d
from withus.core.facts import joining as f
from withus.core.facts import keeping as k
from withus.core.facts import meeting as m
from withus.core.facts.rows import Said
from withus.core.history.standing import in_force, outcome_of
from withus.core.history.state import Meeting, Motion, Taken
from withus.core.rules.deciding import MayNotDecide
from withus.core.words import (
    Capacity,
    ConfirmedHow,
    MandateMethod,
    ObjectionOutcome,
    Outcome,
    Placed,
    Position,
    Way,
)

MEETING, ITEM, MOTION = an_id("the meeting"), an_id("the item"), an_id("the motion")
AGREE, AGAINST, ASIDE = Position.AGREE, Position.DISAGREE, Position.ASIDE
IN_THE_ROOM = {
    "agrees": AGREE,
    "against": AGAINST,
    "aside": ASIDE,
    "changed_mind": AGAINST,
    "phoned": AGREE,
    "phoned_right": AGREE,
    "phoned_wrong": AGREE,
    "phoned_right_late": AGREE,
    "phoned_against_wrong": AGAINST,
    "recused_deputy": AGREE,
    "deputy": AGREE,
    "other_deputy": AGREE,
    "objects": AGAINST,
    "objects_kept": AGAINST,
    "objects_changed": AGAINST,
    "objects_withdrawn": AGAINST,
    "kept_aside": ASIDE,
}
BEFORE = {"before_agrees": AGREE, "before_against": AGAINST, "changed_mind": AGREE}
AFTERWARDS = {"assents": AGREE, "dissents": AGAINST}
CONFIRMS = {"phoned_right": True, "phoned_wrong": False, "phoned_against_wrong": False}
ANSWERS = {
    "objects_kept": ObjectionOutcome.KEPT,
    "kept_aside": ObjectionOutcome.KEPT,
    "objects_changed": ObjectionOutcome.CHANGED,
    "objects_withdrawn": ObjectionOutcome.WITHDRAWN,
}


@dataclass
class Play:
    """A case under way."""

    case: Case
    record: Record = field(default_factory=Record)
    who: dict[str, tuple[Sort, str]] = field(default_factory=dict)  # name -> sort, what they do

    @property
    def meeting(self) -> Meeting:
        """Tell how the meeting stands."""
        return self.record.meeting(MEETING)

    @property
    def motion(self) -> Motion:
        """Tell how the motion stands."""
        return self.meeting.motions[MOTION]

    @property
    def taken(self) -> Taken:
        """Tell the decision."""
        found = in_force(self.motion)
        assert found is not None
        return found

    @property
    def chair(self) -> str:
        """Tell who chairs: whoever comes first; where nobody does, whoever would."""
        there = [name for name, does in self.those(IN_THE_ROOM) if "deputy" not in does]
        return (there or [name for name, (_, does) in self.who.items() if does != "vacant"])[0]

    def those(self, table: Any) -> list[tuple[str, str]]:
        """Tell the names of those who do one of some things, and what."""
        return [(name, does) for name, (_, does) in self.who.items() if does in table]


def set_up(case: Case) -> Play:
    """Open the board of a case, seat its members, and call them to meet on its day."""
    play, written = Play(case), BOARDS[case.board]
    record = opened(play.record)
    for count, name, does in case.groups:
        sort = written.sorts[name]
        for number in range(count):
            play.who[f"{name} who {does} {number}"] = sort, does
    for name, (sort, does) in play.who.items():
        seated(
            record,
            name,
            sort.capacity,
            vacant=does == "vacant",
            tags=sort.tags,
            chair=sort.chair,
            vote_from=sort.vote_from,
            vote_until=sort.vote_until,
        )
        if sort.mandated and does != "vacant":
            record.say(mandate(record, name))
    record.say(rules_set(record, *written.rules))
    record.now = datetime.combine(case.on, time(10), tzinfo=UTC)
    meet(play)
    return play


def mandate(record: Record, name: str) -> f.MandateGranted:
    """Return a mandate for somebody, without an end."""
    return f.MandateGranted(
        mandate=an_id(f"{name}'s mandate"),
        holding=sits(name),
        method=MandateMethod.BALLOT,
        roll=40,
        voted=30,
        from_=record.now.date(),
        until=None,
        report_every=90,
        recall_share="1/2",
        constituency="Those who ride the buses",
    )


def meet(play: Play) -> None:
    """Open the meeting with an item and a motion, and let everybody in."""
    record, called = play.record, meeting_called(play.record, "the meeting")
    record.say(called, by="Fay")
    item = m.ItemAsked(meeting=MEETING, item=ITEM, capacity=None, title="Night buses")
    record.say(item, by="Fay")
    record.say(placed(), by="Fay")
    record.say(m.MeetingOpened(meeting=MEETING, chairs=frozenset({sits(play.chair)})))
    bound = stands_in_force(play)
    put = d.MotionPut(
        motion=MOTION, item=ITEM, kind=play.case.kind, revision=None, rules=bound, words="One more"
    )
    record.say(put, by=play.chair)
    for name, does in play.those(BEFORE):
        said = d.BeforeSaid(motion=MOTION, holding=sits(name), position=BEFORE[does], why="")
        record.say(said, by=name)
    for name, does in play.those({"recused", "recused_deputy"}):
        left = m.InterestDeclared(item=ITEM, holding=sits(name), recused=True, what="I own it.")
        record.say(left, by=name)
        assert does
    for name, does in play.those(IN_THE_ROOM):
        comes(play, name, does)
    for name, does in play.those({"objects", *ANSWERS}):
        objects(play, name, does)
    for rule in sorted(play.case.exceptions):
        by = play.who[play.chair][0].capacity
        made = d.ExceptionMade(motion=MOTION, rule=rule, by=by, until=None, why="It cannot wait.")
        record.say(made, by=play.chair)


def placed() -> m.ItemPlaced:
    """Return that the item is on the agenda."""
    return m.ItemPlaced(
        item=ITEM,
        outcome=Placed.ON,
        order=1,
        urgent=False,
        private_by_law=False,
        told_before=True,
        reason="",
    )


def stands_in_force(play: Play) -> frozenset[str]:
    """Tell the rules that bind a motion of the case's kind on its day: by hand, not by the core."""
    day, kind = play.case.on.isoformat(), play.case.kind.value
    return frozenset(
        rule["id"]
        for rule in BOARDS[play.case.board].rules
        if rule["kind"] in ("present", "agree", "no_objection", "casting")
        and rule.get("from", "") <= day < rule.get("until", "9")
        and kind in rule.get("for", [kind])
    )


def comes(play: Play, name: str, does: str) -> None:
    """Let somebody into the room, or their deputy, or note that they are on the phone."""
    deputy = None
    if does.endswith("deputy"):
        deputy, mine = an_id(f"{name}'s deputy"), play.who[name][0].capacity
        other = Capacity.INDEPENDENT if mine is not Capacity.INDEPENDENT else Capacity.OTHER
        named = f.DeputyNamed(
            deputy=deputy,
            place=an_id(f"{name}'s place"),
            capacity=other if does == "other_deputy" else mine,
            meeting=None,
            person=person(f"{name}'s friend"),
        )
        play.record.say(named, by=name)
    phoned = does.startswith("phoned")
    noted = m.PresenceNoted(
        meeting=MEETING,
        holding=sits(name),
        deputy=deputy,
        came=True,
        way=Way.PHONE if phoned else Way.ROOM,
        self_entered=not phoned,
    )
    play.record.say(noted, by=name, typed_by="Fay" if phoned else None)


def objects(play: Play, name: str, does: str) -> None:
    """Let somebody object, and what became of it be said."""
    objection = an_id(f"{name}'s objection")
    made = d.ObjectionMade(motion=MOTION, holding=sits(name), objection=objection, reason="Late.")
    play.record.say(made, by=name)
    if does in ANSWERS:
        outcome = ANSWERS[does]
        by = name if outcome is ObjectionOutcome.WITHDRAWN else play.chair
        answered = d.ObjectionAnswered(objection=objection, outcome=outcome, answer="An hour.")
        play.record.say(answered, by=by)


def roll(play: Play) -> tuple[Said, ...]:
    """Tell the roll-call."""
    rows = [
        Said(
            holding=sits(name),
            position=IN_THE_ROOM[does],
            way=Way.PHONE if does.startswith("phoned") else Way.ROOM,
            deputy=an_id(f"{name}'s deputy") if does.endswith("deputy") else None,
            self_entered=not does.startswith("phoned"),
        )
        for name, does in play.those(IN_THE_ROOM)
    ]
    return tuple(sorted(rows, key=lambda row: row.holding))


def take(play: Play) -> Stands:
    """Call the roll; enter what comes of it, or see that it is refused and nothing entered."""
    record, said = play.record, roll(play)
    found = stands(record.board, play.meeting, play.motion, Call(said, record.now.date()))
    fact = d.DecisionTaken(
        motion=MOTION,
        decision=an_id("the decision"),
        roll=said,
        outcome=found.decision.outcome,
        met=frozenset(rule.id for rule in found.met),
        unmet=frozenset(rule.id for rule in found.unmet),
        of_last_entry=len(record.entries) - 1,
    )
    if found.decision.outcome is not Outcome.MAY_NOT:
        record.say(fact, by=play.chair, roll=said)
        return found
    size = len(record.entries)
    with pytest.raises(MayNotDecide) as refusal:
        record.say(fact, by=play.chair, roll=said)
    assert (refusal.value.stands, len(record.entries)) == (found, size)
    return found


def afterwards(play: Play) -> Outcome:
    """Let the days go by, with what is said in them, and tell what stands at their end."""
    wait(play, 1)
    for name, does in play.those(AFTERWARDS):
        said = d.AssentGiven(motion=MOTION, holding=sits(name), position=AFTERWARDS[does], why="")
        play.record.say(said, by=name)
    for name, does in play.those(CONFIRMS):
        confirm(play, name, right=CONFIRMS[does])
    if late := play.those({"phoned_right_late"}):
        wait(play, 6)
        for name, _ in late:
            confirm(play, name, right=True)
    wait(play, play.case.days)
    return settle(play)


def wait(play: Play, days: int) -> None:
    """Go on to so many working days after the case's."""
    day = working_days_after(play.case.on, days, closed=frozenset())
    play.record.now = datetime.combine(day, time(12), tzinfo=UTC)


def confirm(play: Play, name: str, *, right: bool) -> None:
    """Let somebody say by their own code whether what was entered for them is right."""
    entry = play.meeting.presence[sits(name)][-1].entry
    play.record.say(k.EntryConfirmed(entry=entry, how=ConfirmedHow.OWN_CODE, right=right), by=name)


def settle(play: Play) -> Outcome:
    """Enter what stands now, if the decision is open no more."""
    today = play.record.now.date()
    call = call_of(play.taken, play.meeting, today=today, closed=frozenset())
    found = stands(play.record.board, play.meeting, play.motion, call).decision.outcome
    decision = an_id("the decision")
    if found is Outcome.LAPSED:
        play.record.say(d.DecisionLapsed(decision=decision), by="Fay")
    elif found not in (Outcome.WAITING, Outcome.UNSETTLED):
        play.record.say(d.DecisionSettled(decision=decision, outcome=found), by="Fay")
    return outcome_of(play.taken)
