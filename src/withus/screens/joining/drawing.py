"""A board's places as a page shows them: a sentence, a share and a picture."""

from __future__ import annotations

from typing import Any

from withus.questions.places import Count
from withus.saying.joining import board as saying
from withus.saying.joining import picture


def counted(count: Count, *, name: str) -> dict[str, Any]:
    """Tell the places of a board as a sentence, a share and a picture."""
    tallies = {code: (each.held, each.vacant) for code, each in count.by_capacity.items()}
    return {
        "sentence": saying.held_by_people_it_is_about(count.affected, count.places),
        "share": saying.share(count.affected, count.places, count.vacant),
        "drawn": picture.drawn(tallies),
        "picture": name,
        "places": count.places,
    }
