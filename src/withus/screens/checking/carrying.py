"""Pages in the middle: each opens what the form carried, or sends the person to the start."""

from collections.abc import Callable
from typing import cast

from django.http import HttpRequest, HttpResponse

from withus.core.errors import Refusal
from withus.core.minutes.checkfile import Check
from withus.screens.checking.carried import Lines, unpack_check, unpack_lines
from withus.screens.frame.uploads import Sent
from withus.screens.frame.views import could_not_read, too_much

Answer = Callable[[HttpRequest, Check, Lines], HttpResponse]


def carrying(request: HttpRequest, answer: Answer) -> HttpResponse:
    """Open what the form carried and go on; a form that carries nothing whole is a broken one."""
    if cast(Sent, request).too_big:
        return too_much(request)
    try:
        check = unpack_check(request.POST.get("check", ""))
        lines = unpack_lines(request.POST.get("lines", ""))
    except Refusal:
        return could_not_read(request)
    return answer(request, check, lines)
