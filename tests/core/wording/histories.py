"""Histories of drafting whose truth is known: who wrote each word, whatever happened to it since.

Written apart from what it tests: here a word carries the revision it was written in, and every edit
moves the words themselves. Nothing is compared.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import NamedTuple

from tests.core.wording.styles import LITTLE, MANY, Style, sentence


class Word(NamedTuple):
    """A word, and the revision that it was written in."""

    text: str
    revision: int


Sentence = list[Word]
Plan = list[list[Sentence]]


@dataclass
class History:
    """The texts of a history, who wrote each, and the truth about the words of the last."""

    texts: list[str] = field(default_factory=list)
    speakers: list[str] = field(default_factory=list)
    truth: list[Word] = field(default_factory=list)


class Drafting:
    """A plan being drafted, word by word."""

    def __init__(self, style: Style, seed: int) -> None:
        """Write the first revision."""
        self.dice = Random(f"{style.name} {seed}")  # noqa: S311  # the same each time
        self.style = style
        self.revision = 0
        self.refrains = [sentence(style, self.dice) for _ in range(style.refrains)]
        self.plan: Plan = [self.paragraph() for _ in range(style.paragraphs)]
        self.earlier: list[Plan] = []
        self.gone: list[list[Sentence]] = []

    def sentence(self) -> Sentence:
        """Write a new sentence; a refrain is written once and taken over after that."""
        return [Word(word, self.revision) for word in sentence(self.style, self.dice)]

    def paragraph(self) -> list[Sentence]:
        """Write a new paragraph."""
        found = [self.sentence() for _ in range(self.dice.randint(*self.style.sentences))]
        if self.refrains and self.revision == 0 and self.dice.random() < 0.5:
            found.append([Word(word, 0) for word in self.dice.choice(self.refrains)])
        return found

    def is_long(self) -> bool:
        """Tell whether enough is left to take something out."""
        return len(self.plan) > 3 and sum(map(len, self.plan)) > 40

    def where(self) -> tuple[int, int]:
        """Pick a sentence."""
        paragraph = self.dice.randrange(len(self.plan))
        return paragraph, self.dice.randrange(len(self.plan[paragraph]))

    def pick(self) -> Sentence:
        """Return a sentence that is in the plan."""
        paragraph, at = self.where()
        return self.plan[paragraph][at]

    def put(self, sentence: Sentence) -> None:
        """Put a sentence somewhere."""
        paragraph = self.dice.choice(self.plan)
        paragraph.insert(self.dice.randint(0, len(paragraph)), sentence)

    def take(self) -> Sentence:
        """Take a sentence out."""
        paragraph, at = self.where()
        sentence = self.plan[paragraph].pop(at)
        if not self.plan[paragraph]:
            del self.plan[paragraph]
        return sentence

    def fresh(self, least: int, most: int) -> Sentence:
        """Write a few new words."""
        many = self.dice.randint(least, most)
        return [
            Word(self.dice.choice(self.dice.choice((LITTLE, MANY))), self.revision)
            for _ in range(many)
        ]

    def span(self, sentence: Sentence, most: int) -> tuple[int, int]:
        """Pick some words in a row, never the mark at the end."""
        begun = self.dice.randrange(max(1, len(sentence) - 1))
        return begun, min(len(sentence) - 1, begun + self.dice.randint(1, most))

    # What people do.

    def change(self) -> None:
        """Change a few words in a row."""
        sentence = self.pick()
        begun, end = self.span(sentence, 4)
        sentence[begun:end] = self.fresh(1, 4)

    def reword(self) -> None:
        """Change several words of a sentence, here and there."""
        sentence = self.pick()
        for at in range(len(sentence) - 1):
            if self.dice.random() < 0.3:
                sentence[at : at + 1] = self.fresh(1, 1)

    def drop(self) -> None:
        """Take a few words out."""
        sentence = self.pick()
        if len(sentence) > 6:
            begun, end = self.span(sentence, 4)
            del sentence[begun:end]

    def slip_in(self) -> None:
        """Slip a few words in."""
        sentence = self.pick()
        at = self.dice.randrange(len(sentence))
        sentence[at:at] = self.fresh(1, 5)

    def insert(self) -> None:
        """Write a sentence."""
        self.put(self.sentence())

    def insert_paragraph(self) -> None:
        """Write a paragraph."""
        self.plan.insert(self.dice.randint(0, len(self.plan)), self.paragraph())

    def answer(self) -> None:
        """Write another sentence in the place of one."""
        paragraph, at = self.where()
        self.gone.append([self.plan[paragraph][at]])
        self.plan[paragraph][at] = self.sentence()

    def delete(self) -> None:
        """Take a sentence out."""
        if self.is_long():
            self.gone.append([self.take()])

    def delete_paragraph(self) -> None:
        """Take a paragraph out."""
        if self.is_long():
            self.gone.append(self.plan.pop(self.dice.randrange(len(self.plan))))

    def move(self) -> None:
        """Move a sentence."""
        self.put(self.take())

    def move_paragraph(self) -> None:
        """Move a paragraph."""
        paragraph = self.plan.pop(self.dice.randrange(len(self.plan)))
        self.plan.insert(self.dice.randint(0, len(self.plan)), paragraph)

    def swap_halves(self) -> None:
        """Put the end before the beginning."""
        at = self.dice.randrange(len(self.plan))
        self.plan = self.plan[at:] + self.plan[:at]

    def split(self) -> None:
        """Make two paragraphs of one."""
        at = self.dice.randrange(len(self.plan))
        if len(self.plan[at]) > 1:
            cut = self.dice.randrange(1, len(self.plan[at]))
            self.plan[at : at + 1] = [self.plan[at][:cut], self.plan[at][cut:]]

    def merge(self) -> None:
        """Make one paragraph of two."""
        if len(self.plan) > 4:
            at = self.dice.randrange(len(self.plan) - 1)
            self.plan[at : at + 2] = [self.plan[at] + self.plan[at + 1]]

    def copy(self) -> None:
        """Copy a sentence to another place."""
        self.put(list(self.pick()))

    def copy_paragraph(self) -> None:
        """Copy a paragraph to another place."""
        copied = [list(sentence) for sentence in self.dice.choice(self.plan)]
        self.plan.insert(self.dice.randint(0, len(self.plan)), copied)

    def quote(self) -> None:
        """Write a sentence that holds words of another."""
        source = self.pick()
        if len(source) > 13:
            at = self.dice.randrange(len(source) - 12)
            quoted = source[at : at + self.dice.randint(11, 20)]
            self.put([*self.fresh(3, 9), *quoted, *self.fresh(0, 6), Word(".", self.revision)])

    def restore(self) -> None:
        """Bring back what was taken out."""
        if self.gone:
            back = self.dice.choice(self.gone)
            self.plan.insert(self.dice.randint(0, len(self.plan)), [list(one) for one in back])

    def restore_edited(self) -> None:
        """Bring a sentence back and change a few words in it."""
        if self.gone:
            back = list(self.dice.choice(self.dice.choice(self.gone)))
            begun, end = self.span(back, 3)
            back[begun:end] = self.fresh(1, 3)
            self.put(back)

    def revert(self) -> None:
        """Go back to an earlier revision as a whole."""
        if len(self.earlier) > 4 and self.dice.random() < 0.4:
            back = self.dice.choice(self.earlier[-25:])
            self.plan = [[list(sentence) for sentence in paragraph] for paragraph in back]

    def revise(self) -> None:
        """Make the next revision."""
        self.earlier.append([[list(one) for one in paragraph] for paragraph in self.plan])
        self.revision += 1
        acts = [getattr(self, name) for name in (*ACTS, *self.style.liked * 3)]
        for _ in range(self.dice.randint(*self.style.edits)):
            act: Callable[[], None] = self.dice.choice(acts)
            act()
            self.plan = [[s for s in paragraph if s] for paragraph in self.plan]
            self.plan = [paragraph for paragraph in self.plan if paragraph]
        self.gone = [one for one in self.gone if not self.never_stood(one)]

    def never_stood(self, gone: list[Sentence]) -> bool:
        """Tell whether some words were written and taken out within one revision."""
        return any(word.revision == self.revision for sentence in gone for word in sentence)

    def text(self) -> str:
        """Write the plan out: spaces between words, an empty line between paragraphs."""
        return "\n\n".join(
            " ".join(word.text for sentence in paragraph for word in sentence)
            for paragraph in self.plan
        )


ACTS = (
    *("change", "reword", "drop", "slip_in", "insert", "insert_paragraph", "answer", "delete"),
    *("delete_paragraph", "move", "move_paragraph", "split", "merge", "copy", "quote", "restore"),
    *("restore_edited", "revert"),
)


def history(style: Style, *, seed: int, revisions: int = 120) -> History:
    """Draft a plan over so many revisions."""
    drafting = Drafting(style, seed)
    found = History()
    for number in range(revisions):
        if number:
            drafting.revise()
        found.texts.append(drafting.text())
        found.speakers.append(f"Speaker {drafting.dice.randint(1, style.speakers)}")
    found.truth = [word for paragraph in drafting.plan for one in paragraph for word in one]
    return found


def off(truth: Sequence[Word], told: Sequence[int], speakers: Sequence[str]) -> tuple[float, float]:
    """Tell how many words have their true revision, and the worst error of a speaker's share."""
    right = sum(word.revision == found for word, found in zip(truth, told, strict=True))
    error = 0.0
    for one in set(speakers):
        true = sum(speakers[word.revision] == one for word in truth)
        counted = sum(speakers[found] == one for found in told)
        error = max(error, abs(true - counted) / max(1, len(truth)))
    return right / max(1, len(truth)), error
