"""Checking an old check-code, or a receipt, against a record. Nothing that is sent is kept."""

from dataclasses import asdict
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from withus.core.errors import Refusal
from withus.core.proofs.refused import Malformed
from withus.questions import checking_records as ask
from withus.questions.finding import live
from withus.saying.keeping import answers
from withus.saying.keeping.happened import happened
from withus.screens.frame.public import public
from withus.screens.frame.uploads import Sent
from withus.screens.frame.views import too_much
from withus.screens.keeping.views import on_the_record

LONGEST_CODE = 1_000
LONGEST_RECEIPT = 200_000


@require_POST
@public
def check_code(request: HttpRequest, *, origin: str) -> HttpResponse:
    """Hold an old check-code against the record as it now is."""
    if cast(Sent, request).too_big:
        return too_much(request)
    typed = request.POST.get("code", "").strip()
    try:
        if not typed:
            raise Malformed("nothing_given")
        found = ask.check_old_code(origin, typed[:LONGEST_CODE])
    except Malformed as refusal:
        return again(request, origin, refusal, "code", typed[:LONGEST_CODE])
    told = {"size": found.size, "now": found.now, "word": found.word}
    context = {"said": answers.of_code(found.answer, told), "signed": found.signed, "code": True}
    return answered(request, origin, context)


@require_POST
@public
def check_receipt(request: HttpRequest, *, origin: str) -> HttpResponse:
    """Hold a receipt against the record's public key and its entry."""
    if cast(Sent, request).too_big:
        return too_much(request)
    pasted = request.POST.get("receipt", "")
    content = given(request) or written(pasted)
    try:
        if not content.strip():
            raise Malformed("nothing_given")
        if len(content) > LONGEST_RECEIPT:
            raise Malformed("too_long")
        found = ask.check_receipt(origin, content)
    except Malformed as refusal:
        return again(request, origin, refusal, "receipt", pasted[:LONGEST_RECEIPT])
    told = {"index": found.index, "size": found.size}
    context: dict[str, Any] = {"said": answers.of_receipt(found.answer, told)}
    if found.entry:
        entry = found.entry.entry
        said = happened(entry.fact, board=found.entry.board)
        context["entry"] = {"index": entry.index, "happened": said}
    return answered(request, origin, context)


def given(request: HttpRequest) -> bytes:
    """Return the file that was sent, if one was."""
    file = request.FILES.get("file")
    return file.read(LONGEST_RECEIPT + 1) if file is not None else b""


def written(pasted: str) -> bytes:
    """Return what was pasted as the file it came from: browsers change how its lines end."""
    lines = pasted.replace("\r\n", "\n").strip("\n ")
    return f"{lines}\n".encode() if lines else b""


def answered(request: HttpRequest, origin: str, context: dict[str, Any]) -> HttpResponse:
    """Show an answer on a page of its own."""
    said = asdict(context.pop("said"))
    told = {"origin": origin, "name": live(origin).name, **said, **context}
    return render(request, "keeping/checked.html", told)


def again(
    request: HttpRequest, origin: str, refusal: Refusal, field: str, typed: str
) -> HttpResponse:
    """Show the forms again, with what was typed and what to put right."""
    sentence = answers.refused(refusal)
    context = on_the_record(origin, 1) | {
        "errors": [{"field": field, "sentence": sentence}],
        f"{field}_error": sentence,
        f"{field}_typed": typed,
    }
    return render(request, "keeping/record.html", context, status=422)
