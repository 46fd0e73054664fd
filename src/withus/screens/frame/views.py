"""The home page, and a page for each thing that can go wrong before a room is reached."""

from dataclasses import asdict, dataclass

from django.core.exceptions import (
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from withus.screens.frame.uploads import take_in_the_rest

TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


@dataclass(frozen=True)
class Fault:
    """What happened, and what to do next."""

    status: int
    title: str
    happened: str
    next: str


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    return render(request, "frame/home.html")


def say(request: HttpRequest, fault: Fault) -> HttpResponse:
    take_in_the_rest(request)
    return render(request, "frame/fault.html", asdict(fault), status=fault.status)


def could_not_read(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400, and 413 where it was too much."""
    if isinstance(exception, TOO_MUCH):
        return too_much(request)
    return say(
        request,
        Fault(
            status=400,
            title=_("We could not read what was sent"),
            happened=_("Something was missing or broken on the way. Nothing was kept."),
            next=_("Go back, check what you put in, and send it again."),
        ),
    )


def too_much(request: HttpRequest) -> HttpResponse:
    return say(
        request,
        Fault(
            status=413,
            title=_("That is more than we can take at once"),
            happened=_(
                "We can take 12 files, 10 MB each and 25 MB all together. Nothing was kept."
            ),
            next=_(
                "Go back and send fewer meetings, or only the pages that say who was there. "
                "Or copy those lines and paste them."
            ),
        ),
    )


def form_not_ours(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form did not come from a page of ours, or its cookie has gone."""
    if getattr(request, "too_big", False):
        return too_much(request)
    return say(
        request,
        Fault(
            status=403,
            title=_("We could not be sure that this form was ours"),
            happened=_(
                "It was open for more than a day, or your browser does not keep cookies for us, "
                "or another website sent it. We read nothing and kept nothing."
            ),
            next=_(
                "Go back and load the page again, then send it once more. Copy what you typed "
                "first. One cookie from us has to be allowed: it only protects the form."
            ),
        ),
    )


def not_open(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return say(
        request,
        Fault(
            status=403,
            title=_("This page is not open to you"),
            happened=_("It is there, but not for everyone."),
            next=_("Start again from the home page."),
        ),
    )


def no_such_page(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return say(
        request,
        Fault(
            status=404,
            title=_("There is no page here"),
            happened=_("The address may be mistyped, or the page may have moved."),
            next=_("Check the address, or start again from the home page."),
        ),
    )


def not_this_way(request: HttpRequest) -> HttpResponse:
    return say(
        request,
        Fault(
            status=405,
            title=_("This page cannot be opened like that"),
            happened=_(
                "It only shows an answer to a form. Answers are not kept, so there is nothing to "
                "show again."
            ),
            next=_("Start again from the home page and fill in the form."),
        ),
    )


def size_not_said(request: HttpRequest) -> HttpResponse:
    return say(
        request,
        Fault(
            status=411,
            title=_("We could not read what was sent"),
            happened=_("Your program did not say how much it was sending. Nothing was kept."),
            next=_("Use a web browser, or send it with a Content-Length."),
        ),
    )


def our_fault(request: HttpRequest) -> HttpResponse:
    """Asks nothing of the request, and answers even when no page can be made."""
    fault = Fault(
        status=500,
        title=_("Something went wrong here"),
        happened=_("It is our fault, not yours. Nothing you sent was kept."),
        next=_("Try again in a few minutes. If you typed something, go back and copy it first."),
    )
    try:
        page = render_to_string("frame/fault.html", asdict(fault))
    except Exception:  # noqa: BLE001  whatever has failed, there is still an answer
        words = f"{fault.title}\n\n{fault.happened}\n\n{fault.next}"
        return HttpResponse(words, status=500, content_type="text/plain; charset=utf-8")
    return HttpResponse(page, status=500)
