"""What comes of a motion: the tables of the rules, as far as they need no meeting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

import pytest

from withus.core.deciding.in_a_file import usual
from withus.core.deciding.outcome import Stance, meets, outcome
from withus.core.deciding.reading import read_rules
from withus.core.deciding.rule import AtLeast, AtMost, MoreThan, Over, Rule, ShareOf
from withus.core.deciding.voting import with_a_vote
from withus.core.deciding.who import ALL, Place
from withus.core.words import Capacity, Outcome, Position

C = Capacity
AGREE, AGAINST, ASIDE, AWAY = Position.AGREE, Position.DISAGREE, Position.ASIDE, None
CARRIED, NOT_CARRIED, MAY_NOT = Outcome.CARRIED, Outcome.NOT_CARRIED, Outcome.MAY_NOT
Told = dict[str, object]
Group = tuple[int, Place, Position | None]

PUBLIC, STAFF = {"tag": ["public_or_patient"]}, {"capacity": ["services"]}
MOST_VOTE: Told = {"kind": "agree", "who": "all", "over": "1/2", "of": "voting"}
SIX: Mapping[int, list[Told]] = {
    1: [
        {"kind": "present", "who": "all", "at_least": 13},
        {"kind": "present", "who": PUBLIC, "at_least": 8},
        {"kind": "present", "who": PUBLIC, "more_than": {"not": PUBLIC}},
        MOST_VOTE,
    ],
    2: [
        {"kind": "present", "who": {"tag": ["patient_member"]}, "at_least": 5},
        {"kind": "present", "who": STAFF, "at_least": 1},
        MOST_VOTE,
    ],
    3: [
        {"kind": "present", "who": {"not": STAFF}, "at_least": 5},
        {"kind": "present", "who": {"tag": ["senior_staff"]}, "at_least": 1},
        MOST_VOTE,
    ],
    4: [{"kind": "present", "who": STAFF, "at_most": 3}, MOST_VOTE],
    5: [
        {"kind": "present", "who": "all", "over": "1/2"},
        {"kind": "present", "who": {"tag": ["non_scientist"]}, "at_least": 1},
        {"kind": "agree", "who": "all", "over": "1/2", "of": "here"},
    ],
    6: [
        {
            "kind": "vote_from",
            "who": {"tag": ["service_user", "carer", "third_sector"]},
            "from": "2026-09-01",
        },
        {"kind": "present", "who": "all", "share": "1/2"},
        MOST_VOTE,
    ],
}


def rules(told: Sequence[Told]) -> tuple[Rule, ...]:
    """Read rules as a file has them."""
    return read_rules([usual(each, number) for number, each in enumerate(told, 1)])


def stances(*groups: Group) -> list[Stance]:
    """Return so many places of each sort, with where they stand."""
    return [Stance(place, position) for count, place, position in groups for _ in range(count)]


def tagged(*tags: str, capacity: Capacity = C.OTHER) -> Place:
    """Return a place with the board's own marks."""
    return Place(capacity, tags=frozenset(tags))


P, X = tagged("public_or_patient"), tagged()
N, S = tagged("patient_member"), Place(C.SERVICES)
SENIOR = tagged("senior_staff", capacity=C.SERVICES)
LAY = tagged("non_scientist")

