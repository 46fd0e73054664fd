"""One's own page: places, duties, receipts, and for whom else one acts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from withus.core.facts.encoding import Entry, decode
from withus.core.facts.joining import PlaceTaken
from withus.core.history.streams import PARTNERSHIP
from withus.core.rules.own_place import named_before, own_place
from withus.core.words import Capacity, Duty, Outcome, ShownAs
from withus.questions.finding import Live, NotHere, boards_of
from withus.questions.joining import Paged, paged
from withus.stores.deciding.models import MotionRow
from withus.stores.joining.models import (
    BoardRow,
    DutyRow,
    HoldingRow,
    PartnershipRow,
    PlaceRow,
)
from withus.stores.people.identity import Identity, identities
from withus.stores.record.models import Indexed, Leaf, Log, SealedValue, SignedHead
from withus.stores.streams import boards_of_streams

RECEIPTS = 12  # on a page


@dataclass(frozen=True, slots=True)
class PlaceHeld:
    """A place of one's own."""

    entry: int
    board: str
    name: str  # of the board
    capacity: Capacity
    chair: bool
    shown_as: ShownAs
    since: date
    left: date | None
    waits: bool  # whether a decision of its board waits for members who were away


@dataclass(frozen=True, slots=True)
class DutyOfMine:
    """A duty of one's own; `board` is the name of the one it is for, if not for all."""

    entry: int
    duty: Duty
    board: str
    since: date
    until: date | None


@dataclass(frozen=True, slots=True)
class Receipt:
    """An entry about somebody, or by them."""

    entry: Entry
    board: str
    about: bool
    by: bool


