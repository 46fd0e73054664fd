"""The plan written: in a box, kept for oneself at every step, saved over the text that was read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_safe

from withus.actions import drafting as act
from withus.core.errors import Refusal
from withus.core.rules.rights import Act, Role
from withus.core.words import Version
from withus.jobs import wording
from withus.questions import plan as ask
from withus.saying import words
from withus.saying.drafting import plan as saying
from withus.saying.drafting import writing as forms
from withus.screens.drafting import clashing
from withus.screens.drafting.shown import line, of_passages, of_text
from withus.screens.frame.allowed import rendered
from withus.screens.framing.here import AtWork, about, missing_duties, of_a_work
from withus.screens.meeting.room.gate import runs_our_script
from withus.stores.drafting.unshared import Draft, Typed

READ_OR_SENT = require_http_methods(["GET", "HEAD", "POST"])
DUTY, FOR = "duty", "for "
TEMPLATE = "drafting/write.html"


@dataclass(frozen=True, slots=True)
class Writing:
    """What stands in the form: the text, over which others, and whose words it is."""

    typed: Typed
    over: tuple[str, ...] = ()  # other texts that it brings together, beside its base

    @property
    def bases(self) -> frozenset[str]:
        """Tell over which texts it is saved."""
        return act.named_bases([self.typed.base, *self.over])


@READ_OR_SENT
@of_a_work(Act.DRAFT, meetings=False)
def write(request: HttpRequest, at: AtWork) -> HttpResponse:
    """Show the plan in a box, or what somebody is writing; keep it, or save it for everybody."""
    return _write(request, at, None)


@READ_OR_SENT
@of_a_work(Act.DRAFT, meetings=False)
def write_form(request: HttpRequest, at: AtWork, *, form: str) -> HttpResponse:
    """Show another form of the plan in a box; keep it, or save it for everybody."""
    version = named_version(form)
    if not ask.plan_texts(at.found):
        raise Http404
    return _write(request, at, version)


@require_safe
@of_a_work(Act.READ_BOARD)
def read_form(request: HttpRequest, at: AtWork, *, form: str) -> HttpResponse:
    """Show the plan in another form, with who put it there and who checked it."""
    version = named_version(form)
    every = ask.plan_texts(at.found, version)
    opened = ask.last_text(at.found, version) if every else None
    if opened is None:
        raise Http404
    bases = opened.revision.told.fact.bases
    of = [one for one in ask.plan_texts(at.found) if one.name in bases]
    context = about(at) | {
        "form": version.value,
        "form_name": saying.form(version),
        "one": line(at, opened.revision, {}, ()),
        "drawn": of_passages(opened.passages),
        "credits": ask.credits_of(at.found, opened.revision),
        "of": saying.called(of[-1].number, of[-1].told.day) if of else "",
        "old": bool(of) and of[-1].name != ask.plan_texts(at.found)[-1].name,
        "every": [line(at, one, {}, ()) for one in every[:-1][::-1][:20]],
        "may_write": at.may(Act.DRAFT),
    }
    return rendered(request, "drafting/form.html", context)


def named_version(form: str) -> Version:
    """Return the form of that name, or no page."""
    if form not in set(Version):
        raise Http404
    return Version(form)


def _write(request: HttpRequest, at: AtWork, version: Version | None) -> HttpResponse:
    if request.method != "POST":
        kept = ask.writing(at.found, at.by.person, form=act.form_of(version))
        return _page(request, at, version, began(at, version, kept), kept=kept)
    wanted = sent(request)
    do = DOES.get(request.POST.get("do", "save"), _save)
    try:
        return do(at, version, wanted)
    except Refusal as refusal:
        if refusal.code == "another_base":
            joined, told = clashing.both(at, version, wanted.typed)
            over = tuple(sorted(wanted.bases - {joined.base}))
            return _again(request, at, version, Writing(joined, over), told)
        told = {"errors": [forms.fault(refusal)], "at": forms.at_field(refusal)}
        return _again(request, at, version, wanted, told)


def began(at: AtWork, version: Version | None, kept: Draft | None) -> Writing:
    """Return what somebody is writing; where it is nothing, the text that stands."""
    every = ask.plan_texts(at.found, version)
    plan = ask.plan_texts(at.found)
    over = (plan[-1].name,) if version and plan else ()
    if kept is not None:
        return Writing(kept.typed, over)
    opened = ask.last_text(at.found, version) if every else None
    named = ask.credits_of(at.found, every[-1]) if version and every else ""
    base = every[-1].name if every else ""
    return Writing(Typed(base, opened.text if opened else "", credits=named), over)


def sent(request: HttpRequest) -> Writing:
    """Return what somebody sent."""
    post = request.POST
    typed = Typed(
        base=post.get("base", "")[:22],
        text=post.get("text", "").replace("\r\n", "\n"),
        whose=post.get("whose", "")[:40],
        credits=" ".join(post.get("credits", "").split()),
        imported=post.get("imported") == "yes",
    )
    return Writing(typed, tuple(each[:22] for each in post.getlist("over")[:12]))


def _keep(at: AtWork, version: Version | None, wanted: Writing) -> HttpResponse:
    act.keep_unshared(at.found.id, version, wanted.typed, by=at.by, on=localdate())
    return redirect(address(at, version))


def _look(at: AtWork, version: Version | None, wanted: Writing) -> HttpResponse:
    act.keep_unshared(at.found.id, version, wanted.typed, by=at.by, on=localdate())
    return redirect(f"{address(at, version)}?look=yes#look")


def _drop(at: AtWork, version: Version | None, wanted: Writing) -> HttpResponse:
    act.drop_unshared(at.found.id, version, by=at.by)
    return redirect("plan:read", at.found.origin, at.found.id)


def _save(at: AtWork, version: Version | None, wanted: Writing) -> HttpResponse:
    to_save = act.ToSave(
        work=at.found.id,
        text=wanted.typed.text,
        bases=wanted.bases,
        holding=None if version else spoken_from(at, wanted.typed.whose),
        version=version,
        credits=wanted.typed.credits,
        imported=wanted.typed.imported,
    )
    act.save(to_save, by=at.by)
    wording.soon(at.found.id)
    if version:
        return redirect("plan:form", at.found.origin, at.found.id, version.value)
    return redirect("plan:read", at.found.origin, at.found.id)


DOES: dict[str, Callable[[AtWork, Version | None, Writing], HttpResponse]] = {
    "save": _save,
    "keep": _keep,
    "look": _look,
    "drop": _drop,
}


def address(at: AtWork, version: Version | None) -> str:
    """Return where the plan, or another form of it, is written."""
    there = (at.found.origin, at.found.id)
    if version is None:
        return reverse("plan:write", args=there)
    return reverse("plan:write-form", args=(*there, version.value))


def spoken_from(at: AtWork, chosen: str) -> str | None:
    """Return the place from which words are said; None: from none, by a duty.

    Errors: NotAText `whose_missing`, where no such choice was there.
    """
    if chosen not in {value for value, _ in whose(at)}:
        raise act.NotAText("whose_missing")
    return None if chosen == DUTY else chosen.removeprefix(FOR)


def whose(at: AtWork) -> list[tuple[str, str]]:
    """Tell whose words they may be: one's own, from each place; or those of whom one types for."""
    known = ask.holdings_of(at.found)
    found = [(one, saying.own_words(known[one][1])) for one in at.holdings]
    if not found or {Role.FACILITATOR, Role.OFFICER} & at.roles:
        found.append((DUTY, saying.from_no_place()))
    if at.may(Act.TYPE_FOR_OTHERS):
        found += [
            (f"{FOR}{holding}", saying.speaks_for(name, capacity))
            for holding, name, capacity in ask.to_write_for(at.found, at.holdings)
        ]
    return found