ROWS: Mapping[str, tuple[int, list[Group], Outcome]] = {
    "1: 8 public, 5 others": (1, [(8, P, AGREE), (5, X, AGREE)], CARRIED),
    "1: 9, 8": (1, [(9, P, AGREE), (8, X, AGREE)], CARRIED),
    "1: 8, 8 (not more)": (1, [(8, P, AGREE), (8, X, AGREE)], MAY_NOT),
    "1: 7, 7": (1, [(7, P, AGREE), (7, X, AGREE)], MAY_NOT),
    "1: 8, 4": (1, [(8, P, AGREE), (4, X, AGREE)], MAY_NOT),
    "1: 8 public against": (1, [(8, P, AGAINST), (5, X, AGREE)], NOT_CARRIED),
    "1: the other way round": (1, [(8, P, AGREE), (5, X, AGAINST)], CARRIED),
    "2: 5 patients, 1 staff": (2, [(5, N, AGREE), (1, S, AGREE)], CARRIED),
    "2: 6, 0": (2, [(6, N, AGREE), (2, S, AWAY)], MAY_NOT),
    "2: 4, 3": (2, [(4, N, AGREE), (3, S, AGREE), (2, N, AWAY)], MAY_NOT),
    "3: 5 others, 1 senior": (3, [(5, X, AGREE), (1, SENIOR, AGREE)], CARRIED),
    "3: 5, 0 and 4 other staff": (3, [(5, X, AGREE), (4, S, AGREE), (1, SENIOR, AWAY)], MAY_NOT),
    "3: 4, 1 and 5 other staff": (3, [(4, X, AGREE), (1, SENIOR, AGREE), (5, S, AGREE)], MAY_NOT),
    "4: 3 staff": (4, [(2, X, AGREE), (3, S, AGREE)], CARRIED),
    "4: 4 staff": (4, [(2, X, AGREE), (4, S, AGREE)], MAY_NOT),
    "4: 4 of whom one recused": (4, [(2, X, AGREE), (4 - 1, S, AGREE)], CARRIED),
    "5: 4 of the 6 agree": (
        5,
        [(4, X, AGREE), (1, X, AGAINST), (1, LAY, AGAINST), (4, X, AWAY), (1, LAY, AWAY)],
        CARRIED,
    ),
    "5: 3 of 6": (
        5,
        [(3, X, AGREE), (2, X, AGAINST), (1, LAY, ASIDE), (4, X, AWAY), (1, LAY, AWAY)],
        NOT_CARRIED,
    ),
    "5: one leaves": (5, [(4, X, AGREE), (1, LAY, AGREE), (5, X, AWAY), (1, LAY, AWAY)], MAY_NOT),
    "5: 9, 0": (5, [(9, X, AGREE), (2, LAY, AWAY)], MAY_NOT),
}


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_five_real_rules_as_their_table_has_it(row: tuple[int, list[Group], Outcome]) -> None:
    number, groups, comes_of_it = row
    assert outcome(rules(SIX[number]), stances(*groups)) == comes_of_it


COUNCIL, NHS = Place(C.ELECTED), Place(C.SERVICES)
THIRD = [tagged(each) for each in ("service_user", "carer", "third_sector")]
ON_THE_DAY = [
    (date(2026, 8, 31), 2, 2, 0, CARRIED),  # 4 of 8
    (date(2026, 8, 31), 2, 1, 3, MAY_NOT),  # 3 of 8
    (date(2026, 9, 1), 2, 2, 0, MAY_NOT),  # 4 of 11
    (date(2026, 9, 1), 2, 2, 2, CARRIED),  # 6
    (date(2026, 9, 1), 2, 2, 1 + 1, CARRIED),  # one, and one by a proxy, who takes their position
]


@pytest.mark.parametrize(("day", "council", "nhs", "third", "comes_of_it"), ON_THE_DAY)
def test_the_sixth_real_rule_before_and_after_they_have_a_vote(
    day: date, council: int, nhs: int, third: int, comes_of_it: Outcome
) -> None:
    told = rules(SIX[6])
    voting = with_a_vote(told, {COUNCIL: 4, NHS: 4, **dict.fromkeys(THIRD, 1)}, on=day)
    here = {COUNCIL: council, NHS: nhs, **{p: int(n < third) for n, p in enumerate(THIRD)}}
    groups: list[Group] = []
    for place, count in voting.items():
        groups += [(here[place], place, AGREE), (count - here[place], place, AWAY)]
    binding = [rule for rule in told if rule.holds_on(day)]
    assert outcome(binding, stances(*groups)) == comes_of_it


