"""Points as the pages show them: one line each, with a name and words for those who may read."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from withus.core.words import ShownAs
from withus.questions.answering import PointLine
from withus.questions.followed import Went
from withus.saying import words
from withus.saying.answering import followed as told_of
from withus.saying.answering import points as saying
from withus.screens.framing.here import AtWork


def went(at: AtWork, one: Went) -> dict[str, Any]:
    """Tell where a point went, with its address for those who read it there."""
    name = {"revision": "plan:text", "suggestion": "plan:suggestion"}.get(one.kind)
    origin, work = at.found.origin, at.found.id
    there = reverse(name, args=[origin, work, one.to]) if name else ""
    decided = reverse("decisions:decision", args=[origin, one.to]) if not name else ""
    return told_of.went(one) | {"href": (there or decided) if at.reads else ""}


def line(one: PointLine, *, reads: bool) -> dict[str, Any]:
    """Tell a point as a list shows it."""
    group = one.group is not None
    return {
        "id": one.id,
        "entry": one.entry,
        "words": one.words,
        "unsaid": saying.missing_words() if reads else saying.closed_words(),
        "file": one.has_file,
        "by": saying.who(one.shown_as, one.name, one.capacity, seated=one.seated, group=group),
        "code": "" if one.shown_as is ShownAs.COUNTED or not one.capacity else one.capacity.value,
        "came": saying.came(one.way),
        "day": words.day(one.at),
        "stands": saying.stands(one.stands),
        "mark": saying.mark(one.stands),
        "group": saying.group(one.group) if one.group else "",
    }
