"""The plain mirror of a plan, as its pages show it: in sentences, in a table and as a picture."""

from __future__ import annotations

from datetime import date
from typing import Any

from withus.core.setting_up.meaning import changes, left_out, mirrored, on_a_promise
from withus.core.setting_up.plan import Plan
from withus.saying import words
from withus.saying.deciding.mirror import each_told, in_short, reflected
from withus.screens.joining.mirrored import sides


def mirror(plan: Plan, on: date) -> dict[str, Any]:
    """Return what the rules of a plan would mean, for its box on the page."""
    members, answers = reflected(mirrored(plan, on=on))
    sorts = left_out(plan, on=on)
    later = [(words.day(day), in_short(found)) for day, found in changes(plan, on=on)]
    return {
        "members": members,
        "answers": answers,
        "later": later,
        "each": each_told(sorts),
        "sides": sides(sorts),
        "on_a_promise": on_a_promise(plan, on=on),
    }
