"""Links by which people say something without an account: made, printed, and stopped."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from withus.actions import saying_by_link as act
from withus.core.errors import Refusal
from withus.core.rules.rights import Act
from withus.saying import words
from withus.screens.answering.here import of_a_work
from withus.screens.answering.say.codes import straight_to, where_to_say
from withus.screens.frame.allowed import faults, rendered
from withus.screens.frame.qr import qr
from withus.screens.framing.here import AtWork, about, missing_duties
from withus.screens.meeting.form import longer
from withus.stores.answering import links
from withus.stores.answering.links import Asks
from withus.stores.answering.models import SayLink

CARDS = ("card1", "card2", "card3")
MOST_LISTED = 60


@require_http_methods(["GET", "HEAD", "POST"])
@of_a_work(Act.TYPE_FOR_OTHERS)
def every(request: HttpRequest, at: AtWork) -> HttpResponse:
    """Show the links that were made, and a form for more; make them."""
    typed = {name: request.POST.get(name, "").strip()[:400] for name in (*CARDS, "phone", "bsl")}
    typed |= {name: request.POST.get(name, "").strip()[:10] for name in ("who", "number")}
    typed["easy"] = longer(request.POST.get("easy", ""), most=1_000)
    context = about(at) | _listed(at) | {"typed": typed, "missing": missing_duties(at)}
    if request.method != "POST":
        context["typed"] |= {"who": "many", "number": "10"}
        return rendered(request, "answering/links.html", context)
    try:
        made = act.make_links(
            _asks(typed),
            work=at.found.id,
            many=_many(typed),
            number=int(typed["number"]) if typed["number"].isdecimal() else 0,
            by=at.by,
        )
    except Refusal as refusal:
        told = context | faults(refusal)
        return rendered(request, "answering/links.html", told, status=422)
    response = redirect("answering:letters", at.found.origin, at.found.id)
    response["Location"] += "?" + "&".join(f"one={each}" for each in made)
    return response


def _many(typed: dict[str, str]) -> bool:
    if typed["who"] not in ("many", "each"):
        raise Refusal("not_chosen")
    if typed["who"] == "many":
        typed["number"] = "1"
    return typed["who"] == "many"


def _asks(typed: dict[str, str]) -> Asks:
    cards = tuple(" ".join(typed[name].split()) for name in CARDS if typed[name])
    bsl = typed["bsl"]
    if bsl and (not bsl.startswith("https://") or not bsl.isprintable() or " " in bsl):
        raise Refusal("not_a_link")
    return Asks(cards=cards, easy=typed["easy"], bsl=bsl, phone=typed["phone"])


def _listed(at: AtWork) -> dict[str, Any]:
    rows = links.of_work(at.found.origin, at.found.id)[:MOST_LISTED]
    asks = links.opened(rows)
    today = localdate()
    return {
        "links": [
            {
                "id": row.id,
                "many": row.many,
                "made": words.day(localdate(row.made_at)),
                "until": words.day(localdate(row.until)),
                "answers": row.answers,
                "works": row.mark is not None and localdate(row.until) >= today,
                "cards": asks[row.id].cards if row.id in asks else (),
            }
            for row in rows
        ]
    }


@require_safe
@of_a_work(Act.TYPE_FOR_OTHERS)
def letters(request: HttpRequest, at: AtWork) -> HttpResponse:
    """Show letters to print: those chosen, or all that work, each on its own page."""
    chosen = request.GET.getlist("one")
    rows = [
        row
        for row in links.of_work(at.found.origin, at.found.id)
        if row.mark is not None and (not chosen or row.id in chosen)
    ][: act.MOST_LINKS]
    asks = links.opened(rows)
    context = about(at) | {
        "letters": [_letter(row, asks[row.id]) for row in rows if row.id in asks],
        "large": request.GET.get("size") == "large",
        "chosen": chosen,
        "address": where_to_say(),
    }
    return rendered(request, "answering/letters.html", context)


def _letter(row: SayLink, asks: Asks) -> dict[str, Any]:
    return {
        "id": row.id,
        "code": asks.code,
        "qr": qr(straight_to(asks.code)),
        "cards": asks.cards,
        "phone": asks.phone,
        "many": row.many,
        "until": words.day(localdate(row.until)),
    }


@require_POST
@of_a_work(Act.TYPE_FOR_OTHERS)
def stop(request: HttpRequest, at: AtWork, *, link: str) -> HttpResponse:
    """Let a link work no more."""
    try:
        act.stop_link(at.found.id, link, by=at.by)
    except Refusal as refusal:
        told = about(at) | _listed(at) | {"missing": missing_duties(at)} | faults(refusal)
        told["typed"] = {"who": "many", "number": "10"}
        return rendered(request, "answering/links.html", told, status=422)
    return redirect("answering:links", at.found.origin, at.found.id)
