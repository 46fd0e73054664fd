"""Random stories in which whatever happens may happen: no entry of them is odd."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

from tests.core.facts.story import STORY, an_id, place_made, place_taken
from withus.core.facts import joining as f
from withus.core.facts import keeping as k
from withus.core.facts.fact import Fact
from withus.core.words import Capacity, ConfirmedHow, Ended, WithdrawnGround

OPENED, BOARD, RULES, MANDATE, ERASED = STORY[0], STORY[3], STORY[4], STORY[10], STORY[23]


class Life:
    """A record under way: what stands, and what may come next."""

    def __init__(self, dice: random.Random) -> None:
        """Begin a partnership."""
        self.dice, self.facts = dice, [OPENED]
        self.boards: list[str] = []
        self.vacant: list[tuple[str, int]] = []
        self.held: list[tuple[str, str]] = []
        self.texts: list[int] = []
        self.count = 0

    def name(self, what: str) -> str:
        """Return a name that has not been given."""
        self.count += 1
        return f"{what} {self.count}"

    def board(self) -> None:
        """Open a board and set its rules."""
        name = an_id(self.name("board"))
        assert isinstance(BOARD, f.BoardOpened) and isinstance(RULES, f.RulesSet)
        self.facts += [replace(BOARD, board=name), replace(RULES, board=name)]
        self.boards.append(name)

    def place(self) -> None:
        """Make a place."""
        name, capacity = self.name("place"), self.dice.choice(list(Capacity))
        board = self.dice.choice(self.boards)
        self.vacant.append((name, len(self.facts)))
        self.texts.append(len(self.facts))
        self.facts.append(place_made(name, capacity, board=board))

    def take(self) -> None:
        """Let somebody take a vacant place, and perhaps be given a mandate."""
        place, _ = self.vacant.pop(self.dice.randrange(len(self.vacant)))
        holding = self.name("holding")
        self.facts.append(place_taken(place, holding, self.name("person")))
        self.held.append((place, holding))
        if self.dice.random() < 0.5:
            assert isinstance(MANDATE, f.MandateGranted)
            mandate = an_id(self.name("mandate"))
            self.facts.append(replace(MANDATE, mandate=mandate, holding=an_id(holding)))

    def leave(self) -> None:
        """Let somebody leave their place."""
        place, holding = self.held.pop(self.dice.randrange(len(self.held)))
        how = self.dice.choice(list(Ended))
        self.facts.append(f.PlaceLeft(holding=an_id(holding), how=how, early=True))
        self.vacant.append((place, 0))

    def say(self) -> None:
        """Say something of an entry before."""
        entry = self.dice.choice(self.texts)
        kinds: tuple[Fact, ...] = (
            k.EntryConfirmed(entry=entry, how=ConfirmedHow.LETTER, right=True),
            k.TextWithdrawn(
                entry=entry,
                path="post",
                ground=WithdrawnGround.OTHER,
                appeal_by=date(2027, 1, 1),
                reason="It was asked for.",
            ),
            ERASED,
        )
        self.facts.append(self.dice.choice(kinds))

    def step(self) -> None:
        """Let something happen that may."""
        may = [self.board]
        may += [self.place] * 4 if self.boards else []
        may += [self.take] * 4 if self.vacant else []
        may += [self.leave] * 2 if self.held else []
        may += [self.say] * 2 if self.texts else []
        self.dice.choice(may)()


def a_story(dice: random.Random, size: int) -> tuple[Fact, ...]:
    """Return a story of about so many facts."""
    life = Life(dice)
    while len(life.facts) < size:
        life.step()
    return tuple(life.facts)
