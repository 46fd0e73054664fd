"""A record, and one of its entries."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from withus.questions import keeping as ask
from withus.saying.keeping import record as saying
from withus.saying.keeping.fields import clear_fields, sealed_fields
from withus.saying.keeping.happened import by_whom, happened, moment, when
from withus.screens.frame.addresses import RecordName
from withus.screens.frame.public import page_wanted, public
from withus.screens.frame.qr import qr


@require_safe
@public
def record(request: HttpRequest, *, origin: str) -> HttpResponse:
    """Show a record: its latest check-code, the forms to check it, its entries."""
    return render(request, "keeping/record.html", on_the_record(origin, page_wanted(request)))


def on_the_record(origin: str, page: int) -> dict[str, Any]:
    """Return what the page of a record shows."""
    found = ask.record(origin, page=page)
    newer = found.size - (found.head.size if found.head else 0)
    return {
        "origin": origin,
        "name": found.name,
        "size": found.size,
        "entries": saying.entries(found.size),
        "head": _head(found.head),
        "newer": newer,
        "window": saying.window(newer),
        "keys": [key.text() for key in found.keys],
        "cannot_show": saying.cannot_show(),
        "listed": [_line(one) for one in found.entries],
        "page": found.page,
    }


def _head(head: ask.Head | None) -> dict[str, Any] | None:
    if head is None:
        return None
    return {
        "size": head.size,
        "entries": saying.entries(head.size),
        "words": head.code.words,
        "signed": moment(head.made_at),
        "qr": qr(head.code.text()),
        "code": head.code.text(),
        "keepers": saying.keepers(head.others),
    }


def _line(one: ask.EntrySeen) -> dict[str, Any]:
    said = one.entry.circumstances
    return {
        "index": one.entry.index,
        "happened": happened(one.entry.fact, board=one.board),
        "when": when(said),
        "by": by_whom(said),
    }


@require_safe
@public
def entry(request: HttpRequest, *, origin: str, index: int) -> HttpResponse:
    """Show one entry: what it says in clear, what is sealed, and its receipt."""
    found = ask.one_entry(origin, index)
    seen = found.seen
    fact = seen.entry.fact
    context = {
        "origin": origin,
        "name": found.name,
        "index": index,
        "board": seen.board,
        "board_id": seen.board_id,
        "shows": saying.receipt_of(seen.entry, board=seen.board),
        "happened": happened(fact, board=seen.board),
        "by": by_whom(seen.entry.circumstances),
        "when": when(seen.entry.circumstances),
        "clear": list(clear_fields(fact, board=seen.board)),
        "sealed": list(sealed_fields(fact)),
        "about": [_line(one) for one in found.about],
        "points_at": getattr(fact, "entry", None),
        "head": _head(found.head),
        "receipt": found.receipt.decode() if found.receipt else "",
        "leaf": found.content.decode(),
    }
    return render(request, "keeping/entry.html", context)


@require_safe
@public
def copy(request: HttpRequest, *, origin: str) -> HttpResponseBase:
    """Give the record as one file, up to its latest check-code; nothing sealed is opened."""
    lines = ask.copy(origin)
    if lines is None:
        raise Http404
    response = StreamingHttpResponse(lines, content_type="application/octet-stream")
    name = RecordName().to_url(origin).replace("~", "-")
    response["Content-Disposition"] = f'attachment; filename="{name}.bundle"'
    return response


@require_safe
@public
def receipt(request: HttpRequest, *, origin: str, index: int) -> HttpResponse:
    """Give an entry's receipt as a file; there is none while the entry is too new."""
    content = ask.receipt(origin, index)
    if content is None:
        raise Http404
    response = HttpResponse(content, content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="receipt-entry-{index}.txt"'
    return response
