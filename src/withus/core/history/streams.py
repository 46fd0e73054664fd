"""Which stream an entry belongs to: a meeting's, a work's, a board's, or the partnership's."""

from __future__ import annotations

from typing import Protocol

from withus.core.facts.fact import Fact, Stream

PARTNERSHIP = "partnership"


class Places(Protocol):
    """Where it is kept which stream an id or an earlier entry belongs to."""

    def of_id(self, wanted: str) -> str | None:
        """Tell the stream of an id, or None if no fact has given it."""

    def of_entry(self, index: int) -> str | None:
        """Tell the stream of an entry, or None if there is none."""


def stream_of(fact: Fact, places: Places) -> str | None:
    """Tell the stream of a fact, or None where what it refers to is not in the record.

    Shape: Fact -> `partnership`, or the id of a board, of a meeting or of a work.
    """
    if fact.STREAM is Stream.BOARD:
        return referred(fact)
    if fact.STREAM is Stream.REFERRED:
        return places.of_id(getattr(fact, fact.REFERS_BY))
    if fact.STREAM is Stream.ENTRY:
        return places.of_entry(fact.entry)  # type: ignore[attr-defined]
    return minted(fact) if fact.STREAM is Stream.OWN else PARTNERSHIP


def referred(fact: Fact) -> str | None:
    """Tell the id by which a fact says where it belongs: a board's, or one that a board's gave."""
    if fact.STREAM is Stream.BOARD:
        return str(fact.board)  # type: ignore[attr-defined]
    return str(getattr(fact, fact.REFERS_BY)) if fact.STREAM is Stream.REFERRED else None


def minted(fact: Fact) -> str | None:
    """Tell the id that a fact gives, by which later facts may refer to it.

    Example: the holding of PlaceTaken; PlaceLeft gives none.
    """
    return getattr(fact, fact.MINTS) if fact.MINTS else None


class InMemory:
    """Streams by id and by entry, for a record that is read from its first entry on."""

    def __init__(self) -> None:
        """Start with an empty record."""
        self._ids: dict[str, str] = {}
        self._entries: list[str | None] = []

    def of_id(self, wanted: str) -> str | None:
        """Tell the stream of an id, or None if no fact has given it."""
        return self._ids.get(wanted)

    def of_entry(self, index: int) -> str | None:
        """Tell the stream of an entry, or None if there is none."""
        return self._entries[index] if 0 <= index < len(self._entries) else None

    def learn(self, fact: Fact) -> str | None:
        """Take in the next entry's fact and tell its stream.

        Not: an id twice; the first to give it keeps it.
        """
        stream = stream_of(fact, self)
        given = minted(fact)
        if given is not None and stream is not None:
            self._ids.setdefault(given, stream)
        self._entries.append(stream)
        return stream
