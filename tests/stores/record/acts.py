"""Short acts on a record, and all that its tables hold, for the tests of what keeps it."""

from __future__ import annotations

from typing import Any

from django.apps import apps

from tests.core.facts.story import BOARD, DAY, ORIGIN, START, STORY, an_id
from withus.actions.joining import add_to_partnership, enter, open_partnership
from withus.core.facts.joining import BoardOpened, DutyGiven, PartnershipOpened
from withus.core.words import Duty
from withus.stores.record.append import THE_HOST

ELSEWHERE = "withus.example/elsewhere"
STORES = ("keys", "people", "record", "joining", "meeting", "deciding", "framing", "answering")


def begin(origin: str = ORIGIN) -> None:
    """Open a partnership."""
    (opening,) = (fact for fact in STORY if isinstance(fact, PartnershipOpened))
    open_partnership(record=origin, by=THE_HOST, now=START, opening=opening)


def make_board(origin: str = ORIGIN) -> str:
    """Open the story's board, and return its id."""
    (opening,) = (fact for fact in STORY if isinstance(fact, BoardOpened))
    enter(opening, record=origin, by=THE_HOST, now=START)
    return BOARD


def person(name: str, origin: str = ORIGIN) -> str:
    """Take somebody in, and return their id."""
    return add_to_partnership(record=origin, name=name)


def with_a_duty(
    name: str, duty: Duty = Duty.FACILITATOR, origin: str = ORIGIN, *, board: str | None = None
) -> str:
    """Take in somebody who has a duty in a partnership, and return their id."""
    given = person(name, origin)
    told = DutyGiven(
        given=an_id(f"{name} {duty.value}"),
        duty=duty,
        board=board,
        from_=DAY,
        until=None,
        person=given,
    )
    enter(told, record=origin, by=THE_HOST, now=START)
    return given


def kept_rows() -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of every table of the stores, by the table's name, in a fixed order."""
    return {
        model._meta.db_table: sorted(
            (tuple(map(plain, row)) for row in model._default_manager.values_list()), key=repr
        )
        for store in STORES
        for model in apps.get_app_config(store).get_models()
    }


def plain(value: Any) -> Any:
    """Return a value as it compares on either engine: PostgreSQL gives bytes as a view of them."""
    return bytes(value) if isinstance(value, memoryview) else value
