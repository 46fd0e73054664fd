"""A meeting in memory at any stage, and each fact of it as it would be said there.

Bo and Di draw on services, Eve cares, Cy chairs, Flo serves; Fay is the facilitator.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

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
from tests.worked_boards import MOST_VOTE, D, present, written
from withus.core.deciding.call import Call
from withus.core.deciding.now import stands
from withus.core.facts import deciding as d
from withus.core.facts import joining as f
from withus.core.facts import meeting as m
from withus.core.facts.fact import Fact
from withus.core.facts.rows import Said, Turns
from withus.core.meeting.standing import here
from withus.core.words import (
    Capacity,
    HowKnown,
    MotionKind,
    NeedsMet,
    ObjectionOutcome,
    Outcome,
    Paper,
    Placed,
    Position,
    Signed,
    Way,
)

MEETING, ITEM, MOTION = an_id("meeting"), an_id("item"), an_id("motion")
PAPER, OBJECTION, DECISION = an_id("paper"), an_id("objection"), an_id("decision")
SEATS = {
    "Bo": Capacity.DRAWS_ON_SERVICES,
    "Cy": Capacity.COMMUNITY,
    "Di": Capacity.DRAWS_ON_SERVICES,
    "Eve": Capacity.UNPAID_CARERS,
    "Flo": Capacity.SERVICES,
}
RULES = [
    *written(present(D, at_least=2), MOST_VOTE),
    {
        "id": "promise",
        "force": "promise",
        "source": None,
        **present({"capacity": ["unpaid_carers"]}, at_least=1),
    },
]
NAMES = frozenset({"r1", "r2", "promise"})
STAGES = ("called", "open", "closed", "cancelled")


def room(stage: str = "open", *rules: Any) -> Record:
    """Return a meeting with an item on its agenda and a motion put, as far as a stage."""
    record = opened(Record())
    for name, capacity in SEATS.items():
        seated(record, name, capacity, chair=name == "Cy")
    record.say(rules_set(record, *(rules or RULES)))
    record.say(meeting_called(record), by="Fay")
    record.say(asked(), by="Bo")
    record.say(placed(), by="Fay")
    bound = frozenset(rule["id"] for rule in rules) if rules else NAMES
    record.say(put(rules=bound), by="Cy")
    come(record, "Cy")  # who is there before it is opened, to open it
    if stage == "cancelled":
        record.say(m.MeetingCancelled(meeting=MEETING, reason="Snow"), by="Fay")
    if stage in ("open", "closed"):
        record.later(days=1)
        record.say(m.MeetingOpened(meeting=MEETING, chairs=frozenset({sits("Cy")})), by="Cy")
    if stage == "closed":
        come(record, "Bo", "Cy", "Di", "Eve")
        record.say(m.MeetingClosed(meeting=MEETING), by="Cy")
    return record


def asked(**fields: Any) -> m.ItemAsked:
    """Return an item that Bo asks for."""
    given = {"meeting": MEETING, "item": ITEM, "capacity": SEATS["Bo"], "title": "Night buses"}
    return m.ItemAsked(**{**given, **fields})


def placed(**fields: Any) -> m.ItemPlaced:
    """Return that the item is on the agenda."""
    given = {
        "item": ITEM,
        "outcome": Placed.ON,
        "order": 1,
        "urgent": False,
        "private_by_law": False,
        "told_before": True,
        "reason": "",
    }
    return m.ItemPlaced(**{**given, **fields})


def paper(**fields: Any) -> m.PaperOut:
    """Return a paper for the item."""
    given = {
        "item": ITEM,
        "paper": PAPER,
        "form_of": None,
        "format": Paper.STANDARD,
        "day": date(2026, 8, 3),
        "title": "Why buses stop",
        "digest": "none",
    }
    return m.PaperOut(**{**given, **fields})


def put(**fields: Any) -> d.MotionPut:
    """Return the motion."""
    given = {
        "motion": MOTION,
        "item": ITEM,
        "kind": MotionKind.OTHER,
        "revision": None,
        "rules": NAMES,
        "words": "One more bus",
    }
    return d.MotionPut(**{**given, **fields})


def noted(name: str, **fields: Any) -> m.PresenceNoted:
    """Return that somebody comes in."""
    given = {
        "meeting": MEETING,
        "holding": sits(name),
        "deputy": None,
        "came": True,
        "way": Way.ROOM,
        "self_entered": True,
    }
    return m.PresenceNoted(**{**given, **fields})


def come(record: Record, *names: str, came: bool = True) -> None:
    """Let some come in, or go; whoever is to come may be there already."""
    inside = here(record.meeting(MEETING))
    for name in names:
        if came and sits(name) in inside:
            continue
        record.say(noted(name, came=came), by=name)


def phones(record: Record, name: str) -> int:
    """Let the facilitator note that somebody is on the phone; return the entry."""
    told = noted(name, way=Way.PHONE, self_entered=False)
    return record.say(told, by=name, typed_by="Fay")


def deputy(name: str = "Bo", **fields: Any) -> f.DeputyNamed:
    """Return that somebody chooses a deputy."""
    given = {
        "deputy": an_id(f"{name}'s deputy"),
        "place": an_id(f"{name}'s place"),
        "capacity": SEATS[name],
        "meeting": None,
        "person": person(f"{name}'s friend"),
    }
    return f.DeputyNamed(**{**given, **fields})


def before(name: str, position: Position = Position.AGREE) -> d.BeforeSaid:
    """Return what somebody says before."""
    return d.BeforeSaid(motion=MOTION, holding=sits(name), position=position, why="")


def assent(name: str, position: Position = Position.AGREE) -> d.AssentGiven:
    """Return what somebody says afterwards."""
    return d.AssentGiven(motion=MOTION, holding=sits(name), position=position, why="")


def interest(name: str, *, recused: bool = True) -> m.InterestDeclared:
    """Return that somebody has an interest in the item."""
    return m.InterestDeclared(item=ITEM, holding=sits(name), recused=recused, what="I own it.")


def objection(name: str = "Bo", **fields: Any) -> d.ObjectionMade:
    """Return that somebody objects."""
    given = {"motion": MOTION, "objection": OBJECTION, "holding": sits(name), "reason": "Late."}
    return d.ObjectionMade(**{**given, **fields})


def answer(outcome: ObjectionOutcome = ObjectionOutcome.KEPT, **more: Any) -> d.ObjectionAnswered:
    """Return what became of the objection."""
    given = {"objection": OBJECTION, "outcome": outcome, "answer": "An hour earlier."}
    return d.ObjectionAnswered(**{**given, **more})


def exception(**fields: Any) -> d.ExceptionMade:
    """Return that the board goes on without its promise."""
    given = {
        "motion": MOTION,
        "rule": "promise",
        "by": SEATS["Cy"],
        "until": None,
        "why": "It cannot wait.",
    }
    return d.ExceptionMade(**{**given, **fields})


def row(name: str, position: Position = Position.AGREE, **fields: Any) -> Said:
    """Return where somebody stands."""
    given = {
        "holding": sits(name),
        "position": position,
        "way": Way.ROOM,
        "deputy": None,
        "self_entered": True,
    }
    return Said(**{**given, **fields})


def roll(*rows: Said | str) -> tuple[Said, ...]:
    """Return a roll-call; of a name alone, that they agree."""
    told = [row(each) if isinstance(each, str) else each for each in rows]
    return tuple(sorted(told, key=lambda each: each.holding))


def taken(record: Record, said: tuple[Said, ...], **fields: Any) -> d.DecisionTaken:
    """Return the decision that follows from a roll-call."""
    state = record.meeting(MEETING)
    call = Call(said, record.now.date())
    found = stands(record.board, state, state.motions[MOTION], call)
    given = {
        "motion": MOTION,
        "decision": DECISION,
        "roll": said,
        "outcome": found.decision.outcome,
        "met": frozenset(rule.id for rule in found.met),
        "unmet": frozenset(rule.id for rule in found.unmet),
        "of_last_entry": len(record.entries) - 1,
    }
    return d.DecisionTaken(**{**given, **fields})


def decide(record: Record, *rows: Said | str) -> Outcome:
    """Call the roll and enter what comes of it."""
    fact = taken(record, roll(*rows))
    record.say(fact, by="Cy", roll=fact.roll)
    return fact.outcome


def turns(*names: str) -> m.TurnsCounted:
    """Return that each of some spoke once."""
    told = [Turns(holding=sits(name), spoken=1, signed=0) for name in names]
    return m.TurnsCounted(meeting=MEETING, turns=tuple(sorted(told, key=lambda each: each.holding)))


def drafted(version: int = 1) -> m.MinutesDrafted:
    """Return minutes."""
    return m.MinutesDrafted(meeting=MEETING, version=version, text="We met.", digest="none")


def approved(*names: str, version: int = 1) -> m.MinutesApproved:
    """Return that some say the minutes are right."""
    holdings = frozenset(sits(name) for name in names)
    return m.MinutesApproved(meeting=MEETING, version=version, holdings=holdings)


def signed() -> d.DecisionSigned:
    """Return that a body above signs."""
    return d.DecisionSigned(
        decision=DECISION, body="Ambleford Cabinet", outcome=Signed.UNCHANGED, by_law=False
    )


def reported(record: Record, **fields: Any) -> d.DecisionReported:
    """Return what was decided elsewhere."""
    given = {
        "reported": an_id("reported"),
        "board": meeting_called(record).board,
        "day": record.now.date(),
        "outside_rule": None,
        "how_known": HowKnown.MINUTES,
        "what": "The bus was cut.",
    }
    return d.DecisionReported(**{**given, **fields})


def moved(record: Record, **fields: Any) -> m.MeetingMoved:
    """Return the meeting, a week later."""
    at = (record.now + timedelta(days=7)).replace(second=0, microsecond=0)
    given = {
        "meeting": MEETING,
        "starts": at,
        "ends": at + timedelta(hours=1),
        "ways": frozenset({Way.ROOM}),
        "where": "The library",
        "reason": "The lift is broken.",
    }
    return m.MeetingMoved(**{**given, **fields})


def of_the_room(record: Record) -> dict[str, Fact]:
    """Return one of each fact that can be said of a meeting, by a name for tests."""
    return {
        "moved": moved(record),
        "cancelled": m.MeetingCancelled(meeting=MEETING, reason="Snow"),
        "opened": m.MeetingOpened(meeting=MEETING, chairs=frozenset({sits("Cy")})),
        "closed": m.MeetingClosed(meeting=MEETING),
        "asked": asked(item=an_id("another"), capacity=None),
        "placed": placed(order=2),
        "refused": placed(outcome=Placed.REFUSED, reason="Not ours."),
        "not reached": placed(outcome=Placed.NOT_REACHED),
        "paper": paper(),
        "needs": m.NeedsLookedAt(meeting=MEETING, answer=NeedsMet.ALL_MET),
        "comes": replace(noted("Flo")),
        "company": m.CompanyNoted(meeting=MEETING, supporters=1, interpreters=0),
        "paused": m.ItemPaused(meeting=MEETING),
        "interest": interest("Flo"),
        "drafted": drafted(),
        "put": put(motion=an_id("another")),
        "before": before("Flo"),
        "objects": objection("Flo"),
        "exception": exception(),
    }
