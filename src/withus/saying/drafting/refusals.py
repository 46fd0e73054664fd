"""Why something may not be entered about a plan, and what to do next."""

from __future__ import annotations

from withus.saying.language import _


def refusals() -> dict[str, tuple[str, str]]:
    """Tell, by code, what is wrong and what to do next."""
    return {
        "no_such_revision": (
            _("There is no such text of this plan."),
            _("Go to the plan, and begin from the text that stands there."),
        ),
        "another_base": (
            _("Somebody changed the plan while you were writing."),
            _("Look at both texts, bring them together, and save again. Nothing is lost."),
        ),
        "base_missing": (
            _("It does not say which text of the plan it puts into another form."),
            _("Begin from the text of the plan."),
        ),
        "no_such_suggestion": (
            _("There is no such suggestion to this plan."),
            _("Look at the list of suggestions."),
        ),
        "ended_already": (
            _("That suggestion was answered already."),
            _("Nothing was changed."),
        ),
    }
