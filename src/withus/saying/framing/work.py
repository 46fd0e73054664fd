"""A work as its page tells it: where it stands, whom it is about, what was promised."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from withus.core.framing.stages import StageSeen
from withus.core.words import Capacity, Stage, Step
from withus.saying import words
from withus.saying.framing import terms
from withus.saying.joining.terms import term
from withus.saying.language import _, ngettext

LADDER = "https://www.thinklocalactpersonal.org.uk/"  # whose ladder the steps are after


def when_closed(seen: StageSeen) -> str:
    """Tell until when a stage went, or that it goes on, or is not reached."""
    if seen.closed is not None:
        return _("Closed on %(day)s") % {"day": words.day(seen.closed.day)}
    return _("Under way") if seen.reached else _("Not reached yet")


def under_way(seen: Sequence[StageSeen]) -> str:
    """Tell what a work is at, in a sentence."""
    open_ = [each.stage for each in seen if each.reached and each.closed is None]
    return _at()[open_[0]] if open_ else _("All of it is done.")


def _at() -> Mapping[Stage, str]:
    return {
        Stage.FRAME: _("People are agreeing what to ask, and whom it is about."),
        Stage.DESIGN: _("People are writing the plan."),
        Stage.DECIDE: _("The plan was put to a board, to decide."),
        Stage.DELIVER: _("The plan is decided. Now it is to be done."),
        Stage.REVIEW: _("People are looking at what came of it."),
    }


def there(tallies: Mapping[Capacity, int]) -> list[tuple[Capacity, int, str]]:
    """Tell how many were in, by capacity, the people it is about first."""
    return [
        (code, tallies[code], words.capacity(code)) for code in words.ORDER if tallies.get(code)
    ]


def table(seen: Iterable[StageSeen]) -> dict[str, object]:
    """Tell who was in at each stage as a table."""
    every = [each for each in seen if each.reached]
    codes = [code for code in words.ORDER if any(each.there.get(code) for each in every)]
    return {
        "caption": _("Who was in at each stage, by capacity"),
        "headers": [_("Stage"), *(words.capacity(code) for code in codes)],
        "rows": [
            [term(each.stage), *(each.there.get(code, 0) for code in codes)] for each in every
        ],
    }


def boards(names: Sequence[str]) -> str:
    """Tell which board answers for a work, and which take part."""
    if len(names) < 2:
        return _("%(name)s answers for it.") % {"name": "".join(names)}
    told = {"name": names[0], "others": words.listing(names[1:])}
    return (
        ngettext(
            "%(name)s answers for it. %(others)s takes part.",
            "%(name)s answers for it. %(others)s take part.",
            len(names) - 1,
        )
        % told
    )


def tag(code: str) -> str:
    """Tell one of a board's own words for a place, as people read it."""
    return code.replace("_", " ")


def whom(d: Iterable[str], *, f_is_d: bool) -> str:
    """Tell whom a work is about, in plain words."""
    named = words.listing([f"“{tag(each)}”" for each in sorted(d)])
    if f_is_d:
        if named:
            return _("Unpaid carers alone, in places called %(named)s.") % {"named": named}
        return _("Unpaid carers alone.")
    if named:
        return _(
            "People who draw on care and support, or need it and can’t get it, in places called "
            "%(named)s; and unpaid carers of theirs."
        ) % {"named": named}
    return _(
        "All who draw on care and support, or need it and can’t get it; and their unpaid carers."
    )


def in_own_words(code: Step) -> str:
    """Tell a step in words that say what is done with people.

    Source: after the ladder of co-production, Think Local Act Personal and the National
        Co-production Advisory Group.
    """
    return {
        Step.INFORMING: _("We tell you what we decide, and why."),
        Step.CONSULTATION: _("We ask what you think before we decide."),
        Step.ENGAGEMENT: _("You have your say more than once, and hear what we did with it."),
        Step.CO_DESIGN: _("We write the plan with you. Others may still decide and do it."),
        Step.CO_PRODUCTION: _(
            "We ask, write, decide, do and review it together. It cannot be decided without you."
        ),
        Step.USER_LED: _("You lead it and decide it. We support you."),
    }[code]


def group_of(code: Step) -> str:
    """Tell whether a step is done to people, for them, or with them."""
    if code in (Step.INFORMING, Step.CONSULTATION, Step.ENGAGEMENT):
        return _("For people")
    return _("With people") if code is not Step.USER_LED else _("By people")


def promised(body: str, code: Step, on: date) -> str:
    """Tell how far a body promised to share power, and since when."""
    told = {"body": body, "step": terms.step(code), "day": words.day(on)}
    return _("%(body)s promised on %(day)s: %(step)s.") % told


def steps() -> list[tuple[str, str]]:
    """Tell the steps to choose from, each in its own words, the one that shares most first."""
    return [(each.value, f"{terms.step(each)}: {in_own_words(each)}") for each in reversed(Step)]
