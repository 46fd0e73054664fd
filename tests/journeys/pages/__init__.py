"""What to visit to try each address for access by all, and the steps that lead there.

A file a room, with a row for each of its addresses in CASES: the name of the address, and how a
person gets to a page that it answers with. The rooms are tried in the order told here.
"""

from __future__ import annotations

from tests.journeys.going import Way, at
from tests.journeys.pages import (
    answering,
    api_keys,
    asking,
    checking,
    deciding,
    decisions,
    drafting,
    duties,
    framing,
    in_the_room,
    inviting,
    joining,
    keeping,
    looking,
    meeting,
    mine,
    minutes,
    pack,
    past_minutes,
    places,
    practising,
    setting_up,
    signing_in,
    worrying,
)

ROOMS = (
    *(signing_in, api_keys, checking, inviting, joining, pack, looking, mine, asking),
    *(
        deciding,
        meeting,
        in_the_room,
        decisions,
        minutes,
        past_minutes,
        framing,
        drafting,
        answering,
        places,
        duties,
        practising,
        worrying,
    ),
    *(setting_up, keeping),
)
ACCESSIBILITY_CASES: dict[str, Way] = {
    "home": at("/"),
    **{name: way for room in ROOMS for name, way in room.CASES.items()},
}
