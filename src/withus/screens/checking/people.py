"""The second page: the people read, with what we were unsure of; and the page about one place."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from withus.core.errors import Refusal
from withus.core.minutes.checkfile import Check
from withus.core.minutes.corrections import Place, places
from withus.core.minutes.sightings import Meeting
from withus.core.words import Capacity, Standing
from withus.saying import words
from withus.saying.checking import counting, reasons, refusals
from withus.saying.checking.corrections import put_right
from withus.screens.checking import answers
from withus.screens.checking.carried import Lines, pack_check, pack_lines
from withus.screens.checking.carrying import carrying


@dataclass(frozen=True, slots=True)
class Row:
    """A place as the page shows it."""

    number: int
    post: str
    code: str
    capacity: str
    why: str
    ask: str
    where: str
    pasted: tuple[str, ...]
    counts: bool
    standing: Standing

    @property
    def unsure(self) -> bool:
        """Tell whether the page should ask what this place is."""
        return self.counts and (self.code == Capacity.UNSURE or bool(self.ask))

    @property
    def support(self) -> bool:
        """Tell whether the page should ask if this place is support, or is a member."""
        return self.standing in (Standing.IN_SUPPORT, Standing.PERHAPS_IN_SUPPORT)


@dataclass(frozen=True, slots=True)
class Going:
    """Where the forms of these pages go, and on which pages they stand."""

    people: str
    place: str
    result: str
    template: str = "checking/people.html"
    of_a_place: str = "checking/place.html"
    around: Mapping[str, Any] = field(default_factory=dict)  # what else those pages show


def alone() -> Going:
    """Tell where they go for whoever checks a board, and belongs to none here."""
    people, place, result = (reverse(f"checking:{name}") for name in ("people", "place", "result"))
    return Going(people, place, result)


@require_POST
def people(request: HttpRequest) -> HttpResponse:
    """Take what was put right on the page, and show it again."""
    return carrying(request, _people)


def _people(request: HttpRequest, check: Check, lines: Lines) -> HttpResponse:
    return again(request, check, lines, going=alone())


def again(request: HttpRequest, check: Check, lines: Lines, *, going: Going) -> HttpResponse:
    """Take what was put right, and show the page of people again."""
    post = request.POST
    try:
        if post.get("do") == "place":
            check = answers.with_place(check, post)
        elif post.get("do") == "add":
            check = answers.with_added(check, post)
        elif post.get("do", "").startswith("undo-"):
            check = answers.without(check, post["do"].removeprefix("undo-"))
        else:
            check = answers.with_answers(check, post)
    except Refusal as refusal:
        return show(request, check, lines, refusal=refusal, going=going)
    return show(request, check, lines, going=going)


def show(
    request: HttpRequest,
    check: Check,
    lines: Lines,
    *,
    refusal: Refusal | None = None,
    going: Going | None = None,
) -> HttpResponse:
    """Show the page of people."""
    series, to = check.series, going or alone()
    rows = _rows(check, lines)
    context: dict[str, Any] = {
        **to.around,
        "to": to,
        "of": series.board,
        "meetings": [_meeting(meeting) for meeting in series.meetings],
        "rows": rows,
        "unsure": [row for row in rows if row.unsure],
        "support": [row for row in rows if row.support],
        "capacities": [(code.value, words.capacity(code)) for code in words.ORDER],
        "chairs": [("", _("Not said")), *((c.value, words.capacity(c)) for c in words.ORDER)],
        "put_right": [
            (number, put_right(fact, check.as_read))
            for number, fact in enumerate(check.corrections)
        ],
        "check": pack_check(check),
        "lines": pack_lines(lines),
    }
    if refusal is None:
        return render(request, to.template, context)
    told = refusals.told(refusal)
    context["errors"] = [{"sentence": f"{told.wrong} {told.next}"}]
    return render(request, to.template, context, status=422)


def _meeting(meeting: Meeting) -> dict[str, Any]:
    support = meeting.listed - len(meeting.members)
    return {
        "number": meeting.number,
        "number_text": str(meeting.number),
        "day": words.day(meeting.held),
        "undated": meeting.held is None,
        "listed": meeting.listed,
        "open": list(filter(None, [counting.open_count(meeting), counting.open_roles(meeting)])),
        "support": support,
        "apologies": meeting.apologies,
        "decisions": len(meeting.decisions),
        "chair": meeting.chair.value if meeting.chair else "",
    }


def _rows(check: Check, lines: Lines) -> list[Row]:
    series = check.series
    days = {meeting.number: words.day(meeting.held) for meeting in series.meetings}
    found = enumerate(places(series.meetings))
    return [_row(number, place, days, lines) for number, place in found]


def _row(number: int, place: Place, days: dict[int, str], lines: Lines) -> Row:
    seen = place.first
    return Row(
        number=number,
        post=post_of(place),
        code=seen.capacity.value,
        capacity=words.capacity(seen.capacity),
        why=reasons.why(seen.why),
        ask=reasons.ask(seen.why),
        where=where(place, days),
        pasted=tuple(
            text for meeting, line in place.listed if (text := lines.get(meeting, {}).get(line))
        )[:12],
        counts=seen.standing.counts,
        standing=seen.standing,
    )


def post_of(place: Place) -> str:
    """Tell a place by its post and body, or that none was printed."""
    parts = filter(None, [place.first.role, place.first.organisation])
    return ", ".join(parts) or _("No role printed")


def where(place: Place, days: dict[int, str]) -> str:
    """Tell at how many meetings a place was listed, and on which lines."""
    if len(place.listed) > 3:
        return _("%(count)d meetings") % {"count": len({number for number, _ in place.listed})}
    parts = [
        _("%(day)s, line %(line)d") % {"day": days[number], "line": line}
        if line
        else _("%(day)s, added by hand") % {"day": days[number]}
        for number, line in place.listed
    ]
    return "; ".join(parts)


@require_POST
def place(request: HttpRequest) -> HttpResponse:
    """Show the page about one place."""
    return carrying(request, _place)


def _place(request: HttpRequest, check: Check, lines: Lines) -> HttpResponse:
    return about_place(request, check, lines, going=alone())


def about_place(request: HttpRequest, check: Check, lines: Lines, *, going: Going) -> HttpResponse:
    """Take what was put right, and show the page about one place."""
    try:
        check = answers.with_answers(check, request.POST)
        number, found = answers.place_of(check, request.POST.get("place", ""))
    except Refusal as refusal:
        return show(request, check, lines, refusal=refusal, going=going)
    series = check.series
    days = {meeting.number: words.day(meeting.held) for meeting in series.meetings}
    listed_at = sorted({meeting for meeting, _ in found.listed})
    others = [
        (str(n), post_of(other))
        for n, other in enumerate(places(series.meetings))
        if other.key and other.key != found.key
    ]
    return render(request, going.of_a_place, {
        **going.around,
        "to": going,
        "row": _row(number, found, days, lines),
        "standing": "member" if found.first.standing.counts else "support",
        "standings": [
            ("member", _("A member")),
            ("support", _("In support or in attendance: note-taker, guest, supporter, staff")),
            ("nobody", _("Nobody: leave this line out")),
        ],
        "capacities": [(code.value, words.capacity(code)) for code in words.ORDER],
        "wheres": [("all", _("At every meeting")), *((str(n), days[n]) for n in listed_at)]
        if len(listed_at) > 1
        else [],
        "others": [("", _("No other place")), *others] if found.key and others else [],
        "check": pack_check(check),
        "lines": pack_lines(lines),
    })  # fmt: skip
