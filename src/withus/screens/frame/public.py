"""What is not here, and what is not public, answer alike: there is no page of that name."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

from withus.questions.finding import NotHere

P = ParamSpec("P")
Answer = TypeVar("Answer", bound=HttpResponseBase)
View = Callable[Concatenate[HttpRequest, P], Answer]


def public(view: View[P, Answer]) -> View[P, Answer]:
    """Answer 404 where a question finds nothing that is public."""

    @wraps(view)
    def or_no_such_page(request: HttpRequest, /, *given: P.args, **named: P.kwargs) -> Answer:
        try:
            return view(request, *given, **named)
        except NotHere as nothing:
            raise Http404 from nothing

    return or_no_such_page


def page_wanted(request: HttpRequest) -> int:
    """Tell which page of a list is asked for; the first, if that is not a number."""
    wanted = request.GET.get("page", "1")
    return int(wanted) if wanted.isascii() and wanted.isdecimal() and len(wanted) < 8 else 1
