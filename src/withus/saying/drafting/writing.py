"""What the forms of a plan ask, and what is to be put right in them."""

from __future__ import annotations

from withus.core.errors import Refusal
from withus.saying.keeping import refusals
from withus.saying.language import _

FIELDS = {
    "nothing_written": "text",
    "text_too_long": "text",
    "same_words": "words",
    "too_many_words": "words",
    "whose_missing": "whose",
    "credits_too_long": "credits",
    "reason_needed": "reason",
}


def fault(refusal: Refusal, **fields: str) -> dict[str, str]:
    """Tell what is to be put right, with the field that mends it."""
    return {"sentence": refusals.line(refusal), "field": _field(refusal, fields)}


def at_field(refusal: Refusal, **fields: str) -> dict[str, str]:
    """Tell what is to be put right, at the field that mends it; `fields` names others by code."""
    return {_field(refusal, fields): refusals.line(refusal)}


def clash() -> dict[str, str]:
    """Tell that somebody else saved a text meanwhile."""
    return {
        "sentence": _(
            "Somebody changed the plan while you were writing. Nothing is lost: the box holds what "
            "both of you wrote. Read it, put it right, and save again."
        ),
        "field": "text",
    }


def _field(refusal: Refusal, fields: dict[str, str]) -> str:
    if refusal.code.startswith(("plan_file", "history")):
        return "file"
    return fields.get(refusal.code) or FIELDS.get(refusal.code, "")
