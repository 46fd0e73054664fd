"""A record in memory alone: each fact is asked of every rule before it is folded.

Nothing is stored, so that a meeting is walked through in a thousandth of a second, and thousands
of them in a test.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from tests.core.facts.story import ORIGIN, an_id, place_made
from withus.core.facts import joining as f
from withus.core.facts import keeping as k
from withus.core.facts import meeting as m
from withus.core.facts.circumstances import HOST, Circumstances
from withus.core.facts.encoding import Entry
from withus.core.facts.fact import Fact, Missing, Seal, layout
from withus.core.facts.rows import Said
from withus.core.history.fold import begun, evolve
from withus.core.history.state import Board, Meeting, Partnership, State
from withus.core.history.streams import PARTNERSHIP, InMemory, stream_of
from withus.core.history.told import Told, told
from withus.core.rules.acting import Acting
from withus.core.rules.entering import check_may_enter
from withus.core.rules.joining import check_may_happen
from withus.core.rules.rights import Role, duties_held, places_held
from withus.core.rules.situation import NotAllowed, Situation
from withus.core.words import Capacity, Country, Duty, Level, Paper, ShownAs, Way

BOARD = an_id("the board")
FIRST = datetime(2026, 8, 3, 9, 0, tzinfo=UTC)
ABOUT_AN_ENTRY = (k.EntryConfirmed, k.EntryCorrected, k.TextWithdrawn, k.ChallengeRaised)


@dataclass
class Record:
    """A partnership with one board, and whoever is in it, by name."""

    now: datetime = FIRST
    closed: frozenset[date] = frozenset()
    states: dict[str, State] = field(default_factory=dict)
    streams: InMemory = field(default_factory=InMemory)
    about: dict[str, set[int]] = field(default_factory=dict)
    entries: list[Told[Fact]] = field(default_factory=list)

    @property
    def board(self) -> Board:
        """Tell how the board stands."""
        found = self.states.get(BOARD)
        return found if isinstance(found, Board) else Board()

    @property
    def partnership(self) -> Partnership:
        """Tell how the partnership stands."""
        found = self.states.get(PARTNERSHIP)
        return found if isinstance(found, Partnership) else Partnership()

    def meeting(self, name: str) -> Meeting:
        """Tell how a meeting stands."""
        found = self.states.get(name)
        return found if isinstance(found, Meeting) else Meeting()

    def situation(self, fact: Fact, *, by: str = HOST, typed_by: str | None = None) -> Situation:
        """Tell where things stand for a fact, as an action would under the lock."""
        stream = stream_of(fact, self.streams)
        if stream is None:
            raise NotAllowed("no_such_id")
        named = self.entries[fact.entry] if isinstance(fact, ABOUT_AN_ENTRY) else None
        decided = getattr(fact, "decision", None) if isinstance(fact, f.RulesSet) else None
        return Situation(
            self.partnership,
            Board() if stream == PARTNERSHIP else self.board,
            named,
            by=called(by),
            typed_by=called(typed_by) if typed_by else None,
            meeting=self.meeting((self.streams.of_id(decided) if decided else None) or stream),
            size=len(self.entries),
            at=self.now,
            closed=self.closed,
            on=None if by == HOST else self.now.date(),
            met=any(isinstance(each, Meeting) and each.opened for each in self.states.values()),
        )

    def acting(self, by: str, typed_by: str | None) -> Acting:
        """Tell what whoever acts is here."""
        return Acting(
            roles=self.roles(by),
            person=None if by == HOST else an_id(by),
            mine=frozenset(self.about.get(by, ())),
            typist=self.roles(typed_by) if typed_by else None,
        )

    def roles(self, name: str) -> frozenset[Role]:
        """Tell what somebody is, by their duties and places."""
        if name == HOST:
            return frozenset({Role.HOST})
        mine, on = frozenset(self.about.get(name, ())), self.now.date()
        duties = duties_held(self.partnership, mine, on=on, board=BOARD)
        return duties | places_held(self.board, mine)

    def say(
        self,
        fact: Fact,
        *,
        by: str = HOST,
        typed_by: str | None = None,
        roll: tuple[Said, ...] | None = None,
    ) -> int:
        """Ask every rule of a fact and take it in; return its entry."""
        where = replace(self.situation(fact, by=by, typed_by=typed_by), roll=roll)
        check_may_enter(fact, where, self.acting(by, typed_by))
        check_may_happen(fact, where)
        return self.take(fact, by=by, typed_by=typed_by)

    def refused(self, fact: Fact, **how: Any) -> str:
        """Tell why a fact is refused; nothing where it is let pass, and then it is taken in."""
        before = len(self.entries)
        try:
            self.say(fact, **how)
        except NotAllowed as refusal:
            assert len(self.entries) == before
            return refusal.code
        return ""

    def take(self, fact: Fact, *, by: str = HOST, typed_by: str | None = None) -> int:
        """Take in a fact without asking any rule, as a dishonest host may."""
        index, kind = len(self.entries), type(fact)
        at: Any = self.now.date() if kind.BY_NOBODY else self.now
        who = None if kind.BY_NOBODY else called(by)
        typist = called(typed_by) if typed_by else None
        sealed = layout(kind).sealed
        entry = Entry(
            origin=ORIGIN,
            index=index,
            nonce="",
            circumstances=Circumstances(at=at, by=who, typed_by=typist),
            fact=replace(fact, **dict.fromkeys(sealed, Missing.NEVER)),
            sealed={},
        )
        for path, seal in sealed.items():
            if seal is Seal.PERSON:
                self.about.setdefault(NAMES.get(getattr(fact, path), ""), set()).add(index)
        stream = self.streams.learn(fact)
        assert stream is not None
        self.states[stream] = evolve(self.states.get(stream) or begun(stream, fact), entry)
        self.entries.append(told(entry))
        return index

    def copied(self) -> Record:
        """Tell a record that goes on by itself, as an act does that may yet come to nothing."""
        about = {name: set(some) for name, some in self.about.items()}
        return replace(
            self,
            states=dict(self.states),
            streams=deepcopy(self.streams),
            about=about,
            entries=[*self.entries],
        )

    def later(self, **how: float) -> None:
        """Let time go by."""
        self.now += timedelta(**how)


NAMES: dict[str, str] = {}


def called(name: str) -> str:
    """Tell what somebody is called on the board."""
    return HOST if name == HOST else an_id(f"{name} is called")


def person(name: str) -> str:
    """Tell the id under which somebody is kept, and remember whose it is."""
    NAMES[an_id(name)] = name
    return an_id(name)


def sits(name: str) -> str:
    """Tell the holding of whoever sits in the place named after them."""
    return an_id(f"{name} sits")


def opened(record: Record, *rules: Any, on_duty: tuple[str, ...] = ("Fay",)) -> Record:
    """Open the partnership and its board, with the duties that it needs."""
    record.say(
        f.PartnershipOpened(
            name="Ambleford Together",
            practice=False,
            follows=None,
            country=Country.ENGLAND,
            about="Buses.",
        )
    )
    duties = [(name, Duty.FACILITATOR) for name in on_duty]
    for name, duty in (*duties, ("Sam", Duty.SAFEGUARDING), ("Dot", Duty.DATA)):
        given = f.DutyGiven(
            given=an_id(f"{name} {duty}"),
            duty=duty,
            board=None,
            from_=record.now.date(),
            until=None,
            person=person(name),
        )
        record.say(given)
    board = f.BoardOpened(
        board=BOARD,
        name="Getting About board",
        level=Level.COMMUNITY,
        parent=None,
        formats=frozenset({Paper.STANDARD}),
    )
    record.say(board)
    if rules:
        record.say(rules_set(record, *rules))
    return record


def rules_set(record: Record, *rules: Any, decision: str | None = None) -> f.RulesSet:
    """Return rules set from today on."""
    told = [{"from": record.now.date().isoformat(), "until": None, **each} for each in rules]
    return f.RulesSet(board=BOARD, rules=told, from_=record.now.date(), decision=decision)


def seated(
    record: Record, name: str, capacity: Capacity, *, vacant: bool = False, **fields: Any
) -> None:
    """Make a place, and let somebody of that name take it."""
    record.say(place_made(f"{name}'s place", capacity, board=BOARD, **fields))
    if not vacant:
        record.say(takes(name, f"{name}'s place"))


def takes(name: str, place: str) -> f.PlaceTaken:
    """Return that somebody takes a place."""
    return f.PlaceTaken(
        place=an_id(place), holding=sits(name), shown_as=ShownAs.ROLE, person=person(name)
    )


def meeting_called(record: Record, name: str = "meeting") -> m.MeetingCalled:
    """Return a meeting called for tomorrow."""
    starts = record.now + timedelta(hours=6)
    return m.MeetingCalled(
        meeting=an_id(name),
        board=BOARD,
        starts=starts.replace(second=0, microsecond=0),
        ends=starts.replace(second=0, microsecond=0) + timedelta(minutes=90),
        ways=frozenset({Way.ROOM, Way.PHONE}),
        called_by=None,
        where="The old chapel",
    )
