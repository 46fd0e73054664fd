"""Where a board may start from, in words."""

from __future__ import annotations

from collections.abc import Mapping

from withus.saying.language import _


def presets() -> Mapping[str, tuple[str, str]]:
    """Tell each start: what it is called, and what it brings, by code."""
    two = _("Two of the people it is about must be in the room, and two must agree.")
    return {
        "learning_disability": (_("A learning disability partnership board"), two),
        "carers": (
            _("A carers’ partnership board"),
            _("Two unpaid carers must be in the room, and two must agree."),
        ),
        "send": (
            _("A board for children with special educational needs (SEND)"),
            _(
                "Two parent carers must be in the room, and two must agree. Adults only: young "
                "people take part through a youth group."
            ),
        ),
        "integration_joint_board": (
            _("An Integration Joint Board (Scotland)"),
            _(
                "People who draw on services, carers and the third sector vote from 1 September "
                "2026."
            ),
        ),
        "health_committee": (
            _("A health and wellbeing board, or a committee of an integrated care board"),
            _(
                "More than half in the room, and a majority of those who vote. One of the people "
                "it is about in the room."
            ),
        ),
        "tenants": (
            _("A tenants’ board or panel"),
            _("More than half of the places are tenants’. Some of them may force a review."),
        ),
        "blank": (
            _("None of these: a board of our own"),
            _("More than half must agree. You add the rest."),
        ),
    }


def note(code: str) -> str:
    """Tell what to ask of whom about a preset's rules."""
    ask = _(
        "These rules are a suggestion, each as your own promise. Ask your monitoring officer "
        "which of them your law, constitution or terms of reference already say."
    )
    if code != "integration_joint_board":
        return ask
    return f"{ask} " + _(
        "Ask, too, whether SSI 2025/405 is in force for your board: Withus cannot look that up."
    )
