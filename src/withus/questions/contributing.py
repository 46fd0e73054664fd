"""Who puts points: the members of a work’s boards, by name, for those who may see names."""

from __future__ import annotations

from withus.questions.names import named_in
from withus.questions.works import WorkHere
from withus.stores.people.models import Person
from withus.stores.record.models import SealedValue


def members(here: WorkHere) -> list[tuple[str, str]]:
    """Return the members of a work’s boards with their names, in order of name."""
    held = [
        place.held.taken.entry
        for board in here.boards.values()
        for place in board.places.values()
        if place.ended is None and place.held
    ]
    names = named_in(here.log, held)
    rows = SealedValue.objects.filter(log=here.log, entry__in=held, path="person")
    keys = dict(rows.values_list("entry", "key"))
    known = Person.objects.filter(origin=here.origin, key__in=set(keys.values()))
    people = dict(known.values_list("key", "id"))
    found = {people.get(keys.get(entry, ""), ""): name for entry, name in names.items()}
    found.pop("", None)
    return sorted(found.items(), key=lambda each: each[1].casefold())
