"""The rows of a backup that are of no record: people, ways in, asks, worries, runs now gone.

Each is written as its table and its columns, so that a new table needs only its line in TABLES.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import Field, Model

from withus.core.errors import Refusal
from withus.core.proofs.canonical import Json
from withus.stores.accounts.models import Account, Address, Link, OwnCode
from withus.stores.answering.models import Attachment, Reach, SayAnswer, SayLink, Telling
from withus.stores.asking.models import Ask
from withus.stores.drafting.models import Unshared
from withus.stores.inviting.models import Invitation
from withus.stores.meeting.models import CarriedRow, Need, NeedsAt, Notice, PaperFile, PastMinutes
from withus.stores.practising.models import ThrownAway
from withus.stores.setting_up.models import Draft
from withus.stores.signing_in.models import CouncilLink, Passkey, SecondFactor, SpareCode
from withus.stores.worrying.models import Worry

TABLES: tuple[type[Model], ...] = (
    *(Account, Address, OwnCode, Link),
    *(Passkey, SecondFactor, SpareCode, CouncilLink),
    *(Invitation, Ask, Worry, Draft),
    *(Notice, Need, NeedsAt, PaperFile, CarriedRow, PastMinutes),
    Unshared,
    *(Attachment, Reach, SayLink, SayAnswer, Telling),
    ThrownAway,
)
"""In the order in which they can be brought back: what a row points to stands before it."""


def written() -> Iterator[Json]:
    """Yield each row, what is sealed as noise."""
    for table in TABLES:
        for row in table._default_manager.order_by("pk").iterator():
            values: Json = {each.attname: _written(each, row) for each in _columns(table)}
            yield {"row": {"table": table._meta.db_table, "values": values}}


def bring_back(told: Mapping[str, Any]) -> None:
    """Write a row of a backup into its table."""
    table = {each._meta.db_table: each for each in TABLES}.get(told["table"])
    if table is None:
        raise Refusal("not_a_backup", {"found": str(told["table"])[:40], "expected": "a table"})
    columns = {each.attname: each for each in _columns(table)}
    values = {
        name: None if value is None else columns[name].to_python(value)
        for name, value in told["values"].items()
    }
    table._default_manager.bulk_create([table(**values)])


def _columns(table: type[Model]) -> list[Field[Any, Any]]:
    """Return a table's columns; a number that only counts its rows is drawn anew."""
    return [
        each for each in table._meta.concrete_fields if each.get_internal_type() != "BigAutoField"
    ]


def _written(column: Field[Any, Any], row: Model) -> str | None:
    return None if getattr(row, column.attname) is None else column.value_to_string(row)
