"""A whole history of a plan brought in from a file: first whose words they are is said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods

from withus.actions import bringing_in as act
from withus.actions import drafting
from withus.core.errors import Refusal
from withus.core.rules.rights import Act
from withus.jobs import wording
from withus.questions import plan as ask
from withus.reading.history_file import NotAHistory, Revision, revisions
from withus.saying.drafting import plan as saying
from withus.saying.drafting import writing as forms
from withus.screens.frame.allowed import rendered
from withus.screens.framing.here import AtWork, about, missing_duties, of_a_work

NOBODY = "nobody"


@require_http_methods(["GET", "HEAD", "POST"])
@of_a_work(Act.TYPE_FOR_OTHERS)
def history(request: HttpRequest, at: AtWork) -> HttpResponse:
    """Show the form for a file; then whose words each of its names stands for; bring it in."""
    if request.method != "POST":
        return rendered(request, "drafting/history.html", page(at, kept(at)))
    try:
        if request.POST.get("do") == "bring":
            return bring(request, at)
        if request.POST.get("do") == "drop":
            drafting.drop_history(at.found.id, by=at.by)
        else:
            look(request, at)
    except Refusal as refusal:
        box = {"whose_missing": "who-0", "text_too_long": ""}
        told = {"errors": [forms.fault(refusal, **box)], "at": forms.at_field(refusal, **box)}
        return rendered(request, "drafting/history.html", page(at, kept(at)) | told, status=422)
    return redirect("plan:history", at.found.origin, at.found.id)


def look(request: HttpRequest, at: AtWork) -> None:
    """Read the file that was sent, and keep it until whose words it is was said."""
    if getattr(request, "files_too_big", []):
        raise drafting.NotAText("plan_file_too_big")
    file = request.FILES.get("file")
    if file is None:
        raise drafting.NotAText("plan_file_missing")
    content = file.read()
    read(content)
    drafting.keep_history(at.found.id, content.decode(), by=at.by, on=localdate())


def read(content: bytes) -> list[Revision]:
    """Return the texts of a history. Errors: NotAText `plan_file_no_history`, with the line."""
    try:
        return list(revisions(BytesIO(content)))
    except NotAHistory as refusal:
        line = refusal.parameters.get("line", 0)
        raise drafting.NotAText("plan_file_no_history", {"where": line}) from None


def kept(at: AtWork) -> list[Revision]:
    """Return the texts of the file that somebody put in before."""
    found = ask.writing(at.found, at.by.person, form=drafting.HISTORY)
    return read(found.typed.text.encode()) if found else []


def page(at: AtWork, texts: Sequence[Revision]) -> dict[str, Any]:
    """Tell what the file holds, and who each of its names may be."""
    speakers: dict[str, int] = {}
    for one in texts:
        speakers[one.speaker] = speakers.get(one.speaker, 0) + 1
    return about(at) | {
        "missing": missing_duties(at),
        "begun": bool(at.found.state.revisions),
        "texts": len(texts),
        "speakers": [(f"who-{n}", *each) for n, each in enumerate(speakers.items())],
        "choices": choices(at) if texts else [],
    }


def choices(at: AtWork) -> list[tuple[str, str]]:
    """Tell who somebody named in a file may be."""
    found = [("", saying.choose()), (NOBODY, saying.from_no_place_here())]
    return [
        *found,
        *(
            (holding, saying.whose(capacity, name))
            for holding, name, capacity in ask.to_write_for(at.found, ())
        ),
    ]


def bring(request: HttpRequest, at: AtWork) -> HttpResponse:
    """Bring the texts in, each as whose it was said to be."""
    texts = kept(at)
    if not texts:
        raise drafting.NotAText("plan_file_missing")
    allowed = {value for value, _ in choices(at)} - {""}
    whose: dict[str, str | None] = {}
    for number, name in enumerate(dict.fromkeys(one.speaker for one in texts)):
        chosen = request.POST.get(f"who-{number}", "")
        if chosen not in allowed:
            raise drafting.NotAText("whose_missing")
        whose[name] = None if chosen == NOBODY else chosen
    told = [
        act.Text(one.text, one.speaker, datetime.fromisoformat(one.at) if one.at else None)
        for one in texts
    ]
    act.bring_in(at.found.id, told, whose=whose, by=at.by)
    wording.soon(at.found.id)
    return redirect("plan:read", at.found.origin, at.found.id)
