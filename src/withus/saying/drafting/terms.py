"""The closed words of plans as people see them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from withus.core import words as w
from withus.saying.language import _


def version(code: w.Version) -> str:
    """Tell in which other form a plan is."""
    return _versions()[code]


def outcome(code: w.SuggestionOutcome) -> str:
    """Tell what became of a suggestion."""
    return _outcomes()[code]


def _versions() -> dict[StrEnum, str]:
    return {
        w.Version.EASY_READ: _("Easy Read"),
        w.Version.BSL: _("British Sign Language"),
        w.Version.WELSH: _("Welsh"),
    }


def _outcomes() -> dict[StrEnum, str]:
    return {
        w.SuggestionOutcome.MERGED: _("It is in the plan"),
        w.SuggestionOutcome.PARTLY: _("Part of it is in the plan"),
        w.SuggestionOutcome.NOT: _("It is not in the plan"),
        w.SuggestionOutcome.WITHDRAWN: _("Whoever made it took it back"),
    }


TERMS: Mapping[type[StrEnum], Callable[[], dict[StrEnum, str]]] = {
    w.Version: _versions,
    w.SuggestionOutcome: _outcomes,
}
