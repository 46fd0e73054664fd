"""What is to be put right in a form about a meeting, as its page shows it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from withus.saying.meeting import forms
from withus.screens.frame.typed import Typed


def wrong(typed: Typed, names: Sequence[str]) -> dict[str, Any]:
    """Tell what is to be put right, at the head of a page and at each field."""
    told = typed.in_order(names)
    errors = [{"sentence": forms.line(each), "field": each.parameters["field"]} for each in told]
    return {"errors": errors, "at": {each["field"]: each["sentence"] for each in errors}}
