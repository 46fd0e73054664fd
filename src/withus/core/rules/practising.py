"""Practising: what a live record must say of the runs before it, and when a run goes or ends."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from withus.core.facts import joining as f
from withus.core.history.state import Partnership
from withus.core.history.told import Told
from withus.core.rules.guarding import check_may_write
from withus.core.rules.practised import follows
from withus.core.rules.situation import NotAllowed, Situation


@dataclass(frozen=True, slots=True)
class Waits:
    """What keeps a run from being thrown away: whoever wrote must be heard first."""

    worries: int = 0  # that nobody has looked at
    asks: int = 0  # that nobody has answered


def check_names_practice(fact: f.PartnershipOpened, situation: Situation) -> None:
    """Refuse a live record that leaves out a practice run of its own, or names one otherwise.

    Not: a record that goes on from one of which entries were lost; it names that one.
    Errors: NotAllowed `practice_goes_on`, `practice_not_named`, `follows_otherwise`.
    """
    practised = situation.practised
    if situation.partnership.continues is not None:
        return
    if fact.practice:
        if fact.follows is not None:
            raise NotAllowed("follows_otherwise")
        return
    if practised.going_on is not None:
        raise NotAllowed("practice_goes_on", {"origin": practised.going_on})
    expected = follows(practised)
    if fact.follows is None and expected is not None:
        raise NotAllowed("practice_not_named")
    if fact.follows != expected:
        raise NotAllowed("follows_otherwise")


def check_practises(partnership: Partnership) -> None:
    """Refuse what only a practice run can do.

    Errors: NotAllowed `not_opened`, `not_a_practice`.
    """
    if partnership.opened is None:
        raise NotAllowed("not_opened")
    if not partnership.opened.fact.practice:
        raise NotAllowed("not_a_practice")


def check_may_go_live(partnership: Partnership, *, boards: int, on: date) -> None:
    """Refuse to go live from what is no practice run, has ended, or is not ready for people.

    Errors: NotAllowed `not_opened`, `not_a_practice`, `partnership_closed`, `no_board_yet`,
        `no_one_to_guard`.
    """
    check_practises(partnership)
    if partnership.closed is not None:
        raise NotAllowed("partnership_closed")
    if not boards:
        raise NotAllowed("no_board_yet")
    check_may_write(partnership, on=on)


def check_may_throw_away(partnership: Partnership, waits: Waits) -> None:
    """Refuse to throw away what is no practice run, or in which somebody waits for an answer.

    Errors: NotAllowed `not_opened`, `not_a_practice`, `worries_wait`, `asks_wait`.
    """
    check_practises(partnership)
    if waits.worries:
        raise NotAllowed("worries_wait")
    if waits.asks:
        raise NotAllowed("asks_wait")


def carried_rules(rules: Iterable[Told[f.RulesSet]], *, on: date) -> list[Told[f.RulesSet]]:
    """Tell which of a board's rules go on: those in force on a day, and those set for later.

    Shape: entries of `rules.set`, in the order in which they were set.
    """
    every = list(rules)
    now = [each for each in every if each.fact.from_ <= on]
    return now[-1:] + [each for each in every if each.fact.from_ > on]
