"""A long record for measuring: a thousand boards, each with the life of a thousand entries.

Its boards take turns, as they do in life; ids, people and words are drawn by hashing numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from itertools import chain, cycle, islice
from pathlib import Path

from withus.core.bundle import Header, bundle_lines
from withus.core.facts import joining as f
from withus.core.facts import keeping as k
from withus.core.facts.circumstances import HOST, Circumstances, moment
from withus.core.facts.encoding import Entry, written
from withus.core.facts.fact import Fact, layout
from withus.core.facts.sealing import Opening, commitment
from withus.core.history.figures import figures
from withus.core.history.fold import Folding
from withus.core.proofs.base64_strict import to_base64url
from withus.core.proofs.canonical import canonical
from withus.core.proofs.check_code import check_code
from withus.core.proofs.checkpoint import Checkpoint, signed
from withus.core.proofs.keys import SigningKey
from withus.core.proofs.merkle import root_over
from withus.core.words import (
    Capacity,
    ChallengeGround,
    ChallengeOutcome,
    ChosenBy,
    ConfirmedHow,
    Country,
    Ended,
    Level,
    MandateMethod,
    PaidBy,
    Paper,
    PlaceKind,
    ReportRoute,
    ShownAs,
    WithdrawnGround,
)

ORIGIN = "withus.example/long"
KEY = SigningKey(ORIGIN, sha256(b"long").digest())
START, DAY = datetime(2026, 1, 5, 9, 0, tzinfo=UTC), date(2026, 1, 5)
BOARDS, PLACES = 1_000, 30
CAPACITIES = tuple(Capacity)[:6]
WORDS = "What we asked for when we met, what was said to us, and what has come of it since. "


def an_id(*parts: object) -> str:
    return to_base64url(sha256(repr(parts).encode()).digest()[:16])


def write(path: Path, size: int) -> str:
    """Write a copy of a record of so many entries, and return its check-code."""
    leaves = path.with_suffix(".leaves")
    folding, openings = Folding(), path.with_suffix(".openings")
    with leaves.open("wb") as to, openings.open("wb") as keys:
        for index, fact in enumerate(islice(facts(), size)):
            leaf, entry, opened = encoded(fact, index)
            to.write(leaf + b"\n")
            folding.take(entry)
            keys.writelines(line(index, each) for each in opened)
    with leaves.open("rb") as lines:
        head = root_over(line[:-1] for line in lines)
    checkpoint = Checkpoint(ORIGIN, head.size, head.root)
    with leaves.open("rb") as lines, openings.open("rb") as keys, path.open("wb") as to:
        to.writelines(
            bundle_lines(
                Header(ORIGIN, size, KEY.verifier()),
                leaves=(line[:-1] for line in lines),
                openings=map(opening, keys),
                figures=figures(folding.history()),
                checkpoint=signed(checkpoint, by=KEY),
            )
        )
    leaves.unlink()
    openings.unlink()
    return check_code(checkpoint).text()


def line(index: int, each: Opening) -> bytes:
    return f"{index}\t{each.path}\t{each.value}\t{each.key.hex()}\n".encode()


def opening(line: bytes) -> tuple[int, Opening]:
    index, path, value, key = line.decode().rstrip("\n").split("\t")
    return int(index), Opening(path, value, bytes.fromhex(key))


def encoded(fact: Fact, index: int) -> tuple[bytes, Entry, list[Opening]]:
    """Write a fact as a leaf, without the reading back that `encode` does."""
    said = Circumstances(at=START + timedelta(seconds=7 * index), by=HOST, typed_by=None)
    nonce, paths = an_id("nonce", index), layout(type(fact)).sealed
    opened = [
        Opening(path, getattr(fact, path), sha256(f"{index}{path}".encode()).digest())
        for path in paths
    ]
    sealed = {
        each.path: commitment(each, origin=ORIGIN, nonce=nonce, kind=fact.TYPE) for each in opened
    }
    leaf = canonical(
        {
            "v": 1,
            "origin": ORIGIN,
            "type": fact.TYPE,
            "at": moment(said.at),
            "by": said.by,
            "typed_by": said.typed_by,
            "claimed_at": None,
            "nonce": nonce,
            "clear": written(fact),
            "sealed": sealed,
        }
    )
    entry = Entry(
        origin=ORIGIN, index=index, nonce=nonce, circumstances=said, fact=fact, sealed=sealed
    )
    return leaf, entry, opened


def facts() -> Iterator[Fact]:
    """Yield the facts of the record, the boards taking turns."""
    whole = f.PartnershipOpened(
        name="Long", practice=False, follows=None, country=Country.ENGLAND, about=WORDS
    )
    lives = [board_life(number) for number in range(BOARDS)]
    turns = (next(life) for life in cycle(lives))
    return chain([whole], turns)


def board_life(board: int) -> Iterator[Fact]:
    """Yield what happens on a board, without end: founding, then round after round."""
    yield f.BoardOpened(
        board=an_id(board),
        name=f"Board {board}",
        level=Level.COMMUNITY,
        parent=None,
        formats=frozenset({Paper.STANDARD}),
    )
    yield f.RulesSet(board=an_id(board), rules=RULES, from_=DAY, decision=None)
    for place in range(PLACES):
        yield place_made(board, place)
    rounds = 0
    while True:
        yield from a_round(board, rounds, step=2 + PLACES + 32 * rounds)
        rounds += 1


def a_round(board: int, turn: int, *, step: int) -> Iterator[Fact]:
    """Yield 32 facts: a place changes hands, its holder is chosen, reports and is confirmed."""
    place, holding = an_id(board, turn % PLACES), an_id(board, "holding", turn)
    mandate, index = an_id(board, "mandate", turn), 1 + step * BOARDS + board
    yield f.PlaceTaken(
        place=place, holding=holding, shown_as=ShownAs.ROLE, person=an_id("person", board, turn)
    )
    yield replace(MANDATE, mandate=mandate, holding=holding)
    for _ in range(10):
        yield k.EntryConfirmed(entry=index, how=ConfirmedHow.OWN_CODE, right=True)
    for number in range(4):
        deputy = an_id(board, turn, "deputy", number)
        yield replace(DEPUTY, deputy=deputy, place=place, person=an_id("di", board, number))
        yield f.DeputyEnded(deputy=deputy)
    for number in range(7):
        text = WORDS * (1 + number % 3)
        yield f.MandateReported(
            mandate=mandate, routes=frozenset({ReportRoute.MEETING}), report=text
        )
    if turn % 8 == 0:
        yield k.EntryCorrected(entry=index, field="shown_as", value="named")
    else:
        yield replace(WITHDRAWN, entry=index + 20 * BOARDS)
    challenge = an_id(board, turn, "challenge")
    yield replace(CHALLENGE, challenge=challenge, entry=index)
    yield k.ChallengeEnded(challenge=challenge, outcome=ChallengeOutcome.WITHDRAWN, decision=None)
    yield f.MandateEnded(mandate=mandate, how=Ended.ENDED)
    yield f.PlaceLeft(holding=holding, how=Ended.ENDED, early=False)


def place_made(board: int, place: int) -> f.PlaceMade:
    return f.PlaceMade(
        place=an_id(board, place),
        board=an_id(board),
        capacity=CAPACITIES[place % 6],
        kind=PlaceKind.REPRESENTATIVE,
        tags=frozenset({"patient_member"}),
        chair=place == 0,
        vote_from=None,
        vote_until=None,
        term_until=date(2029, 3, 31),
        chosen_by=ChosenBy.ROLL,
        paid_by=PaidBy.ULO,
        post="Member",
    )


RULES = [
    {
        "id": name,
        "kind": "present",
        "who": {"affected": True},
        "at_least": 2,
        "force": "promise",
        "source": None,
        "from": "2026-01-05",
        "until": None,
    }
    for name in ("two-present", "half-present", "chair-present")
]
MANDATE = f.MandateGranted(
    mandate="",
    holding="",
    method=MandateMethod.BALLOT,
    roll=61,
    voted=40,
    from_=DAY,
    until=date(2029, 3, 31),
    report_every=90,
    recall_share="1/5",
    constituency="Members of Our Say",
)
DEPUTY = f.DeputyNamed(
    deputy="", place="", capacity=Capacity.DRAWS_ON_SERVICES, meeting=None, person=""
)
CHALLENGE = k.ChallengeRaised(
    challenge="", entry=0, ground=ChallengeGround.CAPACITY, what="That is not so."
)
WITHDRAWN = k.TextWithdrawn(
    entry=0,
    path="report",
    ground=WithdrawnGround.PRIVATE,
    appeal_by=date(2026, 12, 1),
    reason="It names somebody.",
)
