"""A decision in words: what came of it, what it hangs on, and by whom it was taken."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from withus.core.deciding.rule import Rule
from withus.core.words import (
    Capacity,
    HowKnown,
    MotionKind,
    ObjectionOutcome,
    Outcome,
    Position,
    Signed,
)
from withus.saying import words
from withus.saying.deciding.rules import behind, motions, sentence
from withus.saying.joining.terms import term
from withus.saying.language import _, ngettext


def came_of_it(outcome: Outcome, *, until: date | None) -> str:
    """Tell what came of a decision, and until when it is open."""
    found = {
        Outcome.CARRIED: _("It was carried."),
        Outcome.NOT_CARRIED: _("It was not carried."),
        Outcome.ADVISED: _("The board gave this as advice. No rule asks for agreement."),
        Outcome.LAPSED: _("It lapsed: too few of those who were away agreed in time."),
        Outcome.MAY_NOT: _("It does not stand: those whom the rules ask for were not there."),
        Outcome.WAITING: _("It waits for those who were away."),
        Outcome.UNSETTLED: _(
            "It is not settled: what was entered for somebody is to be confirmed."
        ),
    }[outcome]
    if until is None:
        return found
    return f"{found} {_('Until the end of %(day)s.') % {'day': words.day(until)}}"


def typed_sorts() -> Mapping[str, str]:
    """Tell what can be typed for somebody about what is put to a meeting."""
    return {
        "agrees": _("They agree"),
        "disagrees": _("They disagree"),
        "objects": _("They object, and say why"),
        "has_interest": _("They have an interest in the item, and take part in it"),
        "leaves_item": _("They have an interest in the item, and leave it"),
    }


def choose() -> str:
    """Tell that somebody is to be chosen from a list."""
    return _("Choose")


def nothing_before() -> str:
    """Tell that something that is put would change no earlier decision."""
    return _("No: it is something new")


def no_words() -> str:
    """Tell of a decision in a list that its words are not shown."""
    return _("its words are not shown")


def positions() -> Mapping[Position, str]:
    """Tell where somebody stands, as it is told of others."""
    return {
        Position.AGREE: _("Agreed"),
        Position.ASIDE: _("Stood aside"),
        Position.DISAGREE: _("Disagreed"),
    }


def their_positions() -> Mapping[Position, str]:
    """Tell where somebody else may stand, as choices for whoever calls the roll."""
    return {
        Position.AGREE: _("Agrees"),
        Position.ASIDE: _("Stands aside"),
        Position.DISAGREE: _("Disagrees"),
    }


def own_positions() -> Mapping[Position, str]:
    """Tell where somebody may stand, as choices."""
    return {each: term(each) for each in (Position.AGREE, Position.ASIDE, Position.DISAGREE)}


def kinds() -> list[tuple[str, str]]:
    """Tell what a board may be asked to decide on, as choices."""
    return [(kind.value, _upper(text)) for kind, text in motions().items()]


def kind(code: MotionKind) -> str:
    """Tell on what a decision is; nothing of one that is on none of the usual things."""
    if code is MotionKind.OTHER:
        return ""
    return _("On %(what)s.") % {"what": motions()[code]}


def outcomes() -> list[tuple[str, str]]:
    """Tell what may come of a decision, as choices."""
    return [(each.value, term(each)) for each in Outcome]


def answers() -> list[tuple[str, str]]:
    """Tell what may become of an objection, by whoever chairs, as choices."""
    some = (ObjectionOutcome.CHANGED, ObjectionOutcome.KEPT)
    return [(each.value, term(each)) for each in some]


def ways_known() -> list[tuple[str, str]]:
    """Tell how a decision taken elsewhere may be known, as choices."""
    return [(each.value, term(each)) for each in HowKnown]


def signings() -> list[tuple[str, str]]:
    """Tell what a body above may have made of a decision, as choices."""
    return [(each.value, term(each)) for each in Signed]


def rule(one: Rule) -> str:
    """Tell a rule with what stands behind it."""
    return f"{sentence(one)} {behind(one)}"


def table(
    found: Mapping[Capacity, Mapping[Position, int]], *, closed: bool = True
) -> dict[str, object]:
    """Tell who was in the room by capacity, and where they stood: counts, and no names."""
    caption = _("Who was in the room, and where they stood")
    if not closed:
        caption = _("Who is in the roll so far, and where they stand")
    said = positions()
    rows = [
        [words.capacity(code), *(str(found[code].get(each, 0)) for each in said)]
        for code in words.ORDER
        if code in found
    ]
    every = [sum(each.get(one, 0) for each in found.values()) for one in said]
    return {
        "caption": caption,
        "headers": [_("In what capacity"), *said.values()],
        "rows": rows,
        "foot": [_("Together"), *map(str, every)],
    }


def typed(count: int) -> str:
    """Tell for how many somebody else entered where they stood."""
    if not count:
        return ""
    return ngettext(
        "For %(count)d of them somebody else entered where they stood.",
        "For %(count)d of them somebody else entered where they stood.",
        count,
    ) % {"count": count}


def confirmed(right: int, wrong: int) -> str:
    """Tell how often it was said of a roll that it is right, and that it is not."""
    found = []
    if right:
        told = ngettext(
            "It was confirmed %(count)d time.", "It was confirmed %(count)d times.", right
        )
        found.append(told % {"count": right})
    if wrong:
        told = ngettext(
            "It was said %(count)d time that it is not right.",
            "It was said %(count)d times that it is not right.",
            wrong,
        )
        found.append(told % {"count": wrong})
    return " ".join(found)


def by_whom(capacity: Capacity | None) -> str:
    """Tell in which capacity somebody acted; by a duty, where they hold no place."""
    return words.capacity(capacity) if capacity else _("Whoever runs the work")


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
