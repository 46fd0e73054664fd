"""A whole history of a plan brought in: each of its texts as somebody's, typed for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from withus.actions.drafting import (
    HISTORY,
    Before,
    NotAText,
    ToSave,
    check_length,
    entries_of,
    read_texts,
    revision,
)
from withus.actions.joining import enter
from withus.actions.meeting import By
from withus.actions.speaking import Speaker, speaker
from withus.core.drafting.paragraphs import plain
from withus.core.rules.situation import NotAllowed
from withus.stores.drafting import unshared
from withus.stores.record.append import locked
from withus.stores.record.states import work_state

MOST = 500


@dataclass(frozen=True, slots=True)
class Text:
    """A text of a history: what it says, whose it is by the name in the file, and when."""

    text: str
    speaker: str
    at: datetime | None = None


def bring_in(
    work: str, history: Sequence[Text], *, whose: Mapping[str, str | None], by: By
) -> tuple[str, ...]:
    """Save the texts of a history one after another; return their ids.

    Shape: `whose` tells by the file's own names from which place each speaks; None: from none.
    Errors: NotAText `history_too_many`, `text_too_long`, `plan_begun`; those of the rules.
    """
    if len(history) > MOST:
        raise NotAText("history_too_many", {"most": MOST})
    for one in history:
        check_length(one.text)
    every = [plain(one.text) for one in history]
    with locked(by.record) as log:
        state = work_state(log, work)
        if state.revisions:
            raise NotAllowed("plan_begun")
        names = sorted({one.speaker for one in history})
        speakers = {name: speaker(log, state, whose.get(name), by) for name in names}
        before = Before(entries_of(state), read_texts(log, ()))
        found: list[str] = []
        for one, text in zip(history, every, strict=True):
            said = at(speakers[one.speaker], one.at)
            wanted = ToSave(work, text, frozenset(found[-1:]), said.holding, imported=True)
            fact = revision(before, text, wanted, said)
            enter(fact, record=by.record, by=said.actor, now=by.now)
            before = before.and_of(str(fact.text))
            found.append(fact.revision)
        unshared.drop(by.record, by.person, work=work, form=HISTORY)
    return tuple(found)


def at(said: Speaker, claimed: datetime | None) -> Speaker:
    """Return who speaks, at the time that the file tells."""
    if claimed is None:
        return said
    zoned = claimed if claimed.tzinfo else claimed.replace(tzinfo=UTC)
    return replace(said, actor=replace(said.actor, claimed_at=zoned))
