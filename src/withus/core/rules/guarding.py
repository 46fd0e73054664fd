"""Guarding: no free words are taken in until somebody is there to keep people safe."""

from __future__ import annotations

from datetime import date

from withus.core.facts import joining as f
from withus.core.facts.fact import Fact, Seal, layout
from withus.core.history.state import DutyHeld, Partnership
from withus.core.rules.situation import NotAllowed, Situation
from withus.core.words import Duty

NEEDED = (Duty.SAFEGUARDING, Duty.DATA)
"""Without a safeguarding lead and a data contact, free text is off."""
SETS_UP = (f.PartnershipOpened, f.PlaceMade)
"""What whoever sets a partnership up says of it and of its posts; members' words come after."""


def stands(held: DutyHeld, *, on: date) -> bool:
    """Tell whether somebody has a duty on a day.

    Shape: half-open, from its first day until the day it ends.
    """
    given = held.given.fact
    until = held.ended.fact.until if held.ended is not None else given.until
    return given.from_ <= on and (until is None or on < until)


def duties_missing(partnership: Partnership, *, on: date) -> tuple[Duty, ...]:
    """Tell which of the duties that free text needs nobody has for the whole partnership.

    Reads: the partnership's duties.
    Not: duties for one board, which leave the others unguarded.
    """
    there = {
        held.given.fact.duty
        for held in partnership.duties.values()
        if held.given.fact.board is None and stands(held, on=on)
    }
    return tuple(duty for duty in NEEDED if duty not in there)


def may_write_freely(partnership: Partnership, *, on: date) -> bool:
    """Tell whether free text is on.

    Reads: the partnership's duties.
    """
    return not duties_missing(partnership, on=on)


def check_may_write(partnership: Partnership, *, on: date) -> None:
    """Refuse free words where nobody is there to keep people safe.

    Errors: NotAllowed `no_one_to_guard`, with the duties that nobody has.
    """
    missing = duties_missing(partnership, on=on)
    if missing:
        raise NotAllowed("no_one_to_guard", {"missing": ",".join(missing)})


def check_guarded(fact: Fact, situation: Situation) -> None:
    """Refuse somebody's free words where nobody is there to keep people safe.

    Errors: NotAllowed `no_one_to_guard`, with the duties that nobody has.
    Not: what the host enters by command; the opening and the places of a partnership, which no
        duty can precede: a lead is asked once there is a partnership to ask them to.
    """
    if situation.on is None or isinstance(fact, SETS_UP) or not has_words(fact):
        return
    check_may_write(situation.partnership, on=situation.on)


def has_words(fact: Fact) -> bool:
    """Tell whether a fact brings free words with it.

    Shape: any sealed text that is not empty; who somebody is, is no text.
    """
    sealed = layout(type(fact)).sealed
    return any(getattr(fact, path) for path, seal in sealed.items() if seal is Seal.TEXT)
