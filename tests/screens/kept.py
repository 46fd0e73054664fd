"""A record for the tests of pages: what happened in Thornmere, with a checkpoint signed of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from tests.core.facts.story import START
from tests.example_record import HOME, ORIGIN, sign, story
from tests.kept import write_story

PARTNERSHIP = "/partnerships/withus.example~thornmere/"
BOARD = f"{PARTNERSHIP}boards/{HOME}/"
RECORD = f"{PARTNERSHIP}record/"


@dataclass(frozen=True)
class Kept:
    """The check-codes of a record: one that somebody kept, and the latest."""

    old: str
    latest: str


def keep_a_record() -> Kept:
    """Write the record, 57 entries, signed at 20 and at 55."""
    write_story(ORIGIN, facts=story())
    return Kept(sign(size=20), sign(size=55, at=START + timedelta(hours=1)))
