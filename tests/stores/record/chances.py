"""Records that happen by chance: people try all sorts of things, and the rules let some through."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from tests.core.facts.story import RULES, START, an_id, place_made
from tests.kept import write
from tests.stores.record.acts import begin, person
from withus.actions.joining import enter
from withus.core.errors import Refusal
from withus.core.facts import joining as f
from withus.core.facts import keeping as k
from withus.core.facts.fact import Fact
from withus.core.words import (
    Capacity,
    ChallengeGround,
    ChallengeOutcome,
    ConfirmedHow,
    Duty,
    Ended,
    ErasedGround,
    Level,
    MandateMethod,
    OrganisationKind,
    Paper,
    ReportRoute,
    ShownAs,
    WithdrawnGround,
)
from withus.stores.keys.locker import forget_keys
from withus.stores.people.models import Person
from withus.stores.record.append import Actor
from withus.stores.record.models import SealedValue
from withus.stores.record.read import find_log

PUT_RIGHT: tuple[tuple[str, object], ...] = (
    ("paid_by", "ulo"),
    ("term_until", "2029-01-01"),
    ("name", "A Better Name"),
    ("shown_as", "counted"),
    ("early", True),
    ("voted", 3),
    ("chair", True),
)


class Chance:
    """One record under way, its dice in the seed."""

    def __init__(self, origin: str, seed: int) -> None:
        begin(origin)
        self.origin, self.dice = origin, Random(seed)  # noqa: S311  # the same each time
        self.people = [person(f"Person {n}", origin) for n in range(8)]
        self.given: dict[str, list[str]] = {}
        self.turn = 0
        for number, code in enumerate([Duty.HOST, *[Duty.FACILITATOR] * 2, Duty.ULO_CONTACT]):
            self.give(code, self.people[-1 - number])

    def give(self, code: Duty, person: str) -> None:
        """Give somebody a duty from before the record began."""
        since, given = START.date() - timedelta(days=1), self.new("duty")
        told = f.DutyGiven(
            given=given, duty=code, board=None, from_=since, until=None, person=person
        )
        enter(told, record=self.origin, by=Actor(), now=START)

    def go_on(self, entries: int) -> None:
        """Try this and that until the record has so many entries."""
        while find_log(self.origin).size < entries:
            self.turn += 1
            now = START + timedelta(minutes=self.turn * self.dice.choice([-1, 1, 1, 1]))
            acts = self.dice.choices(ACTS, k=self.dice.choice([1, 1, 1, 2]))
            try:
                enter(*[act(self) for act in acts], record=self.origin, by=self.actor(), now=now)
            except Refusal:
                continue
        assert self.turn < 20 * entries

    def actor(self) -> Actor:
        """Return the host or somebody, who at times types for another."""
        one = self.dice.choice([None, None, None, *self.people])
        typist = (
            self.dice.choice([None, *self.people]) if one and self.dice.random() < 0.3 else None
        )
        return Actor(person=one, typed_by=typist, invited=True, commanded=True)

    def new(self, kind: str) -> str:
        """Return a new id for a kind of thing."""
        made = an_id(f"{self.origin} {kind} {self.turn} {self.dice.random()}")
        self.given.setdefault(kind, []).append(made)
        return made

    def one(self, kind: str) -> str:
        """Return an id that was given, or was to be but refused."""
        return self.dice.choice(self.given.get(kind) or [an_id("nothing yet")])

    def day(self) -> date:
        """Return some day around the record's own."""
        return START.date() + timedelta(days=self.dice.randrange(-9, 90))

    def entry(self) -> int:
        """Return the index of some entry, which may not be there yet."""
        return self.dice.randrange(find_log(self.origin).size + 1)

    def somebody(self) -> str:
        """Return a person's id."""
        return self.dice.choice(self.people)

    def erase_somebody(self) -> None:
        """Erase a person as it is meant: their key and their row; and say how much went."""
        row = Person.objects.get(id=self.people.pop(0))
        gone = SealedValue.objects.filter(key=row.key).count()
        forget_keys([row.key])
        row.delete()
        erased = k.PersonErased(ground=ErasedGround.ASKED, openings=gone)
        write(erased, origin=self.origin, now=START + timedelta(minutes=self.turn))


