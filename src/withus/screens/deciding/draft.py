"""Rules that somebody is changing. Nothing is kept of them: each form carries them all."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.http import QueryDict

from withus.core.deciding.changing import Change, compared, fresh_id, so_many_must_agree
from withus.core.deciding.faults import NotARule
from withus.core.deciding.possible import unmeetable
from withus.core.deciding.reading import read_rules
from withus.core.deciding.rule import Rule, RuleKind
from withus.core.deciding.voting import with_a_vote
from withus.core.deciding.writing import write_rules
from withus.questions.changing_rules import RulesSet

LONGEST = 60_000


@dataclass(frozen=True, slots=True)
class Draft:
    """Rules to be, beside those that were last set; `over` is the entry they began from."""

    found: RulesSet
    rules: tuple[Rule, ...]
    over: int | None
    may_set: bool  # whoever changes them, not only try them out

    @property
    def written(self) -> str:
        """Return the rules as a form carries them."""
        return json.dumps(write_rules(self.rules), ensure_ascii=False, separators=(",", ":"))

    @property
    def stale(self) -> bool:
        """Tell whether others were set since these were begun."""
        return self.over != self.found.entry

    @property
    def ids(self) -> frozenset[str]:
        """Return the ids that a new rule may not have."""
        return self.found.ids | {rule.id for rule in self.rules}

    def compared(self) -> tuple[tuple[Change, Rule], ...]:
        """Return what becomes of each rule."""
        return compared(self.found.rules, self.rules)

    def changed(self) -> bool:
        """Tell whether setting these would change anything."""
        first = self.found.entry is None or self.found.unreadable > 0
        return first or self.rules != self.found.rules

    def rule(self, name: str) -> Rule | None:
        """Return the rule of an id, if there is one."""
        return next((each for each in self.rules if each.id == name), None)

    def fresh(self, kind: RuleKind) -> str:
        """Return an id for a new rule."""
        return fresh_id(kind, self.ids)

    def with_rules(self, rules: Sequence[Rule]) -> Draft:
        """Return this with other rules."""
        return replace(self, rules=tuple(rules))

    def supposed(self, many: int) -> Rule:
        """Return the rule that so many of the people it is about must agree."""
        return so_many_must_agree(many, taken=self.ids)

    def unmeetable(self, rule: Rule, *, on: date) -> NotARule | None:
        """Return why nobody could meet a rule of these with the places there are."""
        places = self.found.sorts(on=on)
        day = on if rule.from_ is None else max(on, rule.from_)
        if not any(places.values()):
            return None
        return unmeetable(rule, with_a_vote(self.rules, places, on=day))


def draft(found: RulesSet, sent: QueryDict, *, may_set: bool) -> Draft:
    """Return the rules that a form carries; those last set where it carries none."""
    written = sent.get("rules", "")
    try:
        rules = read_rules(json.loads(written)) if 0 < len(written) <= LONGEST else found.rules
    except (ValueError, NotARule, RecursionError):
        return Draft(found, found.rules, found.entry, may_set)
    over = sent.get("over", "")
    begun = int(over) if over.isascii() and over.isdecimal() and len(over) < 16 else None
    return Draft(found, rules, begun if written else found.entry, may_set)
