"""Keys for programs: the list of them, making one, which is shown once, and ending one."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from withus.actions.tokens import LONGEST_NAME, end_token, make_token
from withus.core.errors import Refusal
from withus.questions.tokens import KeySeen, acts_for, keys_of
from withus.saying import words
from withus.saying.keeping.refusals import said
from withus.screens.frame.me import account_of, lately, signed_in, signed_in_lately, to_sign_in

SHOWN = 12  # of a secret, where it is only an example


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def keys(request: HttpRequest) -> HttpResponse:
    """Show the keys in force and the form for another; make one, and show its secret once."""
    return make(request) if request.method == "POST" else shown(request, {}, status=200)


@require_POST
@signed_in
def end(request: HttpRequest, *, key: str) -> HttpResponse:
    """End a key: from now on no program gets in with it."""
    end_token(account=str(account_of(request)), token=key)
    return HttpResponseRedirect(reverse("api_keys:keys"))


@signed_in_lately("api_keys:keys")
def make(request: HttpRequest) -> HttpResponse:
    """Make a key. Its secret is on this answer alone: it is in no session and in no table."""
    name = " ".join(request.POST.get("name", "").split())
    chosen = request.POST.get("for", "")
    typed = {"name_typed": name, "chosen": chosen}
    link = int(chosen) if chosen.isascii() and chosen.isdecimal() and len(chosen) < 19 else 0
    faults = {} if link else {"for": _("Choose for whom it acts.")}
    if not 0 < len(name) <= LONGEST_NAME:
        faults["name"] = _("Say what the key is for, in 1 to 60 characters.")
    if faults:
        return shown(request, typed, faults=faults, status=422)
    account = str(account_of(request))
    try:
        secret = make_token(account=account, link=link, name=name, now=timezone.now())
    except Refusal as refusal:
        field = "name" if refusal.code == "not_the_form" else "for"
        return shown(request, typed, faults={field: in_words(refusal)}, status=422)
    made = {
        "secret": secret,
        "name": name,
        "header": f"Authorization: Bearer {secret[:SHOWN]}…",
        "keeps": keeps(),
        "described": settings.WITHUS_PUBLIC_URL.rstrip("/") + reverse("api:schema"),
    }
    return render(request, "api_keys/made.html", made)


def in_words(refusal: Refusal) -> str:
    """Tell why no key was made."""
    if refusal.code == "not_the_form":
        return _("Use letters, figures and spaces.")
    if refusal.code == "person_unknown":
        return _("Choose for whom it acts.")
    return " ".join(said(refusal))


def shown(
    request: HttpRequest,
    typed: dict[str, str],
    *,
    status: int,
    faults: dict[str, str] | None = None,
) -> HttpResponse:
    """Show the page of keys, with what was typed and what to put right."""
    account = str(account_of(request))
    people = acts_for(account)
    options = [(str(each.link), _called(each.name, each.partnership)) for each in people]
    wrong = faults or {}
    context: dict[str, Any] = {
        "listed": [listed(each) for each in keys_of(account, now=timezone.now())],
        "options": options,
        "chosen": typed.get("chosen") or (options[0][0] if len(options) == 1 else ""),
        "name_typed": typed.get("name_typed", ""),
        "name_error": wrong.get("name"),
        "for_error": wrong.get("for"),
        "keeps": keeps(),
        "sign_in": "" if lately(request) else to_sign_in(reverse("api_keys:keys")),
        "errors": [{"field": field, "sentence": words_} for field, words_ in wrong.items()],
    }
    return render(request, "api_keys/keys.html", context, status=status)


def keeps() -> str:
    """Tell what these pages keep, in their foot."""
    return _(
        "What this page keeps: what you call your keys, sealed, and a mark of each. One cookie "
        "says that you are signed in, and one protects the forms."
    )


def listed(seen: KeySeen) -> dict[str, str]:
    """Tell a key as a line of the list."""
    return {
        "id": seen.id,
        "name": seen.name or _("A key whose name cannot be read"),
        "partnership": seen.partnership,
        "made": words.day(timezone.localdate(seen.made_at)),
        "until": words.day(timezone.localdate(seen.until)),
    }


def _called(name: str, partnership: str) -> str:
    told = {"name": name or _("You"), "partnership": partnership}
    return _("%(name)s, in %(partnership)s") % told
