"""Who may enter each type of fact: asked of every fact, wherever the act comes from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from withus.core.facts import joining as f
from withus.core.facts import keeping as k
from withus.core.facts import supporting as s
from withus.core.facts.fact import Fact
from withus.core.history.state import Board
from withus.core.rules import in_meetings, in_works
from withus.core.rules.acting import Acting, check_allowed
from withus.core.rules.confirming import check_confirms
from withus.core.rules.owning import check_own, taken_by
from withus.core.rules.rights import Act, check_may
from withus.core.rules.situation import NotAllowed, Situation, named
from withus.core.words import ChallengeOutcome

NEEDS: Mapping[type[Fact], Act] = {
    f.PartnershipOpened: Act.KEEP_RECORD,
    f.PartnershipClosed: Act.CLOSE,
    f.OrganisationJoined: Act.SET_UP,
    f.DutyGiven: Act.NAME_DUTIES,
    f.DutyEnded: Act.NAME_DUTIES,
    f.BoardOpened: Act.SET_UP,
    f.BoardClosed: Act.CLOSE,
    f.RulesSet: Act.SET_UP,
    f.PlaceMade: Act.SET_UP,
    f.PlaceEnded: Act.SET_UP,
    f.PlaceTaken: Act.TAKE_PLACE,
    f.PlaceLeft: Act.OWN_PLACE,
    f.DeputyNamed: Act.OWN_PLACE,
    f.DeputyEnded: Act.OWN_PLACE,
    f.MandateGranted: Act.SET_UP,
    f.MandateEnded: Act.SET_UP,
    f.MandateReported: Act.OWN_PLACE,
    k.EntryConfirmed: Act.CONFIRM_FOR_ANOTHER,
    k.EntryCorrected: Act.SET_UP,
    k.TextWithdrawn: Act.WITHDRAW_TEXT,
    k.ChallengeRaised: Act.CHALLENGE,
    k.ChallengeEnded: Act.SETTLE_CHALLENGE,
    k.PersonErased: Act.ORDER_ERASURE,
    k.KeyReplaced: Act.KEEP_RECORD,
    k.LogContinued: Act.KEEP_RECORD,
    s.NeedsCounted: Act.KEEP_RECORD,
    **in_meetings.NEEDS,
    **in_works.NEEDS,
}
"""The right that each type of fact needs, where no check further down lets or binds somebody."""

TYPED_FOR_OTHERS = (
    f.PlaceTaken,
    f.PlaceLeft,
    f.DeputyNamed,
    f.DeputyEnded,
    f.MandateReported,
    k.EntryConfirmed,
    k.EntryCorrected,
    k.ChallengeRaised,
    *in_meetings.TYPED_FOR_OTHERS,
    *in_works.TYPED_FOR_OTHERS,
)
"""What somebody may have typed for them. Nobody types what another may do by a duty."""
HOW_SOMEBODY_SITS = {"capacity", "chair", "vote_from", "vote_until"}


Check = Callable[[Any, Situation, Acting], None]


def may_enter(fact: Fact, situation: Situation, acting: Acting) -> bool:
    """Tell whether somebody may enter a fact.

    Reads: the truth table of rights, and the states under the lock.
    """
    try:
        check_may_enter(fact, situation, acting)
    except NotAllowed:
        return False
    return True


def check_may_enter(fact: Fact, situation: Situation, acting: Acting) -> None:
    """Refuse a fact that whoever acts may not enter.

    Errors: NotAllowed `not_yours_to_do`, `by_its_own_command`, `not_typed_for_others`, and those of
        the check of the fact's own type.
    """
    if isinstance(fact, k.PersonErased):
        raise NotAllowed("by_its_own_command", {"type": fact.TYPE})
    if acting.typist is not None:
        check_typed(fact, acting)
    check = CHECKS.get(type(fact))
    if check is not None:
        check(fact, situation, acting)
    else:
        check_allowed(NEEDS[type(fact)], acting)


def check_typed(fact: Fact, acting: Acting) -> None:
    """Refuse whoever may not type for others, and what nobody types for another.

    Not: the host, whose commands enter what happened on paper, and name the host as typist.
    Errors: NotAllowed `not_yours_to_do`, `not_typed_for_others`.
    """
    check_may(Act.TYPE_FOR_OTHERS, acting.typist or ())
    taken_on = isinstance(fact, f.DutyGiven) and acting.invited
    if acting.person is None or not (acting.host or taken_on or isinstance(fact, TYPED_FOR_OTHERS)):
        raise NotAllowed("not_typed_for_others")


def check_leaves(fact: f.PlaceLeft, situation: Situation, who: Acting) -> None:
    """Refuse to leave a place for another. Errors: as `check_own`."""
    check_own(taken_by(situation.board, fact.holding), who)


def check_names(fact: f.DeputyNamed, situation: Situation, who: Acting) -> None:
    """Refuse to name a deputy for another's place, or one who would count twice.

    Errors: as `check_own`; NotAllowed `deputy_counts_already`.
    """
    check_names_for(fact.place, situation, who)
    board = situation.board
    held = {place.held.taken.entry for place in board.places.values() if place.held}
    others = {
        one.named.entry
        for one in board.deputies.values()
        if one.ended is None and one.named.fact.place != fact.place
    }
    if not who.theirs.isdisjoint(held | others):
        raise NotAllowed("deputy_counts_already")


def check_names_for(name: str, situation: Situation, who: Acting) -> None:
    """Refuse what is about a deputy for another's place. Errors: as `check_own`."""
    place = situation.board.places.get(name)
    check_own(place.held.taken.entry if place and place.held else None, who)


