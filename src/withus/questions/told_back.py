"""What is to be told of an answer, and to whom: opened for the mail or the letter alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from withus.core.answering.back import Back
from withus.core.answering.standing import answers_to, themes_of
from withus.core.facts.sealing import Opening
from withus.core.history.work import Point
from withus.core.words import PointOutcome, ShownAs, ToldRoute
from withus.questions.works import WorkHere, work_here
from withus.stores.accounts.accounts import addresses_of
from withus.stores.answering import reach, tellings
from withus.stores.answering.models import Telling
from withus.stores.people.identity import identities, with_secrets
from withus.stores.record.openings import find_openings


@dataclass(frozen=True, slots=True)
class ToldBack:
    """What a mail tells, and where it goes; no address where there is none."""

    seen: Back
    address: str


@dataclass(frozen=True, slots=True)
class ToTell:
    """Somebody who is to be told of an answer: how, where that reaches them, and of what."""

    telling: str
    route: ToldRoute | None
    where: str
    seen: Back
    posted: bool
    closed: bool  # they chose not to be named: whoever writes to them need not learn what they said


def told_back(telling: Telling) -> ToldBack | None:
    """Return what one mail tells; None where whoever put the point is no longer here."""
    here = work_here(telling.origin, telling.work, inside=True)
    names = {name: one.name for name, one in identities(here.origin, [telling.person]).items()}
    seen = backs(here, [telling], names).get(telling.id)
    if seen is None:
        return None
    addresses = addresses_of(telling.origin, [telling.person])
    return ToldBack(seen, addresses.get(telling.person, ""))


def to_tell(here: WorkHere) -> list[ToTell]:
    """Return who of a work is still to be told."""
    rows = tellings.of_work(here.origin, here.id)
    return told_of(here, rows)


def told_of(here: WorkHere, rows: Iterable[Telling]) -> list[ToTell]:
    """Return some tellings with what they tell, and where that reaches."""
    some = list(rows)
    known = with_secrets(here.origin, {row.person for row in some}) if some else {}
    seen = backs(here, some, {person: one.name for person, (one, _) in known.items()})
    routes = reach.opened(here.origin, known)
    return [
        ToTell(
            telling=row.id,
            route=ToldRoute(row.route) if row.route else None,
            where=routes[row.person].where if row.person in routes else "",
            seen=seen[row.id],
            posted=row.posted is not None,
            closed=is_closed(here.state.points[row.point]),
        )
        for row in some
        if row.id in seen
    ]


def is_closed(point: Point) -> bool:
    """Tell whether a member put a point who chose not to be named beside it, and typed it alone."""
    put = point.put
    return (
        put.fact.holding is not None
        and put.fact.shown_as is not ShownAs.NAMED
        and put.typed_by is None
    )


def backs(here: WorkHere, rows: Iterable[Telling], names: Mapping[str, str]) -> Mapping[str, Back]:
    """Return what is told of some answers, by telling: words opened at once for all."""
    some = [row for row in rows if row.point in here.state.points]
    themes = themes_of(here.state)
    last = {
        row.id: answers_to(here.state.points[row.point], themes.get(row.point, ()))[-1]
        for row in some
        if answers_to(here.state.points[row.point], themes.get(row.point, ()))
    }
    puts = {row.id: here.state.points[row.point].put.entry for row in some}
    openings = find_openings(here.log, {*puts.values(), *(one.entry for one in last.values())})

    def words(entry: int, path: str) -> str:
        one = openings.get(entry, {}).get(path)
        return str(one.value) if isinstance(one, Opening) else ""

    whole = here.partnership.opened
    return {
        row.id: Back(
            name=names[row.person],
            partnership=whole.fact.name if whole else "",
            work=here.opened.fact.name,
            said=words(puts[row.id], "words"),
            outcome=PointOutcome(last[row.id].fact.outcome),
            reason=words(last[row.id].entry, "reason"),
        )
        for row in some
        if row.id in last and row.person in names
    }
