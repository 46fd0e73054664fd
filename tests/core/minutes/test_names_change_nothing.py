"""What people are called changes no count; nor does the order of a list's lines."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.minutes.layouts import HEAD, LAYOUTS, PLACES, PLAIN_NAMES, TAIL, minutes_of
from withus.core.minutes.reading import board_name, read_meeting
from withus.core.minutes.sightings import Meeting
from withus.core.minutes.text import numbered
from withus.core.words import Capacity

FIRST = (
    *"Ali Bea Cal Dee Fay Hal Mary-Ann Siân D'Arcy Zoë Grace Faith Will Mark Rose Hope".split(),
    *("May", "Xiu", "J.", "J", "A.", "R.T.", "J R", "Mary Ann", "Lai Kuen", "Emma Louise"),
)
LAST = (
    *"Khanna Quill Carer Price Head Parent Chair Young Floyd-Carer Head-Carer O'Neil".split(),
    *"O’Dowd McSherry Church Ward Guest Nurse Green Street Wood Lane Service Best Page".split(),
    *("Justice", "PRICE", "KHANNA", "Ng", "van der Berg", "ap Huw", "Mc Atee", "de Souza"),
)
NAMES = st.builds("{} {}".format, st.sampled_from(FIRST), st.sampled_from(LAST))


def alike(name: str) -> tuple[str, str]:
    """Two names of one initial and one surname may be one person, printed twice."""
    return name[0], name.rsplit(maxsplit=1)[-1].lower()


EIGHT = st.lists(NAMES, min_size=PLACES, max_size=PLACES, unique_by=alike).map(tuple)


def read(text: str) -> Meeting:
    lines = numbered(text)
    return read_meeting(lines, board=board_name(lines))


def figures(meeting: Meeting) -> dict[str, object]:
    counts = {capacity.value: meeting.count(capacity) for capacity in Capacity}
    members = (meeting.members_at_least, len(meeting.members), meeting.members_at_most)
    return {
        **counts,
        "listed": meeting.listed,
        "members": members,
        "apologies": meeting.apologies,
        "chair": meeting.chair,
        "held": meeting.held,
    }


@cache
def plain_figures(layout: str) -> dict[str, object]:
    return figures(read(minutes_of(layout)))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_shows_the_same_seven_people(layout: str) -> None:
    meeting = read(minutes_of(layout))
    counts = [meeting.count(Capacity(one)) for one in ("unpaid_carers", "draws_on_services")]
    assert (meeting.listed, meeting.apologies, meeting.count(Capacity.ELECTED)) == (7, 1, 1)
    assert counts == [1, 1]


@pytest.mark.parametrize("layout", LAYOUTS)
@given(names=EIGHT)
@settings(max_examples=20, deadline=None)
def test_other_names_change_no_figure(layout: str, names: tuple[str, ...]) -> None:
    assert figures(read(minutes_of(layout, names))) == plain_figures(layout)


@pytest.mark.parametrize("layout", ["commas", "dashes", "table", "ticks", "role first", "bullets"])
@given(order=st.permutations(range(PLACES - 1)))
@settings(max_examples=15, deadline=None)
def test_the_order_of_the_lines_changes_nothing(layout: str, order: list[int]) -> None:
    lines = minutes_of(layout).split("\n")
    places = [n for n, line in enumerate(lines) if any(name in line for name in PLAIN_NAMES[:7])]
    mixed = list(lines)
    for place, other in zip(places, order, strict=True):
        mixed[place] = lines[places[other]]
    before, after = read("\n".join(lines)), read("\n".join(mixed))
    assert figures(after) == figures(before)
    without_lines = [[replace(s, line=0) for s in m.sightings] for m in (before, after)]
    assert sorted(map(repr, without_lines[0])) == sorted(map(repr, without_lines[1]))


def with_another_officer(layout: str) -> str:
    """Return a layout with the officer's line, or their part of a line, once more by a name."""
    if layout in ("brackets", "semicolons"):
        officer = {"brackets": "{3} (Dunmoor Council), ", "semicolons": "{3}, Director of Adult"}
        mine = officer[layout] + {"brackets": "", "semicolons": " Social Care; "}[layout]
        return LAYOUTS[layout].replace(mine, mine + mine.replace("{3}", "Kim Oakes"))
    if layout == "two lines":
        mine = "{3}\nDirector of Operations, Dunmoor NHS Trust\n\n"
        return LAYOUTS[layout].replace(mine, mine + mine.replace("{3}", "Kim Oakes"))
    return with_another_line(LAYOUTS[layout], "Kim Oakes")


def with_another_line(listed: str, officer: str) -> str:
    lines = listed.split("\n")
    place = next(n for n, line in enumerate(lines) if "{3}" in line)
    return "\n".join(
        [*lines[: place + 1], lines[place].replace("{3}", officer), *lines[place + 1 :]]
    )


@pytest.mark.parametrize("layout", LAYOUTS)
def test_one_officer_more_changes_only_that(layout: str) -> None:
    listed = with_another_officer(layout)
    for place, name in enumerate(PLAIN_NAMES):
        listed = listed.replace(f"{{{place}}}", name)
    before, after = read(minutes_of(layout)), read(HEAD + listed + TAIL)
    more = {one: after.count(one) - before.count(one) for one in Capacity}
    officer = Capacity.OTHER if layout == "columns" else Capacity.SERVICES
    assert more == {one: int(one is officer) for one in Capacity}
    wanted = figures(before)
    wanted["listed"] = before.listed + 1
    wanted[officer.value] = before.count(officer) + 1
    wanted["members"] = tuple(
        count + 1
        for count in (before.members_at_least, len(before.members), before.members_at_most)
    )
    assert figures(after) == wanted
