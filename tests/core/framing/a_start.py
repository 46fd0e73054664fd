"""A work told by facts alone, each at a time of its own: `start = a_start(...)`, `start.before`.

In an invented town. Each fact is an entry of a record in memory, folded as any record is.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from tests.core.facts.story import an_id, place_made, place_taken
from tests.core.framing.telling import Telling, day
from withus.core.facts import answering as a
from withus.core.facts import deciding as d
from withus.core.facts import drafting as t
from withus.core.facts import framing as f
from withus.core.facts import joining as j
from withus.core.facts import keeping as k
from withus.core.facts import meeting as m
from withus.core.facts.rows import Said
from withus.core.framing.seen import WorkSeen, of_history
from withus.core.framing.start import Before, who_was_in_before
from withus.core.history.fold import replay
from withus.core.words import (
    Capacity,
    ChallengeGround,
    ChallengeOutcome,
    ConfirmedHow,
    Country,
    ExistingKind,
    Level,
    MotionKind,
    Outcome,
    Placed,
    PointOutcome,
    PointWay,
    Position,
    ShownAs,
    Side,
    Way,
)

BOARD, WORK = an_id("the board"), an_id("the work")
DRAWS, CARES, SERVES = Capacity.DRAWS_ON_SERVICES, Capacity.UNPAID_CARERS, Capacity.SERVICES


@dataclass
class Start(Telling):
    """The record so far, and what people can do in it."""

    @property
    def seen(self) -> WorkSeen:
        """Tell the work as figures are worked out from it."""
        return of_history(replay(self.entries), WORK, witnessed=tuple(self.witnessed))

    @property
    def before(self) -> Before:
        """Tell who was in before the plan."""
        return who_was_in_before(self.seen)

    def sits(self, name: str, capacity: Capacity, *tags: str, **how: Any) -> int:
        """Make a place, and let somebody take it by their own hand; return the entry."""
        self.say(
            place_made(f"{name}'s place", capacity, board=BOARD, tags=frozenset(tags)),
            at=how.get("at"),
        )
        taken = place_taken(f"{name}'s place", sits(name), "nobody")
        return self.say(taken, **{"by": name, **how})

    def scope(self, *tags: str, f_is_d: bool = False) -> None:
        """Let an affected member and the host say whom it is about."""
        for side, by in ((Side.AFFECTED, "bo"), (Side.HOST, "olu")):
            fact = f.ScopeConfirmed(work=WORK, side=side, d=frozenset(tags), f_is_d=f_is_d)
            self.say(fact, by=by)

    def writes(self, name: str, *bases: str, **how: Any) -> str:
        """Let somebody write the plan; return the id of the revision."""
        made = t.RevisionMade(
            work=WORK,
            revision=an_id(name),
            bases=frozenset(bases),
            contributor=None,
            scribe=None,
            version_of=None,
            imported=False,
            suggestion=None,
            credits="",
            paragraphs="none",
            text="none",
        )
        self.say(made, **how)
        return an_id(name)

    def existed(
        self, name: str, kind: ExistingKind, since: float | None, **how: Any
    ) -> tuple[str, int]:
        """Tell of what was there before; return its id and its entry."""
        told = f.ExistingTold(
            work=WORK,
            existing=an_id(name),
            kind=kind,
            since=None if since is None else date_of(since),
            said_by="Brackmere Council",
            practised=how.pop("practised", False),
            what="none",
        )
        return an_id(name), self.say(told, **how)

    def decides(
        self,
        about: str,
        kind: MotionKind,
        *,
        outcome: Outcome = Outcome.CARRIED,
        roll: str = "bo di",
        at: float | None = None,
    ) -> str:
        """Let the board decide something, by a roll in which "-bo" is against; return its id."""
        number = len(self.entries)
        meeting, item, motion = (an_id(f"{each} {number}") for each in ("m", "i", "q"))
        starts = day(0) + timedelta(days=self.at)
        called = m.MeetingCalled(
            meeting=meeting,
            board=BOARD,
            starts=starts,
            ends=starts + timedelta(hours=1),
            ways=frozenset(Way),
            called_by=None,
            where="none",
        )
        self.say(called, at=at)
        self.say(m.ItemAsked(meeting=meeting, item=item, capacity=None, title="none"))
        told = {"urgent": False, "private_by_law": False, "told_before": True, "reason": "none"}
        self.say(m.ItemPlaced(item=item, outcome=Placed.ON, order=1, **told))  # type: ignore[arg-type]
        put = d.MotionPut(
            motion=motion, item=item, kind=kind, revision=about, rules=frozenset(), words="none"
        )
        self.say(put)
        taken = d.DecisionTaken(
            motion=motion,
            decision=an_id(f"d {number}"),
            roll=tuple(row(each) for each in roll.split()),
            outcome=outcome,
            met=frozenset(),
            unmet=frozenset(),
            of_last_entry=0,
        )
        self.say(taken)
        return an_id(f"d {number}")

    def begin_again(self, existing: str, **how: Any) -> None:
        """Set aside what was there before, by a decision."""
        decision = self.decides(existing, MotionKind.OTHER, **how)
        self.say(f.BegunAgain(existing=existing, decision=decision))

    def point(self, name: str, outcome: PointOutcome | None = None, **how: Any) -> None:
        """Let somebody put a point, and answer it at the end if it is told how."""
        put = a.PointPut(
            work=WORK,
            point=an_id(name),
            holding=None,
            said_capacity=DRAWS,
            way=PointWay.TYPED,
            group_of=1,
            shown_as=ShownAs.ROLE,
            person="nobody",
            words="none",
            attachment="none",
        )
        self.say(put, **how)
        if outcome:
            answer = a.PointAnswered(
                point=an_id(name), outcome=outcome, same_reason_as=None, reason="none"
            )
            self.say(answer)

    def account(self, started: float, *asked: str, documents: int = 1, **how: Any) -> str:
        """Tell how the work began; return the account's id."""
        name = an_id(f"account {len(self.entries)}")
        told = f.StartAccounted(
            work=WORK,
            account=name,
            started=date_of(started),
            asked=frozenset(an_id(sits(each)) for each in asked),
            documents=documents,
            digests="none",
            words="none",
        )
        self.say(told, **how)
        return name

    def answers(self, account: str, *names: str, agrees: bool = True, **how: Any) -> list[int]:
        """Let those who were asked say whether it was so."""
        was_in = how.pop("was_in", agrees)
        return [
            self.say(
                f.StartAnswered(
                    account=account, holding=an_id(sits(name)), agrees=agrees, was_in=was_in
                ),
                by=name,
                **how,
            )
            for name in names
        ]

    def confirmed(self, entry: int, *, right: bool = True, **how: Any) -> int:
        """Let whoever an entry is about say with their own code whether it is right."""
        fact = k.EntryConfirmed(entry=entry, how=ConfirmedHow.OWN_CODE, right=right)
        return self.say(fact, **{"by": "bo", **how})

    def challenged(
        self, entry: int, ground: ChallengeGround, outcome: ChallengeOutcome | None = None
    ) -> None:
        """Let a member say that an entry is not so, and settle it if it is told how."""
        name = an_id(f"challenge {len(self.entries)}")
        self.say(k.ChallengeRaised(challenge=name, entry=entry, ground=ground, what="none"))
        if outcome:
            self.say(k.ChallengeEnded(challenge=name, outcome=outcome, decision=None))


