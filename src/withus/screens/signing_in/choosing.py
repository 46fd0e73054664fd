"""Whom somebody acts for now, where one account is shared by several people."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from withus.questions import signing_in as ask
from withus.screens.frame.me import CHOSEN, signed_in
from withus.screens.signing_in import here
from withus.screens.signing_in.entering import forms, shown
from withus.screens.signing_in.ways import mine


@forms
@signed_in
def who(request: HttpRequest) -> HttpResponse:
    """Ask who is here now, and hold the answer for as long as they are signed in."""
    shared = ask.shared_by(mine(request))
    if not shared:
        return HttpResponseRedirect(here.home())
    held = request.session.get(CHOSEN, {})
    if request.method != "POST":
        asked = [(f"who-{at}", one, held.get(one.origin)) for at, one in enumerate(shared)]
        return shown(request, "who", asked=asked)
    chosen = dict(held)
    for at, one in enumerate(shared):
        wanted = request.POST.get(f"who-{at}", "")
        if wanted in {person for person, _ in one.people}:
            chosen[one.origin] = wanted
    request.session[CHOSEN] = chosen
    return HttpResponseRedirect(request.session.pop(here.AFTER, "") or here.home())
