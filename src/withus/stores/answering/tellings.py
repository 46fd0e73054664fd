"""Who is to be told of an answer, by which route, and whether they were."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from withus.core.words import ToldRoute
from withus.stores.answering.models import Telling

BY_HAND = (ToldRoute.LETTER, ToldRoute.TEXT, ToldRoute.CALL, ToldRoute.SOMEONE)


def keep(
    origin: str,
    work: str,
    entry: int,
    people: Mapping[str, str],
    routes: Mapping[str, ToldRoute | None],
) -> None:
    """Keep that people are to be told of an answer; of an earlier one they need not be any more.

    Shape: `people` by the point they put.
    """
    rows = Telling.objects.filter(origin=origin, point__in=list(people))
    rows.filter(told=None).delete()
    Telling.objects.bulk_create(
        Telling(
            origin=origin,
            work=work,
            point=point,
            entry=entry,
            person=person,
            route=(routes.get(person) or ""),
        )
        for point, person in people.items()
    )


def by_mail() -> Iterator[Telling]:
    """Yield those who wait for a mail that is not on its way."""
    rows = Telling.objects.filter(told=None, posted=None, route=ToldRoute.EMAIL.value)
    yield from rows.order_by("origin", "entry", "id")


def of_work(origin: str, work: str) -> list[Telling]:
    """Return who of a work is not told yet, the first answered first."""
    rows = Telling.objects.filter(origin=origin, work=work, told=None)
    return list(rows.order_by("entry", "id"))


def to_person(origin: str, person: str) -> list[Telling]:
    """Return of what somebody is to be told, or was, the latest first."""
    return list(Telling.objects.filter(origin=origin, person=person).order_by("-entry", "id"))


def find(telling: str) -> Telling | None:
    """Return one of them."""
    return Telling.objects.filter(id=telling).first()


def take(telling: str, *, now: datetime) -> bool:
    """Note that a mail is on its way; tell whether none was before, so that it is sent once."""
    return bool(Telling.objects.filter(id=telling, posted=None, told=None).update(posted=now))


def note(telling: str, *, now: datetime) -> bool:
    """Note that somebody was told; tell whether they were not before, so that it is once."""
    return bool(Telling.objects.filter(id=telling, told=None).update(told=now))


def another_way(telling: str, route: ToldRoute | None) -> None:
    """Let somebody be told by another route, since theirs is gone."""
    rows = Telling.objects.filter(id=telling, told=None)
    rows.update(route=route.value if route else "", posted=None)


def forget(origin: str, points: Iterable[str]) -> None:
    """Delete that whoever put some points is to be told."""
    Telling.objects.filter(origin=origin, point__in=list(points), told=None).delete()


def forget_person(origin: str, person: str) -> None:
    """Delete of what somebody was told, and how."""
    Telling.objects.filter(origin=origin, person=person).delete()
