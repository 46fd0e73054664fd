"""Why something may not be entered about a decision, and what to do next."""

from __future__ import annotations

from withus.saying.language import _


def refusals() -> dict[str, tuple[str, str]]:
    """Tell, by code, what is wrong and what to do next."""
    return {**_of_motions(), **_of_decisions()}


def _of_motions() -> dict[str, tuple[str, str]]:
    nothing = _("There is nothing to do.")
    return {
        "no_such_motion": (
            _("Nothing of that kind was put to this meeting."),
            _("The chair puts it first, or check the address."),
        ),
        "no_such_objection": (_("There is no such objection."), _("Check the address.")),
        "rules_differ": (
            _("Other rules are in force for this now."),
            _("Look at the rules as they are, and put it again."),
        ),
        "rule_unreadable": (
            _("A rule of this board cannot be read, so nobody can tell what it asks."),
            _("Set the board’s rules again first."),
        ),
        "objects_already": (
            _("An objection of yours is not answered yet."),
            _("Wait for the answer, or take it back and object anew."),
        ),
        "reopened_already": (
            _("It names already which decision it would change."),
            _("Put another one, for another decision."),
        ),
        "changed_already": (
            _("A later meeting has decided otherwise already."),
            _("Name that later decision instead."),
        ),
        "law_told_already": (
            _("It is said already that all the legal rules are entered."),
            nothing,
        ),
        "law_not_told": (
            _("Nobody has said that all the legal rules are entered, or they were changed since."),
            nothing,
        ),
        "decided_already": (_("That is decided already."), _("Look at the decision.")),
        "only_agree_or_disagree": (
            _("From afar one can only agree or disagree."),
            _("Choose one of the two, or say nothing: then you are not counted."),
        ),
        "not_waiting": (_("Nothing waits for you there."), nothing),
        "not_a_promise": (
            _("Only from a promise of the board’s own can it make an exception."),
            _("What the law, the constitution or the terms of reference ask must be met."),
        ),
    }


def _of_decisions() -> dict[str, tuple[str, str]]:
    look = _("Look at how it stands now.")
    return {
        "may_not_decide": (
            _("This meeting may not decide: a rule is not met (%(rules)s)."),
            _("Wait until those it asks for are there, or choose another day."),
        ),
        "objection_unanswered": (
            _("This meeting may not decide: an objection is not answered."),
            _("Answer it first, or ask whoever made it to take it back."),
        ),
        "has_left_item": (
            _("They have an interest in this, and left it."),
            _("A deputy they chose may speak for their place, or it is decided without it."),
        ),
        "exception_changes_nothing": (
            _("To go on would not carry it: it lacks more than the board’s own promise asks."),
            _("Close the roll without an exception, or ask again where people stand."),
        ),
        "no_kind": (_("Nothing says what it is about."), _("Choose what it is about.")),
        "nobody_typed_for": (_("Nobody is chosen."), _("Choose for whom you type it.")),
        "nothing_typed": (_("Nothing was chosen."), _("Choose what they said.")),
        "no_position": (_("Nothing was chosen."), _("Choose where you stand.")),
        "no_outcome": (_("Nothing was chosen."), _("Choose what became of it.")),
        "no_until": (_("That is no day."), _("Give a day, or leave it empty.")),
        "no_body": (_("The body has no name yet."), _("Type its name, on one line.")),
        "no_way_known": (_("Nothing says how it is known."), _("Choose how it is known.")),
        "no_day": (_("The day is missing."), _("Give the day on which it was decided.")),
        "no_roll_held": (
            _("A decision is taken by asking those in the room one by one, and in no other way."),
            _("The chair asks them in the meeting."),
        ),
        "roll_changed": (
            _("Where people stand has changed since you looked."),
            _("Read it out again, and then take the decision."),
        ),
        "entry_differs": (_("Something was entered meanwhile."), look),
        "outcome_differs": (_("That is not what comes of it."), look),
        "no_such_decision": (
            _("There is no such decision, or it was not carried."),
            _("Check the address, or let the board decide first."),
        ),
        "not_open_still": (_("That decision is not open any more."), look),
        "not_carried": (_("It was not carried."), _("Only what was carried can be signed.")),
        "rules_undecided": (
            _("This board has met: its rules are the board’s to decide now."),
            _("Put the rules to a meeting. What it carries can then be set."),
        ),
    }
