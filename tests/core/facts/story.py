"""A small record in which every type of fact happens. Its place and people are invented."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from hashlib import sha256
from typing import Any

from withus.core.facts import answering as a
from withus.core.facts import deciding as d
from withus.core.facts import drafting, framing
from withus.core.facts import joining as f
from withus.core.facts import keeping as k
from withus.core.facts import meeting as m
from withus.core.facts import supporting as s
from withus.core.facts.circumstances import HOST, Circumstances
from withus.core.facts.encoding import encode
from withus.core.facts.fact import Fact, layout
from withus.core.facts.rows import Said, Turns
from withus.core.facts.sealing import Opening
from withus.core.proofs.base64_strict import to_base64, to_base64url
from withus.core.words import (
    Capacity,
    ChallengeGround,
    ChallengeOutcome,
    ChosenBy,
    ConfirmedHow,
    Country,
    Duty,
    Ended,
    ErasedGround,
    ExistingKind,
    HowKnown,
    Level,
    MandateMethod,
    MotionKind,
    NeedsMet,
    ObjectionOutcome,
    OrganisationKind,
    Outcome,
    PaidBy,
    Paper,
    Placed,
    PlaceKind,
    PointOutcome,
    PointSays,
    PointWay,
    Position,
    ReportRoute,
    ShownAs,
    Side,
    Signed,
    Step,
    SuggestionOutcome,
    ToldRoute,
    Version,
    Way,
    WithdrawnGround,
)

ORIGIN = "withus.example/thornmere"
START = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
RULES = [
    {
        "id": "two-present",
        "kind": "present",
        "who": {"affected": True},
        "at_least": 2,
        "force": "promise",
        "source": None,
        "from": "2026-11-02",
        "until": None,
    }
]


def an_id(name: str) -> str:
    """Return an id that stands for a name."""
    return to_base64url(sha256(name.encode()).digest()[:16])


def place_made(name: str, capacity: Capacity, **fields: object) -> f.PlaceMade:
    """Return a place on the board."""
    given = {
        "place": an_id(name),
        "board": an_id("board"),
        "capacity": capacity,
        "kind": PlaceKind.NAMED,
        "tags": frozenset(),
        "chair": False,
        "vote_from": None,
        "vote_until": None,
        "term_until": date(2028, 3, 31),
        "chosen_by": ChosenBy.ORGANISATION,
        "paid_by": PaidBy.NOBODY,
        "post": "Member",
    }
    return f.PlaceMade(**{**given, **fields})  # type: ignore[arg-type]


def place_taken(place: str, holding: str, person: str) -> f.PlaceTaken:
    """Return a place taken by a person."""
    return f.PlaceTaken(
        place=an_id(place),
        holding=an_id(holding),
        shown_as=ShownAs.ROLE,
        person=an_id(person),
    )


BOARD, DAY = an_id("board"), date(2026, 11, 2)
STORY: tuple[Fact, ...] = (
    f.PartnershipOpened(
        name="Thornmere Together",
        practice=False,
        follows=None,
        country=Country.ENGLAND,
        about="How people come home from hospital.",
    ),
    f.OrganisationJoined(
        organisation=an_id("council"), name="Thornmere Council", kind=OrganisationKind.COUNCIL
    ),
    f.DutyGiven(
        given=an_id("duty"),
        duty=Duty.SAFEGUARDING,
        board=None,
        from_=DAY,
        until=None,
        person=an_id("Ada"),
    ),
    f.BoardOpened(
        board=BOARD,
        name="Coming Home board",
        level=Level.COMMUNITY,
        parent=None,
        formats=frozenset({Paper.STANDARD, Paper.EASY_READ}),
    ),
    f.RulesSet(board=BOARD, rules=RULES, from_=DAY, decision=None),
    place_made("seat 1", Capacity.DRAWS_ON_SERVICES, tags=frozenset({"patient_member"})),
    place_made("seat 2", Capacity.UNPAID_CARERS),
    place_made("seat 3", Capacity.SERVICES, chair=True),
    place_taken("seat 1", "holding 1", "Bo"),
    place_taken("seat 3", "holding 3", "Cy"),
    f.MandateGranted(
        mandate=an_id("mandate"),
        holding=an_id("holding 1"),
        method=MandateMethod.BALLOT,
        roll=61,
        voted=40,
        from_=DAY,
        until=date(2028, 3, 31),
        report_every=90,
        recall_share="1/5",
        constituency="Members of Our Say",
    ),
    f.MandateReported(
        mandate=an_id("mandate"),
        routes=frozenset({ReportRoute.MEETING, ReportRoute.LETTER}),
        report="What we asked for, and what came of it.",
    ),
    f.DeputyNamed(
        deputy=an_id("deputy"),
        place=an_id("seat 1"),
        capacity=Capacity.DRAWS_ON_SERVICES,
        meeting=None,
        person=an_id("Di"),
    ),
    k.EntryConfirmed(entry=8, how=ConfirmedHow.LETTER, right=True),
    k.ChallengeRaised(
        challenge=an_id("challenge"),
        entry=7,
        ground=ChallengeGround.CAPACITY,
        what="The chair is paid by the council.",
    ),
    k.ChallengeEnded(
        challenge=an_id("challenge"), outcome=ChallengeOutcome.WITHDRAWN, decision=None
    ),
    k.EntryCorrected(entry=6, field="paid_by", value="ulo"),
    k.TextWithdrawn(
        entry=11,
        path="report",
        ground=WithdrawnGround.PRIVATE,
        appeal_by=date(2026, 12, 1),
        reason="It names somebody.",
    ),
    f.DeputyEnded(deputy=an_id("deputy")),
    f.MandateEnded(mandate=an_id("mandate"), how=Ended.RESIGNED),
    f.PlaceLeft(holding=an_id("holding 1"), how=Ended.RESIGNED, early=True),
    f.PlaceEnded(place=an_id("seat 2")),
    f.DutyEnded(given=an_id("duty"), until=date(2026, 11, 20)),
    k.PersonErased(ground=ErasedGround.ASKED, openings=2),
    k.KeyReplaced(key="a new key", signature="AAAA"),
    k.LogContinued(origin=ORIGIN, size=4, root=to_base64(sha256(b"root").digest()), kept=3),
    f.BoardClosed(board=BOARD),
    f.PartnershipClosed(ground="The work is done"),
)
"""What happens in the story, in order, but for the meeting of the board. Never changed."""
WHEN: dict[str, Any] = {
    "starts": datetime(2026, 12, 1, 10, 30, tzinfo=UTC),
    "ends": datetime(2026, 12, 1, 12, 0, tzinfo=UTC),
    "ways": frozenset({Way.ROOM, Way.PHONE}),
}
MEETING: dict[str, Any] = {"meeting": an_id("meeting")}
ITEM = {"item": an_id("item")}
MOTION, DECISION = {"motion": an_id("motion")}, {"decision": an_id("decision")}
WHOSE = {"holding": an_id("holding 3")}
NAMED = frozenset({"two-present"})
A_MEETING: tuple[Fact, ...] = (
    m.MeetingCalled(**MEETING, board=BOARD, **WHEN, called_by=None, where="The old chapel"),
    m.MeetingMoved(**MEETING, **WHEN, where="The library", reason="The lift is broken."),
    m.ItemAsked(**MEETING, **ITEM, capacity=Capacity.SERVICES, title="Night buses"),
    m.ItemPlaced(
        **ITEM,
        outcome=Placed.ON,
        order=1,
        urgent=False,
        private_by_law=False,
        told_before=True,
        reason="",
    ),
    m.PaperOut(
        **ITEM,
        paper=an_id("paper"),
        form_of=None,
        format=Paper.EASY_READ,
        day=date(2026, 11, 20),
        title="Why buses stop",
        digest="none",
    ),
    m.NeedsLookedAt(**MEETING, answer=NeedsMet.ALL_MET),
    d.MotionPut(
        **MOTION, **ITEM, kind=MotionKind.OTHER, revision=None, rules=NAMED, words="One more bus"
    ),
    d.BeforeSaid(**MOTION, **WHOSE, position=Position.AGREE, why="I was asked to."),
    m.MeetingOpened(**MEETING, chairs=frozenset(WHOSE.values())),
    m.PresenceNoted(**MEETING, **WHOSE, deputy=None, came=True, way=Way.ROOM, self_entered=True),
    m.CompanyNoted(**MEETING, supporters=2, interpreters=1),
    m.InterestDeclared(**ITEM, **WHOSE, recused=False, what="My cousin drives it."),
    m.ItemPaused(**MEETING),
    d.ObjectionMade(
        **MOTION, **WHOSE, objection=an_id("objection"), reason="It is late for carers."
    ),
    d.ObjectionAnswered(
        objection=an_id("objection"), outcome=ObjectionOutcome.CHANGED, answer="An hour earlier."
    ),
    d.ExceptionMade(
        **MOTION, rule="two-present", by=Capacity.SERVICES, until=None, why="It cannot wait."
    ),
    d.DecisionTaken(
        **MOTION,
        **DECISION,
        roll=(
            Said(**WHOSE, position=Position.AGREE, way=Way.ROOM, deputy=None, self_entered=True),
        ),
        outcome=Outcome.WAITING,
        met=frozenset(),
        unmet=NAMED,
        of_last_entry=44,
    ),
    d.AssentGiven(**MOTION, holding=an_id("holding 1"), position=Position.AGREE, why=""),
    d.DecisionSettled(**DECISION, outcome=Outcome.CARRIED),
    d.DecisionLapsed(**DECISION),
    d.DecisionReversed(**DECISION, by_decision=an_id("decision 2")),
    d.DecisionSigned(**DECISION, body="Thornmere Cabinet", outcome=Signed.CHANGED, by_law=True),
    m.TurnsCounted(**MEETING, turns=(Turns(**WHOSE, spoken=3, signed=0),)),
    m.MeetingClosed(**MEETING),
    m.MinutesDrafted(**MEETING, version=1, text="We talked of buses.", digest="none"),
    m.MinutesApproved(**MEETING, version=1, holdings=frozenset(WHOSE.values())),
    m.MeetingCalled(
        meeting=an_id("meeting 2"), board=BOARD, **WHEN, called_by=None, where="The old chapel"
    ),
    m.MeetingCancelled(meeting=an_id("meeting 2"), reason="Snow"),
    d.DecisionReported(
        reported=an_id("reported"),
        board=BOARD,
        day=DAY,
        outside_rule="two-present",
        how_known=HowKnown.MINUTES,
        what="The bus was cut.",
    ),
)
"""A meeting of the board, told after the story, so that it stands at its end."""
WORK: dict[str, Any] = {"work": an_id("work")}
QUESTION: dict[str, Any] = {"question": an_id("question")}
REVISION: dict[str, Any] = {"revision": an_id("revision")}
POINT: dict[str, Any] = {"point": an_id("point")}
THEME: dict[str, Any] = {"theme": an_id("theme")}
FROM_A_PLACE: dict[str, Any] = {"holding": an_id("holding 3")}
PUT: dict[str, Any] = {
    "said_capacity": None,
    "way": PointWay.TYPED,
    "group_of": 1,
    "shown_as": ShownAs.COUNTED,
    "attachment": "",
}
A_WORK: tuple[Fact, ...] = (
    framing.WorkOpened(
        **WORK,
        name="Nights and weekends",
        board=BOARD,
        boards=frozenset(),
        level=Level.COMMUNITY,
        about_one_person=False,
    ),
    framing.ScopeConfirmed(**WORK, side=Side.HOST, d=frozenset({"patient_member"}), f_is_d=False),
    framing.StepPromised(
        **WORK, step=Step.CO_DESIGN, body="Thornmere Council", words="We design it with you."
    ),
    framing.ExistingTold(
        **WORK,
        existing=an_id("existing"),
        kind=ExistingKind.EARLIER_PLAN,
        since=date(2025, 3, 1),
        said_by="Thornmere Council",
        practised=False,
        what="A plan for fewer buses.",
    ),
    framing.BegunAgain(existing=an_id("existing"), decision=an_id("decision")),
    framing.StartAccounted(
        **WORK,
        started=date(2026, 9, 1),
        account=an_id("account"),
        asked=frozenset(FROM_A_PLACE.values()),
        documents=1,
        digests="none",
        words="We met in the library.",
    ),
    framing.QuestionProposed(
        **WORK, **QUESTION, holding=None, joins=frozenset(), words="Who gets home at night?"
    ),
    framing.QuestionAgreed(**QUESTION, decision=an_id("decision")),
    drafting.RevisionMade(
        **WORK,
        **REVISION,
        bases=frozenset(),
        contributor=None,
        scribe=None,
        version_of=None,
        imported=False,
        suggestion=None,
        paragraphs="none",
        text="A bus at ten.",
        credits="",
    ),
    drafting.RevisionMade(
        **WORK,
        revision=an_id("revision 2"),
        bases=frozenset(REVISION.values()),
        contributor=an_id("holding 3"),
        scribe=None,
        version_of=Version.EASY_READ,
        imported=True,
        suggestion=None,
        paragraphs="none",
        text="One more bus.",
        credits="Jo put it into Easy Read.",
    ),
    drafting.SuggestionMade(
        **REVISION,
        suggestion=an_id("suggestion"),
        **FROM_A_PLACE,
        paragraph=0,
        words="A bus at eleven.",
    ),
    drafting.SuggestionEnded(
        suggestion=an_id("suggestion"),
        outcome=SuggestionOutcome.PARTLY,
        revision=an_id("revision 2"),
        reason="At half past ten.",
    ),
    a.PointPut(**WORK, **POINT, holding=None, **PUT, person=an_id("Di"), words="It is dark."),
    a.PointPut(
        **WORK,
        point=an_id("point 2"),
        **FROM_A_PLACE,
        **PUT | {"way": PointWay.GROUP, "group_of": 6},
        person=an_id("Cy"),
        words="Buses stop too soon.",
    ),
    a.PointsJoined(
        **WORK,
        **THEME,
        points=frozenset({an_id("point"), an_id("point 2")}),
        holding=None,
        title="Getting home",
    ),
    a.JoiningAgreed(**THEME, **FROM_A_PLACE),
    a.PointLinked(**POINT, to=an_id("revision 2"), paragraph=0),
    a.PointAnswered(
        point=an_id("theme"), outcome=PointOutcome.ADOPTED, same_reason_as=None, reason="Yes."
    ),
    a.PointConfirmed(**POINT, says=PointSays.THERE),
    a.ContributorTold(**POINT, route=ToldRoute.LETTER, day=date(2026, 11, 20)),
    a.PointWithdrawn(point=an_id("point 2")),
    framing.StartAnswered(account=an_id("account"), **FROM_A_PLACE, agrees=True, was_in=True),
    drafting.SuggestionDiscussed(
        suggestion=an_id("suggestion"), **FROM_A_PLACE, words="Eleven is too late for the depot."
    ),
)
"""A work for which the board answers, told after its meeting."""
SINCE: tuple[Fact, ...] = (
    m.MeetingChaired(**MEETING, chairs=frozenset(WHOSE.values())),
    d.DecisionReopened(**MOTION, **DECISION),
    d.LawTold(board=BOARD, whole=True),
    s.NeedsCounted(quarter="2026-q4", asked=20, met=None),
)
"""What came to be told of since the leaves of those before were stored."""
EVERY: tuple[Fact, ...] = (*STORY, *A_MEETING, *A_WORK, *SINCE)
"""Every type of fact at least once. Only ever added to at its end: the stored leaves in
tests/data/leaves were made from it."""


def said(fact: Fact, number: int) -> Circumstances:
    """Return the circumstances of the so-manyth fact, a minute after the one before."""
    at = START + timedelta(minutes=number)
    if fact.BY_NOBODY:
        return Circumstances(at=at.date(), by=None)
    if isinstance(fact, k.ChallengeRaised | f.MandateReported):  # told on paper, typed by another
        claimed = datetime(2026, 10, 20, 18, 30, tzinfo=timezone(timedelta(hours=1)))
        return Circumstances(at=at, by=an_id("Bo here"), typed_by=HOST, claimed_at=claimed)
    return Circumstances(at=at, by=HOST)


def keys(fact: Fact, number: int) -> dict[str, bytes]:
    """Return a key for each sealed field of a fact, the same each time."""
    return {
        path: sha256(f"key {number} {path}".encode()).digest() for path in layout(type(fact)).sealed
    }


def leaves(story: tuple[Fact, ...] = STORY) -> Iterator[tuple[bytes, tuple[Opening, ...]]]:
    """Yield the leaf of each fact of a story, with its openings."""
    for number, fact in enumerate(story):
        yield encode(
            fact,
            origin=ORIGIN,
            said=said(fact, number),
            nonce=an_id(f"nonce {number}"),
            keys=keys(fact, number),
        )
