"""A text as templates draw it: its blocks in order, headings one below another, none left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from withus.core.drafting.blocks import Block, Kind, blocks, words_of
from withus.core.drafting.comparing import SAME, Change
from withus.core.drafting.kept import Passage
from withus.core.drafting.paragraphs import paragraphs
from withus.questions import plan as ask
from withus.saying.drafting import plan as saying
from withus.screens.framing.here import AtWork

LOWEST = 6


@dataclass(frozen=True, slots=True)
class Drawn:
    """A block as it is drawn; `place` is that of its paragraph, told once for each."""

    kind: str
    block: Block
    level: int = 0
    words: str = ""
    place: int | None = None
    decided: str = ""  # "begins" or "ends" what was decided, which stands apart


def of_text(text: str) -> list[Drawn]:
    """Tell a text as it is drawn."""
    return of_passages([Passage("", words) for words in paragraphs(text)])


def of_passages(some: Sequence[Passage]) -> list[Drawn]:
    """Tell passages as they are drawn; one that can no longer be shown stands as a gap."""
    found: list[Drawn] = []
    level, apart = 1, 0  # of the heading before; of the heading over what was decided
    for place, one in enumerate(some):
        if one.words is None:
            found.append(Drawn("gone", Block(Kind.TEXT, ()), place=place))
            continue
        for number, block in enumerate(blocks(one.words)):
            at = place if number == 0 else None
            if block.kind is not Kind.HEADING:
                found.append(Drawn(block.kind.value, block, place=at))
                continue
            level = min(block.level + 1, level + 1, LOWEST)
            if apart and block.level <= apart:
                found.append(Drawn("ends", block))
                apart = 0
            if block.decisions and not apart:
                found.append(Drawn("begins", block))
                apart = block.level
            words = words_of(block) or saying.decisions()
            found.append(Drawn("heading", block, level=level, words=words, place=at))
    return [*found, Drawn("ends", Block(Kind.TEXT, ()))] if apart else found


def line(at: AtWork, one: ask.Revision, speaks: Any, agreed: Iterable[str]) -> dict[str, Any]:
    """Tell a text as lists show it: which one, when, whose words, and whether it was agreed."""
    fact = one.told.fact
    said = speaks.get(fact.contributor)
    typed = one.told.typed_by is not None
    told = ask.confirmed(at.found, one.told.entry) if typed else None
    return {
        "name": one.name,
        "number": one.number,
        "called": saying.called(one.number, one.told.day),
        "code": said.capacity.value if said else "",
        "whose": saying.whose(said.capacity if said else None, said.name if said else ""),
        "typed": saying.by_another(confirmed=told, imported=fact.imported) if typed else "",
        "confirms": typed and told is None and fact.contributor in at.holdings,
        "imported": fact.imported,
        "suggested": fact.suggestion or "",
        "agreed": one.name in agreed,
        "entry": one.told.entry,
    }


def changes(some: Sequence[Change]) -> list[dict[str, Any]]:
    """Tell what differs; passages that are the same are counted, and not shown again."""
    found: list[dict[str, Any]] = []
    same = 0
    for each in some:
        if each.kind == SAME:
            same += 1
            continue
        if same:
            found.append({"same": saying.same(same)})
            same = 0
        found.append({"runs": each.runs, "kind": each.kind})
    return [*found, {"same": saying.same(same)}] if same else found
