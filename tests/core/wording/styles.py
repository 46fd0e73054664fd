"""How made-up groups write: their words, how long their sentences are, and what they do most."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

LITTLE = (
    "the of and to a in that is for it as be with on by not are this or from at which an we they "
    "people should must can will has have was more their our any all who when if but each other"
).split()
BEGINNINGS = ("co", "in", "re", "par", "sup", "con", "dis", "ser", "com", "ac", "pro", "as", "per")
MIDDLES = ("", "ti", "ver", "mu", "sta", "lo", "cen", "po", "ra", "mi", "de", "vi", "no", "sen")
ENDINGS = ("tion", "ment", "port", "vice", "ness", "ship", "ing", "ed", "al", "able", "ty", "son")
MANY = [a + b + c for a in BEGINNINGS for b in MIDDLES for c in ENDINGS]
SAID_OFTEN = (
    "the people it is about",
    "as well as",
    "in order to",
    "draw on care and support",
    "for more information see the annex",
    "at least one of",
)


@dataclass(frozen=True)
class Style:
    """How a group writes: how long, how much at a time, and what it does most."""

    name: str
    paragraphs: int = 20
    sentences: tuple[int, int] = (1, 6)
    words: tuple[int, int] = (5, 28)
    edits: tuple[int, int] = (1, 2)
    liked: tuple[str, ...] = ()  # done four times as often
    refrains: int = 0  # sentences that are in the plan again and again
    speakers: int = 6


STYLES = (
    Style("plain"),
    Style("long paragraphs", paragraphs=6, sentences=(6, 14)),
    Style("short points", paragraphs=90, sentences=(1, 1), words=(4, 14)),
    Style("small edits", edits=(3, 6), liked=("change", "reword", "drop", "slip_in")),
    Style("big moves", liked=("move_paragraph", "move", "swap_halves", "merge", "split")),
    Style("copies", liked=("copy", "copy_paragraph", "quote")),
    Style(
        "restored with an edit",
        paragraphs=30,
        liked=("delete", "delete_paragraph", "restore_edited"),
    ),
    Style("refrains", refrains=5, liked=("copy", "insert")),
    Style("two who quote each other", speakers=2, liked=("quote", "reword", "answer")),
    Style("one long text", paragraphs=1, sentences=(60, 60)),
)


def sentence(style: Style, dice: Random) -> list[str]:
    """Make up a sentence."""
    found: list[str] = []
    for _ in range(dice.randint(*style.words)):
        kind = dice.random()
        if kind < 0.5:
            found.append(dice.choice(LITTLE[: dice.randint(1, len(LITTLE))]))
        elif kind < 0.94:
            found.append(dice.choice(MANY[: dice.randint(40, len(MANY))]))
        elif kind < 0.955:
            found.extend(dice.choice(SAID_OFTEN).split())
        elif found:
            found.append(dice.choice(",,,;:-"))
    return [found[0].capitalize() if found else "We", *found[1:], "."]
