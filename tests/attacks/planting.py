"""Canaries in a record, and a search for them in every byte of everything that is kept.

Names and words lie sealed on the disk, so a search for them alone would find nothing, erased or
not. So the search knows three ways in: the bytes as they lie there; the keys, in every spelling;
and what somebody reads who has a file of keys and a backup, and tries every key on all of it.
"""

from __future__ import annotations

import base64
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from django.db import connection, connections

from tests.attacks.planting_beside import Beside, plant_beside, sealed_in
from tests.core.facts.story import (
    A_MEETING,
    A_WORK,
    DAY,
    ORIGIN,
    START,
    an_id,
    place_made,
    place_taken,
)
from tests.kept import write
from tests.stores.record.acts import make_board
from withus.actions.joining import enter
from withus.core.facts import joining as f
from withus.core.facts import keeping as k
from withus.core.facts.encoding import kinds
from withus.core.facts.fact import Fact, Seal, layout
from withus.core.proofs.base64_strict import from_base64
from withus.core.words import (
    Capacity,
    ChallengeGround,
    Country,
    Duty,
    Level,
    MandateMethod,
    ReportRoute,
    WithdrawnGround,
)
from withus.stores.keys.locker import NotOpened, find_keys, unseal
from withus.stores.people.identity import Identity, add_person, identity
from withus.stores.people.models import Person
from withus.stores.record.append import THE_HOST, Actor, open_log
from withus.stores.record.models import SealedValue

NAME, OTHER = "Canaria Beltravers", "Odo Fennimore"
OTHERS_WORDS = "what Odo said of the weir"
SECOND = an_id("second board")
AT = START + timedelta(hours=1)


def canary(kind: type[Fact], path: str) -> str:
    """Return words that stand nowhere but in one field of one type."""
    return f"the heron told {kind.TYPE} of {path} in the third ditch"


@dataclass(frozen=True)
class Planted:
    """Who was planted, and everything of theirs that must be gone once they are erased."""

    person: str
    other: str
    known: Identity
    texts: tuple[str, ...]
    keys: Mapping[str, bytes]
    sealed: tuple[bytes, ...]
    beside: Beside

    def words(self) -> dict[str, bytes]:
        """Return name, words and id, which no byte of anything may hold."""
        return {each: each.encode() for each in (NAME, self.person, *self.texts)}


def plant() -> Planted:
    """Keep a record in which a canary holds places on two boards and has entered every text."""
    person, other = add_person(ORIGIN, NAME).person, add_person(ORIGIN, OTHER).person
    enter_first(Actor(person=person, commanded=True), other)
    by_another = Actor(person=person, typed_by=other, commanded=True)
    enter(*of_places(person), record=ORIGIN, by=THE_HOST, now=AT)
    enter(*of_mandates(), record=ORIGIN, by=Actor(person=person, commanded=True), now=AT)
    raised, withdrawn = of_challenges()
    enter(raised, record=ORIGIN, by=by_another, now=AT)
    enter(withdrawn, record=ORIGIN, by=Actor(person=person, commanded=True), now=AT)
    typed_for_the_other(person, other)
    write(*of_a_meeting(), *of_a_work(person), origin=ORIGIN, by=Actor(person=person), now=AT)
    known = identity(ORIGIN, person)
    rows = list(SealedValue.objects.all())
    mine = [row for row in rows if row.key == known.key or not is_the_others(row)]
    row = Person.objects.get(id=person)
    return Planted(
        person,
        other,
        known,
        tuple(canary(kind, path) for kind, path in every_text()),
        find_keys([known.key, *(each.key for each in mine)]),
        (bytes(row.sealed), *(bytes(each.content) for each in mine)),
        plant_beside(person),
    )


def is_the_others(row: SealedValue) -> bool:
    """Tell whether a sealed value is not the canary's: the other's words, and who the other is."""
    secret = find_keys([row.key])[row.key]
    place = f"{row.log.origin}\n{row.entry}\n{row.path}"
    _, value = json.loads(unseal(secret, bytes(row.content), bound_to=place))
    return not value.startswith("the heron told")


def every_text() -> list[tuple[type[Fact], str]]:
    """Return each field of each type that seals a text."""
    return [
        (kind, path)
        for kind in kinds().values()
        for path, seal in layout(kind).sealed.items()
        if seal is Seal.TEXT
    ]


def enter_first(by: Actor, other: str) -> None:
    """Open the partnership and two boards, and name who may set up and type for others."""
    opening = f.PartnershipOpened(
        name="Thornmere Together",
        practice=False,
        follows=None,
        country=Country.ENGLAND,
        about=canary(f.PartnershipOpened, "about"),
    )
    open_log(ORIGIN)
    write(opening, origin=ORIGIN, by=by, now=START)  # so that its words are the canary's
    make_board()
    named = ((by.person, Duty.HOST), (by.person, Duty.FACILITATOR), (other, Duty.FACILITATOR))
    for person, duty in named:
        days = {"from_": DAY, "until": None}
        given = {"given": an_id(f"{person} {duty}"), "duty": duty, "person": person}
        told = f.DutyGiven(**given, **days, board=None)  # type: ignore[arg-type]
        enter(told, record=ORIGIN, by=THE_HOST, now=START)
    second = f.BoardOpened(
        board=SECOND, name="Weir board", level=Level.COUNCIL, parent=None, formats=frozenset()
    )
    enter(second, record=ORIGIN, by=by, now=AT)
    post = canary(f.PlaceMade, "post")
    seats = [place_made(f"seat {n}", Capacity.UNPAID_CARERS, post=post) for n in (1, 3)]
    weir = place_made("seat 2", Capacity.SERVICES, board=SECOND, post=post)
    enter(*seats, weir, record=ORIGIN, by=by, now=AT)


