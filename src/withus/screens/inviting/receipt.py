"""What somebody takes home from an entry: its number, and the check-code once there is one."""

from __future__ import annotations

from dataclasses import dataclass

from withus.questions.finding import NotHere, live
from withus.questions.keeping import head_of


@dataclass(frozen=True, slots=True)
class Told:
    """An entry's number; its page, if anybody may see it; and the words that vouch for it."""

    entry: int
    public: bool
    size: int = 0
    words: tuple[str, ...] = ()


def receipt(origin: str, entry: int) -> Told:
    """Tell the receipt of an entry, as far as there is one yet."""
    try:
        found = live(origin)
    except NotHere:  # a practice run
        return Told(entry, public=False)
    head = head_of(found.log)
    if head is None or head.size <= entry:
        return Told(entry, public=True)
    return Told(entry, public=True, size=head.size, words=tuple(head.code.words))
