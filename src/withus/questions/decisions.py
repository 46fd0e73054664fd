"""A motion and a decision as people read them: words opened, by capacity, and whose they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from withus.core.deciding.room import Answer, Standpoint
from withus.core.errors import Refusal
from withus.core.facts.sealing import Opening
from withus.core.history.standing import in_force, outcome_of
from withus.core.history.state import Meeting, Motion, Place, Taken
from withus.core.meeting.standing import here as in_the_room
from withus.core.rules.acting import Acting
from withus.core.rules.in_meetings import check_runs
from withus.core.rules.rights import Act, may
from withus.core.rules.situation import NotAllowed
from withus.core.rules.taking import answer_now, answer_to, speaks_for
from withus.core.words import Capacity, Outcome, Position, Way
from withus.questions.deciding_now import MeetingNow, meeting_now
from withus.questions.finding import NotHere
from withus.questions.names import named_in
from withus.questions.rights import standing
from withus.stores.deciding.positions import positions
from withus.stores.joining.models import BoardRow, PartnershipRow
from withus.stores.record.models import Log
from withus.stores.record.openings import find_openings
from withus.stores.worrying.worries import hidden

Words = Mapping[int, Mapping[str, str]]  # by entry and path; what is not shown is not in it


READERS = "facilitator,member,officer"


class NotYours(NotAllowed):
    """Say that the words of a board's meetings are not for whoever asks."""


@dataclass(frozen=True, slots=True)
class Where:
    """Where a page about a meeting is: its partnership and its board, by name."""

    origin: str
    partnership: str
    practice: bool
    board: str
    board_name: str


@dataclass(frozen=True, slots=True)
class Mine:
    """What whoever looks may do here: from which places they speak, and by which right."""

    holdings: tuple[str, ...] = ()
    speaking: tuple[str, ...] = ()  # those of places they speak for in the room now
    chairs: bool = False
    types: bool = False
    reports: bool = False
    reads: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody in the room: in what capacity, how, and where they have said they stand."""

    holding: str
    capacity: Capacity
    name: str  # empty for those who may not see it, and where it was erased
    way: Way
    deputy: bool
    position: Position | None
    self_entered: bool


@dataclass(frozen=True, slots=True)
class MotionSeen:
    """A motion as whoever looks may see it."""

    where: Where
    here: MeetingNow
    motion: Motion
    words: Words
    mine: Mine
    points: tuple[Standpoint, ...]
    answer: Answer | Refusal
    taken: Taken | None

    @property
    def put(self) -> str:
        """Tell what was put, in its words."""
        return self.words.get(self.motion.put.entry, {}).get("words", "")

    @property
    def title(self) -> str:
        """Tell the title of its item."""
        item = self.here.meeting.items[self.motion.put.fact.item]
        return self.words.get(item.asked.entry, {}).get("title", "")


def where(log: Log, board: str) -> Where:
    """Return the names of a board and its partnership."""
    row = BoardRow.objects.filter(origin=log.origin, ref=board).first()
    whole = PartnershipRow.objects.filter(origin=log.origin).first()
    if row is None or whole is None:
        raise NotHere("not_here")
    return Where(log.origin, whole.name, whole.practice, board, row.name)


def where_of(here: MeetingNow) -> Where:
    """Return the names of a meeting's board and partnership, from their states."""
    whole, board = here.situation.partnership.opened, here.board.opened
    if whole is None or board is None:
        raise NotHere("not_here")
    fact = whole.fact
    return Where(here.log.origin, fact.name, fact.practice, here.board_id, board.fact.name)


def texts(log: Log, entries: Iterable[int], *, meeting: Meeting) -> Words:
    """Return the words of some entries: not those withdrawn, erased, or hidden by a worry."""
    wanted = sorted(set(entries))
    if not wanted:
        return {}
    unseen = hidden(log.origin, wanted)
    gone = {(each.fact.entry, each.fact.path) for each in meeting.said.withdrawn}
    return {
        entry: {
            path: one.value
            for path, one in found.items()
            if isinstance(one, Opening) and entry not in unseen and (entry, path) not in gone
        }
        for entry, found in find_openings(log, wanted).items()
    }


