"""Inviting: ask somebody in, ask again, take it back; and their answer, yes or no."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localdate

from withus.actions.acting import check_duty
from withus.actions.joining import enter
from withus.actions.signing_in import Asking
from withus.core.errors import Refusal
from withus.core.facts.fact import Fact
from withus.core.facts.joining import DutyGiven, PlaceTaken
from withus.core.history.state import Board
from withus.core.rules import signing_in as rules
from withus.core.rules.joining import Situation, check_may_happen
from withus.core.rules.rights import Act
from withus.core.words import Duty, ShownAs
from withus.stores.accounts import accounts
from withus.stores.accounts.models import Account
from withus.stores.inviting import invitations as kept
from withus.stores.inviting.invitations import CodeVoid, Route, Sealed, State
from withus.stores.inviting.models import Invitation
from withus.stores.joining.models import PlaceRow
from withus.stores.keys.locker import new_id
from withus.stores.outbox import mail
from withus.stores.people.identity import add_person, identity
from withus.stores.record.append import Actor, locked
from withus.stores.record.models import Log
from withus.stores.record.states import board_state, partnership_state
from withus.stores.signing_in import tallies

LONGEST_NAME = 120
Letter = Callable[[Invitation, str], tuple[str, str]]
"""What an e-mail says, its subject first, of an invitation and its code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Whom to invite, to what, and how it reaches them; to nothing, so that they come back in."""

    route: Route
    name: str = ""  # of somebody new
    person: str | None = None  # somebody known already
    place: str | None = None
    duty: Duty | None = None
    board: str | None = None  # of the duty; none: of the whole partnership
    address: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Accepted:
    """An invitation that was accepted; the code is told once, to who has no e-mail address."""

    account: Account
    origin: str
    entry: int | None  # none: they came back in
    code: str


def invite(
    wanted: Wanted, *, record: str, by: str | None, now: datetime, letter: Letter
) -> tuple[str, str]:
    """Invite somebody; return the invitation and its code. One open invitation for a place."""
    with locked(record) as log:
        check_sense(wanted)
        board = _board_of(record, wanted)
        check_may_invite(log, wanted, by=by, now=now)
        check_free(log, wanted, board, now=now)
        person = wanted.person or add_person(record, wanted.name.strip()).person
        row = Invitation(
            origin=record,
            person=identity(record, person).person,
            place=wanted.place,
            duty=wanted.duty,
            board=board,
            route=wanted.route,
            by=by,
            state=State.OPEN,
        )
        told = Sealed(wanted.address.strip(), wanted.phone.strip())
        return row.id, _send(row, told, now=now, letter=letter)


def send_again(
    invitation: str, *, record: str, by: str | None, now: datetime, letter: Letter
) -> str:
    """Give an invitation a new code; the one before works no more."""
    with locked(record) as log:
        row = _unanswered(record, invitation)
        check_duty(log, _act(row), by=by, on=localdate(now))
        told = kept.sealed_of(row)
        row.sent += 1
        return _send(row, told, now=now, letter=letter)


def revoke(invitation: str, *, record: str, by: str | None, now: datetime) -> None:
    """Take an invitation back: its code works no more."""
    with locked(record) as log:
        row = _unanswered(record, invitation)
        check_duty(log, _act(row), by=by, on=localdate(now))
        kept.close(row, State.REVOKED)


def take_code(typed: str, *, asking: Asking) -> Invitation:
    """Return the invitation that a code answers; too many wrong ones from one place are refused."""
    limits = ((rules.WRONG_FROM_HERE, asking.here), (rules.WRONG_ON_PAPER, ""))
    for limit, sign in limits:
        asking.count(limit, sign)
    row = kept.by_code(typed, now=asking.now)
    for limit, sign in limits:
        tallies.take_back(limit, sign, now=asking.now)
    return row


def accept(
    invitation: str, *, sent: int, account: str | None, shown_as: ShownAs, now: datetime
) -> Accepted:
    """Take what one is invited to: all of it in one go, and the code works no more."""
    with locked(_origin_of(invitation)) as log:
        row = _with_code(invitation, sent, now=now)
        address = kept.sealed_of(row).address
        who = Account.objects.get(id=account) if account else accounts.open_account()
        known = accounts.by_address(address) if address else None
        if address and known is None:
            accounts.add_address(who, address)
        accounts.link(who, origin=row.origin, person=row.person)
        entry = _enter_yes(log, row, shown_as, now=now)
        kept.close(row, State.TAKEN, entry=entry)
        reached = account is not None or (address and known is None)
        code = "" if reached else accounts.give_code(who, now=now)
        return Accepted(who, row.origin, entry, code)


def decline(invitation: str, *, sent: int, now: datetime) -> None:
    """Say no to an invitation. No entry is made of it."""
    with locked(_origin_of(invitation)):
        kept.close(_with_code(invitation, sent, now=now), State.DECLINED)


def taking(row: Invitation, shown_as: ShownAs, *, now: datetime) -> Fact:
    """Return the fact that somebody takes what they are invited to."""
    if row.place is not None:
        return PlaceTaken(place=row.place, holding=new_id(), shown_as=shown_as, person=row.person)
    return DutyGiven(
        given=new_id(),
        duty=Duty(row.duty or ""),
        board=row.board,
        from_=localdate(now),
        until=None,
        person=row.person,
    )


def check_sense(wanted: Wanted) -> None:
    """Refuse an invitation to nobody, or by e-mail without an address."""
    name = wanted.name.strip()
    if wanted.person is None and wanted.place is None and wanted.duty is None:
        raise Refusal("invited_to_nothing")
    if wanted.person is None and not name:
        raise Refusal("no_name_to_invite")
    if len(name) > LONGEST_NAME:
        raise Refusal("name_too_long")
    before, _, after = wanted.address.strip().rpartition("@")
    if wanted.route is Route.EMAIL and not (before and "." in after and " " not in before + after):
        raise Refusal("no_address_to_invite")
    if wanted.route is not Route.IN_PERSON and not wanted.phone.strip():
        raise Refusal("no_phone_to_ring")


def check_may_invite(log: Log, wanted: Wanted, *, by: str | None, now: datetime) -> None:
    """Refuse whoever may not invite; to name duties, one must be allowed that too."""
    check_duty(log, Act.INVITE, by=by, on=localdate(now))
    if wanted.duty is not None:
        check_duty(log, Act.NAME_DUTIES, by=by, on=localdate(now))


def check_free(log: Log, wanted: Wanted, board: str | None, *, now: datetime) -> None:
    """Refuse a place that is held or promised to somebody, or a board that is not open."""
    if wanted.place is None and wanted.duty is None:
        return
    state = board_state(log, board) if board else Board()
    situation = Situation(partnership_state(log), state, other=state)
    asked = Invitation(place=wanted.place, duty=wanted.duty, board=board, person="")
    check_may_happen(taking(asked, ShownAs.ROLE, now=now), situation)
    before = kept.open_for(log.origin, wanted.place) if wanted.place else None
    if before is not None and kept.is_open(before, now=now):
        raise Refusal("invited_already")
    if before is not None:
        kept.close(before, State.LAPSED)


def _enter_yes(log: Log, row: Invitation, shown_as: ShownAs, *, now: datetime) -> int | None:
    """Enter what somebody takes. Whoever comes back in takes nothing: their lost code ends."""
    if row.place is None and row.duty is None:
        accounts.stop_codes(row.origin, row.person)
        return None
    by = Actor(row.person, invited=True)
    return enter(taking(row, shown_as, now=now), record=log.origin, by=by, now=now)[0]


def _board_of(record: str, wanted: Wanted) -> str | None:
    if wanted.place is None:
        return wanted.board
    board = board_of_place(record, wanted.place)
    if board is None:
        raise Refusal("no_such_place")
    return board


def board_of_place(record: str, place: str) -> str | None:
    """Return the board that a place is on."""
    found = PlaceRow.objects.filter(origin=record, ref=place)
    return found.values_list("board", flat=True).first()


def _act(row: Invitation) -> Act:
    return Act.NAME_DUTIES if row.duty else Act.INVITE


def _send(row: Invitation, told: Sealed, *, now: datetime, letter: Letter) -> str:
    code = kept.send(row, told, now=now)
    if row.route == Route.EMAIL:
        mail.post(told.address, *letter(row, code))
    return code


def _unanswered(record: str, invitation: str) -> Invitation:
    row = kept.find(record, invitation)
    if row.state != State.OPEN:
        raise Refusal("invitation_over")
    return row


def _origin_of(invitation: str) -> str:
    origin = Invitation.objects.filter(id=invitation).values_list("origin", flat=True).first()
    if origin is None:
        raise CodeVoid("code_void")
    return origin


def _with_code(invitation: str, sent: int, *, now: datetime) -> Invitation:
    row = Invitation.objects.get(id=invitation)
    if not kept.is_open(row, now=now) or row.sent != sent:
        raise CodeVoid("code_void")
    return row
