"""What an entry changes beside the record: where people stand, and what goes on in a room.

It is done with the entry, whichever way that came: a page, a program or a command.
"""

from __future__ import annotations

from withus.core.facts.fact import Fact
from withus.core.facts.meeting import ItemPaused, MeetingClosed, PresenceNoted
from withus.stores.deciding import positions
from withus.stores.meeting import live


def follow(record: str, fact: Fact) -> None:
    """Forget where they stand who leave, and all that went on at what is closed; stop what stops.

    Within the act that enters the fact: nobody decides with who has gone.
    """
    if isinstance(fact, PresenceNoted) and not fact.came:
        positions.forget(record, fact.meeting, fact.holding)
    elif isinstance(fact, ItemPaused):
        live.change(record, fact.meeting, stopped=True)
    elif isinstance(fact, MeetingClosed):
        live.forget(record, fact.meeting)
        positions.forget_meeting(record, fact.meeting)
