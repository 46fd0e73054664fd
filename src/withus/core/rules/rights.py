"""Who may do what: one truth table over roles, asked by every screen, command and call."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

from withus.core.history.state import Board, Partnership
from withus.core.rules.situation import NotAllowed
from withus.core.words import AFFECTED, Duty


class Role(StrEnum):
    """What somebody is in a partnership, by their places and duties. One person may be several."""

    MEMBER = "member"
    AFFECTED_MEMBER = "affected_member"  # a member in a place of the people it is about
    CHAIR = "chair"
    FACILITATOR = "facilitator"
    OFFICER = "officer"  # of the host
    ULO_CONTACT = "ulo_contact"
    SAFEGUARDING = "safeguarding"
    DATA = "data"


class Act(StrEnum):
    """Something that not everybody may do."""

    SEE_PEOPLE = "see_people"  # who is invited, who holds which place, by name
    SET_UP = "set_up"  # organisations, boards, places, rules before the first meeting
    NAME_DUTIES = "name_duties"
    INVITE = "invite"
    TYPE_FOR_OTHERS = "type_for_others"
    CONFIRM_FOR_ANOTHER = "confirm_for_another"
    OWN_PLACE = "own_place"  # leave it, choose how it is shown, name a deputy
    CHALLENGE = "challenge"
    PRESS_WORRY = "press_worry"
    READ_WORRIES = "read_worries"
    ANSWER_ASKS = "answer_asks"  # about how people's information is held
    ORDER_ERASURE = "order_erasure"


R = Role
MAY: Mapping[Act, frozenset[Role]] = {
    Act.SEE_PEOPLE: frozenset({R.FACILITATOR, R.OFFICER}),
    Act.SET_UP: frozenset({R.OFFICER, R.FACILITATOR}),
    Act.NAME_DUTIES: frozenset({R.OFFICER}),
    Act.INVITE: frozenset({R.FACILITATOR, R.OFFICER}),
    Act.TYPE_FOR_OTHERS: frozenset({R.FACILITATOR}),
    Act.CONFIRM_FOR_ANOTHER: frozenset({R.AFFECTED_MEMBER, R.ULO_CONTACT}),
    Act.OWN_PLACE: frozenset({R.MEMBER}),
    Act.CHALLENGE: frozenset({R.MEMBER}),
    Act.PRESS_WORRY: frozenset(Role),
    Act.READ_WORRIES: frozenset({R.SAFEGUARDING}),
    Act.ANSWER_ASKS: frozenset({R.DATA}),
    Act.ORDER_ERASURE: frozenset({R.DATA}),
}
DUTIES: Mapping[Duty, Role] = {
    Duty.SAFEGUARDING: Role.SAFEGUARDING,
    Duty.DATA: Role.DATA,
    Duty.FACILITATOR: Role.FACILITATOR,
    Duty.HOST: Role.OFFICER,
    Duty.ULO_CONTACT: Role.ULO_CONTACT,
}


def goes_with_duties(act: Act) -> bool:
    """Tell whether duties alone say who may do something, whoever holds which place.

    Reads: the truth table, and nothing else.
    """
    return not MAY[act] & {Role.MEMBER, Role.AFFECTED_MEMBER, Role.CHAIR}


def may(act: Act, roles: Iterable[Role]) -> bool:
    """Tell whether somebody of these roles may do something.

    Reads: the truth table, and nothing else.
    """
    return not MAY[act].isdisjoint(roles)


def check_may(act: Act, roles: Iterable[Role]) -> None:
    """Refuse what none of somebody's roles lets them do.

    Errors: NotAllowed `not_yours_to_do`, with the act and the roles that may do it.
    """
    if not may(act, roles):
        needs = sorted(role.value for role in MAY[act])
        raise NotAllowed("not_yours_to_do", {"act": act.value, "needs": ",".join(needs)})


def duties_held(
    partnership: Partnership, mine: frozenset[int], *, on: date, board: str | None = None
) -> frozenset[Role]:
    """Tell the roles that somebody's duties give them on a day.

    Shape: `mine` are the entries that are about this person; `board` the one it is asked for, to
        which duties for the whole partnership reach and duties for another board do not.
    """
    found = set()
    for duty in partnership.duties.values():
        fact, over = duty.given.fact, duty.ended
        until = fact.until if over is None else over.fact.until
        stands = fact.from_ <= on and (until is None or on < until)
        if duty.given.entry in mine and stands and fact.board in (None, board):
            found.add(DUTIES[fact.duty])
    return frozenset(found)


def places_held(board: Board, mine: frozenset[int]) -> frozenset[Role]:
    """Tell the roles that somebody's places on a board give them.

    Shape: as `duties_held`.
    """
    found = set()
    for place in board.places.values():
        held = place.held
        if place.ended is None and held is not None and held.taken.entry in mine:
            found.add(Role.MEMBER)
            found |= {Role.AFFECTED_MEMBER} if place.made.fact.capacity in AFFECTED else set()
            found |= {Role.CHAIR} if place.made.fact.chair else set()
    return frozenset(found)
