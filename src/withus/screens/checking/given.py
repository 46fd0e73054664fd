"""What a person puts in: pasted text and files, into meetings, or a refusal that names which."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from django.http import HttpRequest
from django.utils.translation import gettext as _

from withus.core.errors import Refusal
from withus.core.minutes.checkfile import Check, from_json, is_address
from withus.core.minutes.reading import NotMinutes, read_meeting, split_meetings
from withus.core.minutes.series import Series, read_series
from withus.core.minutes.showing import publishable
from withus.core.minutes.text import Line
from withus.reading import Offered, read_files
from withus.reading.limits import FILES
from withus.reading.text import plain_lines
from withus.screens.checking.carried import Lines
from withus.screens.frame.uploads import Sent

LONGEST_BOARD = 120


@dataclass(frozen=True, slots=True)
class Given:
    """What was put in, read: the check, and the lines for the person who pasted them."""

    check: Check
    lines: Lines


def given(request: HttpRequest) -> Given:
    """Read all that a person put in. Raises a Refusal that says which part cannot be used."""
    sent = cast(Sent, request)
    for name in sent.files_too_big:
        raise Refusal("too_big", {"file": name})
    parts = [part for text in [*_pasted(request), *_files(request)] for part in _parted(text)]
    if not parts:
        raise Refusal("nothing_given")
    if len(parts) > FILES:
        raise Refusal("too_many_meetings")
    board = publishable(request.POST.get("board", "")[:LONGEST_BOARD])
    series = _read(parts, board)
    meetings = [part.lines for part in parts]
    lines = {
        meeting.number: _listed(meetings[source], {seen.line for seen in meeting.sightings})
        for meeting, source in zip(series.meetings, series.sources, strict=True)
    }
    return Given(Check(series, source=_source(request)), lines)


def _listed(lines: Sequence[Line], wanted: set[int]) -> dict[int, str]:
    return {line.number: line.text for line in lines if line.number in wanted}


def _source(request: HttpRequest) -> str:
    address = request.POST.get("source", "").strip()
    if address and not is_address(address):
        raise Refusal("not_an_address")
    return address


@dataclass(frozen=True, slots=True)
class Text:
    """Numbered lines, and what the person knows them by."""

    name: str
    lines: tuple[Line, ...]


def _numbered(name: str, lines: Sequence[str]) -> Text:
    return Text(name, tuple(Line(number, text) for number, text in enumerate(lines, 1)))


def _pasted(request: HttpRequest) -> list[Text]:
    texts = [text for text in request.POST.getlist("minutes") if text.strip()]
    return [_numbered(_("What you pasted"), plain_lines(text.encode())) for text in texts]


def _parted(text: Text) -> list[Text]:
    """Part one text into its meetings."""
    return [Text(text.name, lines) for lines in split_meetings(text.lines)]


def _read(parts: Sequence[Text], board: str) -> Series:
    """Read the meetings; one with no list of people is refused by what it came in."""
    try:
        return read_series([part.lines for part in parts], board=board)
    except NotMinutes:
        bad = next(part for part in parts if not _has_a_list(part))
        raise NotMinutes("not_minutes", {"file": bad.name}) from None


def _has_a_list(part: Text) -> bool:
    try:
        read_meeting(part.lines)
    except NotMinutes:
        return False
    return True


def _files(request: HttpRequest) -> list[Text]:
    offered = [Offered(str(one.name), one.read()) for one in request.FILES.getlist("files")]
    return [_numbered(one.name, one.lines) for one in read_files(offered)]


def saved_check(request: HttpRequest) -> Check:
    """Read a check that a person kept on their own machine."""
    sent = cast(Sent, request)
    upload = request.FILES.get("saved")
    for name in sent.files_too_big:
        raise Refusal("too_big", {"file": name})
    if upload is None:
        raise Refusal("no_saved_file")
    try:
        data = json.loads(upload.read().decode())
    except (ValueError, RecursionError):
        raise Refusal("not_json", {"file": str(upload.name)}) from None
    try:
        return from_json(data)
    except Refusal as refusal:
        raise Refusal(refusal.code, {**refusal.parameters, "file": str(upload.name)}) from None
