"""A work told by facts alone, each at a time of its own: `start = a_start(...)`, `start.before`.

In an invented town. Each fact is an entry of a record in memory, folded as any record is.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from tests.core.facts.story import an_id, place_made, place_taken
from tests.core.history.records import entry as entry_of
from withus.core.facts import answering as a
from withus.core.facts import deciding as d
from withus.core.facts import drafting as t
from withus.core.facts import framing as f
from withus.core.facts import joining as j
from withus.core.facts import keeping as k
from withus.core.facts import meeting as m
from withus.core.facts.circumstances import HOST, Circumstances
from withus.core.facts.encoding import Entry
from withus.core.facts.fact import Fact
from withus.core.facts.rows import Said
from withus.core.framing.seen import Witnessed, WorkSeen, of_history
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
BEGAN = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


def day(number: int) -> datetime:
    """Return a moment so many days after the record began."""
    return BEGAN + timedelta(days=number)


@dataclass
class Start:
    """The record so far; `at` is the log's time of the next entry, in days."""

    entries: list[Entry] = field(default_factory=list)
    at: float = 0
    witnessed: list[Witnessed] = field(default_factory=list)

    def say(
        self,
        fact: Fact,
        *,
        at: float | None = None,
        by: str = HOST,
        typed_by: str | None = None,
        claimed: float | None = None,
    ) -> int:
        """Enter a fact on a day, the last one where none is told; return its entry."""
        self.at = max(self.at + 0.001, self.at if at is None else at)
        index = len(self.entries)
        made = entry_of(fact, index)
        claimed_at = None if claimed is None else day(0) + timedelta(days=claimed)
        moment = day(0) + timedelta(days=self.at)
        said = Circumstances(at=moment.date(), by=None)
        if not fact.BY_NOBODY:
            said = Circumstances(at=moment, by=by, typed_by=typed_by, claimed_at=claimed_at)
        self.entries.append(replace(made, circumstances=said))
        return index

    def see(self, at: float) -> None:
        """Let somebody who keeps a copy see all there is so far."""
        self.witnessed.append(Witnessed(len(self.entries), day(0) + timedelta(days=at)))

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
        agree: str = "bo di",
        against: str = "",
        at: float | None = None,
    ) -> str:
        """Let the board decide something; return the decision's id."""
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
        roll = [row(name, Position.AGREE) for name in agree.split()]
        roll += [row(name, Position.DISAGREE) for name in against.split()]
        taken = d.DecisionTaken(
            motion=motion,
            decision=an_id(f"d {number}"),
            roll=tuple(roll),
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


def row(name: str, position: Position) -> Said:
    """Return a line of a roll-call."""
    return Said(
        holding=an_id(sits(name)), position=position, way=Way.ROOM, deputy=None, self_entered=True
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
