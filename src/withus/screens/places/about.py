"""What every page about a board's places says of where it is, and of what to put right."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from withus.core.deciding.faults import NotARule
from withus.questions.changing_rules import BoardHere
from withus.saying.joining import forms


def about(here: BoardHere) -> dict[str, Any]:
    """Tell which board a page is about."""
    return {
        "origin": here.log.origin,
        "partnership": here.partnership,
        "practice": here.practice,
        "board": here.id,
        "name": here.name,
    }


def wrong(told: Iterable[NotARule]) -> dict[str, Any]:
    """Tell what is to be put right, at the head of a page and at each field."""
    errors = [{"sentence": forms.line(each), "field": each.parameters["field"]} for each in told]
    return {"errors": errors, "at": {each["field"]: each["sentence"] for each in errors}}
