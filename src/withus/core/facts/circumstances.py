"""What a leaf says beside its fact: when, by whom, typed by whom, and the claimed time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from withus.core.errors import Refusal
from withus.core.facts.forms import ID

HOST = "host"


class NotALeaf(Refusal):
    """Say that an entry is not written as an entry must be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """The log's time; the actor on this board, and who typed; when somebody says it was."""

    at: datetime | date
    by: str | None
    typed_by: str | None = None
    claimed_at: datetime | None = None


def read_circumstances(leaf: Mapping[str, Any], *, by_nobody: bool) -> Circumstances:
    """Read when and by whom.

    Shape: `at` a time in UTC, or the day alone where a fact is `by_nobody`.
    Errors: NotALeaf `not_a_leaf`, `not_in_utc`, `actor_expected`, `no_actor_expected`; NotSo
        `not_the_form` for an actor that is neither a pseudonym nor the host.
    """
    try:
        at = date.fromisoformat(leaf["at"]) if by_nobody else datetime.fromisoformat(leaf["at"])
        claimed = None if leaf["claimed_at"] is None else datetime.fromisoformat(leaf["claimed_at"])
        said = Circumstances(
            at=at, by=actor(leaf["by"]), typed_by=actor(leaf["typed_by"]), claimed_at=claimed
        )
        fine = moment(at) == leaf["at"] and (
            claimed is None or claimed.isoformat() == leaf["claimed_at"]
        )
    except (TypeError, ValueError) as fault:
        raise NotALeaf("not_a_leaf") from fault
    if not fine or (claimed is not None and claimed.utcoffset() is None):
        raise NotALeaf("not_a_leaf")
    check_actor(said, by_nobody=by_nobody)
    return said


def actor(text: object) -> str | None:
    """Read an actor: a pseudonym, the host, or nobody.

    Errors: NotSo `not_the_form`.
    """
    return None if text is None else HOST if text == HOST else str(ID.read(text))


def moment(at: datetime | date) -> str:
    """Write a time of the log, to the microsecond in UTC; or a day alone.

    Example: 2026-11-23T10:00:00.000000Z, 2026-11-23.
    Errors: NotALeaf `not_in_utc`.
    """
    if not isinstance(at, datetime):
        return at.isoformat()
    if at.tzinfo is not UTC:
        raise NotALeaf("not_in_utc")
    return at.isoformat(timespec="microseconds").removesuffix("+00:00") + "Z"


def check_actor(said: Circumstances, *, by_nobody: bool) -> None:
    """Refuse an actor or a time of day where a fact has none, and none where it has them.

    Errors: NotALeaf `actor_expected`, `no_actor_expected`.
    """
    to_the_second = isinstance(said.at, datetime)
    if by_nobody and (said.by or said.typed_by or said.claimed_at or to_the_second):
        raise NotALeaf("no_actor_expected")
    if not by_nobody and not (said.by and to_the_second):
        raise NotALeaf("actor_expected")
