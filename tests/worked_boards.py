"""Boards whose rules are worked through in tests/worked_cases.py: real rules, on invented boards.

Sources: rules.md (six real rules, Ours), findings.md (the power table, real rules to encode) and
background/practice.md, part 4.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from withus.core.words import Capacity

C = Capacity
Told = Mapping[str, Any]


@dataclass(frozen=True)
class Sort:
    """What a place of a board is, beside who sits in it."""

    capacity: Capacity = C.OTHER
    tags: frozenset[str] = frozenset()
    chair: bool = False
    vote_from: date | None = None
    vote_until: date | None = None
    mandated: bool = False


@dataclass(frozen=True)
class AsWritten:
    """The rules of a board, and the sorts of places that its cases have."""

    source: str
    rules: Sequence[Told]
    sorts: Mapping[str, Sort] = field(default_factory=dict)


def sort(capacity: Capacity = C.OTHER, *tags: str, **more: Any) -> Sort:
    """Return a sort of place."""
    return Sort(capacity, frozenset(tags), **more)


def written(*rules: Told, force: str = "terms") -> list[Told]:
    """Return rules as the record has them, each under the name of its number."""
    beside = {"force": force, "source": "Terms of reference, part 3"}
    return [{"id": f"r{number}", **beside, **rule} for number, rule in enumerate(rules, 1)]


def present(who: Any, **bound: Any) -> Told:
    """Return a rule on who must be in the room."""
    return {"kind": "present", "who": who, **bound}


def agree(who: Any = "all", *, before: bool = False, late: int = 0, **bound: Any) -> Told:
    """Return a rule on who must agree."""
    return {"kind": "agree", "who": who, **bound, "before": before, "late": late}


PUBLIC, STAFF = {"tag": ["public_or_patient"]}, {"capacity": ["services"]}
D: Told = {"capacity": ["draws_on_services"]}
AFFECTED: Told = {"affected": True}
CHAIR: Told = {"chair": True}
MOST_VOTE = agree(over="1/2", of="voting")
MOST_PLACES = agree(over="1/2", of="places")
CASTS: Told = {"kind": "casting", "who": CHAIR}
NOBODY_OBJECTS: Told = {"kind": "no_objection", "who": "all"}
THIRD = {"tag": ["service_user", "carer", "third_sector"]}
PEOPLE = {"person": sort(C.DRAWS_ON_SERVICES), "officer": sort(C.SERVICES)}
WITH_CHAIR = {**PEOPLE, "chair": sort(C.COMMUNITY, chair=True)}

BOARDS: Mapping[str, AsWritten] = {
    "foundation trust": AsWritten(
        "rules.md, 1; practice.md: 13 governors, 8 of them public or patient, and the majority",
        written(
            present("all", at_least=13),
            present(PUBLIC, at_least=8),
            present(PUBLIC, more_than={"not": PUBLIC}),
            MOST_VOTE,
        ),
        {"public": sort(C.OTHER, "public_or_patient"), "other": sort()},
    ),
    "patients and one staff": AsWritten(
        "rules.md, 2; practice.md: 5 patient members and 1 staff for the meeting to proceed",
        written(
            present({"tag": ["patient_member"]}, at_least=5), present(STAFF, at_least=1), MOST_VOTE
        ),
        {"patient": sort(C.OTHER, "patient_member"), "staff": sort(C.SERVICES)},
    ),
    "patient group": AsWritten(
        "rules.md, 3; practice.md: 5 members excluding staff, and a senior staff member",
        written(
            present({"not": STAFF}, at_least=5),
            present({"tag": ["senior_staff"]}, at_least=1),
            MOST_VOTE,
        ),
        {
            "member": sort(),
            "senior": sort(C.SERVICES, "senior_staff"),
            "staff": sort(C.SERVICES),
        },
    ),
    "three staff at most": AsWritten(
        "rules.md, 4; practice.md: at most 3 staff may attend",
        written(present(STAFF, at_most=3), MOST_VOTE),
        {"member": sort(), "staff": sort(C.SERVICES)},
    ),
    "ethics board": AsWritten(
        "rules.md, 5; practice.md: a majority with a non-scientist; no votes while that fails",
        written(
            present("all", over="1/2"),
            present({"tag": ["non_scientist"]}, at_least=1),
            agree(over="1/2", of="here"),
        ),
        {"scientist": sort(), "lay": sort(C.OTHER, "non_scientist")},
    ),
    "integration board": AsWritten(
        "rules.md, 6; practice.md: votes and proxies from 1 September 2026",
        written(
            {"kind": "vote_from", "who": THIRD, "from": "2026-09-01"},
            present("all", share="1/2"),
            MOST_VOTE,
        ),
        {
            "council": sort(C.ELECTED),
            "nhs": sort(C.SERVICES),
            "service user": sort(C.DRAWS_ON_SERVICES, "service_user"),
            "carer": sort(C.UNPAID_CARERS, "carer"),
            "third sector": sort(C.COMMUNITY, "third_sector"),
        },
    ),
    "places with days of their own": AsWritten(
        "rules.md, 1: a place's own vote_from and vote_until, half-open",
        written(present("all", share="1/2"), MOST_VOTE),
        {
            "council": sort(C.ELECTED),
            "from September": sort(C.UNPAID_CARERS, vote_from=date(2026, 9, 1)),
            "until September": sort(C.SERVICES, vote_until=date(2026, 9, 1)),
        },
    ),
    "ours": AsWritten(
        "rules.md, Ours: 15 places, 3 of them D",
        written(present(D, at_least=2), MOST_PLACES, agree(D, at_least=2, before=True, late=5)),
        PEOPLE,
    ),
    "ours, as a promise": AsWritten(
        "rules.md, 9: the board's own promise, unmet",
        written(present(D, at_least=2), MOST_VOTE, force="promise"),
        PEOPLE,
    ),
    "law and a promise": AsWritten(
        "rules.md, 9: several unmet, the strongest force speaks",
        [
            *written(present(D, at_least=2), force="promise"),
            {"id": "law", "force": "law", "source": "Our order", **present("all", at_least=4)},
            {"id": "most", "force": "terms", "source": "Terms, 3", **MOST_VOTE},
        ],
        PEOPLE,
    ),
    "simple majority": AsWritten(
        "findings.md, power table: over half of all places", written(MOST_PLACES), PEOPLE
    ),
    "majority of those voting": AsWritten(
        "findings.md, under the power table: a quorum of 4 and a majority of those voting",
        written(present("all", at_least=4), MOST_VOTE),
        PEOPLE,
    ),
    "two of the three": AsWritten(
        "findings.md, power table: a majority, and 2 of the 3 must agree",
        written(MOST_PLACES, agree(D, at_least=2)),
        PEOPLE,
    ),
    "unanimity": AsWritten(
        "findings.md, power table: all places agree",
        written(agree(share="1/1", of="places")),
        PEOPLE,
    ),
    "chair's veto": AsWritten(
        "findings.md, power table; rules.md: the chair must agree",
        written(MOST_PLACES, agree(CHAIR, at_least=1)),
        WITH_CHAIR,
    ),
    "a casting vote": AsWritten(
        "rules.md, casting: if it is a tie, the chair decides",
        written(present("all", at_least=2), MOST_VOTE, CASTS),
        WITH_CHAIR,
    ),
    "one with a veto": AsWritten(
        "findings.md, worked example: 1 person with a veto, 3 staff",
        written(agree(D, at_least=1), MOST_VOTE),
        PEOPLE,
    ),
    "consent": AsWritten(
        "rules.md, no_objection: nobody may have an objection that stands",
        written(present("all", at_least=2), NOBODY_OBJECTS, MOST_VOTE),
        PEOPLE,
    ),
    "consensus": AsWritten(
        "rules.md, Form: no objection, and more than half of those who do not stand aside",
        written(NOBODY_OBJECTS, agree(over="1/2", of="voting")),
        PEOPLE,
    ),
    "double majority": AsWritten(
        "rules.md, Form: two agree rules",
        written(
            agree(AFFECTED, over="1/2", of="here"), agree({"not": AFFECTED}, over="1/2", of="here")
        ),
        {**PEOPLE, "carer": sort(C.UNPAID_CARERS)},
    ),
    "two thirds": AsWritten(
        "rules.md, 6: shares are exact fractions; share is at least, over is more than",
        written(agree(share="2/3", of="voting")),
        PEOPLE,
    ),
    "advice": AsWritten(
        "rules.md, Form: without an agree rule the outcome is advised",
        written(present(AFFECTED, at_least=1)),
        PEOPLE,
    ),
    "two mandated must agree": AsWritten(
        "findings.md, worked example: 5 mandated of 40, two of them must agree",
        written(agree({"mandated": True}, at_least=2), MOST_VOTE),
        {"mandated": sort(C.DRAWS_ON_SERVICES, mandated=True), **PEOPLE},
    ),
    "carers and people apart": AsWritten(
        "findings.md, worked example: 3 disabled, 5 carers, 7 staff, majority of 8",
        written(MOST_PLACES),
        {**PEOPLE, "carer": sort(C.UNPAID_CARERS)},
    ),
    "money by two thirds": AsWritten(
        "rules.md, Form: `for` says which motions a rule is for",
        [
            {"id": "most", "force": "terms", "source": "Terms, 3", **MOST_VOTE},
            {
                "id": "money",
                "force": "constitution",
                "source": "Constitution, 9",
                "for": ["money"],
                **agree(share="2/3", of="voting"),
            },
        ],
        PEOPLE,
    ),
    "a rule for September": AsWritten(
        "rules.md, 10: rules in force are those of the day of the decision; half-open",
        [
            {
                "id": "september",
                "force": "terms",
                "source": "Terms, 3",
                "from": "2026-09-01",
                "until": "2026-10-01",
                **present(D, at_least=2),
            },
            {"id": "most", "force": "terms", "source": "Terms, 3", **MOST_VOTE},
        ],
        PEOPLE,
    ),
    "tenants made up": AsWritten(
        "practice.md: more than half elected by non-staff; rules.md: it never stops a decision",
        written({"kind": "made_up", "who": {"tag": ["tenant"]}, "over": "1/2"}, MOST_VOTE),
        {"tenant": sort(C.DRAWS_ON_SERVICES, "tenant"), "landlord": sort(C.SERVICES)},
    ),
}
