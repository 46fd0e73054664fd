"""The rules of a board as whoever changes them needs them, and what others would mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from withus.core.deciding.each import LeftOut, each_left_out, hangs_on_a_promise
from withus.core.deciding.mirror import Mirror, mirror
from withus.core.deciding.reading import read_what_can_be
from withus.core.deciding.rule import Rule
from withus.core.deciding.sums import Places
from withus.core.deciding.voting import places_on
from withus.core.deciding.who import Place
from withus.core.findings.finding import NotEnough
from withus.core.history.state import Board
from withus.core.history.streams import PARTNERSHIP
from withus.questions.deciding import meanings
from withus.questions.finding import NotHere, boards_of
from withus.stores.deciding.finding import rules_carried
from withus.stores.joining.models import BoardRow, PartnershipRow
from withus.stores.meeting.finding import has_met
from withus.stores.record.models import Log


@dataclass(frozen=True, slots=True)
class BoardHere:
    """A board of a partnership, live or a practice run, for those who are in it."""

    log: Log
    id: str
    name: str
    partnership: str
    practice: bool
    state: Board


@dataclass(frozen=True, slots=True)
class RulesSet:
    """A board's rules as they were last set, and what is needed to set others."""

    here: BoardHere
    rules: tuple[Rule, ...]
    unreadable: int
    since: date | None  # None: none were ever set
    entry: int | None
    ids: frozenset[str]  # of every rule there ever was

    def sorts(self, *, on: date) -> Mapping[Place, int]:
        """Tell the places that may vote on a day, by what rules can tell of them."""
        return places_on(self.here.state, on=on)

    def earliest(self, *, on: date) -> date:
        """Tell the first day from which rules may be set: not before those that are set."""
        return on if self.since is None else max(on, self.since)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What rules mean on a day, on later days, and where each sort of members is left out."""

    now: Mirror | NotEnough
    later: tuple[tuple[date, Mirror | NotEnough], ...]
    left_out: tuple[LeftOut, ...]
    on_a_promise: bool


def board_here(origin: str, board: str) -> BoardHere:
    """Return a board of a partnership, a practice run too; whoever asks is somebody in it."""
    row = BoardRow.objects.filter(origin=origin, ref=board).first()
    found = PartnershipRow.objects.filter(origin=origin, ref=PARTNERSHIP).first()
    log = Log.objects.filter(origin=origin).first()
    if row is None or found is None or log is None:
        raise NotHere("not_here")
    state = boards_of(log, {board})[board]
    return BoardHere(log, board, row.name, found.name, found.practice, state)


def rules_set(here: BoardHere) -> RulesSet:
    """Return the rules of a board as they were last set, whether or not in force yet."""
    last = here.state.rules[-1] if here.state.rules else None
    read = read_what_can_be(last.fact.rules) if last else ()
    known = [rule for rule in read if rule is not None]
    every = (rule for told in here.state.rules for rule in read_what_can_be(told.fact.rules))
    return RulesSet(
        here=here,
        rules=tuple(known),
        unreadable=len(read) - len(known),
        since=last.fact.from_ if last else None,
        entry=last.entry if last else None,
        ids=frozenset(rule.id for rule in every if rule),
    )


@dataclass(frozen=True, slots=True)
class Rests:
    """Whether a board has met, and the decision on which its next rules would rest, if any."""

    met: bool
    decision: str = ""
    on: date | None = None


def rests_on(here: BoardHere) -> Rests:
    """Return on which decision a board's next rules would rest."""
    origin = here.log.origin
    if not has_met(origin, here.id):
        return Rests(met=False)
    used = {each.fact.decision for each in here.state.rules}
    found = rules_carried(origin, here.id, but=used)
    decision, at = found or ("", None)
    return Rests(met=True, decision=decision, on=at.date() if at else None)


def meaning(found: RulesSet, rules: Sequence[Rule], *, on: date) -> Meaning:
    """Return what rules would mean on a board, were they set from a day."""
    (_, now), *later = meanings(found.here.state, tuple(rules), from_=on, until=date.max)
    places = found.sorts(on=on)
    each = each_left_out(rules, places, on=on) if rules else ()
    return Meaning(now, tuple(later), each, hangs_on_a_promise(rules, places, on=on))


def meaning_of(rules: Sequence[Rule], places: Places, *, on: date) -> Mirror | NotEnough:
    """Return what rules mean for places that are yet to be, or are to end."""
    return mirror(rules, places, on=on)
