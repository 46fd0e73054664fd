"""Keeping what people need to take part, and whether it was there: sealed under their own keys."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from withus.core.meeting.needs import NeedAnswer
from withus.stores.keys.locker import seal, unseal
from withus.stores.meeting.finding import HELD
from withus.stores.meeting.models import MeetingRow, Need, NeedsAt
from withus.stores.people.identity import Identity, with_secrets


@dataclass(frozen=True, slots=True)
class Needed:
    """What somebody needs: by the codes of a list, and in words of their own."""

    codes: frozenset[str] = frozenset()
    words: str = ""

    @property
    def any(self) -> bool:
        """Tell whether there is anything."""
        return bool(self.codes or self.words)


def keep(origin: str, person: str, needed: Needed) -> None:
    """Keep what somebody needs, in the place of what they said before."""
    if not needed.any:
        Need.objects.filter(origin=origin, person=person).delete()
        return
    told = {"codes": sorted(needed.codes), "words": needed.words}
    sealed = _sealed(origin, person, told, at="")
    Need.objects.update_or_create(origin=origin, person=person, defaults={"sealed": sealed})


def of_people(origin: str, people: Iterable[str]) -> Mapping[str, Needed]:
    """Return what each of some people needs; those who said nothing are left out.

    Not: a check of who asks; that is for the question that calls this.
    """
    rows = list(Need.objects.filter(origin=origin, person__in=list(people)))
    found = _opened(origin, [(row.person, "", bytes(row.sealed)) for row in rows])
    return {
        person: Needed(frozenset(told["codes"]), told["words"])
        for (person, _), told in found.items()
    }


def note(origin: str, meeting: str, person: str, answer: NeedAnswer) -> None:
    """Note whether what somebody needs was there at a meeting."""
    sealed = _sealed(origin, person, {"answer": answer.value}, at=meeting)
    NeedsAt.objects.update_or_create(
        origin=origin, meeting=meeting, person=person, defaults={"sealed": sealed}
    )


def answers_at(origin: str, meeting: str) -> Mapping[str, NeedAnswer]:
    """Return what is noted of the people at a meeting, by person."""
    rows = NeedsAt.objects.filter(origin=origin, meeting=meeting)
    return {person: answer for (person, _), answer in _answers(origin, rows).items()}


def answers_to(origin: str, person: str) -> Mapping[str, NeedAnswer]:
    """Return what is noted of one person, by meeting."""
    rows = NeedsAt.objects.filter(origin=origin, person=person)
    return {meeting: answer for (_, meeting), answer in _answers(origin, rows).items()}


def at_meeting(
    origin: str, meeting: str, people: Iterable[str]
) -> Mapping[str, tuple[str, Needed, NeedAnswer | None]]:
    """Return what people need at a meeting: their names, and whether it is noted as there."""
    wanted = list(people)
    said = Need.objects.filter(origin=origin, person__in=wanted)
    rows = [(row.person, "", bytes(row.sealed)) for row in said]
    noted = NeedsAt.objects.filter(origin=origin, meeting=meeting)
    rows += [(row.person, row.meeting, bytes(row.sealed)) for row in noted]
    known = with_secrets(origin, {person for person, _, _ in rows}) if rows else {}
    found = _opened(origin, rows, known)
    answers = {person: told["answer"] for (person, at), told in found.items() if at}
    return {
        person: (
            known[person][0].name,
            Needed(frozenset(told["codes"]), told["words"]),
            NeedAnswer(answers[person]) if person in answers else None,
        )
        for (person, at), told in found.items()
        if not at
    }


def answers_between(
    origin: str, starts: datetime, ends: datetime
) -> Mapping[str, tuple[NeedAnswer, ...]]:
    """Return, for each person, whether what they need was there at each meeting held in a time."""
    meetings = MeetingRow.objects.filter(origin=origin, starts__gte=starts, starts__lt=ends)
    held = meetings.filter(stage__in=[each.value for each in HELD]).values("ref")
    rows = NeedsAt.objects.filter(origin=origin, meeting__in=held)
    found: dict[str, tuple[NeedAnswer, ...]] = {}
    for (person, _meeting), answer in sorted(_answers(origin, rows).items()):
        found[person] = (*found.get(person, ()), answer)
    return found


def records() -> list[str]:
    """Return the records in which it is noted whether what people need was there."""
    return sorted(set(NeedsAt.objects.values_list("origin", flat=True)))


def forget_needs(person: str) -> None:
    """Delete what somebody needed, and whether it was there, in whichever record they were."""
    for table in (Need, NeedsAt):
        table.objects.filter(person=person).delete()


def _answers(origin: str, rows: Iterable[NeedsAt]) -> dict[tuple[str, str], NeedAnswer]:
    sealed = [(row.person, row.meeting, bytes(row.sealed)) for row in rows]
    return {each: NeedAnswer(told["answer"]) for each, told in _opened(origin, sealed).items()}


def _sealed(origin: str, person: str, told: dict[str, Any], *, at: str) -> bytes:
    _, secret = with_secrets(origin, [person])[person]
    return seal(secret, json.dumps(told).encode(), bound_to=_place(person, at))


def _opened(
    origin: str,
    rows: list[tuple[str, str, bytes]],
    known: Mapping[str, tuple[Identity, bytes]] | None = None,
) -> dict[tuple[str, str], dict[str, Any]]:
    people = {person for person, _, _ in rows}
    secrets = (with_secrets(origin, people) if rows else {}) if known is None else known
    return {
        (person, at): json.loads(unseal(secrets[person][1], sealed, bound_to=_place(person, at)))
        for person, at, sealed in rows
        if person in secrets
    }


def _place(person: str, at: str) -> str:
    return f"needs {person} {at}"