D = Place(C.DRAWS_ON_SERVICES)
OURS: list[Told] = [
    {"kind": "present", "who": {"affected": True}, "at_least": 2},
    {"kind": "agree", "who": "all", "over": "1/2", "of": "places"},
    {"kind": "agree", "who": {"affected": True}, "at_least": 2, "before": True, "late": 5},
]
OUR_ROWS: Mapping[str, tuple[list[Group], Outcome]] = {
    "2 agree, 6 others": ([(2, D, AGREE), (1, D, AWAY), (6, S, AGREE), (6, S, AWAY)], CARRIED),
    "2 agree, 5 others": ([(2, D, AGREE), (1, D, AWAY), (5, S, AGREE), (7, S, AWAY)], NOT_CARRIED),
    "2 agree, 1 recused": ([(2, D, AGREE), (6, S, AGREE), (6, S, AWAY)], CARRIED),
    "1 agrees, 2 recused": ([(1, D, AGREE), (6, S, AGREE), (6, S, AWAY)], MAY_NOT),
    "3 against, 12 others": ([(3, D, AGAINST), (12, S, AGREE)], NOT_CARRIED),
    "1 in the room, 1 by phone not counted": (
        [(1, D, AGREE), (2, D, AWAY), (9, S, AGREE), (3, S, AWAY)],
        MAY_NOT,
    ),
}


@pytest.mark.parametrize("row", OUR_ROWS.values(), ids=OUR_ROWS)
def test_our_own_rule_as_its_table_has_it(row: tuple[list[Group], Outcome]) -> None:
    groups, comes_of_it = row
    assert outcome(rules(OURS), stances(*groups)) == comes_of_it


def test_without_a_rule_on_agreement_it_is_advice() -> None:
    there: list[Told] = [{"kind": "present", "who": "all", "at_least": 1}]
    assert outcome(rules(there), stances((1, D, AGREE))) is Outcome.ADVISED
    assert outcome(rules(there), stances((1, D, AWAY))) is MAY_NOT
    assert outcome((), ()) is Outcome.ADVISED


def test_one_objection_that_stands_stops_what_nobody_may_object_to() -> None:
    told = rules([{"kind": "no_objection", "who": {"affected": True}}, MOST_VOTE])
    those = [Stance(D, AGREE), Stance(S, AGREE)]
    assert outcome(told, those) is CARRIED
    assert outcome(told, [Stance(D, ASIDE, objects=True), *those]) is NOT_CARRIED
    assert outcome(told, [Stance(S, ASIDE, objects=True), *those]) is CARRIED


CHAIR = Place(C.SERVICES, chair=True)


@pytest.mark.parametrize(
    ("of", "chairs", "comes_of_it"),
    [
        ("voting", [AGREE], CARRIED),
        ("here", [AGREE], CARRIED),
        ("places", [AGREE], NOT_CARRIED),  # half of all places is no tie
        ("voting", [AGAINST], NOT_CARRIED),
        ("voting", [AGREE, AGREE], NOT_CARRIED),  # two chairs: nobody casts
    ],
)
def test_a_tie_is_as_the_one_who_casts_it_says(
    of: str, chairs: list[Position], comes_of_it: Outcome
) -> None:
    told = rules([{**MOST_VOTE, "of": of}, {"kind": "casting", "who": {"chair": True}}])
    there = [Stance(CHAIR, each) for each in chairs]
    agreeing = sum(each is AGREE for each in chairs)
    others = [(3 - agreeing, D, AGREE), (3 - len(chairs) + agreeing, D, AGAINST)]
    assert outcome(told, [*there, *stances(*others)]) is comes_of_it


def test_no_tie_is_broken_where_nobody_votes_or_more_than_half_is_not_asked_for() -> None:
    cast: Told = {"kind": "casting", "who": {"chair": True}}
    third: Told = {"kind": "agree", "who": "all", "over": "2/3", "of": "voting"}
    assert outcome(rules([third, cast]), stances((1, CHAIR, AGREE), (1, D, AGAINST))) is NOT_CARRIED
    affected: Told = {**MOST_VOTE, "who": {"affected": True}}
    assert outcome(rules([affected, cast]), stances((1, CHAIR, AGREE))) is NOT_CARRIED


def test_shares_are_exact_and_a_share_of_nothing_is_not_met() -> None:
    third = Fraction(1, 3)
    assert meets(ShareOf(third), 1, of=3) and not meets(Over(third), 1, of=3)
    assert meets(Over(third), 334, of=1000) and not meets(ShareOf(third), 333, of=1000)
    assert not meets(ShareOf(third), 0, of=0) and not meets(Over(Fraction(0)), 0, of=0)
    assert (
        meets(AtLeast(2), 2, of=0) and meets(AtMost(2), 2, of=9) and not meets(AtMost(2), 3, of=9)
    )
    with pytest.raises(TypeError):
        meets(MoreThan(ALL), 1, of=1)
