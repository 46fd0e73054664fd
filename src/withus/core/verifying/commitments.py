"""The sealed fields of a long record, kept small until what opens them has been read."""

from __future__ import annotations

import hmac
from array import array
from bisect import bisect_left

from withus.core.facts.encoding import Entry, kinds
from withus.core.facts.fact import layout
from withus.core.facts.sealing import NotTheOpening, Opening, commitment

TEXT = 43  # 32 bytes as base64url
NONCE = 22  # 16 bytes as base64url


class Commitments:
    """What each sealed field was sealed with: about 70 bytes a field, end to end."""

    def __init__(self) -> None:
        """Start with none."""
        self._kinds = tuple(kinds().values())
        self._number = {kind: number for number, kind in enumerate(self._kinds)}
        self._entries, self._kind, self._start = array("Q"), bytearray(), array("Q")
        self._nonces, self._texts = bytearray(), bytearray()

    @property
    def fields(self) -> int:
        """Tell how many sealed fields there are.

        Unit: fields.
        """
        return len(self._texts) // TEXT

    def add(self, entry: Entry) -> None:
        """Keep the commitments of the next entry that has any."""
        self._entries.append(entry.index)
        self._kind.append(self._number[type(entry.fact)])
        self._start.append(len(self._texts))
        self._nonces += entry.nonce.encode()
        for path in layout(type(entry.fact)).sealed:
            self._texts += entry.sealed[path].encode()

    def check(self, index: int, opening: Opening, *, origin: str) -> None:
        """Refuse an opening that is not the one its entry commits to.

        Errors: NotTheOpening `no_such_field`, `opening_differs`; NotALeaf `key_length`.
        """
        committed = self._committed(index, opening.path)
        if committed is None:
            raise NotTheOpening("no_such_field", {"path": opening.path})
        place, told = committed
        nonce = self._nonces[NONCE * place : NONCE * (place + 1)].decode()
        kind = self._kinds[self._kind[place]].TYPE
        found = commitment(opening, origin=origin, nonce=nonce, kind=kind)
        if not hmac.compare_digest(found, told):
            raise NotTheOpening("opening_differs", {"path": opening.path})

    def has(self, index: int, path: str) -> bool:
        """Tell whether an entry has a sealed field of that name."""
        return self._committed(index, path) is not None

    def _committed(self, index: int, path: str) -> tuple[int, str] | None:
        place = bisect_left(self._entries, index)
        if place == len(self._entries) or self._entries[place] != index:
            return None
        names = tuple(layout(self._kinds[self._kind[place]]).sealed)
        if path not in names:
            return None
        start = self._start[place] + TEXT * names.index(path)
        return place, self._texts[start : start + TEXT].decode()
