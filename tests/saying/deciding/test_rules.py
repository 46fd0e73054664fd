"""Each rule is a plain sentence made from its data; and the sentence is read back as the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from random import Random

import pytest

from tests.core.deciding import chances
from tests.core.deciding.test_outcome import SIX, Told, rules
from withus.core.deciding.reading import read_rule
from withus.core.deciding.rule import (
    AtLeast,
    AtMost,
    Caller,
    Force,
    MayCall,
    MoreThan,
    Of,
    Over,
    Rule,
    RuleKind,
    ShareOf,
)
from withus.core.deciding.who import ALL, THE_PEOPLE_IT_IS_ABOUT, Who
from withus.core.deciding.writing import write_rule
from withus.core.words import Capacity, MotionKind
from withus.saying.deciding.people import NotASentence, people, read_people
from withus.saying.deciding.rules import as_entered, behind, read_told, sentence, told

ABOUT = {"affected": True}
SAID: list[tuple[Told, str]] = [
    (
        {"kind": "present", "who": ABOUT, "at_least": 2},
        "At least two of the people it is about must be in the room.",
    ),
    (
        {"kind": "agree", "who": ABOUT, "at_least": 2, "late": 5},
        (
            "At least two of the people it is about must agree. They may say so before, or within "
            "five working days after."
        ),
    ),
    (
        {"kind": "agree", "who": "all", "over": "1/2", "of": "here", "before": False},
        "More than half of all members must agree, counted over those in the room.",
    ),
    (
        {"kind": "no_objection", "who": "all"},
        "Nobody among all members may have an objection that stands.",
    ),
    (
        {"kind": "casting", "who": {"chair": True}},
        "If it is a tie, the members who chair decide.",
    ),
    (
        {"kind": "made_up", "who": {"tag": ["tenant"]}, "over": "1/2"},
        "More than half of the places are for the members who have the mark tenant.",
    ),
    (
        {"kind": "vote_from", "who": {"capacity": ["unpaid_carers"]}, "from": "2026-09-01"},
        "From 1 September 2026, the members who are unpaid carers vote.",
    ),
    (
        {
            "kind": "may_call",
            "what": "review",
            "any_of": [
                {"who": "all", "at_least": 5},
                {"who": {"tag": ["tenant"]}, "at_least": 1, "signatures": 10},
            ],
        },
        (
            "A review may be forced by any of these: five of all members; one of the members who "
            "have the mark tenant with ten signatures."
        ),
    ),
    (
        {"kind": "no_objection", "who": "all", "for": ["money", "rules"]},
        (
            "Nobody among all members may have an objection that stands. This is for decisions on "
            "money or these rules."
        ),
    ),
]


@pytest.mark.parametrize(("data", "said"), SAID)
def test_a_rule_reads_as_one_plain_sentence(data: Told, said: str) -> None:
    (rule,) = rules([data])
    assert sentence(rule) == said


def test_what_stands_behind_a_rule_is_said_after_it() -> None:
    (rule,) = rules(
        [
            {
                "kind": "no_objection",
                "who": "all",
                "force": "law",
                "source": "An Act, section 4",
                "from": "2026-11-02",
                "until": "2027-11-02",
            }
        ]
    )
    assert behind(rule) == (
        "It holds from 2 November 2026. It ends on 2 November 2027. The board says it is law. "
        "Written in: An Act, section 4."
    )


def there_and_back(count: int, *, seed: int) -> Counter[RuleKind]:
    """Say random rules and read them back; tell how many of each kind."""
    dice, kinds = chances.seeded(seed), Counter[RuleKind]()
    for number in range(count):
        rule = chances.rule(dice, number)
        assert read_told(told(rule)) == rule, told(rule)
        assert read_rule(write_rule(rule)) == rule
        kinds[rule.kind] += 1
    return kinds


def test_a_sentence_is_read_back_as_the_same_rule() -> None:
    kinds = there_and_back(1_000, seed=2026)
    assert min(kinds[each] for each in RuleKind) > 80


@pytest.mark.drill
def test_ten_thousand_sentences_are_read_back_as_the_same_rules() -> None:
    there_and_back(10_000, seed=5)


def test_the_six_real_rules_are_read_back_from_their_sentences() -> None:
    for each in SIX.values():
        for rule in rules(each):
            assert read_told(told(rule)) == rule


def mutated(rule: Rule, dice: Random) -> Iterator[Rule]:
    """Yield a rule with each of its fields changed, one at a time."""
    yield replace(rule, id=f"{rule.id}-x")
    yield replace(rule, force=next(each for each in Force if each is not rule.force))
    yield replace(rule, source=f"{rule.source or 'Somewhere'}, part 9")
    yield replace(rule, from_=(rule.from_ or date(2026, 1, 1)) + timedelta(days=1))
    yield replace(rule, until=(rule.until or date(2031, 1, 1)) + timedelta(days=1))
    other = frozenset({MotionKind.MONEY, MotionKind.TEXT})
    yield replace(rule, motions=other if rule.motions != other else None)
    if rule.who is not None:
        yield replace(rule, who=ALL if rule.who != ALL else THE_PEOPLE_IT_IS_ABOUT)
        yield replace(rule, who=Who(other_than=rule.who))
    if rule.bound is not None:
        yield from (replace(rule, bound=each) for each in other_bounds(rule))
    if rule.of is not None:
        yield replace(rule, of=next(each for each in Of if each is not rule.of))
    if rule.kind is RuleKind.AGREE:
        yield replace(rule, before=not rule.before)
        yield replace(rule, late=(rule.late + 1) % 6)
    if rule.what is not None:
        yield replace(rule, what=next(each for each in MayCall if each is not rule.what))
        yield replace(rule, any_of=(*rule.any_of, Caller(ALL, dice.randint(21, 30))))


def other_bounds(rule: Rule) -> list[AtLeast | AtMost | ShareOf | Over | MoreThan]:
    """Return bounds that ask for something else."""
    match rule.bound:
        case AtLeast(count):
            return [AtLeast(count + 1)]
        case AtMost(count):
            return [AtMost(count + 1), AtLeast(count + 1)]
        case ShareOf(share):
            return [ShareOf(share / 3), *([Over(share)] if share < 1 else [])]
        case Over(share):
            return [Over(share / 3), ShareOf(share)]
    return [MoreThan(Who(chair=True))]


def test_each_field_that_is_changed_moves_the_sentence_and_reads_back() -> None:
    dice, moved = chances.seeded(12), 0
    for number in range(150):
        rule = chances.rule(dice, number)
        for other in mutated(rule, dice):
            if other == rule:
                continue
            assert told(other) != told(rule), (rule, other)
            assert read_told(told(other)) == other
            moved += 1
    assert moved > 1_000


@pytest.mark.parametrize(
    "words",
    [
        "",
        "a: Everybody must agree. It is our own promise.",
        "a: At least two of some people must agree. It is our own promise.",
        "a: At least two of the members who are tall must agree. It is our own promise.",
        "a: At least many of all members must agree. It is our own promise.",
        "a: At least two of all members must agree. It is our habit.",
        "a: If it is a tie, the members who chair and who chair decide. It is our own promise.",
        "a: From 31 February 2026, all members vote. It is our own promise.",
        "a: A review may be forced by any of these: members. It is our own promise.",
    ],
)
def test_words_that_no_rule_is_said_in_are_not_guessed_at(words: str) -> None:
    with pytest.raises(NotASentence):
        read_told(words)


def test_whom_a_rule_is_about_is_said_with_all_that_holds() -> None:
    who = Who(
        capacity=frozenset({Capacity.SERVICES, Capacity.ELECTED}),
        tag=frozenset({"lay"}),
        other_than=Who(chair=True),
    )
    assert people(who) == (
        "the members who are paid to run services or are elected members and who have the mark lay "
        "and who are not among [the members who chair]"
    )
    assert read_people(people(who)) == who
    assert people(Who(capacity=frozenset({Capacity.DRAWS_ON_SERVICES}))) == (
        "the members who draw on care and support"
    )


def test_rules_of_an_entry_are_numbered_and_one_that_cannot_be_read_says_so() -> None:
    (rule,) = rules([{"kind": "no_objection", "who": "all"}])
    assert as_entered([write_rule(rule), {"kind": "habit"}]) == (
        "1. Nobody among all members may have an objection that stands. It is our own promise. "
        "2. A rule that cannot be read."
    )
    assert as_entered("rules") == "1. A rule that cannot be read."


def test_half_is_said_as_half_and_other_shares_as_so_many_in_so_many() -> None:
    shares = [Fraction(1, 2), Fraction(2, 3), Fraction(3, 7)]
    (rule,) = rules([{"kind": "agree", "who": "all", "over": "1/2", "of": "voting"}])
    said = [sentence(replace(rule, bound=Over(each))).split(" of ")[0] for each in shares]
    assert said == ["More than half", "More than two thirds", "More than 3 in 7"]
