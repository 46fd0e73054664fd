"""A text brought in from a file, plain or Word: read in the box before anybody saves it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods

from withus.actions import drafting as act
from withus.core.errors import Refusal
from withus.core.rules.rights import Act
from withus.questions import plan as ask
from withus.reading.plan_file import plan_text
from withus.saying.drafting import writing as forms
from withus.screens.frame.allowed import rendered
from withus.screens.framing.here import AtWork, about, missing_duties, of_a_work
from withus.stores.drafting.unshared import Typed

BOX = {"text_too_long": "file", "nothing_written": "file"}
READ_OR_SENT = require_http_methods(["GET", "HEAD", "POST"])


@READ_OR_SENT
@of_a_work(Act.DRAFT)
def bring_in(request: HttpRequest, at: AtWork) -> HttpResponse:
    """Show the form for a file; put its text into the box, for whoever brought it in to read."""
    context = about(at) | {
        "missing": missing_duties(at),
        "types": at.may(Act.TYPE_FOR_OTHERS),
    }
    if request.method != "POST":
        return rendered(request, "drafting/bring_in.html", context)
    every = ask.plan_texts(at.found)
    try:
        text = read(request)
        typed = Typed(every[-1].name if every else "", text, imported=True)
        act.keep_unshared(at.found.id, None, typed, by=at.by, on=localdate())
    except Refusal as refusal:
        told = {"errors": [forms.fault(refusal, **BOX)], "at": forms.at_field(refusal, **BOX)}
        return rendered(request, "drafting/bring_in.html", context | told, status=422)
    return redirect("plan:write", at.found.origin, at.found.id)


def read(request: HttpRequest) -> str:
    """Return the text of the file that was sent. Errors: Refusal, of which each names the field."""
    if getattr(request, "files_too_big", []):
        raise act.NotAText("plan_file_too_big")
    file = request.FILES.get("file")
    if file is None:
        raise act.NotAText("plan_file_missing")
    found = plan_text(file.read())
    act.check_length(found.text)
    if not found.text.strip():
        raise act.NotAText("plan_file_empty")
    return found.text
