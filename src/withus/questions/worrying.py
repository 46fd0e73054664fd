"""Worries, for the safeguarding lead alone; and which entries they hide, for everybody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from withus.core.facts.encoding import decode
from withus.core.facts.fact import Seal, layout
from withus.core.facts.sealing import Opening
from withus.core.rules.rights import Act
from withus.questions.finding import Live
from withus.questions.joining import A_PAGE, Paged, paged
from withus.questions.keeping import EntrySeen, with_boards
from withus.questions.rights import check_duty
from withus.stores.people.identity import identities
from withus.stores.record.models import Leaf
from withus.stores.record.openings import find_openings
from withus.stores.record.read import find_log
from withus.stores.worrying import worries
from withus.stores.worrying.worries import Worried


@dataclass(frozen=True, slots=True)
class WorriesSeen:
    """A page of a partnership's worries."""

    listed: tuple[Worried, ...]
    page: Paged


@dataclass(frozen=True, slots=True)
class OneWorry:
    """A worry, with the entry it is about, that entry's words, and who told it if they said so."""

    worry: Worried
    name: str
    seen: EntrySeen | None
    texts: tuple[tuple[str, str], ...]  # field, words


def all_worries(origin: str, *, by: str, on: date, page: int) -> WorriesSeen:
    """Return a page of the worries of a partnership, to the safeguarding lead of that day."""
    check_duty(Act.READ_WORRIES, origin, by=by, on=on)
    at = paged(page, worries.count(origin))
    first = (at.number - 1) * A_PAGE
    found = worries.of_partnership(origin, start=first, end=first + A_PAGE)
    return WorriesSeen(tuple(found), at)


def one_worry(live: Live, wanted: str, *, by: str, on: date) -> OneWorry:
    """Return a worry, opened, with what it is about, to the safeguarding lead of that day."""
    origin = live.log.origin
    check_duty(Act.READ_WORRIES, origin, by=by, on=on)
    found = worries.find(origin, wanted)
    known = identities(origin, [found.by]) if found.by else {}
    name = known[found.by].name if found.by in known else ""
    if found.entry is None:
        return OneWorry(found, name, None, ())
    log = live.log if found.origin == origin else find_log(found.origin)
    content = Leaf.objects.filter(log=log, index=found.entry).values_list("content", flat=True)
    read = [decode(bytes(each), index=found.entry) for each in content]
    seen = with_boards(log, read)
    seals = layout(type(read[0].fact)).sealed if read else {}
    openings = find_openings(log, [found.entry]).get(found.entry, {})
    texts = [
        (path, one.value)
        for path, one in openings.items()
        if isinstance(one, Opening) and seals[path] is Seal.TEXT
    ]
    return OneWorry(found, name, seen[0] if seen else None, tuple(texts))


def hidden(origin: str, entry: int) -> bool:
    """Tell whether an entry's words are hidden for now, because somebody was worried."""
    return bool(worries.hidden(origin, [entry]))
