"""Who may enter what belongs to a work: each side, each member, and whoever put a point."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from withus.core.facts import answering as a
from withus.core.facts import drafting as d
from withus.core.facts import framing as f
from withus.core.facts.fact import Fact
from withus.core.history.told import Told
from withus.core.rules.acting import Acting, check_allowed
from withus.core.rules.framing import board_of
from withus.core.rules.owning import check_own, taken_by
from withus.core.rules.rights import Act
from withus.core.rules.situation import NotAllowed, Situation
from withus.core.words import Side, SuggestionOutcome

NEEDS: Mapping[type[Fact], Act] = {
    f.WorkOpened: Act.OPEN_WORK,
    f.ScopeConfirmed: Act.CONFIRM_SCOPE,
    f.StepPromised: Act.PROMISE_STEP,
    f.ExistingTold: Act.TELL_EXISTING,
    f.BegunAgain: Act.FRAME,
    f.StartAccounted: Act.TELL_EXISTING,
    f.StartAnswered: Act.OWN_PLACE,
    f.QuestionProposed: Act.DRAFT,
    f.QuestionAgreed: Act.FRAME,
    d.RevisionMade: Act.DRAFT,
    d.SuggestionMade: Act.OWN_PLACE,
    d.SuggestionDiscussed: Act.OWN_PLACE,
    d.SuggestionEnded: Act.DRAFT,
    a.PointPut: Act.OWN_PLACE,
    a.PointsJoined: Act.JOIN_POINTS,
    a.JoiningAgreed: Act.OWN_PLACE,
    a.PointLinked: Act.JOIN_POINTS,
    a.PointAnswered: Act.ANSWER_POINT,
    a.PointConfirmed: Act.OWN_PLACE,
    a.PointWithdrawn: Act.OWN_PLACE,
    a.ContributorTold: Act.TELL_CONTRIBUTOR,
}
TYPED_FOR_OTHERS = (
    f.ScopeConfirmed,
    f.ExistingTold,
    f.StartAnswered,
    f.QuestionProposed,
    d.RevisionMade,
    d.SuggestionMade,
    d.SuggestionDiscussed,
    a.PointPut,
    a.JoiningAgreed,
    a.PointConfirmed,
    a.PointWithdrawn,
)
SIDES = {Side.AFFECTED: Act.CONFIRM_FOR_AFFECTED, Side.HOST: Act.CONFIRM_SCOPE}


def check_scope(fact: f.ScopeConfirmed, situation: Situation, acting: Acting) -> None:
    """Refuse to speak for a side that one is not on, or beside whoever spoke for the other.

    Errors: NotAllowed `not_yours_to_do`, `gave_the_other`.
    """
    check_allowed(SIDES[fact.side], acting)
    if acting.together:
        raise NotAllowed("gave_the_other")


def check_settles(entry: int, situation: Situation, acting: Acting) -> None:
    """Refuse that whoever told of something in a work settles a challenge to it.

    Errors: NotAllowed `told_it`.
    """
    work = situation.work
    told: list[Told[Any]] = [*work.scope, *work.promised, *work.questions.values()]
    told += [each.told for each in work.existing.values()]
    told += [each.told for each in work.accounts.values()]
    told += [work.opened] if work.opened else []
    who = {name for each in told if each.entry == entry for name in (each.by, each.typed_by)}
    if situation.by in who and not acting.host:
        raise NotAllowed("told_it")


def check_speaks(holding: str | None, situation: Situation, acting: Acting, act: Act) -> None:
    """Refuse to speak from another's place; from none, whoever has the right by a duty may.

    Errors: NotAllowed `not_yours_to_do`, `not_your_own`.
    """
    if holding is None:
        check_allowed(act, acting)
    else:
        check_own(taken_by(board_of(holding, situation), holding), acting)


def check_proposes(fact: f.QuestionProposed, situation: Situation, acting: Acting) -> None:
    """Refuse to propose from another's place. Errors: as `check_speaks`."""
    check_speaks(fact.holding, situation, acting, Act.FRAME)


def check_drafts(fact: d.RevisionMade, situation: Situation, acting: Acting) -> None:
    """Refuse to give one's words out as another's, or another out as who wrote them down.

    Not: what takes a suggestion in whole, which whoever may write the plan may do; that its words
        are those of the suggestion is for the action that puts them there.
    Errors: as `check_speaks`; NotAllowed `not_who_wrote`.
    """
    check_scribe(fact.scribe, situation, acting)
    if fact.suggestion is not None:
        check_allowed(Act.DRAFT, acting)
    else:
        check_speaks(fact.contributor, situation, acting, Act.DRAFT)


def check_scribe(scribe: str | None, situation: Situation, acting: Acting) -> None:
    """Refuse to name as who wrote it down anybody but whoever types. Errors: `not_who_wrote`."""
    if scribe is None or acting.host:
        return
    if taken_by(board_of(scribe, situation), scribe) not in acting.typists:
        raise NotAllowed("not_who_wrote")


def check_suggests(
    fact: d.SuggestionMade | d.SuggestionDiscussed, situation: Situation, acting: Acting
) -> None:
    """Refuse to suggest, or to talk, from another's place. Errors: as `check_speaks`."""
    check_speaks(fact.holding, situation, acting, Act.DRAFT)


def check_ends(fact: d.SuggestionEnded, situation: Situation, acting: Acting) -> None:
    """Refuse to take back another's suggestion.

    Errors: NotAllowed `not_yours_to_do`, `not_your_own`.
    """
    check_allowed(Act.DRAFT, acting)
    found = situation.work.suggestions.get(fact.suggestion)
    own = found is not None and found.made.by == situation.by
    if fact.outcome is SuggestionOutcome.WITHDRAWN and not own and not acting.host:
        raise NotAllowed("not_your_own")


def check_puts(fact: a.PointPut, situation: Situation, acting: Acting) -> None:
    """Refuse a point put for another; without a place, one must be asked, or have it typed.

    Errors: NotAllowed `put_for_another`, `not_invited`, `not_yours_to_do`, `not_your_own`.
    """
    if acting.host:
        return
    if fact.person != acting.person:
        raise NotAllowed("put_for_another")
    if fact.holding is not None:
        check_own(taken_by(board_of(fact.holding, situation), fact.holding), acting)
    elif not acting.invited and acting.typist is None:
        raise NotAllowed("not_invited")


def check_agrees(
    fact: a.JoiningAgreed | f.StartAnswered, situation: Situation, acting: Acting
) -> None:
    """Refuse to agree from another's place. Errors: as `check_own`."""
    check_own(taken_by(board_of(fact.holding, situation), fact.holding), acting)


def check_own_point(
    fact: a.PointConfirmed | a.PointWithdrawn, situation: Situation, acting: Acting
) -> None:
    """Refuse what only whoever put a point may say of it. Errors: NotAllowed `not_your_own`."""
    point = situation.work.points.get(fact.point)
    if point is not None and point.put.entry not in acting.mine and not acting.host:
        raise NotAllowed("not_your_own")


CHECKS: Mapping[type[Fact], Callable[[Any, Situation, Acting], None]] = {
    f.ScopeConfirmed: check_scope,
    f.StartAnswered: check_agrees,
    f.QuestionProposed: check_proposes,
    d.RevisionMade: check_drafts,
    d.SuggestionMade: check_suggests,
    d.SuggestionDiscussed: check_suggests,
    d.SuggestionEnded: check_ends,
    a.PointPut: check_puts,
    a.JoiningAgreed: check_agrees,
    a.PointConfirmed: check_own_point,
    a.PointWithdrawn: check_own_point,
}
