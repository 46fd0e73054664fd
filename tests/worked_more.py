"""More worked cases: what the rows of rules.md leave out, and real terms of reference further."""

from __future__ import annotations

from tests.worked_cases import (
    AUGUST,
    ETHICS,
    GROUP,
    JOINT,
    OCTOBER,
    PATIENTS,
    SEPTEMBER,
    STAFF,
    TRUST,
    Case,
    Group,
    Out,
    case,
    joint,
    ours,
)
from withus.core.words import MotionKind

P, S = "person", "officer"
THIRD = ("service user", "carer", "third sector")


def of_15(board: str, comes_of_it: Out, people: int, *others: Group) -> Case:
    """Return a case of a board of 15 on which so many people it is about are against."""
    return case(board, comes_of_it, (people, P, "against"), *others)


REAL: dict[str, Case] = {
    "trust: 12 in the room are too few, though 8 are public": case(
        TRUST, Out.MAY_NOT, (8, "public", "agrees"), (4, "other", "agrees"), (1, "other", "away")
    ),
    "trust: a tie among 14 is no majority": case(
        TRUST,
        Out.NOT_CARRIED,
        (7, "public", "agrees"),
        (1, "public", "against"),
        (6, "other", "against"),
    ),
    "trust: standing aside is being there": case(
        TRUST, Out.CARRIED, (8, "public", "aside"), (5, "other", "agrees")
    ),
    "trust: all stand aside, a share of nothing": case(
        TRUST, Out.NOT_CARRIED, (8, "public", "aside"), (5, "other", "aside")
    ),
    "trust: vacant places are not there": case(
        TRUST, Out.MAY_NOT, (8, "public", "agrees"), (4, "other", "agrees"), (5, "other", "vacant")
    ),
    "trust: the eighth is recused": case(
        TRUST,
        Out.MAY_NOT,
        (7, "public", "agrees"),
        (1, "public", "recused"),
        (6, "other", "agrees"),
    ),
    "patients: 5 and 1, the one staff against": case(
        PATIENTS, Out.CARRIED, (5, "patient", "agrees"), (1, "staff", "against")
    ),
    "patients: the fifth by a deputy who is one": case(
        PATIENTS,
        Out.CARRIED,
        (4, "patient", "agrees"),
        (1, "patient", "deputy"),
        (1, "staff", "agrees"),
    ),
    "patients: the fifth by a deputy who is none": case(
        PATIENTS,
        Out.MAY_NOT,
        (4, "patient", "agrees"),
        (1, "patient", "other_deputy"),
        (1, "staff", "agrees"),
    ),
    "patients: the fifth by phone, who says so": case(
        PATIENTS,
        Out.UNSETTLED,
        (4, "patient", "agrees"),
        (1, "patient", "phoned_right"),
        (1, "staff", "agrees"),
        ends=Out.CARRIED,
    ),
    "patients: the fifth by phone, who says it was not so": case(
        PATIENTS,
        Out.UNSETTLED,
        (4, "patient", "agrees"),
        (1, "patient", "phoned_wrong"),
        (1, "staff", "agrees"),
        ends=Out.MAY_NOT,
    ),
    "patients: the fifth by phone, who says so too late": case(
        PATIENTS,
        Out.UNSETTLED,
        (4, "patient", "agrees"),
        (1, "patient", "phoned_right_late"),
        (1, "staff", "agrees"),
        ends=Out.MAY_NOT,
        days=7,
    ),
    "patients: a sixth by phone makes no difference": case(
        PATIENTS,
        Out.CARRIED,
        (5, "patient", "agrees"),
        (1, "patient", "phoned"),
        (1, "staff", "agrees"),
    ),
    "group: the senior one alone of the staff": case(
        GROUP, Out.CARRIED, (5, "member", "agrees"), (1, "senior", "against"), (3, "staff", "away")
    ),
    "group: the senior one recused": case(
        GROUP, Out.MAY_NOT, (6, "member", "agrees"), (1, "senior", "recused")
    ),
    "group: staff outvoted by members": case(
        GROUP,
        Out.CARRIED,
        (7, "member", "agrees"),
        (1, "senior", "against"),
        (5, "staff", "against"),
    ),
    "staff: a fourth stays away and it may": case(
        STAFF, Out.CARRIED, (4, "member", "agrees"), (3, "staff", "against"), (1, "staff", "away")
    ),
    "staff: a fourth by phone may be one too many": case(
        STAFF,
        Out.UNSETTLED,
        (4, "member", "agrees"),
        (3, "staff", "agrees"),
        (1, "staff", "phoned_wrong"),
        ends=Out.CARRIED,
    ),
    "ethics: the lay member back": case(
        ETHICS,
        Out.CARRIED,
        (5, "scientist", "agrees"),
        (4, "scientist", "away"),
        (1, "lay", "agrees"),
        (1, "lay", "away"),
    ),
    "ethics: half of the places is not over half": case(
        ETHICS,
        Out.MAY_NOT,
        (4, "scientist", "agrees"),
        (4, "scientist", "away"),
        (1, "lay", "agrees"),
        (1, "lay", "away"),
    ),
    "ethics: the only lay one recused": case(
        ETHICS,
        Out.MAY_NOT,
        (6, "scientist", "agrees"),
        (2, "scientist", "away"),
        (1, "lay", "recused"),
    ),
    "ethics: standing aside weighs against": case(
        ETHICS,
        Out.NOT_CARRIED,
        (3, "scientist", "agrees"),
        (3, "scientist", "aside"),
        (1, "lay", "aside"),
    ),
    "joint: the day before, their agreement is no vote": case(
        JOINT,
        Out.NOT_CARRIED,
        (4, "council", "agrees"),
        (4, "nhs", "against"),
        *((1, n, "agrees") for n in THIRD),
        on=AUGUST,
    ),
    "joint: on the day, it is": case(
        JOINT,
        Out.CARRIED,
        (4, "council", "agrees"),
        (4, "nhs", "against"),
        *((1, n, "agrees") for n in THIRD),
        on=SEPTEMBER,
    ),
    "joint: three proxies": case(
        JOINT,
        Out.CARRIED,
        *joint(SEPTEMBER, 2, 2, *((1, n, "deputy") for n in THIRD)),
        on=SEPTEMBER,
    ),
    "joint: a proxy of another capacity is not counted": case(
        JOINT,
        Out.MAY_NOT,
        *joint(SEPTEMBER, 2, 2),
        (1, "service user", "other_deputy"),
        (1, "carer", "away"),
        (1, "third sector", "away"),
        on=SEPTEMBER,
    ),
    "own days: before September": case(
        "places with days of their own",
        Out.CARRIED,
        (1, "council", "agrees"),
        (1, "council", "away"),
        (2, "until September", "agrees"),
        (3, "from September", "away"),
        on=AUGUST,
    ),
    "own days: from September": case(
        "places with days of their own",
        Out.MAY_NOT,
        (1, "council", "agrees"),
        (1, "council", "away"),
        (2, "until September", "agrees"),
        (3, "from September", "away"),
        on=SEPTEMBER,
    ),
}
OURS: dict[str, Case] = {
    "ours: changed their mind in the room": ours(
        Out.NOT_CARRIED,
        9,
        (1, P, "agrees"),
        (1, P, "changed_mind"),
        (1, P, "before_against"),
    ),
    "ours: the third says no afterwards": ours(
        Out.WAITING,
        9,
        (1, P, "agrees"),
        (1, P, "against"),
        (1, P, "dissents"),
        ends=Out.NOT_CARRIED,
    ),
    "ours: nobody sits in the third place": ours(
        Out.NOT_CARRIED, 9, (1, P, "agrees"), (1, P, "against"), (1, P, "vacant")
    ),
    "ours: waiting mends no majority": ours(
        Out.NOT_CARRIED, 6, (1, P, "agrees"), (1, P, "against"), (1, P, "away")
    ),
    "ours: by phone and right": ours(
        Out.UNSETTLED,
        9,
        (1, P, "agrees"),
        (1, P, "phoned_right"),
        (1, P, "away"),
        ends=Out.CARRIED,
    ),
    "ours: an objection nobody answered": ours(Out.MAY_NOT, 9, (2, P, "agrees"), (1, P, "objects")),
    "ours: an objection kept": ours(Out.CARRIED, 9, (2, P, "agrees"), (1, P, "objects_kept")),
    "ours: an objection met": ours(Out.CARRIED, 9, (2, P, "agrees"), (1, P, "objects_changed")),
    "ours: all three by phone, entered by another": ours(
        Out.UNSETTLED, 9, (3, P, "phoned"), ends=Out.MAY_NOT, days=6
    ),
    "promise: one is here, and it may not yet": case(
        "ours, as a promise", Out.MAY_NOT, (1, P, "agrees"), (1, P, "away"), (4, S, "agrees")
    ),
    "promise: it goes on and says why": case(
        "ours, as a promise",
        Out.CARRIED,
        (1, P, "agrees"),
        (1, P, "away"),
        (4, S, "agrees"),
        exceptions=frozenset({"r1"}),
    ),
    "promise: going on does not agree for anybody": case(
        "ours, as a promise",
        Out.NOT_CARRIED,
        (1, P, "agrees"),
        (1, P, "away"),
        (4, S, "against"),
        exceptions=frozenset({"r1"}),
    ),
    "promise: no way round the law beside it": case(
        "law and a promise",
        Out.MAY_NOT,
        (1, P, "agrees"),
        (1, P, "away"),
        (2, S, "agrees"),
        (2, S, "away"),
        exceptions=frozenset({"r1"}),
        unmet=frozenset({"law"}),
    ),
    "law and promise unmet, both are told": case(
        "law and a promise",
        Out.MAY_NOT,
        (1, P, "agrees"),
        (1, P, "away"),
        (2, S, "agrees"),
        (2, S, "away"),
        unmet=frozenset({"r1", "law"}),
    ),
}
POWER: dict[str, Case] = {
    "power: 2 of 15 are outvoted": of_15("simple majority", Out.CARRIED, 2, (13, S, "agrees")),
    "power: 5 of 15 are outvoted": of_15("simple majority", Out.CARRIED, 5, (10, S, "agrees")),
    "power: 8 of 15 stop it": of_15("simple majority", Out.NOT_CARRIED, 8, (7, S, "agrees")),
    "power: 8 of 15 stop it by staying away": case(
        "simple majority", Out.NOT_CARRIED, (8, P, "away"), (7, S, "agrees")
    ),
    "power: 8 of 15 stay away, and a quorum of 4 decides": case(
        "majority of those voting", Out.CARRIED, (8, P, "away"), (7, S, "agrees")
    ),
    "power: two of three against stop it": case(
        "two of the three", Out.NOT_CARRIED, (2, P, "against"), (1, P, "agrees"), (12, S, "agrees")
    ),
    "power: one of three against does not": case(
        "two of the three",
        Out.CARRIED,
        (1, P, "against"),
        (2, P, "agrees"),
        (6, S, "agrees"),
        (6, S, "away"),
    ),
    "power: unanimity and one away": case(
        "unanimity", Out.NOT_CARRIED, (3, P, "agrees"), (11, S, "agrees"), (1, S, "away")
    ),
    "power: unanimity and one recused": case(
        "unanimity", Out.CARRIED, (3, P, "agrees"), (11, S, "agrees"), (1, S, "recused")
    ),
    "power: the chair's veto": case(
        "chair's veto",
        Out.NOT_CARRIED,
        (1, "chair", "against"),
        (3, P, "agrees"),
        (11, S, "agrees"),
    ),
    "power: 3 disabled against, 5 carers and 7 staff": case(
        "carers and people apart",
        Out.CARRIED,
        (3, P, "against"),
        (5, "carer", "agrees"),
        (7, S, "agrees"),
    ),
    "power: 1 with a veto, 3 staff": case(
        "one with a veto", Out.NOT_CARRIED, (1, P, "against"), (3, S, "agrees")
    ),
}
FORMS: dict[str, Case] = {
    "casting: a tie, and the chair agrees": case(
        "a casting vote", Out.CARRIED, (1, "chair", "agrees"), (1, P, "agrees"), (2, S, "against")
    ),
    "casting: a tie, and the chair does not": case(
        "a casting vote",
        Out.NOT_CARRIED,
        (1, "chair", "against"),
        (2, P, "agrees"),
        (1, S, "against"),
    ),
    "casting: a tie, and the chair is recused": case(
        "a casting vote",
        Out.NOT_CARRIED,
        (1, "chair", "recused"),
        (2, P, "agrees"),
        (2, S, "against"),
    ),
    "casting: the chair stands aside": case(
        "a casting vote",
        Out.NOT_CARRIED,
        (1, "chair", "aside"),
        (1, P, "agrees"),
        (1, S, "against"),
    ),
    "consent: an objection kept stops it": case(
        "consent", Out.NOT_CARRIED, (3, P, "agrees"), (1, S, "objects_kept")
    ),
    "consent: an objection taken back does not": case(
        "consent", Out.CARRIED, (3, P, "agrees"), (1, S, "objects_withdrawn")
    ),
    "consent: whoever objects leaves the item": case(
        "consent", Out.CARRIED, (3, P, "agrees"), (1, S, "recused")
    ),
    "consensus: those who stand aside are not asked": case(
        "consensus", Out.CARRIED, (2, P, "agrees"), (5, S, "aside")
    ),
    "consensus: kept and stood aside still objects": case(
        "consensus", Out.NOT_CARRIED, (4, P, "agrees"), (1, S, "kept_aside")
    ),
    "double majority: both": case(
        "double majority", Out.CARRIED, (2, P, "agrees"), (1, "carer", "against"), (3, S, "agrees")
    ),
    "double majority: one side alone": case(
        "double majority",
        Out.NOT_CARRIED,
        (1, P, "agrees"),
        (1, "carer", "against"),
        (9, S, "agrees"),
    ),
    "double majority: one side away": case(
        "double majority", Out.NOT_CARRIED, (2, P, "away"), (9, S, "agrees")
    ),
    "two thirds: exactly": case("two thirds", Out.CARRIED, (2, P, "agrees"), (1, S, "against")),
    "two thirds: 665 in a thousand would not do": case(
        "two thirds", Out.NOT_CARRIED, (13, P, "agrees"), (7, S, "against")
    ),
    "advice: whoever it is about is here": case(
        "advice", Out.ADVISED, (1, P, "against"), (2, S, "agrees")
    ),
    "advice: they are not": case("advice", Out.MAY_NOT, (1, P, "away"), (2, S, "agrees")),
    "mandated: two agree": case(
        "two mandated must agree",
        Out.CARRIED,
        (2, "mandated", "agrees"),
        (3, "mandated", "away"),
        (5, S, "agrees"),
    ),
    "mandated: others who draw on services are not they": case(
        "two mandated must agree",
        Out.NOT_CARRIED,
        (1, "mandated", "agrees"),
        (1, "mandated", "away"),
        (4, P, "agrees"),
        (5, S, "agrees"),
    ),
    "money: more than half is not enough": case(
        "money by two thirds",
        Out.NOT_CARRIED,
        (3, P, "agrees"),
        (2, S, "against"),
        kind=MotionKind.MONEY,
    ),
    "money: for anything else it is": case(
        "money by two thirds", Out.CARRIED, (3, P, "agrees"), (2, S, "against")
    ),
    "September: the day before": case(
        "a rule for September",
        Out.CARRIED,
        (1, P, "agrees"),
        (2, P, "away"),
        (2, S, "agrees"),
        on=AUGUST,
    ),
    "September: its first day": case(
        "a rule for September",
        Out.MAY_NOT,
        (1, P, "agrees"),
        (2, P, "away"),
        (2, S, "agrees"),
        on=SEPTEMBER,
    ),
    "September: its end is the day after its last": case(
        "a rule for September",
        Out.CARRIED,
        (1, P, "agrees"),
        (2, P, "away"),
        (2, S, "agrees"),
        on=OCTOBER,
    ),
    "made up: never stops a decision": case(
        "tenants made up", Out.CARRIED, (1, "tenant", "agrees"), (4, "landlord", "agrees")
    ),
    "two by phone, one each way: what one says may matter": case(
        "majority of those voting",
        Out.UNSETTLED,
        (2, P, "agrees"),
        (2, S, "against"),
        (1, P, "phoned_right"),
        (1, S, "phoned_against_wrong"),
        ends=Out.CARRIED,
    ),
}
MORE: dict[str, Case] = {**REAL, **OURS, **POWER, **FORMS}
