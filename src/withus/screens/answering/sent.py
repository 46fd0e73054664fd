"""What was sent with a form about a point: its words, its file, and how whoever put it is shown."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from withus.core.errors import Refusal
from withus.core.words import ShownAs
from withus.reading.attachments import NotTaken, plain_file
from withus.saying.answering import points as saying
from withus.screens.framing.here import AtWork, about, missing_duties
from withus.screens.meeting.form import longer
from withus.stores.answering.files import File

NAMES = ("shown_as", "name", "way", "capacity", "person", "group_of", "route", "where", "holding")


def file_of(request: HttpRequest, name: str = "file") -> File | None:
    """Return the file that was sent, made plain; refuse one that is not taken."""
    if getattr(request, "files_too_big", []):
        raise Refusal("file_too_large")
    sent = request.FILES.get(name)
    if not isinstance(sent, UploadedFile):
        return None
    try:
        kind, ending, content = plain_file(sent.read())
    except NotTaken as fault:
        raise Refusal("file_not_taken") from fault
    return File(kind, ending, content)


def typed(request: HttpRequest) -> dict[str, str]:
    """Return what was typed into a form about a point."""
    found = {name: request.POST.get(name, "").strip()[:400] for name in NAMES}
    return found | {"words": longer(request.POST.get("words", ""), most=8_000)}


def form(at: AtWork, told: dict[str, str], **more: Any) -> dict[str, Any]:
    """Tell a form about a point."""
    return (
        about(at)
        | {
            "typed": told,
            "shown": saying.shown(),
            "missing": missing_duties(at),
            "reader": saying.readers(),
        }
        | more
    )


def shown_as(told: dict[str, str]) -> ShownAs:
    """Return how somebody wishes to be shown, or refuse."""
    if told["shown_as"] not in set(ShownAs):
        raise Refusal("not_chosen")
    return ShownAs(told["shown_as"])
