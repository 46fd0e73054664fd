"""What deciding brings to the page of a meeting: whether the board may decide, and what it decided.

    from withus.screens.deciding.decisions.part import part
    context |= part(meeting_now(origin, meeting, now=now()), by=me.person if me else None)

and in the template {% include "deciding/_decisions.html" %}.
"""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from withus.core.history.standing import in_force, outcome_of
from withus.core.history.state import AgendaItem, Motion
from withus.core.meeting.standing import agenda, stage
from withus.core.words import MeetingStage
from withus.questions import decisions as ask
from withus.questions.deciding_now import MeetingNow
from withus.saying.deciding import decided as saying
from withus.screens.deciding.decisions.about import answered
from withus.stores.deciding.positions import positions


def part(here: MeetingNow, *, by: str | None, words: ask.Words | None = None) -> dict[str, Any]:
    """Return what was put to a meeting, the live answer, and what the chair may put to it.

    `words` are those of the meeting's entries, where the page has opened them already.
    """
    at = here.situation.at
    assert at is not None
    chairs = by is not None and ask.mine_in(here, by, on=at.date()).chairs
    over = stage(here.meeting) in (MeetingStage.CLOSED, MeetingStage.CANCELLED)
    items = agenda(here.meeting) if chairs and not over else []
    entries = _shown(here, inside=by is not None)
    if words is None:
        wanted = [*entries, *(item.asked.entry for _, item in items)]
        words = ask.texts(here.log, wanted, meeting=here.meeting)
    return {
        "decided": [_line(here, each, words, inside=by is not None) for each in _motions(here)],
        "answer": _answer(here) if by is not None else None,  # it tells where people stand
        "to_put": [_to_put(here, name, item, words) for name, item in items],
    }


def _motions(here: MeetingNow) -> list[Motion]:
    return list(here.meeting.motions.values())


def _shown(here: MeetingNow, *, inside: bool) -> list[int]:
    """Return whose words may be shown: to others, what is decided and not private by law."""
    if inside:
        return [each.put.entry for each in _motions(here)]
    found = []
    for each in _motions(here):
        placed = here.meeting.items[each.put.fact.item].placed
        private = placed is not None and placed.fact.private_by_law
        if in_force(each) is not None and not private:
            found.append(each.put.entry)
    return found


def _line(here: MeetingNow, motion: Motion, words: ask.Words, *, inside: bool) -> dict[str, str]:
    taken, put = in_force(motion), motion.put.fact
    origin = here.log.origin
    decision = taken.taken.fact.decision if taken else ""
    return {
        "what": words.get(motion.put.entry, {}).get("words", ""),
        "came": saying.came_of_it(outcome_of(taken), until=None) if taken else "",
        "decision": reverse("decisions:decision", args=[origin, decision]) if taken else "",
        "motion": reverse("decisions:motion", args=[origin, here.id, put.motion]) if inside else "",
    }


def _answer(here: MeetingNow) -> dict[str, Any] | None:
    """Return whether the board may decide now on what was put last and is not decided."""
    left = [each for each in _motions(here) if in_force(each) is None]
    if not left or stage(here.meeting) is not MeetingStage.OPEN:
        return None
    motion = left[-1].put.fact.motion
    return answered(ask.answered(here, motion, positions(here.log.origin, motion)))


def _to_put(here: MeetingNow, name: str, item: AgendaItem, words: ask.Words) -> tuple[str, str]:
    title = words.get(item.asked.entry, {}).get("title", "")
    return reverse("decisions:put", args=[here.log.origin, here.id, name]), title