def sits(name: str) -> str:
    """Return what somebody's time in their place is called."""
    return f"{name} sits"


def row(name: str) -> Said:
    """Return a line of a roll-call."""
    position = Position.DISAGREE if name.startswith("-") else Position.AGREE
    return Said(
        holding=an_id(sits(name.lstrip("-"))),
        position=position,
        way=Way.ROOM,
        deputy=None,
        self_entered=True,
    )


def date_of(number: float) -> date:
    """Return the day so many days after the record began."""
    return day(int(number)).date()


def a_start(*rules: dict[str, Any]) -> Start:
    """Open the partnership, a board and a work, on the first day."""
    start = Start()
    start.say(
        j.PartnershipOpened(
            name="Brackmere Together",
            practice=False,
            follows=None,
            country=Country.ENGLAND,
            about="none",
        )
    )
    start.say(
        j.BoardOpened(
            board=BOARD,
            name="Brackmere board",
            level=Level.COMMUNITY,
            parent=None,
            formats=frozenset(),
        )
    )
    if rules:
        start.say(j.RulesSet(board=BOARD, rules=list(rules), from_=date_of(0), decision=None))
    start.say(
        f.WorkOpened(
            work=WORK,
            name="Nights",
            board=BOARD,
            boards=frozenset(),
            level=Level.COMMUNITY,
            about_one_person=False,
        )
    )
    return start


def a_group(start: Start, *, drawing: int = 2, caring: int = 1, serving: int = 3) -> None:
    """Seat bo and di, who draw on services, and others, on the days from the first."""
    names = ["bo", "di", "ed", "gil"]
    for name in names[:drawing]:
        start.sits(name, DRAWS)
    for number in range(caring):
        start.sits(f"carer {number}", CARES)
    for number in range(serving):
        start.sits(f"worker {number}", SERVES)
