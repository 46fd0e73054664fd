"""Reading the record: which there are, and their entries."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time

from withus.core.errors import Refusal
from withus.core.facts.encoding import Entry, decode
from withus.core.facts.joining import BoardOpened
from withus.stores.record.models import Indexed, Leaf, Log

AT_A_TIME = 500  # entries fetched in one go where a whole record is read


class NoSuchRecord(Refusal):
    """Say that there is no record of that name here."""


def origins() -> list[str]:
    """Return the names of all records here, in order."""
    return list(Log.objects.order_by("origin").values_list("origin", flat=True))


def find_log(origin: str) -> Log:
    """Return a record's row, or refuse."""
    log = Log.objects.filter(origin=origin).first()
    if log is None:
        raise NoSuchRecord("no_such_record", {"origin": origin})
    return log


def with_those_after(log: Log) -> list[str]:
    """Return a record's name and those it goes on as; people are known under the last of them."""
    names: list[str] = []
    at: Log | None = log
    while at is not None and at.origin not in names:
        names.append(at.origin)
        at = Log.objects.filter(origin=at.continued_by or "").first()
    return names


def boards_of(log: Log) -> list[str]:
    """Return the boards of a record, the first opened first."""
    opened = Indexed.objects.filter(log=log, type=BoardOpened.TYPE).order_by("index")
    return [str(stream) for stream in opened.values_list("stream", flat=True)]


def leaves(log: Log, *, start: int = 0, end: int | None = None) -> Iterator[bytes]:
    """Yield the bytes of entries in order, a few hundred at a time."""
    last = log.size if end is None else end
    for first in range(start, last, AT_A_TIME):
        rows = Leaf.objects.filter(
            log=log, index__gte=first, index__lt=min(first + AT_A_TIME, last)
        )
        yield from (bytes(row) for row in rows.order_by("index").values_list("content", flat=True))


def entries(log: Log, *, start: int = 0, end: int | None = None) -> Iterator[Entry]:
    """Yield entries in order, their sealed fields closed."""
    for index, content in enumerate(leaves(log, start=start, end=end), start=start):
        yield decode(content, index=index)


def latest(before: datetime | None, entry: Entry) -> datetime:
    """Return the log's time after an entry; one that tells the day alone counts from its start.

    So the head never holds the hour at which something happened that is kept by the day.
    """
    at = entry.circumstances.at
    moment = at if isinstance(at, datetime) else datetime.combine(at, time(), UTC)
    return moment if before is None else max(before, moment)
