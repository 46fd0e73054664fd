"""Points as the pages show them: one line each, with a name and words for those who may read."""

from __future__ import annotations

from typing import Any

from withus.core.words import ShownAs
from withus.questions.answering import PointLine
from withus.saying import words
from withus.saying.answering import points as saying


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
