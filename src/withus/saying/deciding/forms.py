"""What a form for a rule asks, and what is to be put right in it."""

from __future__ import annotations

from collections.abc import Mapping

from withus.core.deciding.changing import Change
from withus.core.deciding.rule import Of, RuleKind
from withus.core.errors import Refusal
from withus.saying.deciding.templates import of_what
from withus.saying.language import _


def kinds() -> Mapping[RuleKind, tuple[str, str]]:
    """Tell what each kind of rule is about, with one as an example."""
    return {
        RuleKind.PRESENT: (
            _("Who must be in the room"),
            _("At least two of the people it is about must be in the room."),
        ),
        RuleKind.AGREE: (
            _("Who must agree"),
            _("More than half of all members must agree, counted over those who vote."),
        ),
        RuleKind.NO_OBJECTION: (
            _("Whose objection stops a decision"),
            _("Nobody among all members may have an objection that stands."),
        ),
        RuleKind.CASTING: (
            _("Who decides a tie"),
            _("If it is a tie, the chair decides."),
        ),
        RuleKind.MADE_UP: (
            _("Whom the places are for"),
            _("More than half of the places are for people who draw on care and support."),
        ),
        RuleKind.VOTE_FROM: (
            _("From when some members vote"),
            _("From 1 September 2026, unpaid carers vote."),
        ),
        RuleKind.MAY_CALL: (
            _("Who may force a meeting, an item or a review"),
            _("A review may be forced by five members."),
        ),
    }


def bounds() -> Mapping[str, str]:
    """Tell the ways to say how many a rule asks for."""
    return {
        "at_least": _("At least so many of them"),
        "at_most": _("At most so many of them"),
        "share": _("At least a part of them"),
        "over": _("More than a part of them"),
        "more_than": _("More of them than of some others"),
    }


def parts_of() -> Mapping[Of, str]:
    """Tell of which places a part may be counted, as choices."""
    hints = {
        Of.PLACES: _("Also those nobody holds. Staying away counts against."),
        Of.HERE: _("Whoever stands aside counts, but does not agree."),
        Of.VOTING: _("Only those who say yes or no. The rest drop out of the sum."),
    }
    return {
        code: f"{said[:1].upper()}{said[1:]}. {hints[code]}" for code, said in of_what().items()
    }


def befores() -> Mapping[str, str]:
    """Tell whether people may say before what they think, as choices."""
    return {
        "usual": _("As is usual: yes for terms of reference and promises, no for law and "
                   "constitution"),
        "yes": _("Yes"),
        "no": _("No"),
    }  # fmt: skip


def ticks() -> Mapping[str, str]:
    """Tell what makes a place one of those meant, beside its capacity, its kind and its marks."""
    return {
        "affected": _("Are people it is about"),
        "chair": _("Chair"),
        "mandated": _("Have a mandate in force"),
    }


def choose() -> str:
    """Tell that nothing is chosen yet."""
    return _("Choose one")


def ticked() -> str:
    """Tell the choice that ticks below say who is meant."""
    return _("Some members, as ticked below")


def changes() -> Mapping[Change, str]:
    """Tell what becomes of a rule, in a word."""
    return {
        Change.NEW: _("New"),
        Change.CHANGED: _("Changed"),
        Change.STAYS: _("Stays"),
        Change.TAKEN_OUT: _("Taken out"),
    }


def line(refusal: Refusal) -> str:
    """Tell what is to be put right in the form for a rule."""
    usual = _("This does not make a rule. Look at each answer again.")
    said = faults().get(refusal.code, usual)
    return said % {"asked": "?", "there": "?", "most": "?", **refusal.parameters}


def faults() -> Mapping[str, str]:
    """Tell what is wrong and what mends it, in one line."""
    return {
        "kind_missing": _("Choose what the rule is about."),
        "who_missing": _("Choose whom the rule is about."),
        "bound_missing": _("Choose how many the rule asks for."),
        "not_a_number": _("Type how many, as a whole number such as 2."),
        "not_a_part": _("Type what part of them, such as 1/2 or two thirds."),
        "of_missing": _("Choose over which places the part is counted."),
        "not_marks": _(
            "Type marks as short words in small letters, with commas between them, such as tenant, "
            "senior_staff."
        ),
        "not_a_day": _("Give the day as day, month and year, or leave it empty."),
        "from_missing": _("Say from which day they vote."),
        "what_missing": _("Choose what they may force."),
        "callers_missing": _("Say who may force it: fill in one line at least."),
        "force_missing": _("Choose what stands behind the rule."),
        "source_missing": _(
            "Say where it is written, and of what day. If it is written nowhere, it is our own "
            "promise."
        ),
        "source_too_long": _("Say where it is written on one line of at most 200 letters."),
        "rule_ends_first": _("The rule would end before it begins. Choose a later end."),
        "nested_too_deep": _("Say more simply who is not meant."),
        **_not_to_be_met(),
    }


def _not_to_be_met() -> Mapping[str, str]:
    return {
        "too_few_for_rule": _(
            "The rule asks for %(asked)s of them, and the places for them number %(there)s. Ask "
            "for fewer, or make the places first."
        ),
        "nobody_for_rule": _(
            "No place on this board could meet this rule. Choose others, or make the places first."
        ),
        "not_one_to_cast": _(
            "The places that would decide a tie number %(there)s. It must be exactly one, such as "
            "the chair’s."
        ),
        "too_many_rules": _("A board can have at most %(most)s rules. Take one out first."),
    }
