"""What of a work can be put to a board, as the form for it and the motion tell it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from withus.core.words import MotionKind
from withus.saying.language import _

SHORT = 80


class ToDecide(Protocol):
    """Something of a work that can be put to a board."""

    @property
    def id(self) -> str: ...
    @property
    def kind(self) -> MotionKind: ...
    @property
    def name(self) -> str: ...
    @property
    def words(self) -> str: ...
    @property
    def number(self) -> int: ...
    @property
    def one_person(self) -> bool: ...


def to_decide(some: Iterable[ToDecide]) -> list[tuple[str, str]]:
    """Tell what can be put as choices, that it is nothing of a work first; none, if nothing can."""
    found = [(each.id, named(each)) for each in some]
    return [("", _("Nothing of a piece of work")), *found] if found else []


def named(one: ToDecide) -> str:
    """Tell something that can be put, and of which work it is, in a line."""
    told = {"name": one.name, "words": short(one.words), "number": one.number}
    if one.kind is MotionKind.QUESTION:
        return _("%(name)s. The question: %(words)s") % told
    if one.kind is MotionKind.TEXT:
        return _("%(name)s. The plan, draft %(number)d") % told
    return _("%(name)s. To set aside and begin again: %(words)s") % told


def as_put(one: ToDecide) -> str:
    """Tell what a board is asked, to begin with; whoever puts it can write it otherwise."""
    told = {"name": one.name, "words": one.words, "number": one.number}
    if one.one_person:  # what is decided everybody can read
        return _("Do we agree to what is written under this item?")
    if one.kind is MotionKind.QUESTION:
        return _("Is this the question of “%(name)s”? %(words)s") % told
    if one.kind is MotionKind.TEXT:
        return _("Do we adopt the plan of “%(name)s”, draft %(number)d?") % told
    return _("Do we set this aside and begin “%(name)s” again? %(words)s") % told


def short(words: str) -> str:
    """Tell the first words of something, where it is long."""
    line = " ".join(words.split())
    if not line:
        return _("words not shown")
    return line if len(line) <= SHORT else f"{line[:SHORT].rsplit(' ', 1)[0]} …"
