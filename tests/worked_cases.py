"""What comes of a motion on each board of tests/worked_boards.py: data, for whoever plays it.

A case is groups of members and what they do. `comes_of_it` is when the roll is called (`may_not`:
nothing is entered); `ends` is what stands `days` working days later, where that is asked.

    agrees, against, aside, away, vacant     as it says
    before_agrees, before_against            said before, and away
    changed_mind                             said before: agree; in the room: against
    phoned                                   agrees by phone, entered by another
    phoned_right, _wrong, _right_late        ... and confirmed, denied, or confirmed after 6 days
    phoned_against_wrong                     disagrees by phone, entered by another, and denied
    recused, recused_deputy                  leaves the item; and a deputy of theirs agrees
    deputy, other_deputy                     away, a deputy agrees; one of another capacity
    objects                                  against, with an objection that nobody answers
    objects_kept, _changed, _withdrawn       ... and is answered so
    kept_aside                               objection answered and kept, and stands aside
    assents, dissents                        away, and says so on the next working day
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from withus.core.words import MotionKind, Outcome

Out = Outcome
Group = tuple[int, str, str]
AUGUST, SEPTEMBER, OCTOBER = date(2026, 8, 31), date(2026, 9, 1), date(2026, 10, 1)


@dataclass(frozen=True)
class Case:
    """A board, what its members do, and what comes of it."""

    board: str
    groups: tuple[Group, ...]
    comes_of_it: Outcome
    ends: Outcome | None = None
    days: int = 1
    on: date = date(2026, 12, 1)
    kind: MotionKind = MotionKind.OTHER
    exceptions: frozenset[str] = frozenset()
    unmet: frozenset[str] | None = None


def case(board: str, comes_of_it: Outcome, *groups: Group, **more: object) -> Case:
    """Return a case."""
    return Case(board, groups, comes_of_it, **more)  # type: ignore[arg-type]


def ours(comes_of_it: Outcome, others: int, *people: Group, **more: object) -> Case:
    """Return a case of our own rules: so many of the twelve others agree, the rest are away."""
    rest = ((others, "officer", "agrees"), (12 - others, "officer", "away"))
    return case("ours", comes_of_it, *people, *rest, **more)


TRUST, PATIENTS, GROUP = "foundation trust", "patients and one staff", "patient group"
STAFF, ETHICS, JOINT = "three staff at most", "ethics board", "integration board"
NOBODY = (0, "carer", "away")


def joint(day: date, council: int, nhs: int, *third: Group) -> tuple[Group, ...]:
    """Return 4 of the council and 4 of the NHS, of whom so many come and agree, and three more."""
    two = (("council", council), ("nhs", nhs))
    here = [(count, name, "agrees") for name, count in two]
    return (*here, *((4 - count, name, "away") for name, count in two), *third)


THREE = ("service user", "carer", "third sector")
ROWS: dict[str, Case] = {
    "1: 8 public, 5 others": case(
        TRUST, Out.CARRIED, (8, "public", "agrees"), (5, "other", "agrees")
    ),
    "1: 9, 8": case(TRUST, Out.CARRIED, (9, "public", "agrees"), (8, "other", "agrees")),
    "1: 8, 8 (not more)": case(
        TRUST,
        Out.MAY_NOT,
        (8, "public", "agrees"),
        (8, "other", "agrees"),
        unmet=frozenset({"r3"}),
    ),
    "1: 7, 7": case(
        TRUST,
        Out.MAY_NOT,
        (7, "public", "agrees"),
        (7, "other", "agrees"),
        (2, "public", "away"),
        unmet=frozenset({"r2", "r3"}),
    ),
    "1: 8, 4": case(
        TRUST,
        Out.MAY_NOT,
        (8, "public", "agrees"),
        (4, "other", "agrees"),
        (3, "other", "away"),
        unmet=frozenset({"r1"}),
    ),
    "1: 8 against, 5 agree": case(
        TRUST, Out.NOT_CARRIED, (8, "public", "against"), (5, "other", "agrees")
    ),
    "1: the other way round": case(
        TRUST, Out.CARRIED, (8, "public", "agrees"), (5, "other", "against")
    ),
    "2: 5 patients, 1 staff": case(
        PATIENTS, Out.CARRIED, (5, "patient", "agrees"), (1, "staff", "agrees")
    ),
    "2: 6, 0": case(PATIENTS, Out.MAY_NOT, (6, "patient", "agrees"), (2, "staff", "away")),
    "2: 4, 3": case(
        PATIENTS,
        Out.MAY_NOT,
        (4, "patient", "agrees"),
        (3, "staff", "agrees"),
        (2, "patient", "away"),
    ),
    "3: 5 others, 1 senior": case(
        GROUP, Out.CARRIED, (5, "member", "agrees"), (1, "senior", "agrees")
    ),
    "3: 5, 0 and 4 other staff": case(
        GROUP, Out.MAY_NOT, (5, "member", "agrees"), (4, "staff", "agrees"), (1, "senior", "away")
    ),
    "3: 4, 1 and 5 other staff": case(
        GROUP,
        Out.MAY_NOT,
        (4, "member", "agrees"),
        (1, "member", "away"),
        (1, "senior", "agrees"),
        (5, "staff", "agrees"),
    ),
    "4: 3 staff": case(STAFF, Out.CARRIED, (2, "member", "agrees"), (3, "staff", "agrees")),
    "4: 4 staff": case(STAFF, Out.MAY_NOT, (2, "member", "agrees"), (4, "staff", "agrees")),
    "4: 4 of whom one recused": case(
        STAFF, Out.CARRIED, (2, "member", "agrees"), (3, "staff", "agrees"), (1, "staff", "recused")
    ),
    "5: 4 of the 6 agree": case(
        ETHICS,
        Out.CARRIED,
        (4, "scientist", "agrees"),
        (1, "scientist", "against"),
        (4, "scientist", "away"),
        (1, "lay", "against"),
        (1, "lay", "away"),
    ),
    "5: 3 of 6": case(
        ETHICS,
        Out.NOT_CARRIED,
        (3, "scientist", "agrees"),
        (2, "scientist", "against"),
        (4, "scientist", "away"),
        (1, "lay", "aside"),
        (1, "lay", "away"),
    ),
    "5: one leaves": case(
        ETHICS,
        Out.MAY_NOT,
        (4, "scientist", "agrees"),
        (5, "scientist", "away"),
        (1, "lay", "agrees"),
        (1, "lay", "away"),
    ),
    "5: 9, 0": case(ETHICS, Out.MAY_NOT, (9, "scientist", "agrees"), (2, "lay", "away")),
    "6: 31 Aug, 2, 2, none": case(
        JOINT, Out.CARRIED, *joint(AUGUST, 2, 2, *((1, n, "away") for n in THREE)), on=AUGUST
    ),
    "6: 31 Aug, 2, 1, all three": case(
        JOINT, Out.MAY_NOT, *joint(AUGUST, 2, 1, *((1, n, "agrees") for n in THREE)), on=AUGUST
    ),
    "6: 1 Sept, 2, 2, none": case(
        JOINT, Out.MAY_NOT, *joint(SEPTEMBER, 2, 2, *((1, n, "away") for n in THREE)), on=SEPTEMBER
    ),
    "6: 1 Sept, 2, 2, two": case(
        JOINT,
        Out.CARRIED,
        *joint(SEPTEMBER, 2, 2, *((1, n, "agrees") for n in THREE[:2]), (1, THREE[2], "away")),
        on=SEPTEMBER,
    ),
    "6: 1 Sept, 2, 2, one and a proxy": case(
        JOINT,
        Out.CARRIED,
        *joint(SEPTEMBER, 2, 2),
        (1, "service user", "agrees"),
        (1, "carer", "deputy"),
        (1, "third sector", "away"),
        on=SEPTEMBER,
    ),
    "ours: 2 agree, 6 others": ours(Out.CARRIED, 6, (2, "person", "agrees"), (1, "person", "away")),
    "ours: 2 agree, 5 others": ours(
        Out.NOT_CARRIED, 5, (2, "person", "agrees"), (1, "person", "away")
    ),
    "ours: the third said before": ours(
        Out.CARRIED,
        9,
        (1, "person", "agrees"),
        (1, "person", "against"),
        (1, "person", "before_agrees"),
    ),
    "ours: the third silent, and assents": ours(
        Out.WAITING,
        9,
        (1, "person", "agrees"),
        (1, "person", "against"),
        (1, "person", "assents"),
        ends=Out.CARRIED,
    ),
    "ours: the third silent, and stays so": ours(
        Out.WAITING,
        9,
        (1, "person", "agrees"),
        (1, "person", "against"),
        (1, "person", "away"),
        ends=Out.LAPSED,
        days=6,
    ),
    "ours: said before is not here": ours(
        Out.MAY_NOT,
        9,
        (1, "person", "agrees"),
        (1, "person", "before_agrees"),
        (1, "person", "away"),
    ),
    "ours: by phone, entered by another": ours(
        Out.UNSETTLED,
        9,
        (1, "person", "agrees"),
        (1, "person", "phoned"),
        (1, "person", "away"),
        ends=Out.MAY_NOT,
        days=6,
    ),
    "ours: one recused": ours(Out.CARRIED, 6, (2, "person", "agrees"), (1, "person", "recused")),
    "ours: two recused": ours(Out.MAY_NOT, 6, (1, "person", "agrees"), (2, "person", "recused")),
    "ours: a deputy mends it": ours(
        Out.CARRIED,
        6,
        (1, "person", "agrees"),
        (1, "person", "recused_deputy"),
        (1, "person", "recused"),
    ),
    "ours: three against": ours(Out.NOT_CARRIED, 12, (3, "person", "against")),
}
"""Every row of rules.md, in its order."""
