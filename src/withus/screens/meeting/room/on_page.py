"""The room on the page of a meeting: drawn and counted, for anybody; nobody by name."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.utils.timezone import now

from withus.core.meeting.room import places_in
from withus.core.meeting.standing import stage, were_here
from withus.core.words import MeetingStage
from withus.saying.meeting import room as saying
from withus.saying.meeting import round_a_table
from withus.screens.meeting.here import AtMeeting
from withus.screens.meeting.room import shown


def told(at: AtMeeting) -> dict[str, Any]:
    """Tell who is in the room, by capacity, once somebody has been there."""
    state, far = at.found.state, stage(at.found.state)
    seated = shown.in_order(tuple(places_in(at.found.board, state)))
    here, places = shown.counts(seated)
    drawn = [(one.place.made.fact.capacity, one.here and one.counts) for one in seated]
    noted = state.company.fact if state.company else None
    return {
        "room": {
            "shown": bool(were_here(state)) and far is not MeetingStage.CANCELLED,
            "how_many": saying.how_many(here, places),
            "about": saying.of_those_it_is_about(here, places),
            "picture": saying.picture(here, places),
            "count": sum(here.values()),
            "of": sum(places.values()),
            "drawn": replace(round_a_table.drawn(drawn), numbered=False),  # there is no list
            "company": saying.company(noted.supporters, noted.interpreters) if noted else "",
            "pauses": saying.pauses(len(state.pauses)),
            "at": saying.clock(now()) if far is MeetingStage.OPEN else "",
        }
    }
