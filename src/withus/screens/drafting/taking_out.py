"""The plan taken out: as plain text with the marks it was typed with, or as a Word file."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from withus.core.rules.rights import Act
from withus.questions import plan as ask
from withus.saying.drafting.word import document
from withus.screens.framing.here import AtWork, of_a_work

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
NAME = "plan"  # a file's name says nothing of the work: it may lie where others see it


@require_safe
@of_a_work(Act.READ_BOARD)
def markdown(request: HttpRequest, at: AtWork) -> HttpResponse:
    """Give the text that stands, as it was typed."""
    opened = _last(at)
    return _file(f"{opened.text}\n".encode(), "text/markdown; charset=utf-8", opened, "md")


@require_safe
@of_a_work(Act.READ_BOARD)
def word(request: HttpRequest, at: AtWork) -> HttpResponse:
    """Give the text that stands, as a Word file."""
    opened = _last(at)
    return _file(document(at.found.opened.fact.name, opened.text), WORD, opened, "docx")


def _last(at: AtWork) -> ask.Opened:
    opened = ask.last_text(at.found) if ask.plan_texts(at.found) else None
    if opened is None:
        raise Http404
    return opened


def _file(content: bytes, kind: str, opened: ask.Opened, ending: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    name = f"{NAME}-{opened.revision.number}.{ending}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "private, no-store"
    return response