def of_places(person: str) -> Iterator[Fact]:
    """Yield that the canary took a place on each board, entered by another."""
    for number in (1, 2):
        taken = place_taken(f"seat {number}", f"holding {number}", "x")
        yield f.PlaceTaken(
            place=taken.place, holding=taken.holding, shown_as=taken.shown_as, person=person
        )


def of_mandates() -> Iterator[Fact]:
    """Yield what the canary entered of a mandate."""
    yield f.MandateGranted(
        mandate=an_id("mandate"),
        holding=an_id("holding 1"),
        method=MandateMethod.BALLOT,
        roll=61,
        voted=40,
        from_=DAY,
        until=date(2028, 3, 31),
        report_every=90,
        recall_share="1/5",
        constituency=canary(f.MandateGranted, "constituency"),
    )
    yield f.MandateReported(
        mandate=an_id("mandate"),
        routes=frozenset({ReportRoute.MEETING}),
        report=canary(f.MandateReported, "report"),
    )


def of_challenges() -> Iterator[Fact]:
    """Yield what another typed for the canary."""
    yield k.ChallengeRaised(
        challenge=an_id("challenge"),
        entry=1,
        ground=ChallengeGround.CAPACITY,
        what=canary(k.ChallengeRaised, "what"),
    )
    yield k.TextWithdrawn(
        entry=0,
        path="about",
        ground=WithdrawnGround.PRIVATE,
        appeal_by=date(2026, 12, 1),
        reason=canary(k.TextWithdrawn, "reason"),
    )


def of_a_meeting() -> Iterator[Fact]:
    """Yield a whole meeting with a canary in each of its texts."""
    for fact in A_MEETING:
        texts = {path: canary(type(fact), path) for path in layout(type(fact)).sealed}
        yield replace(fact, **texts)


def of_a_work(person: str) -> Iterator[Fact]:
    """Yield a whole work with a canary in each of its texts, and points put by the canary."""
    for fact in A_WORK:
        sealed = layout(type(fact)).sealed
        told = {
            path: person if seal is Seal.PERSON else canary(type(fact), path)
            for path, seal in sealed.items()
        }
        yield replace(fact, **told)


def typed_for_the_other(person: str, other: str) -> None:
    """Let the canary type that the other took a place, and the other's words."""
    said = k.ChallengeRaised(
        challenge=an_id("other challenge"),
        entry=1,
        ground=ChallengeGround.CAPACITY,
        what=OTHERS_WORDS,
    )
    taken = f.PlaceTaken(
        place=an_id("seat 3"),
        holding=an_id("holding 3"),
        shown_as=place_taken("x", "x", "x").shown_as,
        person=other,
    )
    typed = Actor(person=other, typed_by=person, commanded=True)
    enter(taken, said, record=ORIGIN, by=typed, now=AT)


def every_file(*folders: Path) -> dict[Path, bytes]:
    """Return every byte of every file below some folders."""
    found: dict[Path, bytes] = {}
    for path in (each for folder in folders for each in sorted(folder.rglob("*"))):
        with suppress(FileNotFoundError):  # a server may put a file away while we look
            if path.is_file() and not path.is_symlink():
                found[path] = path.read_bytes()
    return found


def found_in(wanted: Iterable[bytes], *folders: Path) -> set[str]:
    """Return the names of the files that hold some bytes, in any way they are spelt."""
    spelt = {each for some in wanted for each in spellings(some)}
    files = every_file(*folders)
    assert files, folders
    return {path.name for path, held in files.items() if any(each in held for each in spelt)}


def spellings(wanted: bytes) -> set[bytes]:
    """Return bytes as they might be written: as they are, wide, hex, or base64 of either sort."""
    found = {wanted, wanted.hex().encode(), wanted.hex().upper().encode()}
    with suppress(UnicodeDecodeError):
        found.add(wanted.decode().encode("utf-16-le"))
    for encode in (base64.b64encode, base64.urlsafe_b64encode):
        for before in range(3):  # they may begin anywhere in what was encoded
            whole = encode(bytes(before) + wanted)
            found.add(whole[-(-before * 8 // 6) : (before + len(wanted)) * 8 // 6])
    assert min(map(len, found)) >= 12, "too short to be found by chance"
    return found


def folders_of_databases() -> list[Path]:
    """Return the folders in which the databases' files lie, once all is on the disk."""
    found = {Path(str(connections["keys"].settings_dict["NAME"])).parent}
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("CHECKPOINT")  # files that were written anew go only now
        found.add(Path(str(connection.settings_dict["HOST"])) / "made")
    return sorted(found)


def read_with(keys: Path, backup: Path) -> str:
    """Return what somebody reads who tries every key of one file on all that a backup seals."""
    with closing(sqlite3.connect(keys)) as file:
        secrets = [bytes(row[0]) for row in file.execute("SELECT secret FROM keys_key")]
    log, told = "", []
    for line in backup.read_bytes().splitlines():
        ((kind, each),) = json.loads(line).items()
        log = each["origin"] if kind == "log" else log
        if kind == "row":
            for content, place in sealed_in(each):
                told += list(opened(secrets, content, place))
        if kind in ("sealed", "person"):
            of_entry = "path" in each
            place = (
                f"{log}\n{each['entry']}\n{each['path']}" if of_entry else f"person {each['id']}"
            )
            content = from_base64(each["content"] if of_entry else each["sealed"])
            told += list(opened(secrets, content, place))
    return "\n".join(told)


def opened(secrets: list[bytes], content: bytes, place: str) -> Iterator[str]:
    """Yield what any of some keys opens."""
    for secret in secrets:
        with suppress(NotOpened):
            yield unseal(secret, content, bound_to=place).decode()
