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
    HOST = "host"  # not a person: whoever acts for the host by the commands of the machine


class Act(StrEnum):
    """Something that not everybody may do."""

    SEE_PEOPLE = "see_people"  # who is invited, who holds which place, by name
    KEEP_RECORD = "keep_record"  # open it, go on from another, replace the key that signs
    SET_UP = "set_up"  # organisations, boards, places, mandates, a board's first rules
    CHANGE_RULES = "change_rules"  # a board's rules after the first, until it has met
    CLOSE = "close"  # a board, or the partnership
    END_PRACTICE = "end_practice"  # go live from a practice run, or throw it away
    NAME_DUTIES = "name_duties"
    INVITE = "invite"
    TAKE_PLACE = "take_place"  # for somebody else, who is named as who acted
    TYPE_FOR_OTHERS = "type_for_others"
    TYPE_A_LETTER = "type_a_letter"  # in which somebody confirms what was typed for them
    CONFIRM_FOR_ANOTHER = "confirm_for_another"
    OWN_PLACE = "own_place"  # leave it, choose how it is shown, name a deputy, report
    READ_BOARD = "read_board"  # the words of its agendas, papers and notices
    CALL_MEETING = "call_meeting"  # call it, move it, cancel it
    OPEN_MEETING = "open_meeting"  # and say who chairs it
    RUN_MEETING = "run_meeting"  # put motions, call the roll, close it: whoever chairs
    SEE_ROOM = "see_room"  # who is in the room of a meeting, and what goes on there
    KEEP_MEETING = "keep_meeting"  # note supporters, needs and turns
    ASK_FOR_ITEM = "ask_for_item"
    PLACE_ITEM = "place_item"
    PUT_OUT_PAPER = "put_out_paper"
    PAUSE_ITEM = "pause_item"  # stop, I don't understand
    DRAFT_MINUTES = "draft_minutes"
    PAST_MINUTES = "past_minutes"  # read and put in what minutes say of earlier meetings
    SETTLE_DECISION = "settle_decision"  # what was open of it, once its days are over
    REPORT_DECISION = "report_decision"  # what was decided or signed elsewhere
    OPEN_WORK = "open_work"  # begin to work on something together
    CONFIRM_SCOPE = "confirm_scope"  # whom a work is about, for the host
    CONFIRM_FOR_AFFECTED = "confirm_for_affected"  # the same, for those it is about
    PROMISE_STEP = "promise_step"  # how far a body shares power in a work
    TELL_EXISTING = "tell_existing"  # what was there before a work, and how it began
    FRAME = "frame"  # enter which question a board agreed, and what it set aside
    DRAFT = "draft"  # write the plan of a work, and take in suggestions
    JOIN_POINTS = "join_points"  # bring them under a theme, link them to where they went
    ANSWER_POINT = "answer_point"
    TELL_CONTRIBUTOR = "tell_contributor"  # note that somebody was told what became of it
    CHALLENGE = "challenge"
    SETTLE_CHALLENGE = "settle_challenge"
    WITHDRAW_TEXT = "withdraw_text"  # that somebody else entered
    PRESS_WORRY = "press_worry"
    READ_WORRIES = "read_worries"
    ANSWER_ASKS = "answer_asks"  # about how people's information is held
    ORDER_ERASURE = "order_erasure"
    PRINT_PACK = "print_pack"  # the drafts for the data protection officer
    LOOK_AS_MEMBER = "look_as_member"  # see it with no more rights than a member has


