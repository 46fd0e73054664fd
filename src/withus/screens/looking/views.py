"""To see a partnership as a member sees it, and to stop."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from withus.core.rules.rights import Act
from withus.questions.mine import partnership
from withus.screens.frame import looking
from withus.screens.frame.allowed import for_people, for_those_who_may, rendered
from withus.screens.frame.me import Me

READ_OR_SENT = require_http_methods(["GET", "HEAD", "POST"])


@READ_OR_SENT
@for_those_who_may(Act.LOOK_AS_MEMBER)
def begin(request: HttpRequest, here: Me) -> HttpResponse:
    """Say what looking as a member means, and begin."""
    found, practice = partnership(here.origin)
    if request.method == "POST":
        looking.look(request, here.origin)
        return redirect("mine:here", here.origin)
    context = {"origin": here.origin, "partnership": found.name, "practice": practice}
    return rendered(request, "looking/begin.html", context)


@require_POST
@for_people
def stop(request: HttpRequest, here: Me) -> HttpResponse:
    """Stop looking, and be whoever one is again."""
    looking.stop(request, here.origin)
    return redirect("mine:here", here.origin)
