"""Who may enter what belongs to a meeting: those who run it, and each member for themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from withus.core.facts import deciding as d
from withus.core.facts import meeting as m
from withus.core.facts.fact import Fact
from withus.core.meeting.standing import chairs_of, in_person
from withus.core.rules.acting import Acting, check_allowed
from withus.core.rules.owning import check_own, taken_by
from withus.core.rules.rights import Act
from withus.core.rules.situation import NotAllowed, Situation
from withus.core.words import Capacity, ObjectionOutcome

NEEDS: Mapping[type[Fact], Act] = {
    m.MeetingCalled: Act.CALL_MEETING,
    m.MeetingMoved: Act.CALL_MEETING,
    m.MeetingCancelled: Act.CALL_MEETING,
    m.MeetingOpened: Act.OPEN_MEETING,
    m.MeetingChaired: Act.OPEN_MEETING,
    m.MeetingClosed: Act.RUN_MEETING,
    m.ItemAsked: Act.ASK_FOR_ITEM,
    m.ItemPlaced: Act.PLACE_ITEM,
    m.PaperOut: Act.PUT_OUT_PAPER,
    m.NeedsLookedAt: Act.KEEP_MEETING,
    m.PresenceNoted: Act.OWN_PLACE,
    m.CompanyNoted: Act.KEEP_MEETING,
    m.ItemPaused: Act.PAUSE_ITEM,
    m.TurnsCounted: Act.KEEP_MEETING,
    m.InterestDeclared: Act.OWN_PLACE,
    m.MinutesDrafted: Act.DRAFT_MINUTES,
    m.MinutesApproved: Act.OWN_PLACE,
    d.MotionPut: Act.RUN_MEETING,
    d.BeforeSaid: Act.OWN_PLACE,
    d.AssentGiven: Act.OWN_PLACE,
    d.ExceptionMade: Act.RUN_MEETING,
    d.ObjectionMade: Act.OWN_PLACE,
    d.ObjectionAnswered: Act.RUN_MEETING,
    d.DecisionTaken: Act.RUN_MEETING,
    d.DecisionSettled: Act.SETTLE_DECISION,
    d.DecisionLapsed: Act.SETTLE_DECISION,
    d.DecisionReversed: Act.RUN_MEETING,
    d.DecisionSigned: Act.REPORT_DECISION,
    d.DecisionReported: Act.REPORT_DECISION,
    d.DecisionReopened: Act.RUN_MEETING,
    d.LawTold: Act.SET_UP,
}
TYPED_FOR_OTHERS = (
    m.ItemAsked,
    m.PresenceNoted,
    m.InterestDeclared,
    m.MinutesApproved,
    d.BeforeSaid,
    d.AssentGiven,
    d.ObjectionMade,
)
OF_WHO_ENTERED_IT = (m.PresenceNoted, m.InterestDeclared)

OwnFact = m.PresenceNoted | m.InterestDeclared | d.BeforeSaid | d.AssentGiven | d.ObjectionMade


def check_holds(fact: OwnFact, situation: Situation, acting: Acting) -> None:
    """Refuse what is said from a place that somebody else holds. Errors: as `check_own`."""
    check_own(taken_by(situation.board, fact.holding), acting)


def check_approves(fact: m.MinutesApproved, situation: Situation, acting: Acting) -> None:
    """Refuse a yes to the minutes for somebody else; whoever left their place since was there too.

    Errors: as `check_own`.
    """
    for holding in sorted(fact.holdings):
        taken = taken_by(situation.board, holding)
        if taken not in acting.mine:
            check_own(taken, acting)


def check_asks(fact: m.ItemAsked, situation: Situation, acting: Acting) -> None:
    """Refuse an item asked for in a capacity in which whoever asks holds no place.

    Errors: NotAllowed `not_yours_to_do`, `not_your_capacity`.
    """
    check_allowed(Act.ASK_FOR_ITEM, acting)
    if fact.capacity not in capacities(situation, acting) and not acting.host:
        raise NotAllowed("not_your_capacity")


def check_calls(fact: m.MeetingCalled, situation: Situation, acting: Acting) -> None:
    """Refuse a meeting called in a capacity in which whoever calls it holds no place.

    Errors: NotAllowed `not_yours_to_do`, `not_your_capacity`.
    """
    check_allowed(Act.CALL_MEETING, acting)
    if fact.called_by not in capacities(situation, acting) and not acting.host:
        raise NotAllowed("not_your_capacity")


def capacities(situation: Situation, acting: Acting) -> set[Capacity | None]:
    """Tell the capacities in which somebody may speak on a board; None: by a duty alone."""
    held = {
        place.made.fact.capacity
        for place in situation.board.places.values()
        if place.ended is None and place.held and place.held.taken.entry in acting.mine
    }
    return {*held} if held else {None}


def check_runs(fact: Fact, situation: Situation, acting: Acting) -> None:
    """Refuse what is for whoever chairs the meeting. Errors: as `check_chairs`."""
    check_chairs(situation, acting)


def check_keeps(fact: Fact, situation: Situation, acting: Acting) -> None:
    """Refuse what is for whoever chairs the meeting or keeps it. Errors: as `check_chairs`."""
    check_chairs(situation, acting, otherwise=Act.KEEP_MEETING)


def check_chairs(situation: Situation, acting: Acting, otherwise: Act = Act.RUN_MEETING) -> None:
    """Refuse whoever is not in the chair: by their place, or as those present chose.

    Shape: `otherwise` is the right by which somebody else may do it.
    Not: somebody who chaired it and has left their place since.
    Errors: NotAllowed `not_yours_to_do`.
    """
    if own_holdings(situation, acting).isdisjoint(chairs_of(situation.meeting)):
        check_allowed(otherwise, acting)


def own_holdings(situation: Situation, acting: Acting) -> frozenset[str]:
    """Tell the holdings of the places that whoever acts holds now."""
    held = (place.held for place in situation.board.places.values())
    return frozenset(
        each.taken.fact.holding for each in held if each and each.taken.entry in acting.mine
    )


def check_closes_roll(fact: d.DecisionTaken, situation: Situation, acting: Acting) -> None:
    """Refuse to close a roll from afar, also to whoever holds the chair's place.

    Errors: as `check_chairs`; NotAllowed `chair_not_here`.
    """
    check_chairs(situation, acting)
    if not acting.host and not any_in_person(own_holdings(situation, acting), situation):
        raise NotAllowed("chair_not_here")


def any_in_person(holdings: Iterable[str], situation: Situation) -> bool:
    """Tell whether somebody of those who hold some places is in the room."""
    return any(in_person(situation.meeting, each) for each in holdings)


def still_chairs(situation: Situation) -> frozenset[str]:
    """Tell the holdings of those who chair, hold their place still, and are in the room."""
    held = {
        place.held.taken.fact.holding for place in situation.board.places.values() if place.held
    }
    chairs = chairs_of(situation.meeting) & held
    return frozenset(each for each in chairs if in_person(situation.meeting, each))


def may_take_chair(situation: Situation, acting: Acting) -> bool:
    """Tell whether somebody may say who chairs from now on: see `check_chair_free`."""
    try:
        check_chair_free(situation, acting)
    except NotAllowed:
        return False
    return True


def check_takes_chair(fact: m.MeetingChaired, situation: Situation, acting: Acting) -> None:
    """Refuse to take the chair from somebody who is in it. Errors: as `check_chair_free`."""
    check_chair_free(situation, acting)


def check_chair_free(situation: Situation, acting: Acting) -> None:
    """Refuse to take the chair from somebody who is in it; they may hand it on.

    Formula: where nobody who chairs is in the room, whoever is there may say who does, and whoever
        may open a meeting.
    Errors: NotAllowed `chair_here`, `not_yours_to_do`.
    """
    chairing, own = still_chairs(situation), own_holdings(situation, acting)
    if acting.host or own & chairing:
        return
    if chairing:
        raise NotAllowed("chair_here")
    if not any_in_person(own, situation):
        check_allowed(Act.OPEN_MEETING, acting)


def check_replaces(fact: d.DecisionReversed, situation: Situation, acting: Acting) -> None:
    """Refuse to call a roll anew to whoever does not chair; what a later meeting decided is entered
    by whoever settles decisions.

    Errors: as `check_chairs`.
    """
    if situation.elsewhere.called is None:
        check_chairs(situation, acting)
    else:
        check_allowed(Act.SETTLE_DECISION, acting)


def check_goes_on(fact: d.ExceptionMade, situation: Situation, acting: Acting) -> None:
    """Refuse to go on without a promise in a capacity in which whoever chairs holds no place.

    Errors: NotAllowed `not_yours_to_do`, `not_your_capacity`.
    """
    check_runs(fact, situation, acting)
    if fact.by not in capacities(situation, acting) and not acting.host:
        raise NotAllowed("not_your_capacity")


def check_answers(fact: d.ObjectionAnswered, situation: Situation, acting: Acting) -> None:
    """Refuse to take back another's objection; whoever chairs enters what became of the others.

    Errors: NotAllowed `not_yours_to_do`, `not_your_own`.
    """
    if fact.outcome is not ObjectionOutcome.WITHDRAWN:
        check_runs(fact, situation, acting)
        return
    for motion in situation.meeting.motions.values():
        if fact.objection in motion.objections:
            made = motion.objections[fact.objection].made.fact
            check_own(taken_by(situation.board, made.holding), acting)


CHECKS: Mapping[type[Fact], Callable[[Any, Situation, Acting], None]] = {
    m.MeetingCalled: check_calls,
    m.MeetingChaired: check_takes_chair,
    m.MeetingClosed: check_runs,
    m.ItemAsked: check_asks,
    m.PresenceNoted: check_holds,
    m.CompanyNoted: check_keeps,
    m.TurnsCounted: check_keeps,
    m.InterestDeclared: check_holds,
    m.MinutesApproved: check_approves,
    d.MotionPut: check_runs,
    d.BeforeSaid: check_holds,
    d.AssentGiven: check_holds,
    d.ExceptionMade: check_goes_on,
    d.ObjectionMade: check_holds,
    d.ObjectionAnswered: check_answers,
    d.DecisionTaken: check_closes_roll,
    d.DecisionReversed: check_replaces,
    d.DecisionReopened: check_runs,
}