def check_ends_deputy(fact: f.DeputyEnded, situation: Situation, who: Acting) -> None:
    """Refuse to end what another's deputy is. Errors: as `check_own`."""
    deputy = situation.board.deputies.get(fact.deputy)
    if deputy is None:
        return check_own(None, who)
    return check_names_for(deputy.named.fact.place, situation, who)


def check_reports(fact: f.MandateReported, situation: Situation, who: Acting) -> None:
    """Refuse a report on another's mandate. Errors: as `check_own`."""
    mandate = situation.board.mandates.get(fact.mandate)
    if mandate is None:
        return check_own(None, who)
    return check_own(taken_by(situation.board, mandate.granted.fact.holding), who)


def check_takes(fact: f.PlaceTaken, situation: Situation, acting: Acting) -> None:
    """Refuse a place taken for another, without being asked in, or in a place of one's own making.

    Errors: NotAllowed `taken_for_another`, `not_invited`, `made_it`.
    """
    if acting.host:
        return
    if fact.person != acting.person:
        raise NotAllowed("taken_for_another")
    if not acting.invited and acting.typist is None:
        raise NotAllowed("not_invited")
    place = situation.board.places.get(fact.place)
    if place is not None and place.made.by == situation.by:
        raise NotAllowed("made_it")


def check_gives(fact: f.DutyGiven, situation: Situation, acting: Acting) -> None:
    """Refuse a duty given by whoever may not name them; one may take on what one is invited to.

    Errors: NotAllowed `not_yours_to_do`.
    """
    if not (acting.invited and fact.person == acting.person):
        check_allowed(Act.NAME_DUTIES, acting)


def check_ends_duty(fact: f.DutyEnded, situation: Situation, acting: Acting) -> None:
    """Refuse to end another's duty without the right to name them; one's own may be laid down.

    Errors: NotAllowed `not_yours_to_do`.
    """
    duty = situation.partnership.duties.get(fact.given)
    if duty is None or duty.given.entry not in acting.mine:
        check_allowed(Act.NAME_DUTIES, acting)


