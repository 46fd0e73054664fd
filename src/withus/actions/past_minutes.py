"""Minutes of meetings held before: what was read from them is kept beside the record.

No entry is made of it. It meets no rule, and no figure counts it.
"""

from __future__ import annotations

from withus.actions.meeting import By
from withus.core.minutes.checkfile import Check
from withus.core.rules.beside import check_may_take_away
from withus.core.rules.rights import Act, Role, check_may, duties_held, places_held
from withus.core.rules.situation import NotAllowed, check_open
from withus.stores.meeting import past_minutes
from withus.stores.record.append import locked
from withus.stores.record.erase import blank
from withus.stores.record.finding import entries_about
from withus.stores.record.models import Log
from withus.stores.record.states import board_state, partnership_state


def keep(board: str, check: Check, *, by: By) -> str:
    """Keep what was read from minutes of a board; return its id."""
    with locked(by.record) as log:
        _check_theirs(log, board, by)
        return past_minutes.keep(by.record, board, check, by=by.person, on=by.now.date())


def put_right(board: str, past: str, check: Check, *, by: By) -> None:
    """Keep it with what was put right.

    Errors: NotAllowed `past_minutes_gone`.
    """
    with locked(by.record) as log:
        _check_theirs(log, board, by)
        if not past_minutes.change(by.record, board, past, check):
            raise NotAllowed("past_minutes_gone")


def take_away(board: str, past: str, *, by: By) -> None:
    """Delete what was read, with its key.

    Errors: NotAllowed `past_minutes_gone`, `not_whoever_put_in`.
    """
    with locked(by.record) as log:
        roles = _check_theirs(log, board, by)
        found = past_minutes.find(by.record, board, past)
        if found is None:
            raise NotAllowed("past_minutes_gone")
        check_may_take_away(roles, own=found.by == by.person)
        blank(log, (), keys=past_minutes.drop(by.record, board, past))


def _check_theirs(log: Log, board: str, by: By) -> frozenset[Role]:
    state = board_state(log, board)
    check_open(state)
    mine = entries_about(log, by.person)
    duties = duties_held(partnership_state(log), mine, on=by.now.date(), board=board)
    roles = duties | places_held(state, mine)
    check_may(Act.PAST_MINUTES, roles)
    return roles