@dataclass(frozen=True, slots=True)
class Mine:
    """What somebody sees of themselves in a partnership."""

    origin: str
    partnership: str
    practice: bool
    name: str
    places: tuple[PlaceHeld, ...]
    duties: tuple[DutyOfMine, ...]
    receipts: tuple[Receipt, ...]
    page: Paged
    signed: int  # entries that have a receipt file: those before this one
    others: Mapping[str, str]  # names, by the id of each whom the account acts for too


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody in a partnership, live or practising."""

    live: Live
    practice: bool
    me: Identity

    @property
    def about(self) -> Q:
        """Tell which entries are about them, and which are theirs."""
        rows = Indexed.objects.filter(log=self.live.log)
        theirs = (Q(by__in=self.called), Q(typed_by__in=self.called))
        # Each has an index of its own: asked as one condition, SQLite reads the whole record.
        each = (rows.filter(one).values("index") for one in theirs) if self.called else ()
        return Q(index__in=self.named().union(*each))

    @property
    def called(self) -> list[str]:
        """Tell what they are called in each stream."""
        return list(self.me.pseudonyms.values())

    def named(self) -> QuerySet[SealedValue, Any]:
        """Tell the entries that name them."""
        rows = SealedValue.objects.filter(log=self.live.log, key=self.me.key)
        return rows.values("entry")


def partnership(origin: str) -> tuple[Live, bool]:
    """Return a partnership for those who are in it, live or practising; or refuse."""
    rows = PartnershipRow.objects.filter(origin=OuterRef("origin"), ref=PARTNERSHIP)
    told = {f"its_{each}": Subquery(rows.values(each)) for each in ("name", "practice", "entry")}
    log: Any = Log.objects.filter(origin=origin).annotate(**told).first()
    if log is None or log.its_entry is None:
        raise NotHere("not_here")
    return Live(log, log.its_name, log.its_entry), log.its_practice


def names_of(origins: Iterable[str]) -> list[tuple[str, str]]:
    """Return partnerships with their names, in order of name."""
    rows = PartnershipRow.objects.filter(origin__in=list(origins), ref=PARTNERSHIP)
    return list(rows.order_by("name", "origin").values_list("origin", "name"))


def known(origin: str, person: str, *, beside: Iterable[str] = ()) -> tuple[Known, dict[str, str]]:
    """Return somebody in a partnership, and the names of others; refuse who is not known."""
    live, practice = partnership(origin)
    found = identities(origin, [person, *beside])
    if person not in found:
        raise NotHere("not_here")
    others = {each: one.name for each, one in found.items() if each != person}
    return Known(live, practice, found[person]), others


def mine(origin: str, person: str, *, others: Iterable[str], page: int) -> Mine:
    """Return what somebody sees of themselves, with a page of their receipts."""
    who, beside = known(origin, person, beside=others)
    entries, at = _entries(who, page)
    duties, placed = _duties(who), places_of(who)
    on = {each.board: each.name for each in placed}  # these need not be asked for again
    wanted = {row.board for row in duties if row.board}
    streams = {str(row.stream) for row in entries if row.stream not in (None, PARTNERSHIP)}
    left = streams - on.keys()
    of_streams = boards_of_streams(origin, left) if left else {}
    unknown = (wanted | set(of_streams.values())) - on.keys()
    known_as = {**on, **(_boards(who, unknown) if unknown else {})}
    boards = {**known_as, **{each: known_as.get(of, "") for each, of in of_streams.items()}}
    return Mine(
        origin,
        who.live.name,
        who.practice,
        who.me.name,
        placed,
        _told(duties, boards),
        _receipts(who, entries, boards),
        at,
        _signed(who.live.log),
        beside,
    )


def places_of(who: Known) -> tuple[PlaceHeld, ...]:
    """Return the places somebody holds or held."""
    origin = who.live.log.origin
    made = PlaceRow.objects.filter(origin=origin, ref=OuterRef("place"))
    boards = BoardRow.objects.filter(origin=origin, ref=OuterRef("board"))
    told: dict[str, Any] = {"its_name": Subquery(boards.values("name"))}
    told |= {f"its_{each}": Subquery(made.values(each)) for each in ("capacity", "chair")}
    waiting = MotionRow.objects.filter(origin=origin, board=OuterRef("board"))
    told["its_waits"] = Exists(waiting.filter(outcome=Outcome.WAITING.value))
    rows: Any = HoldingRow.objects.filter(origin=origin, entry__in=who.named()).annotate(**told)
    held = tuple(
        PlaceHeld(
            entry=row.entry,
            board=row.board,
            name=row.its_name,
            capacity=Capacity(row.its_capacity),
            chair=row.its_chair,
            shown_as=ShownAs(row.shown_as),
            since=row.taken,
            left=row.left,
            waits=row.its_waits,
        )
        for row in rows
    )
    return tuple(sorted(held, key=lambda each: (each.left is not None, each.entry)))


def duties_of(who: Known) -> tuple[DutyOfMine, ...]:
    """Return the duties somebody has or had."""
    found = _duties(who)
    return _told(found, _boards(who, {row.board for row in found if row.board}))


def _boards(who: Known, wanted: set[str]) -> Mapping[str, str]:
    rows = BoardRow.objects.filter(origin=who.live.log.origin, ref__in=wanted)
    return dict(rows.values_list("ref", "name"))


def _entries(who: Known, page: int) -> tuple[list[Indexed], Paged]:
    rows = Indexed.objects.filter(who.about, log=who.live.log)
    at = paged(page, rows.count(), each=RECEIPTS)
    first = (at.number - 1) * RECEIPTS
    return list(rows.order_by("-index")[first : first + RECEIPTS]), at


def _signed(log: Log) -> int:
    sizes = SignedHead.objects.filter(log=log).order_by("-size").values_list("size", flat=True)
    return sizes.first() or 0


def _receipts(who: Known, rows: list[Indexed], boards: Mapping[str, str]) -> tuple[Receipt, ...]:
    leaves = Leaf.objects.filter(log=who.live.log, index__in=[row.index for row in rows])
    contents = dict(leaves.values_list("index", "content"))
    called = set(who.called)
    found = []
    for row in rows:
        entry, by = decode(bytes(contents[row.index]), index=row.index), row.by in called
        found.append(Receipt(entry, boards.get(row.stream or "", ""), not by, by))
    return tuple(found)


def _duties(who: Known) -> list[DutyRow]:
    rows = DutyRow.objects.filter(origin=who.live.log.origin, entry__in=who.named())
    return list(rows.order_by("entry"))


def _told(rows: list[DutyRow], boards: Mapping[str, str]) -> tuple[DutyOfMine, ...]:
    return tuple(
        DutyOfMine(
            row.entry,
            Duty(row.duty),
            boards.get(row.board or "", ""),
            row.from_day,
            row.until_day,
        )
        for row in rows
    )


@dataclass(frozen=True, slots=True)
class NameOnPlaces:
    """Where somebody's name is shown now, where it was until they took it off, and where not."""

    partnership: str
    name: str
    named: tuple[PlaceHeld, ...]
    before: tuple[PlaceHeld, ...]
    others: tuple[PlaceHeld, ...]


def name_on_places(origin: str, person: str) -> NameOnPlaces:
    """Return where somebody's name is shown, and where it would be put back."""
    who, _ = known(origin, person)
    places = [one for one in places_of(who) if one.left is None]
    back = _to_put_back(who, [one for one in places if one.shown_as is ShownAs.ROLE])
    named = tuple(one for one in places if one.shown_as is ShownAs.NAMED)
    before = tuple(one for one in places if one.entry in back)
    others = tuple(one for one in places if one not in (*named, *before))
    return NameOnPlaces(who.live.name, who.me.name, named, before, others)


def _to_put_back(who: Known, places: list[PlaceHeld]) -> frozenset[int]:
    """Return the entries of those places that showed a name until they were last changed."""
    log, entries = who.live.log, [one.entry for one in places]
    leaves = Leaf.objects.filter(log=log, index__in=entries).values_list("index", "content")
    first = {index: decode(bytes(content), index=index).fact for index, content in leaves}
    boards = boards_of(log, {one.board for one in places})
    found = set()
    for one in places:
        _, held = own_place(boards[one.board], one.entry, frozenset(entries))
        fact = first[one.entry]
        assert isinstance(fact, PlaceTaken)
        if named_before(boards[one.board], held, first=fact.shown_as):
            found.add(one.entry)
    return frozenset(found)
