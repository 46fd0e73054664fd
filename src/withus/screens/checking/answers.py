"""What a person puts right on the page of people, as corrections."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from django.http import QueryDict

from withus.core.errors import Refusal
from withus.core.minutes.checkfile import MOST_CORRECTIONS, Check
from withus.core.minutes.corrections import (
    Correction,
    MeetingChaired,
    MeetingDated,
    Place,
    PlaceAdded,
    PlaceLeftOut,
    PlaceMerged,
    PlaceRead,
    places,
)
from withus.core.minutes.dates import dates_in
from withus.core.minutes.showing import publishable
from withus.core.words import Capacity

LONGEST_POST = 200


def with_answers(check: Check, post: QueryDict) -> Check:
    """Take every answer on the page of people as corrections, where it changes anything.

    Answers are numbered by the places as the page showed them, so they are read against the check
    that came with the page.
    """
    found = [*_quick(check, post), *_days(check, post), *_chairs(check, post)]
    added = [_added(post)] if any(_typed(post)) else []
    return _with(check, [*found, *added])


def _with(check: Check, found: list[Correction]) -> Check:
    corrections = (*check.corrections, *found)
    if len(corrections) > MOST_CORRECTIONS:
        raise Refusal("too_many_corrections")
    return replace(check, corrections=corrections)


def _capacity(text: str) -> Capacity:
    try:
        return Capacity(text)
    except ValueError:
        raise Refusal("not_a_choice") from None


def _targets(place: Place, among: Sequence[Place]) -> list[tuple[int | None, int | None]]:
    """Where a correction holds: everywhere, or on its lines if its words don't tell it apart."""
    alike = sum(other.key == place.key for other in among)
    return [(None, None)] if place.key and alike == 1 else list(place.listed)


def _quick(check: Check, post: QueryDict) -> list[Correction]:
    found: list[Correction] = []
    shown = set(post.getlist("shown"))
    among = places(check.series.meetings)
    for number, place in enumerate(among):
        seen = place.first
        capacity = _capacity(post.get(f"capacity-{number}") or seen.capacity.value)
        member = seen.standing.counts
        if str(number) in shown:
            member = f"member-{number}" in post
        if (capacity, member) != (seen.capacity, seen.standing.counts):
            changed = None if member == seen.standing.counts else member
            found.extend(
                PlaceRead(place.key, capacity, changed, meeting, line)
                for meeting, line in _targets(place, among)
            )
    return found


def typed_day(text: str) -> date:
    """Read a typed day in any usual form, also with spaces alone."""
    days = dates_in(text) or dates_in("/".join(text.split()))
    if not days:
        raise Refusal("not_a_day")
    return days[0]


def _days(check: Check, post: QueryDict) -> list[Correction]:
    typed = {m.number: post.get(f"day-{m.number}", "").strip() for m in check.series.meetings}
    return [MeetingDated(number, typed_day(text)) for number, text in typed.items() if text]


def _chairs(check: Check, post: QueryDict) -> list[Correction]:
    told = {m: post.get(f"chair-{m.number}", "") for m in check.series.meetings}
    return [
        MeetingChaired(meeting.number, _capacity(code))
        for meeting, code in told.items()
        if code and code != (meeting.chair.value if meeting.chair else "")
    ]


def with_added(check: Check, post: QueryDict) -> Check:
    """Add somebody whose line was missed."""
    return _with(check, [_added(post)])


def _typed(post: QueryDict) -> tuple[str, str]:
    return post.get("role", "").strip(), post.get("organisation", "").strip()


def _added(post: QueryDict) -> PlaceAdded:
    role, organisation = (publishable(words[:LONGEST_POST]) for words in _typed(post))
    if not (role or organisation):
        raise Refusal("no_words")
    return PlaceAdded(
        meeting=_number(post.get("meeting", "")),
        role=role,
        organisation=organisation,
        capacity=_capacity(post.get("capacity", "")),
        member=post.get("member") == "yes",
    )


def _number(text: str) -> int:
    if not text.isdecimal() or len(text) > 4:
        raise Refusal("not_a_choice")
    return int(text)


def place_of(check: Check, text: str) -> tuple[int, Place]:
    """Tell the place that a button named by its number."""
    found = places(check.series.meetings)
    number = _number(text)
    if number >= len(found):
        raise Refusal("not_a_choice")
    return number, found[number]


def with_place(check: Check, post: QueryDict) -> Check:
    """Take the answers of the page about one place: what it is, or whose it is, or nobody's."""
    _, place = place_of(check, post.get("place", ""))
    targets = _targets(place, places(check.series.meetings))
    if post.get("where", "all") != "all":
        targets = [(_number(post.get("where", "")), None)]
    standing = post.get("standing", "")
    if standing == "nobody":
        return _with(check, [PlaceLeftOut(place.key, *target) for target in targets])
    if standing not in ("member", "support"):
        raise Refusal("not_a_choice")
    capacity = _capacity(post.get("capacity", ""))
    found: list[Correction] = [
        PlaceRead(place.key, capacity, standing == "member", *target) for target in targets
    ]
    if post.get("same") and place.key:
        _, other = place_of(check, post.get("same", ""))
        found.append(PlaceMerged(place.key, other.first.role, other.first.organisation))
    return _with(check, found)


def without(check: Check, text: str) -> Check:
    """Take one correction back."""
    number = _number(text)
    kept = tuple(fact for n, fact in enumerate(check.corrections) if n != number)
    return replace(check, corrections=kept)
