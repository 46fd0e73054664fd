"""A meeting of the cast's board, under way: an item, two things put, and one of them decided."""

from __future__ import annotations

from datetime import timedelta

from tests.core.facts.story import START, an_id
from tests.example_record import HOME
from tests.kept import write
from withus.core.facts import deciding as d
from withus.core.facts import meeting as m
from withus.core.facts.fact import Fact
from withus.core.facts.rows import Said
from withus.core.words import Capacity, MotionKind, Outcome, Paper, Placed, Position, Way
from withus.stores.record.append import Actor

MEETING, ITEM = an_id("the cast meets"), an_id("the cast's item")
PAPER = an_id("the cast's paper")
MOTION, DECIDED, DECISION = (an_id(f"the cast's {each}") for each in ("motion", "other", "word"))
LATER = START + timedelta(hours=3)


def meet(origin: str, *, chair: str) -> None:
    """Let the board meet; `chair` is the person in the chair."""
    by = Actor(person=chair)
    write(*called(), *put(MOTION), *put(DECIDED), *taken(), now=LATER, origin=origin, by=by)


def called() -> tuple[Fact, ...]:
    """Return a meeting that was called and opened, with an item on its agenda."""
    starts = LATER.replace(second=0, microsecond=0)
    return (
        m.MeetingCalled(
            meeting=MEETING,
            board=HOME,
            starts=starts,
            ends=starts + timedelta(hours=2),
            ways=frozenset(Way),
            called_by=None,
            where="The library",
        ),
        m.ItemAsked(meeting=MEETING, item=ITEM, capacity=Capacity.SERVICES, title="Buses"),
        m.ItemPlaced(
            item=ITEM,
            outcome=Placed.ON,
            order=1,
            urgent=False,
            private_by_law=False,
            told_before=True,
            reason="",
        ),
        m.PaperOut(
            paper=PAPER,
            item=ITEM,
            form_of=None,
            format=Paper.STANDARD,
            day=LATER.date(),
            title="Where buses stop",
            digest="sha256",
        ),
        m.MeetingOpened(meeting=MEETING, chairs=frozenset({an_id("chair held")})),
    )


def put(motion: str) -> tuple[Fact, ...]:
    """Return something put to the meeting."""
    told = d.MotionPut(
        motion=motion,
        item=ITEM,
        kind=MotionKind.OTHER,
        revision=None,
        rules=frozenset(),
        words="One more bus",
    )
    return (told,)


def taken() -> tuple[Fact, ...]:
    """Return that the other thing was decided by one member, who agreed."""
    row = Said(
        holding=an_id("chair held"),
        position=Position.AGREE,
        way=Way.ROOM,
        deputy=None,
        self_entered=True,
    )
    told = d.DecisionTaken(
        motion=DECIDED,
        decision=DECISION,
        roll=(row,),
        outcome=Outcome.CARRIED,
        met=frozenset(),
        unmet=frozenset(),
        of_last_entry=0,
    )
    return (told,)