R = Role
MAY: Mapping[Act, frozenset[Role]] = {
    Act.SEE_PEOPLE: frozenset({R.FACILITATOR, R.OFFICER}),
    Act.KEEP_RECORD: frozenset({R.HOST}),
    Act.SET_UP: frozenset({R.OFFICER, R.FACILITATOR, R.HOST}),
    Act.CHANGE_RULES: frozenset({R.OFFICER, R.HOST}),
    Act.CLOSE: frozenset({R.OFFICER, R.HOST}),
    Act.END_PRACTICE: frozenset({R.OFFICER, R.HOST}),
    Act.NAME_DUTIES: frozenset({R.OFFICER, R.HOST}),
    Act.INVITE: frozenset({R.FACILITATOR, R.OFFICER, R.HOST}),
    Act.TAKE_PLACE: frozenset({R.HOST}),
    Act.TYPE_FOR_OTHERS: frozenset({R.FACILITATOR, R.HOST}),
    Act.TYPE_A_LETTER: frozenset({R.FACILITATOR}),
    Act.CONFIRM_FOR_ANOTHER: frozenset({R.AFFECTED_MEMBER, R.ULO_CONTACT}),
    Act.OWN_PLACE: frozenset({R.MEMBER, R.HOST}),
    Act.READ_BOARD: frozenset({R.MEMBER, R.FACILITATOR, R.OFFICER, R.HOST}),
    Act.CALL_MEETING: frozenset({R.FACILITATOR, R.HOST}),
    Act.OPEN_MEETING: frozenset({R.CHAIR, R.FACILITATOR, R.HOST}),
    Act.RUN_MEETING: frozenset({R.CHAIR}),
    Act.SEE_ROOM: frozenset({R.MEMBER, R.FACILITATOR, R.OFFICER, R.ULO_CONTACT}),
    Act.KEEP_MEETING: frozenset({R.CHAIR, R.FACILITATOR, R.HOST}),
    Act.ASK_FOR_ITEM: frozenset({R.MEMBER, R.FACILITATOR, R.HOST}),
    Act.PLACE_ITEM: frozenset({R.CHAIR, R.FACILITATOR, R.HOST}),
    Act.PUT_OUT_PAPER: frozenset({R.FACILITATOR, R.OFFICER, R.HOST}),
    Act.PAUSE_ITEM: frozenset({R.MEMBER, R.FACILITATOR}),
    Act.DRAFT_MINUTES: frozenset({R.FACILITATOR, R.HOST}),
    Act.PAST_MINUTES: frozenset({R.MEMBER, R.FACILITATOR}),
    Act.SETTLE_DECISION: frozenset({R.CHAIR, R.FACILITATOR, R.HOST}),
    Act.REPORT_DECISION: frozenset({R.MEMBER, R.FACILITATOR, R.OFFICER, R.ULO_CONTACT, R.HOST}),
    Act.OPEN_WORK: frozenset({R.FACILITATOR, R.OFFICER, R.HOST}),
    Act.CONFIRM_SCOPE: frozenset({R.OFFICER, R.HOST}),
    Act.CONFIRM_FOR_AFFECTED: frozenset({R.AFFECTED_MEMBER}),
    Act.PROMISE_STEP: frozenset({R.OFFICER, R.HOST}),
    Act.TELL_EXISTING: frozenset({R.MEMBER, R.FACILITATOR, R.OFFICER, R.HOST}),
    Act.FRAME: frozenset({R.CHAIR, R.FACILITATOR, R.HOST}),
    Act.DRAFT: frozenset({R.MEMBER, R.FACILITATOR, R.OFFICER, R.HOST}),
    Act.JOIN_POINTS: frozenset({R.MEMBER, R.FACILITATOR, R.HOST}),
    Act.ANSWER_POINT: frozenset({R.CHAIR, R.FACILITATOR, R.OFFICER, R.HOST}),
    Act.TELL_CONTRIBUTOR: frozenset({R.FACILITATOR, R.HOST}),
    Act.CHALLENGE: frozenset({R.MEMBER, R.HOST}),
    Act.SETTLE_CHALLENGE: frozenset({R.FACILITATOR, R.OFFICER, R.HOST}),
    Act.WITHDRAW_TEXT: frozenset({R.FACILITATOR, R.OFFICER, R.HOST}),
    Act.PRESS_WORRY: frozenset(Role) - {R.HOST},
    Act.READ_WORRIES: frozenset({R.SAFEGUARDING}),
    Act.ANSWER_ASKS: frozenset({R.DATA}),
    Act.ORDER_ERASURE: frozenset({R.DATA}),
    Act.PRINT_PACK: frozenset({R.FACILITATOR, R.OFFICER}),
    Act.LOOK_AS_MEMBER: frozenset({R.FACILITATOR, R.OFFICER}),
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
        people = sorted(role.value for role in MAY[act] if role is not Role.HOST)
        needs = ",".join(people or [Role.HOST.value])  # the host's commands are no remedy for most
        raise NotAllowed("not_yours_to_do", {"act": act.value, "needs": needs})


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
