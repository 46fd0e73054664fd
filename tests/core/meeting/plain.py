"""A meeting told plainly, from the rules as they are written: no line of it is the program's.

People are names, a position a word, a day a number of working days. It knows nothing of entries,
facts or folds; when a roll is called it copies all it needs, and never looks again at what comes
after but for what was confirmed, and what was said by those who were away.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import combinations
from typing import Any

DAYS = 5


@dataclass
class Row:
    """Where somebody stood in a roll-call; `deputy` is `same`, `other` or nothing."""

    position: str
    own: bool
    deputy: str = ""


@dataclass
class Roll:
    """All that was so when a roll was called."""

    places: dict[str, dict[str, Any]]
    rules: list[dict[str, Any]]
    rows: dict[str, Row]
    before: dict[str, str]
    recused: set[str]
    objects: dict[str, str]
    excepted: set[str]
    day: int
    came: dict[str, int]  # by which entry each came
    typed: dict[str, bool]  # whether that one was typed for them
    right: dict[str, bool] = field(default_factory=dict)
    after: dict[str, tuple[str, int]] = field(default_factory=dict)
    outcome: str = ""
    open: bool = False


def in_who(who: Any, place: dict[str, Any]) -> bool:
    """Tell whether a place is meant by a rule."""
    if who == "all":
        return True
    tests: dict[str, Callable[[Any], bool]] = {
        "affected": lambda _: place["capacity"] in ("draws_on_services", "unpaid_carers"),
        "capacity": lambda some: place["capacity"] in some,
        "chair": lambda _: place["chair"],
        "not": lambda other: not in_who(other, place),
    }
    return all(tests[key](value) for key, value in who.items())


def enough(rule: dict[str, Any], count: int, of: int) -> bool:
    """Tell whether so many of so many will do."""
    if "at_least" in rule:
        return bool(count >= rule["at_least"])
    if "at_most" in rule:
        return bool(count <= rule["at_most"])
    if of == 0:
        return False
    share = Fraction(count, of)
    if "over" in rule:
        return share > Fraction(rule["over"])
    return share >= Fraction(rule["share"])


def judge(roll: Roll, today: int) -> tuple[str, set[str]]:
    """Tell what comes of it on a day, and for whom it waits, with and without what is unsure."""
    elapsed = today - roll.day
    sure: dict[str, Row] = {}
    unsure: dict[str, Row] = {}
    for name, row in roll.rows.items():
        if roll.right.get(name) is False:
            continue
        if row.own or roll.right.get(name):
            sure[name] = row
        elif elapsed <= DAYS:
            unsure[name] = row
    rules = binding(roll, voting(roll, {**sure, **unsure}))
    ways = [
        once(roll, rules, {**sure, **{name: unsure[name] for name in some}}, elapsed)
        for size in range(len(unsure) + 1)
        for some in combinations(sorted(unsure), size)
    ]
    outcomes = {outcome for outcome, _ in ways}
    if len(outcomes) == 1:
        return ways[-1]
    to_confirm = {name for name, place in roll.places.items() if place["holder"] in unsure}
    return "unsettled", set().union(*(who for _, who in ways)) - to_confirm


def binding(roll: Roll, voters: list[tuple[str, str, str]]) -> list[dict[str, Any]]:
    """Tell the rules that bind: an exception is from people who are missing, and nothing else."""
    found = []
    for rule in roll.rules:
        late = rule["kind"] == "agree" and rule.get("late")
        hoped = late and agrees(rule, voters, roll, casts=False, hope=True)
        loose = rule["force"] == "promise" and (rule["kind"] == "present" or hoped)
        if not (loose and rule["id"] in roll.excepted):
            found.append(rule)
    return found


def voting(roll: Roll, rows: dict[str, Row]) -> list[tuple[str, str, str]]:
    """Tell each place that counts, who holds it, and what it said if just these rows are right."""
    voters = []
    for name, place in roll.places.items():
        holder = place["holder"]
        row = rows.get(holder)
        left = holder in roll.recused and not (row is not None and row.deputy == "same")
        if not left:
            voters.append((name, holder, row.position if row and row.deputy != "other" else ""))
    return voters


def once(
    roll: Roll, rules: list[dict[str, Any]], rows: dict[str, Row], elapsed: int
) -> tuple[str, set[str]]:
    """Tell what comes of it if just these rows are right."""
    voters = voting(roll, rows)
    if any(roll.objects.get(holder) == "open" for _, holder, _ in voters):
        return "may_not", set()
    for rule in rules:
        if rule["kind"] == "present" and not is_present(rule, voters, roll):
            return "may_not", set()
    casts = who_casts(rules, voters, roll)
    unmet = [rule for rule in rules if not agrees(rule, voters, roll, casts=casts, hope=False)]
    if not unmet:
        asked = any(rule["kind"] == "agree" for rule in rules)
        return ("carried" if asked else "advised"), set()
    for rule in unmet:
        if not rule.get("late") or not agrees(rule, voters, roll, casts=casts, hope=True):
            return "not_carried", set()
    if elapsed > min(rule["late"] for rule in unmet):
        return "lapsed", set()
    return "waiting", {
        name
        for name, holder, took in voters
        if silent(holder, took, roll)
        and any(in_who(rule["who"], roll.places[name]) for rule in unmet)
    }


def is_present(rule: dict[str, Any], voters: list[tuple[str, str, str]], roll: Roll) -> bool:
    """Tell whether enough are in the room."""
    meant = [voter for voter in voters if in_who(rule["who"], roll.places[voter[0]])]
    there = sum(took != "" for _, _, took in meant)
    if "more_than" in rule:
        others = [took for name, _, took in voters if in_who(rule["more_than"], roll.places[name])]
        return there > sum(took != "" for took in others)
    return enough(rule, there, len(meant))


def who_casts(rules: list[dict[str, Any]], voters: list[tuple[str, str, str]], roll: Roll) -> bool:
    """Tell whether whoever decides a tie agrees."""
    for rule in rules:
        if rule["kind"] == "casting":
            them = [took for name, _, took in voters if in_who(rule["who"], roll.places[name])]
            return them == ["agree"]
    return False


def silent(holder: str, took: str, roll: Roll) -> bool:
    """Tell whether somebody was away and has said nothing."""
    said = holder in roll.before or holder in roll.after
    return holder != "" and took == "" and not said


def agrees(
    rule: dict[str, Any],
    voters: list[tuple[str, str, str]],
    roll: Roll,
    *,
    casts: bool,
    hope: bool,
) -> bool:
    """Tell whether a rule on agreement, or on objections, is met."""
    meant = [voter for voter in voters if in_who(rule["who"], roll.places[voter[0]])]
    if rule["kind"] == "no_objection":
        return not any(holder in roll.objects for _, holder, _ in meant)
    if rule["kind"] != "agree":
        return True
    words = []
    for _, holder, took in meant:
        word = took
        if not word and rule.get("before"):
            word = roll.before.get(holder, "")
        if not word and holder in roll.after and roll.after[holder][1] <= rule.get("late", 0):
            word = roll.after[holder][0]
        if not word and hope and silent(holder, took, roll):
            word = "agree"
        words.append(word)
    size = {
        "places": len(words),
        "here": sum(word != "" for word in words),
        "voting": sum(word in ("agree", "disagree") for word in words),
    }[rule.get("of", "places")]
    yes = words.count("agree")
    half = rule.get("over") == "1/2" and rule.get("of") in ("here", "voting")
    tie = half and size > 0 and yes * 2 == size
    return enough(rule, yes, size) or (casts and tie)


@dataclass
class Plain:
    """A board and one meeting of it."""

    places: dict[str, dict[str, Any]]
    rules: list[dict[str, Any]]
    stage: str = "called"
    day: int = 0
    here: dict[str, dict[str, Any]] = field(default_factory=dict)
    deputies: dict[str, dict[str, Any]] = field(default_factory=dict)
    before: dict[str, str] = field(default_factory=dict)
    recused: set[str] = field(default_factory=set)
    objections: dict[str, dict[str, str]] = field(default_factory=dict)
    excepted: set[str] = field(default_factory=set)
    rolls: list[Roll] = field(default_factory=list)

    def holders(self) -> set[str]:
        """Tell who sits in a place."""
        return {place["holder"] for place in self.places.values() if place["holder"]}

    @property
    def decided(self) -> bool:
        """Tell whether a roll was called."""
        return bool(self.rolls)

    def objects(self) -> dict[str, str]:
        """Tell whose objection stands, and whether somebody has answered it."""
        found: dict[str, str] = {}
        for each in self.objections.values():
            if each["state"] == "open":
                found[each["who"]] = "open"
            elif each["state"] == "kept":
                found.setdefault(each["who"], "kept")
        return found

    def call(self, rows: dict[str, Row]) -> Roll:
        """Tell the roll that would be called now; all is copied, so that nothing changes it."""
        came = {name: told["entry"] for name, told in self.here.items()}
        typed = {name: not told["own"] for name, told in self.here.items()}
        return deepcopy(
            Roll(
                places=self.places,
                rules=self.rules,
                rows=rows,
                before=self.before,
                recused=self.recused,
                objects=self.objects(),
                excepted=self.excepted,
                day=self.day,
                came=came,
                typed=typed,
            )
        )
