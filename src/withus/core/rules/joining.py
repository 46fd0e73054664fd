"""Joining and keeping: which facts may follow from where a partnership and its board stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from withus.core.errors import Refusal
from withus.core.facts import joining as f
from withus.core.facts import keeping as k
from withus.core.facts.fact import Fact, layout
from withus.core.facts.forms import NotSo
from withus.core.history.state import Board, Partnership, Place
from withus.core.history.told import Told, may_be_corrected


class NotAllowed(Refusal):
    """Say that a rule of joining or keeping does not let this happen."""


@dataclass(frozen=True, slots=True)
class Situation:
    """Where things stand under the lock; `about` is the entry that the fact names, if any."""

    partnership: Partnership
    board: Board = field(default_factory=Board)
    about: Told[Fact] | None = None
    by: str | None = None  # the actor, as they are called in this stream


def may_happen(fact: Fact, situation: Situation) -> bool:
    """Tell whether a fact may follow from where things stand.

    Reads: the states under the lock, and the entry that the fact is about.
    """
    try:
        check_may_happen(fact, situation)
    except NotAllowed:
        return False
    return True


def check_may_happen(fact: Fact, situation: Situation) -> None:
    """Refuse a fact that may not follow from where things stand.

    Reads: the states under the lock, and the entry that the fact is about.
    Errors: NotAllowed with the rule as its code.
    """
    first = isinstance(fact, f.PartnershipOpened | k.LogContinued)
    if not first and situation.partnership.opened is None:
        raise NotAllowed("not_opened")
    if not first and situation.partnership.closed is not None:
        raise NotAllowed("partnership_closed")
    check = CHECKS.get(type(fact))
    if check is not None:
        check(fact, situation)


def check_may_open(fact: f.PartnershipOpened, situation: Situation) -> None:
    """Refuse to open a partnership twice.

    Errors: NotAllowed `already_opened`.
    """
    if situation.partnership.opened is not None:
        raise NotAllowed("already_opened")


def check_duty_stands(fact: f.DutyEnded, situation: Situation) -> None:
    """Refuse to lay down a duty that nobody has.

    Errors: NotAllowed `no_such_duty`, `until_before_from`.
    """
    held = situation.partnership.duties.get(fact.given)
    if held is None or held.ended is not None:
        raise NotAllowed("no_such_duty")
    if fact.until < held.given.fact.from_:
        raise NotAllowed("until_before_from")


def check_duty(fact: f.DutyGiven, situation: Situation) -> None:
    """Refuse a duty that ends before it begins.

    Errors: NotAllowed `until_before_from`.
    """
    check_order(fact.from_, fact.until)


def check_may_open_board(fact: f.BoardOpened, situation: Situation) -> None:
    """Refuse to open a board twice.

    Errors: NotAllowed `already_opened`.
    """
    if situation.board.opened is not None:
        raise NotAllowed("already_opened")


def check_board(fact: Fact, situation: Situation) -> None:
    """Refuse what is about a board that is not open.

    Errors: NotAllowed `no_such_board`, `board_closed`.
    """
    if situation.board.opened is None:
        raise NotAllowed("no_such_board")
    if situation.board.closed is not None:
        raise NotAllowed("board_closed")


def check_may_set_rules(fact: f.RulesSet, situation: Situation) -> None:
    """Refuse rules that would hold from a day already past in earlier rules.

    Errors: NotAllowed `no_such_board`, `board_closed`, `rules_back_dated`, `rule_twice`.
    """
    check_board(fact, situation)
    if any(fact.from_ < earlier.fact.from_ for earlier in situation.board.rules):
        raise NotAllowed("rules_back_dated")
    names = [str(rule.get("id")) for rule in fact.rules if isinstance(rule, dict)]
    if len(set(names)) != len(fact.rules):
        raise NotAllowed("rule_twice")


def check_may_make_place(fact: f.PlaceMade, situation: Situation) -> None:
    """Refuse a place on a closed board, or one whose vote ends before it begins.

    Errors: NotAllowed `no_such_board`, `board_closed`, `until_before_from`.
    """
    check_board(fact, situation)
    if fact.vote_from is not None:
        check_order(fact.vote_from, fact.vote_until)


def check_may_take_place(fact: f.PlaceTaken, situation: Situation) -> None:
    """Refuse a place that is gone, or that somebody holds.

    Errors: NotAllowed `no_such_board`, `board_closed`, `no_such_place`, `place_ended`,
        `place_held`.
    """
    if in_being(fact.place, fact, situation).held is not None:
        raise NotAllowed("place_held")


def check_may_end_place(fact: f.PlaceEnded, situation: Situation) -> None:
    """Refuse to take away a place that somebody holds: they leave it first, or a board decides.

    Errors: as `check_may_take_place`.
    """
    if in_being(fact.place, fact, situation).held is not None:
        raise NotAllowed("place_held")


def check_may_leave_place(fact: f.PlaceLeft, situation: Situation) -> None:
    """Refuse to leave a place that one does not hold.

    Errors: NotAllowed `not_in_a_place`.
    """
    check_held(fact.holding, situation)


def check_may_name_deputy(fact: f.DeputyNamed, situation: Situation) -> None:
    """Refuse a deputy for a place that nobody holds.

    Errors: as `check_may_take_place`; `place_vacant`.
    """
    if in_being(fact.place, fact, situation).held is None:
        raise NotAllowed("place_vacant")


def check_may_end_deputy(fact: f.DeputyEnded, situation: Situation) -> None:
    """Refuse to end what a deputy no longer is.

    Errors: NotAllowed `no_such_deputy`.
    """
    deputy = situation.board.deputies.get(fact.deputy)
    if deputy is None or deputy.ended is not None:
        raise NotAllowed("no_such_deputy")


def check_may_grant_mandate(fact: f.MandateGranted, situation: Situation) -> None:
    """Refuse a mandate for somebody in no place, or given by more than there were.

    Errors: NotAllowed `not_in_a_place`, `more_than_all`, `until_before_from`.
    """
    check_held(fact.holding, situation)
    check_order(fact.from_, fact.until)
    if fact.roll is not None and fact.voted is not None and fact.voted > fact.roll:
        raise NotAllowed("more_than_all")


def check_mandate(fact: f.MandateReported | f.MandateEnded, situation: Situation) -> None:
    """Refuse what is about a mandate that does not stand.

    Errors: NotAllowed `no_such_mandate`.
    """
    mandate = situation.board.mandates.get(fact.mandate)
    if mandate is None or mandate.ended is not None:
        raise NotAllowed("no_such_mandate")


def check_may_confirm(fact: k.EntryConfirmed, situation: Situation) -> None:
    """Refuse that whoever typed an entry confirms it.

    Errors: NotAllowed `no_such_entry`, `typed_it`.
    """
    entry = named(situation)
    if situation.by is not None and situation.by == (entry.typed_by or entry.by):
        raise NotAllowed("typed_it")


def check_may_correct(fact: k.EntryCorrected, situation: Situation) -> None:
    """Refuse to put right what is fixed, sealed or not there, or with a value of another form.

    Errors: NotAllowed `no_such_entry`, `not_correctable`, `value_not_so`.
    """
    kind = type(named(situation).fact)
    if not may_be_corrected(kind, fact.field):
        raise NotAllowed("not_correctable", {"field": fact.field})
    try:
        layout(kind).clear[fact.field].read(fact.value)
    except NotSo as fault:
        raise NotAllowed("value_not_so", {"field": fact.field}) from fault


def check_may_withdraw(fact: k.TextWithdrawn, situation: Situation) -> None:
    """Refuse to take from view what was never a sealed text.

    Errors: NotAllowed `no_such_entry`, `no_such_text`.
    """
    if fact.path not in layout(type(named(situation).fact)).sealed:
        raise NotAllowed("no_such_text")


def check_may_challenge(fact: k.ChallengeRaised, situation: Situation) -> None:
    """Refuse a challenge to an entry that is not there.

    Errors: NotAllowed `no_such_entry`.
    """
    named(situation)


def check_may_end_challenge(fact: k.ChallengeEnded, situation: Situation) -> None:
    """Refuse to settle what is not open.

    Errors: NotAllowed `no_such_challenge`.
    """
    said = situation.board.said if situation.board.opened else situation.partnership.said
    challenge = said.challenges.get(fact.challenge)
    if challenge is None or challenge.ended is not None:
        raise NotAllowed("no_such_challenge")


def in_being(place: str, fact: Fact, situation: Situation) -> Place:
    """Tell a place that has not ended, on a board that is open.

    Errors: NotAllowed `no_such_board`, `board_closed`, `no_such_place`, `place_ended`.
    """
    check_board(fact, situation)
    found = situation.board.places.get(place)
    if found is None:
        raise NotAllowed("no_such_place")
    if found.ended is not None:
        raise NotAllowed("place_ended")
    return found


def check_held(holding: str, situation: Situation) -> None:
    """Refuse unless a holding is of a place held now.

    Errors: NotAllowed `not_in_a_place`.
    """
    place = situation.board.places.get(situation.board.place_of.get(holding, ""))
    if place is None or place.held is None or place.held.taken.fact.holding != holding:
        raise NotAllowed("not_in_a_place")


def named(situation: Situation) -> Told[Fact]:
    """Tell the entry that a fact is about.

    Errors: NotAllowed `no_such_entry`.
    """
    if situation.about is None:
        raise NotAllowed("no_such_entry")
    return situation.about


def check_order(from_: Any, until: Any) -> None:
    """Refuse an end before the beginning; no end is no end.

    Errors: NotAllowed `until_before_from`.
    """
    if until is not None and until <= from_:
        raise NotAllowed("until_before_from")


CHECKS: Mapping[type[Fact], Callable[[Any, Situation], None]] = {
    f.PartnershipOpened: check_may_open,
    f.DutyGiven: check_duty,
    f.DutyEnded: check_duty_stands,
    f.BoardOpened: check_may_open_board,
    f.BoardClosed: check_board,
    f.RulesSet: check_may_set_rules,
    f.PlaceMade: check_may_make_place,
    f.PlaceEnded: check_may_end_place,
    f.PlaceTaken: check_may_take_place,
    f.PlaceLeft: check_may_leave_place,
    f.DeputyNamed: check_may_name_deputy,
    f.DeputyEnded: check_may_end_deputy,
    f.MandateGranted: check_may_grant_mandate,
    f.MandateReported: check_mandate,
    f.MandateEnded: check_mandate,
    k.EntryConfirmed: check_may_confirm,
    k.EntryCorrected: check_may_correct,
    k.TextWithdrawn: check_may_withdraw,
    k.ChallengeRaised: check_may_challenge,
    k.ChallengeEnded: check_may_end_challenge,
}