def entries_of(motion: Motion) -> list[int]:
    """Return the entries of a motion that have words."""
    found = [motion.put.entry]
    found += [each.entry for each in (*motion.before, *motion.assents, *motion.exceptions)]
    for each in motion.objections.values():
        found += [each.made.entry, *([each.answered.entry] if each.answered else [])]
    return found


def mine_in(here: MeetingNow, person: str, *, on: date) -> Mine:
    """Return what somebody may do at a meeting."""
    found = standing(here.log.origin, person, board=here.board_id)
    if found is None:
        return Mine()
    roles = found.roles(on=on, board=here.board_id)
    places = [each.held for each in here.board.places.values() if each.ended is None]
    held = [one.taken for one in places if one is not None]
    speaking = [
        name for name in in_the_room(here.meeting) if speaks_for(name, here.situation) & found.mine
    ]
    acting = Acting(roles=roles, person=person, mine=found.mine)
    return Mine(
        holdings=tuple(one.fact.holding for one in held if one.entry in found.mine),
        speaking=tuple(speaking),
        chairs=is_chairing(here, acting),
        types=may(Act.TYPE_FOR_OTHERS, roles),
        reports=may(Act.REPORT_DECISION, roles),
        reads=may(Act.READ_BOARD, roles) or bool(speaking),
    )


def is_chairing(here: MeetingNow, acting: Acting) -> bool:
    """Tell whether somebody chairs a meeting: by their place, or as those present chose."""
    assert here.meeting.called is not None
    try:
        check_runs(here.meeting.called.fact, here.situation, acting)
    except NotAllowed:
        return False
    return True


def motion_seen(origin: str, meeting: str, motion: str, *, by: str, now: datetime) -> MotionSeen:
    """Return a motion for somebody who may read the words of its board, or refuse.

    Errors: NotHere; NotYours `not_yours_to_do`.
    """
    here = meeting_now(origin, meeting, now=now)
    mine = mine_in(here, by, on=now.date())
    if not mine.reads:
        raise NotYours("not_yours_to_do", {"act": Act.READ_BOARD.value, "needs": READERS})
    one, points = here.motion(motion), positions(origin, motion)
    taken = in_force(one)
    item = here.meeting.items[one.put.fact.item].asked.entry
    return MotionSeen(
        where=where_of(here),
        here=here,
        motion=one,
        words=texts(here.log, [item, *entries_of(one)], meeting=here.meeting),
        mine=mine,
        points=points,
        answer=answered(here, motion, points),
        taken=taken,
    )


def outcome_now(found: MotionSeen) -> Outcome | None:
    """Return what came of the decision on a motion so far; None where none is taken."""
    return outcome_of(found.taken) if found.taken else None


def answered(
    here: MeetingNow, motion: str, points: Iterable[Standpoint], *, anew: bool = False
) -> Answer | Refusal:
    """Return whether the board may decide now, or why that cannot be asked."""
    try:
        if anew:
            return answer_to(here.motion(motion), points, here.situation)
        return answer_now(motion, points, here.situation)
    except NotAllowed as refusal:
        return refusal


def room(found: MotionSeen, *, names: bool) -> list[Line]:
    """Return those in the room in the order of their places, with names only for who may see."""
    here = found.here
    points = {each.holding: each for each in found.points}
    came = in_the_room(here.meeting)
    held = {
        place.held.taken.fact.holding: place
        for place in here.board.places.values()
        if place.held is not None
    }
    known = names_of(here, [held[name] for name in came if name in held]) if names else {}
    lines = []
    for name, place in held.items():
        if name not in came:
            continue
        point = points.get(name)
        stood = point if point is not None and point.came == came[name].entry else None
        lines.append(
            Line(
                holding=name,
                capacity=place.made.fact.capacity,
                name=known.get(name, ""),
                way=came[name].fact.way,
                deputy=came[name].fact.deputy is not None,
                position=stood.position if stood else None,
                self_entered=stood.self_entered if stood else True,
            )
        )
    return lines


def names_of(here: MeetingNow, places: Iterable[Place]) -> Mapping[str, str]:
    """Return the names of those who hold some places, by holding."""
    taken = {each.held.taken.entry: each.held.taken.fact.holding for each in places if each.held}
    return {taken[entry]: name for entry, name in named_in(here.log, taken).items()}
