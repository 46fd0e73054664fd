"""Bringing points under a theme, and agreeing to that; saying where they went; answering."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from withus.actions.answering import LONGEST_LINE, LONGEST_POINT, By, sits_in, work_under
from withus.actions.joining import enter
from withus.core.answering.reasons import given_before
from withus.core.answering.standing import is_agreed
from withus.core.facts import answering as a
from withus.core.facts.fact import Fact
from withus.core.facts.sealing import Opening
from withus.core.history.work import Work
from withus.core.rules.situation import NotAllowed
from withus.core.words import AFFECTED, PointOutcome
from withus.stores.answering import reach, tellings
from withus.stores.answering.contributors import contributors
from withus.stores.keys.locker import new_id
from withus.stores.record.append import locked
from withus.stores.record.models import Log, Minted
from withus.stores.record.openings import find_openings
from withus.stores.record.read import find_log
from withus.stores.record.states import work_state


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to a point or a theme of a work: what becomes of it, and why."""

    work: str
    to: str
    outcome: PointOutcome
    reason: str


def join(work: str, points: Iterable[str], title: str, *, by: By) -> str:
    """Bring points together under a theme; return its id."""
    if len(title) > LONGEST_LINE:
        raise NotAllowed("too_many_words", {"most": LONGEST_LINE})
    theme = new_id()
    with locked(by.record) as log:
        held = sits_in(log, work_under(log, work), by.person)
        fact = a.PointsJoined(
            work=work,
            theme=theme,
            points=frozenset(points),
            holding=held[0][0] if held else None,
            title=title.strip(),
        )
        enter(fact, record=by.record, by=by.actor, now=by.now)
    return theme


def agree(work: str, theme: str, *, by: By) -> None:
    """Agree that the points of a theme belong together, as one of the people it is about."""
    with locked(by.record) as log:
        held = sits_in(log, work_under(log, work), by.person)
        affected = [holding for holding, capacity in held if capacity in AFFECTED]
        if not affected:
            raise NotAllowed("not_affected")
        fact = a.JoiningAgreed(theme=theme, holding=affected[0])
        enter(fact, record=by.record, by=by.actor, now=by.now)


def link(point: str, to: str, paragraph: int | None, *, by: By) -> None:
    """Say where a point, or a theme, went."""
    fact = a.PointLinked(point=point, to=to, paragraph=paragraph)
    enter(fact, record=by.record, by=by.actor, now=by.now)


def answer(wanted: Answer, *, by: By) -> int:
    """Answer a point, or all points of a theme; whoever put them is to be told. Return the entry.

    Words are compared before the lock is taken: the rules look at what they are said to be.
    """
    if len(wanted.reason) > LONGEST_POINT:
        raise NotAllowed("too_many_words", {"most": LONGEST_POINT})
    given = a.PointAnswered(
        point=wanted.to,
        outcome=wanted.outcome,
        same_reason_as=None,
        reason=wanted.reason.strip(),
    )
    fact = marked(given, find_log(by.record), wanted.work)
    with locked(by.record) as log:
        (entry,) = enter(fact, record=by.record, by=by.actor, now=by.now)
        tell_whom(fact, log, entry, wanted.work)
    return entry


def marked(fact: a.PointAnswered, log: Log, work: str) -> a.PointAnswered:
    """Return an answer that says whether its reason was given before on the work."""
    earlier = reasons_given(log, work, but=fact.point)
    return replace(fact, same_reason_as=given_before(str(fact.reason), earlier))


def tell_whom(fact: a.PointAnswered, log: Log, entry: int, work: str) -> None:
    """Keep that whoever put what was answered is to be told, each by their own route."""
    people = contributors(log, answered(work_state(log, work), fact.point))
    routes = reach.routes_of(log.origin, people.values())
    tellings.keep(log.origin, work, entry, people, routes)


def as_entered(fact: Fact, log: Log) -> Fact:
    """Return a fact as it is entered for a program: an answer is marked as one on a page is."""
    work = _work_answered(fact, log)
    return marked(fact, log, work) if isinstance(fact, a.PointAnswered) and work else fact


def after_entering(fact: Fact, log: Log, entry: int) -> None:
    """Do what goes with a fact that a program entered: tell of an answer, or tell no more."""
    work = _work_answered(fact, log)
    if isinstance(fact, a.PointAnswered) and work:
        tell_whom(fact, log, entry, work)
    elif isinstance(fact, a.PointWithdrawn):
        tellings.forget(log.origin, [fact.point])


def _work_answered(fact: Fact, log: Log) -> str | None:
    if not isinstance(fact, a.PointAnswered):
        return None
    rows = Minted.objects.filter(log=log, name=fact.point)
    return rows.values_list("stream", flat=True).first()


def answered(work: Work, name: str) -> Mapping[str, int]:
    """Return the points that an answer is to, with their entries: one, or those of a theme."""
    theme = work.themes.get(name)
    names = theme.joined.fact.points if theme and is_agreed(theme) else {name}
    points = {each: work.points[each] for each in names if each in work.points}
    return {each: one.put.entry for each, one in points.items() if one.withdrawn is None}


def reasons_given(log: Log, name: str, *, but: str) -> Mapping[int, str]:
    """Return the reasons given so far on a work, by entry, but for those given to the same."""
    work = work_state(log, name)
    given = {name: each.answers for name, each in work.points.items()}
    given |= {name: each.answers for name, each in work.themes.items()}
    entries = [one.entry for name, some in given.items() if name != but for one in some]
    openings = find_openings(log, entries) if entries else {}
    found = {entry: each.get("reason") for entry, each in openings.items()}
    return {entry: str(one.value) for entry, one in found.items() if isinstance(one, Opening)}
