"""What follows in a work from a board's decision: its question, and what was set aside."""

from __future__ import annotations

from withus.actions.joining import put
from withus.core.facts.fact import Fact
from withus.core.facts.framing import BegunAgain, QuestionAgreed
from withus.core.history.deciding import motion_of
from withus.core.history.work import Work
from withus.core.rules.situation import NotAllowed
from withus.stores.record.append import THE_HOST, Pen


def follow_decision(pen: Pen, meeting: str, decision: str) -> int | None:
    """Enter what a decision that was carried makes of a work, if it named something of one.

    What a rule refuses is left out: the decision stands, and whoever may can enter it later.
    """
    motion = motion_of(pen.meeting(meeting), decision)
    named = motion.put.fact.revision if motion else None
    stream = pen.of_id(named) if named else None
    fact = _fact(pen.work(stream), named, decision) if named and stream else None
    if fact is None:
        return None
    try:
        return put(pen, fact, by=THE_HOST)
    except NotAllowed:
        return None


def _fact(work: Work, named: str, decision: str) -> Fact | None:
    if named in work.questions:
        return QuestionAgreed(question=named, decision=decision)
    if named in work.existing:
        return BegunAgain(existing=named, decision=decision)
    return None
