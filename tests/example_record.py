"""A record to read: a partnership in an invented town, its boards, and a checkpoint signed of it.

`python -m tests.example_record` makes it in the database of WITHUS_VAR and prints its check-code.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import django

from tests.core.facts.story import DAY, START, an_id, place_made, place_taken
from withus.core.facts import joining as f
from withus.core.facts import keeping as k
from withus.core.facts.fact import Fact
from withus.core.proofs.checkpoint import Checkpoint, signed
from withus.core.proofs.keys import SigningKey
from withus.core.words import (
    Capacity,
    ChallengeGround,
    ChosenBy,
    Country,
    Ended,
    Level,
    MandateMethod,
    OrganisationKind,
    PaidBy,
    Paper,
    PlaceKind,
    ShownAs,
)

ORIGIN = "withus.example/thornmere"
SECRET = bytes(range(32))  # of an example, and known to all
HOME, CARE = an_id("board"), an_id("care board")
SOURCE = "Terms of reference, 13 October 2026, part 4"
ABOUT: dict[str, Any] = {"affected": True}
ANY_FIVE = [{"who": "all", "at_least": 5}]
RULES: list[dict[str, Any]] = [
    {"id": "two-in-the-room", "kind": "present", "who": ABOUT, "at_least": 2},
    {"id": "more-than-half", "kind": "agree", "who": "all", "over": "1/2", "of": "places"},
    {"id": "two-agree", "kind": "agree", "who": ABOUT, "at_least": 2, "before": True, "late": 5},
    {
        "id": "review",
        "kind": "may_call",
        "what": "review",
        "any_of": [{"who": "all", "at_least": 5}],
    },
]
FORCES = [
    ("promise", None),
    ("terms", SOURCE),
    ("terms", SOURCE),
    ("constitution", "The council's constitution, part 7"),
]
D, F, S = Capacity.DRAWS_ON_SERVICES, Capacity.UNPAID_CARERS, Capacity.SERVICES
E, C = Capacity.ELECTED, Capacity.COMMUNITY


def opening(*, practice: bool = False, name: str = "Thornmere Together") -> f.PartnershipOpened:
    """Return the opening of the partnership."""
    return f.PartnershipOpened(
        name=name,
        practice=practice,
        follows=None,
        country=Country.ENGLAND,
        about="How people come home from hospital.",
    )


def story() -> Iterator[Fact]:
    """Yield what happened in Thornmere, in order."""
    yield opening()
    bodies = {
        "Thornmere Council": OrganisationKind.COUNCIL,
        "Thornmere Hospital": OrganisationKind.NHS,
        "Our Say Thornmere": OrganisationKind.ULO,
        "The Carers’ Circle": OrganisationKind.ULO,
    }
    for name, kind in bodies.items():
        yield f.OrganisationJoined(organisation=an_id(name), name=name, kind=kind)
    yield opened(CARE, "Health and Care board", Level.COUNCIL, None)
    yield opened(HOME, "Coming Home board", Level.COMMUNITY, CARE)
    yield from seated(CARE, [D, F, *[S] * 7, *[E] * 3], empty={1})
    yield from seated(HOME, [D, D, D, F, F, C, *[S] * 5, E], empty={2, 10})
    yield f.RulesSet(board=HOME, rules=rules(), from_=DAY, decision=None)
    yield mandate("Coming Home 0")
    yield from afterwards()


def opened(board: str, name: str, level: Level, parent: str | None) -> f.BoardOpened:
    """Return a board's opening."""
    formats = frozenset({Paper.STANDARD, Paper.EASY_READ})
    return f.BoardOpened(board=board, name=name, level=level, parent=parent, formats=formats)


def seated(board: str, capacities: list[Capacity], *, empty: set[int]) -> Iterator[Fact]:
    """Yield places made and taken, but for some."""
    named = "Coming Home" if board == HOME else "Care"
    for number, code in enumerate(capacities):
        name, paid = f"{named} {number}", code in (S, E)
        yield place_made(
            name,
            code,
            board=board,
            chair=number == len(capacities) - 1,
            kind=PlaceKind.REPRESENTATIVE if code in (D, F) else PlaceKind.POST,
            chosen_by=ChosenBy.ROLL if code in (D, F) else ChosenBy.ORGANISATION,
            paid_by=PaidBy.SERVICE if paid else PaidBy.NOBODY,
            term_until=None if paid else date(2028, 3, 31),
        )
        if number not in empty:
            taken = place_taken(name, f"{name} held", f"{name} person")
            yield replace(taken, shown_as=ShownAs.COUNTED if number == 1 else ShownAs.ROLE)


def rules() -> list[dict[str, Any]]:
    """Return the rules of the board as they stand in a fact."""
    days = {"from": "2026-11-02", "until": None}
    return [
        {**told, "force": force, "source": source, **days}
        for told, (force, source) in zip(RULES, FORCES, strict=True)
    ]


def mandate(place: str) -> f.MandateGranted:
    """Return a mandate of whoever holds a place."""
    return f.MandateGranted(
        mandate=an_id(f"{place} mandate"),
        holding=an_id(f"{place} held"),
        method=MandateMethod.BALLOT,
        roll=61,
        voted=40,
        from_=DAY,
        until=date(2028, 3, 31),
        report_every=90,
        recall_share="1/5",
        constituency="Members of Our Say",
    )


def afterwards() -> Iterator[Fact]:
    """Yield what was said later of what had happened."""
    yield f.PlaceLeft(holding=an_id("Care 3 held"), how=Ended.RESIGNED, early=True)
    yield k.EntryCorrected(entry=7, field="paid_by", value="ulo")
    ground = ChallengeGround.CAPACITY
    said = "The chair is paid by the council."
    yield k.ChallengeRaised(challenge=an_id("challenge"), entry=50, ground=ground, what=said)


def sign(origin: str = ORIGIN, *, size: int | None = None, at: datetime = START) -> str:
    """Sign a record at a size, make the key known, and return the check-code."""
    from withus.core.proofs.check_code import check_code
    from withus.stores.record.models import SignedHead
    from withus.stores.record.proving import from_tree
    from withus.stores.record.published import publish_key
    from withus.stores.record.read import find_log

    log = find_log(origin)
    cut = log.size if size is None else size
    key = SigningKey(origin, SECRET)
    checkpoint = Checkpoint(origin, cut, from_tree(log, lambda tree: tree.root(cut)))
    SignedHead.objects.create(log=log, size=cut, note=signed(checkpoint, by=key), made_at=at)
    publish_key(log, key.verifier())
    return check_code(checkpoint).text()


def make() -> tuple[str, str]:
    """Make the record, and return an old check-code and the newest."""
    from django.conf import settings
    from django.core.management import call_command

    from tests.kept import write_story
    from withus.stores.accounts.accounts import add_address, open_account

    for alias in settings.DATABASES:
        call_command("migrate", database=alias, interactive=False, verbosity=0)
    write_story(ORIGIN, facts=story())
    for name in ("sam", "bo", "kit", "ada", "jo", "visitor"):
        add_address(open_account(), f"{name}@example.org")
    later = START + timedelta(hours=1)
    return sign(size=20, at=START + timedelta(minutes=20)), sign(size=55, at=later)


if __name__ == "__main__":
    django.setup()
    print("\n".join(make()))
