"""The agenda in words: what is on it, who asked, and whether its papers were out in time."""

from __future__ import annotations

from collections.abc import Mapping

from withus.core.facts.meeting import ItemPlaced
from withus.core.meeting.papers import InAForm
from withus.core.words import Paper, Placed
from withus.saying import words
from withus.saying.joining.terms import term
from withus.saying.language import _


def title(said: str | None, placed: ItemPlaced | None, *, reads: bool) -> str:
    """Tell what an item is about; to those who may not read it, that it is one."""
    if said:
        return said
    if reads:
        return _("Its words are no longer shown")
    if placed is not None and placed.private_by_law:
        return _("Something private by law")
    return _("An item that the board’s members can read")


def untitled(*, reads: bool) -> str:
    """Tell a paper whose title is not shown."""
    return _("A paper whose title is no longer shown") if reads else _("A paper")


def marks(placed: ItemPlaced | None) -> list[str]:
    """Tell what is special about an item that is on the agenda."""
    if placed is None or placed.outcome is not Placed.ON:
        return []
    told = [_("Urgent")] if placed.urgent else []
    told += [_("Private by law")] if placed.private_by_law else []
    if placed.urgent or placed.private_by_law:
        told.append(_("Members were told before") if placed.told_before else _("Not told before"))
    return told


def out(seen: InAForm) -> str:
    """Tell since when a paper is out in a form, and whether that was in time."""
    if seen.day is None:
        return _("not out yet")
    told = {"day": words.day(seen.day)}
    if seen.in_time:
        return _("out on %(day)s, in time") % told
    return _("out on %(day)s, later than promised") % told


def code(seen: InAForm) -> str:
    """Tell by which mark a form of a paper is shown: shown, none, or cannot tell yet."""
    return "cant" if seen.day is None else "shown" if seen.in_time else "late"


def in_time(told: Mapping[Paper, bool | None]) -> list[str]:
    """Tell for each form that is needed whether all papers were out in time."""
    return [_in_time(form, found) for form, found in told.items()]


def _in_time(form: Paper, found: bool | None) -> str:
    named = {"form": term(form)}
    if found is None:
        return _("In %(form)s, not every paper is out yet.") % named
    if found:
        return _("In %(form)s, every paper was out in time.") % named
    return _("In %(form)s, a paper was out later than promised.") % named
