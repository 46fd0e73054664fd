"""A folded state as bytes, so that reading need not start from the first entry each time."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import fields
from datetime import date, datetime
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from withus.core.errors import Refusal
from withus.core.facts.encoding import kinds, read_clear, written
from withus.core.facts.fact import Missing, layout
from withus.core.history.told import Told
from withus.core.proofs.canonical import Json, canonical, read_canonical

FOLD = 5
"""The version of the fold: to be raised with every change to what a state holds or means."""
LARGEST = 16 * 1024 * 1024
S = TypeVar("S")


class NotAState(Refusal):
    """Say that what was kept is no state of this fold: it is to be folded again."""


def write_state(state: object) -> bytes:
    """Write a state as canonical JSON.

    Shape: its kind -> a board, a meeting, a partnership or a history; each Told as a list, its
        clear fields by name.
    Not: names or words; a state holds none.
    Source: RFC 8785.
    """
    return canonical({type(state).__name__: plain(state)})


def read_state(content: bytes, *kinds: type[S]) -> S:
    """Read a state that `write_state` wrote.

    Shape: bytes and the kinds of state it may be -> that state; at most 16 MiB.
    Not: a check against the record; `withus check` folds again and compares.
    Errors: Malformed as `read_canonical`; NotAState `not_a_state` for another form.
    """
    told = read_canonical(content, at_most=LARGEST)
    try:
        ((name, value),) = told.items()  # type: ignore[union-attr]
        found: S = rebuilt(value, {each.__name__: each for each in kinds}[name])
    except (AttributeError, KeyError, TypeError, ValueError, Refusal) as fault:
        raise NotAState("not_a_state") from fault
    return found


def plain(value: Any) -> Json:
    """Tell a state as lists, mappings and plain values."""
    if isinstance(value, Told):
        return [
            value.fact.TYPE,
            written(value.fact),
            value.entry,
            value.at.isoformat(),
            value.by,
            value.typed_by,
            None if value.claimed_at is None else value.claimed_at.isoformat(),
        ]
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    if isinstance(value, Mapping):
        return {name: plain(each) for name, each in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, str | int):
        found: Json = value
        return found
    return [plain(getattr(value, each.name)) for each in fields(value)]


def rebuilt(value: Any, kind: Any) -> Any:
    """Make a state of a kind from what `plain` told of it."""
    outer = get_origin(kind)
    if outer in (Union, types.UnionType):
        inner = next(each for each in get_args(kind) if each is not type(None))
        return None if value is None else rebuilt(value, inner)
    if outer is Told:
        return retold(value)
    if outer is tuple:
        return tuple(rebuilt(each, get_args(kind)[0]) for each in value)
    if outer is not None:  # a mapping from text
        return {name: rebuilt(each, get_args(kind)[1]) for name, each in value.items()}
    if kind is date:
        return date.fromisoformat(value)
    if kind in (str, int):
        if type(value) is not kind:
            raise TypeError(kind.__name__)
        return value
    parts = hints(kind)
    return kind(*(rebuilt(each, hint) for each, hint in zip(value, parts, strict=True)))


def retold(value: list[Any]) -> Told[Any]:
    """Make a fact as the fold keeps it from what `plain` told of it."""
    name, clear, entry, at, by, typed_by, claimed = value
    kind = kinds()[name]
    values = read_clear(kind, clear) | dict.fromkeys(layout(kind).sealed, Missing.NEVER)
    when = date.fromisoformat(at) if kind.BY_NOBODY else datetime.fromisoformat(at)
    since = None if claimed is None else datetime.fromisoformat(claimed)
    return Told(kind(**values), entry, when, by, typed_by, since)


@cache
def hints(kind: type) -> tuple[Any, ...]:
    """Tell the types of a dataclass's fields, in order."""
    told = get_type_hints(kind)
    return tuple(told[each.name] for each in fields(kind))
