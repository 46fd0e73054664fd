"""Who may confirm what was typed for somebody, and in which way."""

from __future__ import annotations

from dataclasses import replace

from withus.core.deciding.call import came_by
from withus.core.facts import keeping as k
from withus.core.facts.answering import PointPut
from withus.core.facts.deciding import DecisionTaken
from withus.core.facts.fact import Fact
from withus.core.history.state import Taken
from withus.core.history.told import Told
from withus.core.rules.acting import Acting
from withus.core.rules.owning import taken_by
from withus.core.rules.rights import Act, check_may
from withus.core.rules.situation import NotAllowed, Situation, named
from withus.core.words import ConfirmedHow, PointWay


def check_confirms(fact: k.EntryConfirmed, situation: Situation, acting: Acting) -> None:
    """Refuse to confirm in a way that is not one's own to confirm in.

    Shape: by one's own code, what is about oneself, a roll-call one was in too, or the say of a
        group of which one has the code; as a second person,
        what is about another; by a letter from whoever it is about, typed by a facilitator. Who
        typed it never confirms it.
    Errors: NotAllowed `no_such_entry`, `typed_together`, `confirm_yourself`, `not_about_you`,
        `about_you`, `not_yours_to_do`.
    """
    entry = named(situation)
    if acting.together:
        raise NotAllowed("typed_together")
    typed_for_them = entry.typed_by is not None and entry.by == situation.by
    about_them = acting.person is not None and (entry.entry in acting.mine or typed_for_them)
    if fact.how is ConfirmedHow.LETTER:
        check_may(Act.TYPE_A_LETTER, acting.typist or ())
    elif acting.typist is not None or acting.commanded:
        raise NotAllowed("confirm_yourself")
    if fact.how is ConfirmedHow.SECOND_PERSON:
        check_may(Act.CONFIRM_FOR_ANOTHER, acting.roles)
        if about_them:
            raise NotAllowed("about_you")
    elif not (about_them or is_in_roll(entry, situation, acting) or is_in_group(entry, acting)):
        raise NotAllowed("not_about_you")


def may_confirm_roll(taken: Taken, situation: Situation, acting: Acting) -> bool:
    """Tell whether somebody's word on a roll-call, as a second person, would count for any row.

    Formula: they may confirm for another, did not enter the roll nor type every row that waits, and
        have not said so already.
    Source: rules.md, How it is worked out, 5.
    """
    one = taken.taken
    fact = k.EntryConfirmed(entry=one.entry, how=ConfirmedHow.SECOND_PERSON, right=True)
    try:
        check_confirms(fact, replace(situation, about=one), acting)
    except NotAllowed:
        return False
    by = situation.by
    said = {each.fact.entry for each in situation.meeting.said.confirmed if each.by == by}
    came = [
        came_by(situation.meeting, row.holding, taken)
        for row in one.fact.roll
        if not row.self_entered
    ]
    others = any(each and (each.typed_by is None or each.typed_by != by) for each in came)
    return one.by != by and one.entry not in said and others


def is_in_roll(entry: Told[Fact], situation: Situation, acting: Acting) -> bool:
    """Tell whether somebody was in the roll-call that an entry tells of."""
    if not isinstance(entry.fact, DecisionTaken):
        return False
    sat = {taken_by(situation.board, row.holding) for row in entry.fact.roll}
    return not acting.mine.isdisjoint(each for each in sat if each is not None)


def is_in_group(entry: Told[Fact], acting: Acting) -> bool:
    """Tell whether somebody has one of the codes that a group was given to say it is right."""
    fact = entry.fact
    return acting.invited and isinstance(fact, PointPut) and fact.way is PointWay.GROUP
