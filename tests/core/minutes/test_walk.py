"""Where a walk down the lines of minutes is."""

from __future__ import annotations

from withus.core.minutes.headings import Part
from withus.core.minutes.text import Line
from withus.core.minutes.walk import Walk, entry_of, keep, start


def test_a_heading_begins_a_list_and_ends_the_group_before() -> None:
    walk = Walk(group_words="Carers", inline=True, many=True)
    start(walk, Line(7, "Present"), Part.PRESENT, "Present")
    assert (walk.part, walk.group_words, walk.inline, walk.many) == (Part.PRESENT, "", False, False)
    assert walk.starts == 7


def test_an_entry_is_kept_under_the_heading_it_stands_under() -> None:
    walk = Walk()
    start(walk, Line(1, "Apologies"), Part.APOLOGIES, "Apologies")
    keep(walk, entry_of(walk, Line(2, "Bea Quill")))
    assert [(entry.part, entry.heading) for entry in walk.entries] == [
        (Part.APOLOGIES, "Apologies")
    ]
    assert walk.seen == {Part.APOLOGIES}
