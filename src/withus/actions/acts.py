"""Entering many acts at once, as they stand in a file: all of them, or none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from withus.actions.joining import add_to_partnership, enter, naming_practice
from withus.core.errors import Refusal
from withus.core.facts.circumstances import HOST
from withus.core.facts.encoding import kinds, read_clear
from withus.core.facts.fact import Fact, Seal, layout
from withus.core.facts.joining import PartnershipOpened
from withus.core.facts.keeping import KeyReplaced, LogContinued, PersonErased
from withus.stores.keys.locker import new_id
from withus.stores.record.append import Actor, open_log
from withus.stores.record.whole import whole

BY_THEIR_OWN_COMMANDS = (PersonErased, KeyReplaced, LogContinued)
"""They go with something that a file cannot do."""
LOCAL = re.compile(r"@[a-z0-9-]{1,60}")  # a name of this file alone, for an id yet to be given


@dataclass(frozen=True, slots=True)
class Act:
    """A type of fact, its clear fields as in a leaf, its sealed ones in words, and who acts."""

    type: str
    clear: Mapping[str, Any]
    sealed: Mapping[str, str]
    by: str | None = None  # a person's name; None: the host
    claimed_at: datetime | None = None
    line: int = 0


@dataclass(slots=True)
class Names:
    """Who and what the file's own names stand for, so far."""

    record: str
    people: dict[str, str] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)

    def person(self, name: str) -> str:
        """Return the id of a person by name; the first time, they are taken in."""
        if name not in self.people:
            self.people[name] = add_to_partnership(record=self.record, name=name)
        return self.people[name]

    def given(self, value: Any) -> Any:
        """Return a value with each name of this file replaced by the id it stands for."""
        if isinstance(value, str) and LOCAL.fullmatch(value):
            return self.ids.setdefault(value, new_id())
        if isinstance(value, list):
            return [self.given(each) for each in value]
        return value


@dataclass(frozen=True, slots=True)
class Entered:
    """Where the acts stand, and which ids the file's own names were given."""

    entries: tuple[int, ...]
    ids: Mapping[str, str]


def enter_acts(
    acts: Iterable[Act], *, record: str, now: datetime, progress: Callable[[int], None]
) -> Entered:
    """Enter acts in order: all of them, or none if one is refused, which is said by its line."""
    names, found = Names(record), []
    with whole():
        for act in acts:
            try:
                found.append(_enter(act, names, now))
            except Refusal as refusal:
                raise Refusal(refusal.code, {**refusal.parameters, "line": act.line}) from refusal
            progress(len(found))
    return Entered(tuple(found), names.ids)


def _enter(act: Act, names: Names, now: datetime) -> int:
    kind = kinds().get(act.type)
    if kind is None:
        raise Refusal("type_unknown", {"type": act.type[:60]})
    if kind in BY_THEIR_OWN_COMMANDS:
        raise Refusal("by_its_own_command", {"type": act.type})
    if kind is PartnershipOpened:
        open_log(names.record)
    fact = _fact(kind, act, names)
    if isinstance(fact, PartnershipOpened):
        if fact.follows is not None:  # a file carries nothing over from what it would follow
            raise Refusal("by_its_own_command", {"type": act.type})
        fact = naming_practice(fact, record=names.record)
    person = names.person(act.by) if act.by else None
    typist = HOST if person else None
    by = Actor(person, typed_by=typist, claimed_at=act.claimed_at, commanded=True)
    return enter(fact, record=names.record, by=by, now=now)[0]


def _fact(kind: type[Fact], act: Act, names: Names) -> Fact:
    sealed = layout(kind).sealed
    if act.sealed.keys() != sealed.keys():
        raise Refusal("fields_differ", {"type": act.type})
    values = read_clear(kind, {name: names.given(value) for name, value in act.clear.items()})
    for path, words in act.sealed.items():
        values[path] = names.person(words) if sealed[path] is Seal.PERSON else words
    return kind(**values)