def organisation(by: Chance) -> Fact:
    kind = by.dice.choice(list(OrganisationKind))
    return f.OrganisationJoined(organisation=by.new("body"), name="A Body", kind=kind)


def board(by: Chance) -> Fact:
    return f.BoardOpened(
        board=by.new("board") if len(by.given.get("board", ())) < 3 else by.one("board"),
        name="A Board",
        level=by.dice.choice(list(Level)),
        parent=by.dice.choice([None, by.one("board")]),
        formats=frozenset({Paper.STANDARD}),
    )


def duty(by: Chance) -> Fact:
    return f.DutyGiven(
        given=by.new("duty"),
        duty=by.dice.choice(list(Duty)),
        board=by.dice.choice([None, by.one("board")]),
        from_=by.day(),
        until=by.dice.choice([None, by.day()]),
        person=by.somebody(),
    )


def place(by: Chance) -> Fact:
    capacity = by.dice.choice(list(Capacity))
    made: dict[str, object] = {"board": by.one("board"), "place": by.new("place")}
    return place_made("", capacity, vote_from=by.day(), chair=by.dice.random() < 0.2, **made)


def taken(by: Chance) -> Fact:
    return f.PlaceTaken(
        place=by.one("place"),
        holding=by.new("holding"),
        shown_as=by.dice.choice(list(ShownAs)),
        person=by.somebody(),
    )


def mandate(by: Chance) -> Fact:
    return f.MandateGranted(
        mandate=by.new("mandate"),
        holding=by.one("holding"),
        method=by.dice.choice(list(MandateMethod)),
        roll=by.dice.randrange(100),
        voted=by.dice.randrange(100),
        from_=by.day(),
        until=by.dice.choice([None, by.day()]),
        report_every=90,
        recall_share="1/5",
        constituency="Those who came",
    )


def deputy(by: Chance) -> Fact:
    return f.DeputyNamed(
        deputy=by.new("deputy"),
        place=by.one("place"),
        capacity=Capacity.UNPAID_CARERS,
        meeting=None,
        person=by.somebody(),
    )


def challenge(by: Chance) -> Fact:
    ground = by.dice.choice(list(ChallengeGround))
    return k.ChallengeRaised(
        challenge=by.new("challenge"), entry=by.entry(), ground=ground, what="It was not so."
    )


def correction(by: Chance) -> Fact:
    field, value = by.dice.choice(PUT_RIGHT)
    return k.EntryCorrected(entry=by.entry(), field=field, value=value)


def withdrawal(by: Chance) -> Fact:
    return k.TextWithdrawn(
        entry=by.entry(),
        path=by.dice.choice(["post", "what", "reason", "constituency"]),
        ground=by.dice.choice(list(WithdrawnGround)),
        appeal_by=by.day(),
        reason="It names somebody.",
    )


def report(by: Chance) -> Fact:
    routes = frozenset({by.dice.choice(list(ReportRoute))})
    return f.MandateReported(mandate=by.one("mandate"), routes=routes, report="What came of it.")


def an_end(by: Chance) -> Fact:
    """Return the end of something, or a word about an entry."""
    how = by.dice.choice(list(Ended))
    return by.dice.choice(
        (
            f.PlaceEnded(place=by.one("place")),
            f.PlaceLeft(holding=by.one("holding"), how=how, early=by.dice.random() < 0.5),
            f.DeputyEnded(deputy=by.one("deputy")),
            f.MandateEnded(mandate=by.one("mandate"), how=how),
            f.DutyEnded(given=by.one("duty"), until=by.day()),
            k.ChallengeEnded(
                challenge=by.one("challenge"), outcome=ChallengeOutcome.UPHELD, decision=None
            ),
        )
    )


def confirmation(by: Chance) -> Fact:
    return k.EntryConfirmed(
        entry=by.entry(), how=by.dice.choice(list(ConfirmedHow)), right=by.dice.random() < 0.9
    )


def rules(by: Chance) -> Fact:
    return f.RulesSet(board=by.one("board"), rules=RULES, from_=by.day(), decision=None)


ACTS: tuple[Callable[[Chance], Fact], ...] = (
    *(organisation, board, duty, *[place] * 3, *[taken] * 4, *[mandate] * 3, deputy),
    *(challenge, *[correction] * 2, withdrawal, *[report] * 2, *[an_end] * 4, confirmation, rules),
)
