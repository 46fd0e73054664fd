"""The closed words of works as people see them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from withus.core import words as w
from withus.saying.language import _


def step(code: w.Step) -> str:
    """Tell a step of the ladder of co-production."""
    return _steps()[code]


def stage(code: w.Stage) -> str:
    """Tell a stage of a work."""
    return _stages()[code]


def _stages() -> dict[StrEnum, str]:
    return {
        w.Stage.FRAME: _("Frame"),
        w.Stage.DESIGN: _("Design"),
        w.Stage.DECIDE: _("Decide"),
        w.Stage.DELIVER: _("Deliver"),
        w.Stage.REVIEW: _("Review"),
    }


def _sides() -> dict[StrEnum, str]:
    return {
        w.Side.AFFECTED: _("The people it is about"),
        w.Side.HOST: _("The host"),
    }


def _steps() -> dict[StrEnum, str]:
    return {
        w.Step.INFORMING: _("Informing"),
        w.Step.CONSULTATION: _("Consultation"),
        w.Step.ENGAGEMENT: _("Engagement"),
        w.Step.CO_DESIGN: _("Co-design"),
        w.Step.CO_PRODUCTION: _("Co-production"),
        w.Step.USER_LED: _("Led by the people it is about"),
    }


def _existing() -> dict[StrEnum, str]:
    return {
        w.ExistingKind.FIXED: _("Fixed, by law or budget"),
        w.ExistingKind.EARLIER_PLAN: _("An earlier plan"),
        w.ExistingKind.PROPOSAL: _("A proposal"),
    }


TERMS: Mapping[type[StrEnum], Callable[[], dict[StrEnum, str]]] = {
    w.Side: _sides,
    w.Stage: _stages,
    w.Step: _steps,
    w.ExistingKind: _existing,
}