def _page(
    request: HttpRequest,
    at: AtWork,
    version: Version | None,
    wanted: Writing,
    *,
    kept: Draft | None = None,
) -> HttpResponse:
    context = _context(at, version, wanted, kept)
    look = request.GET.get("look") == "yes" and kept is not None
    context["look"] = of_text(wanted.typed.text) if look else []
    show = rendered if context["missing"] else runs_our_script(rendered)  # no box, no script
    return show(request, TEMPLATE, context)


def _again(
    request: HttpRequest,
    at: AtWork,
    version: Version | None,
    wanted: Writing,
    told: dict[str, Any],
) -> HttpResponse:
    context = _context(at, version, wanted, None) | told
    show = rendered if context["missing"] else runs_our_script(rendered)
    return show(request, TEMPLATE, context, 422)


def _context(
    at: AtWork, version: Version | None, wanted: Writing, kept: Draft | None
) -> dict[str, Any]:
    every = ask.plan_texts(at.found, version)
    return about(at) | {
        "form": version.value if version else "",
        "form_name": saying.form(version),
        "address": address(at, version),
        "bsl": version is Version.BSL,
        "typed": wanted.typed,
        "over": wanted.over,
        "choices": whose(at) if version is None else [],
        "begun": saying.after(kept.changed) if kept else "",
        "moved": bool(kept and every and kept.typed.base != every[-1].name),
        "last": words.day(every[-1].told.day) if every else "",
        "missing": missing_duties(at),
        "rows": 24 if version is None else 12,
    }
