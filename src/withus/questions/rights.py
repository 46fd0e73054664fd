"""What somebody is in a partnership: worked out from the entries that are about them."""

from __future__ import annotations

from datetime import date

from withus.core.history.streams import PARTNERSHIP
from withus.core.rules.rights import Role, duties_held, places_held
from withus.questions.finding import boards_of
from withus.stores.record.finding import entries_about
from withus.stores.record.models import Indexed
from withus.stores.record.read import find_log, partnership_state


def duties_of(origin: str, person: str, *, on: date, board: str | None = None) -> frozenset[Role]:
    """Return what somebody is on a day by their duties alone."""
    log = find_log(origin)
    return duties_held(partnership_state(log), entries_about(log, person), on=on, board=board)


def roles_of(origin: str, person: str, *, on: date, board: str | None = None) -> frozenset[Role]:
    """Return what somebody is on a day: in the whole partnership, or on one board."""
    log = find_log(origin)
    mine = entries_about(log, person)
    found = set(duties_held(partnership_state(log), mine, on=on, board=board))
    streams = Indexed.objects.filter(log=log, index__in=mine).exclude(stream=PARTNERSHIP)
    names = set(streams.values_list("stream", flat=True))
    wanted = {str(name) for name in names if name and board in (None, name)}
    for state in boards_of(log, wanted).values():
        found |= places_held(state, mine)
    return frozenset(found)
