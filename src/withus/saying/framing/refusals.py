"""Why something may not be entered about a work, and what to do next."""

from __future__ import annotations

from withus.saying.language import _


def refusals() -> dict[str, tuple[str, str]]:
    """Tell, by code, what is wrong and what to do next."""
    return {
        "no_such_work": (
            _("There is no such work in this record."),
            _("Begin the work first, or check the address."),
        ),
        "too_many_boards": (
            _("At most %(most)s boards take part beside the one that answers."),
            _("Choose those that design or decide; others can read."),
        ),
        "gave_the_other": (
            _("You have spoken for the other side already, and nobody speaks for both."),
            _("Somebody else says it for this side."),
        ),
        "since_missing": (
            _("The day is missing since when that plan or proposal was there."),
            _("Say the day, or the nearest you know."),
        ),
        "no_such_existing": (
            _("Nothing of that name was there before this work."),
            _("Tell of it first, or check the address."),
        ),
        "fixed_by_law": (
            _("What is fixed by law or budget cannot be set aside here."),
            _("Whoever fixed it can change it. If it is not fixed, challenge it."),
        ),
        "set_aside_already": (
            _("That was set aside already."),
            _("Nothing was changed."),
        ),
        "without_those_affected": (
            _("None of the people it is about agreed to set that aside."),
            _("Put it to a meeting at which they are, and let them decide it with you."),
        ),
        "not_asked": (
            _("Somebody is counted as agreeing who was not asked."),
            _("Count only those who were asked."),
        ),
        "all_affected_asked": (
            _("Not all of the people it is about were asked how the work began."),
            _("Ask each of them who holds a place, and then tell it."),
        ),
        "no_such_question": (
            _("Nobody proposed that question."),
            _("Propose it first, or choose one that was proposed."),
        ),
    }
