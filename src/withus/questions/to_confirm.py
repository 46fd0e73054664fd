"""What waits to be confirmed, as somebody reads it: what happened, on which board, to whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from withus.core.facts.encoding import decode
from withus.core.facts.fact import Fact
from withus.core.history.streams import PARTNERSHIP
from withus.core.rules.rights import Act, may
from withus.core.words import ConfirmedHow
from withus.questions.confirming import Waiting, standing_of, waiting
from withus.stores.joining.models import BoardRow, PartnershipRow
from withus.stores.people.identity import identities
from withus.stores.record.models import Leaf


@dataclass(frozen=True, slots=True)
class ToConfirm:
    """An entry that waits, and what it says. No name, but for those who may see names."""

    entry: int
    fact: Fact
    at: datetime | date
    board: str
    name: str
    own: bool
    ways: frozenset[ConfirmedHow]


def partnership(origin: str) -> str:
    """Return what a partnership is called."""
    return _names(origin, [])[PARTNERSHIP]


def to_confirm(
    origin: str, people: Sequence[str], *, on: date, names: bool
) -> tuple[str, tuple[ToConfirm, ...]]:
    """Return what a partnership is called, and what some people may confirm in it, once each.

    Names are told, where they are wanted, to the first of them: if they may see who is here.
    """
    found: dict[int, Waiting] = {}
    heres = {person: standing_of(origin, person) for person in people}
    names = names and may(Act.SEE_PEOPLE, heres[people[0]].roles(on=on))
    for person, here in heres.items():
        for each in waiting(origin, person, on=on, stands=here):
            known = found.get(each.entry)
            if known is None or (each.own and not known.own):
                found[each.entry] = each
    boards = _names(origin, {each.board for each in found.values() if each.board})
    about = {each.about for each in found.values() if each.about} if names else set()
    called = {one.person: one.name for one in identities(origin, about).values()} if about else {}
    rows = Leaf.objects.filter(log__origin=origin, index__in=list(found)).order_by("index")
    listed = (
        _one(found[index], bytes(content), boards, called)
        for index, content in rows.values_list("index", "content")
    )
    return boards[PARTNERSHIP], tuple(listed)


def _one(
    each: Waiting, content: bytes, boards: Mapping[str, str], called: Mapping[str, str]
) -> ToConfirm:
    entry = decode(content, index=each.entry)
    board, name = boards.get(each.board or "", ""), called.get(each.about or "", "")
    said = entry.circumstances
    return ToConfirm(each.entry, entry.fact, said.at, board, name, each.own, each.ways)


def _names(origin: str, boards: Iterable[str]) -> dict[str, str]:
    """Return what boards are called, and the partnership, in one question."""
    rows = BoardRow.objects.filter(origin=origin, ref__in=list(boards)).values_list("ref", "name")
    whole = PartnershipRow.objects.filter(origin=origin, ref=PARTNERSHIP)
    return dict(rows.union(whole.values_list("ref", "name")))