def check_sets_rules(fact: f.RulesSet, situation: Situation, acting: Acting) -> None:
    """Refuse rules after the first to all but the host's officer, until the board has met.

    After that whoever may set rules enters what the board decided, and nothing else.
    Errors: NotAllowed `not_yours_to_do`.
    """
    decided = situation.met and fact.decision is not None
    check_allowed(Act.SET_UP if decided else needed_for_rules(situation.board), acting)


def needed_for_rules(board: Board) -> Act:
    """Tell the right that setting a board's rules needs: after the first, another.

    Reads: whether any were ever set.
    """
    return Act.CHANGE_RULES if board.rules else Act.SET_UP


def check_corrects(fact: k.EntryCorrected, situation: Situation, acting: Acting) -> None:
    """Refuse to put right what one could not have entered; how a place is shown is its holder's.

    Errors: NotAllowed `no_such_entry`, `not_yours_to_do`, `not_your_own`, `made_it`.
    """
    entry = named(situation)
    told = entry.fact
    if isinstance(told, f.PlaceTaken):
        return check_own(entry.entry, acting)
    if isinstance(told, f.PlaceMade) and fact.field in HOW_SOMEBODY_SITS:
        place = situation.board.places.get(told.place)
        if place and place.held and place.held.taken.entry in acting.mine and not acting.host:
            raise NotAllowed("made_it")
    if isinstance(told, OF_WHO_ENTERED_IT):
        if entry.by != situation.by and not acting.host:
            raise NotAllowed("not_your_own")
        return None
    if acting.typist is not None and not acting.host:
        raise NotAllowed("not_typed_for_others")
    act = Act.SET_UP if isinstance(told, f.PartnershipOpened) else NEEDS[type(told)]
    return check_allowed(act, acting)


def check_withdraws(fact: k.TextWithdrawn, situation: Situation, acting: Acting) -> None:
    """Refuse to take another's words from view without the right to; one's own may be taken back.

    Errors: NotAllowed `no_such_entry`, `not_yours_to_do`.
    """
    if named(situation).by != situation.by:
        check_allowed(Act.WITHDRAW_TEXT, acting)


def check_ends_challenge(fact: k.ChallengeEnded, situation: Situation, acting: Acting) -> None:
    """Refuse to withdraw another's challenge, and to settle one's own.

    Errors: NotAllowed `not_yours_to_do`, `not_your_own`, `raised_it`, `told_it`.
    """
    raised = situation.challenges.get(fact.challenge)
    own = raised is not None and raised.raised.by == situation.by
    if fact.outcome is not ChallengeOutcome.WITHDRAWN:
        check_allowed(Act.SETTLE_CHALLENGE, acting)
        if own and not acting.host:
            raise NotAllowed("raised_it")
        if raised is not None:
            in_works.check_settles(raised.raised.fact.entry, situation, acting)
    elif raised is not None and not own and not acting.host:
        raise NotAllowed("not_your_own")


OF_WHO_ENTERED_IT = (
    f.PlaceLeft,
    f.DeputyNamed,
    f.DeputyEnded,
    f.MandateReported,
    k.ChallengeRaised,
    k.ChallengeEnded,
    k.TextWithdrawn,
    *in_meetings.OF_WHO_ENTERED_IT,
)
"""What is put right by whoever entered it, and by nobody else."""
CHECKS: Mapping[type[Fact], Check] = {
    f.DutyGiven: check_gives,
    f.DutyEnded: check_ends_duty,
    f.RulesSet: check_sets_rules,
    f.PlaceTaken: check_takes,
    f.PlaceLeft: check_leaves,
    f.DeputyNamed: check_names,
    f.DeputyEnded: check_ends_deputy,
    f.MandateReported: check_reports,
    k.EntryConfirmed: check_confirms,
    k.EntryCorrected: check_corrects,
    k.TextWithdrawn: check_withdraws,
    k.ChallengeEnded: check_ends_challenge,
    **in_meetings.CHECKS,
    **in_works.CHECKS,
}
