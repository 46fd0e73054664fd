"""The rules of a board, for those who may set them: a list, a form for one, and a last look."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import wraps
from typing import Any, cast

from csp.constants import SELF
from csp.decorators import csp_update
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_http_methods, require_POST

from withus.actions import deciding as act
from withus.core.deciding.changing import with_rule, without_rule
from withus.core.deciding.faults import NotARule
from withus.core.deciding.reading import MOST_RULES
from withus.core.deciding.rule import Rule, RuleKind
from withus.core.errors import Refusal
from withus.core.rules.entering import needed_for_rules
from withus.core.rules.rights import Act, check_may, may
from withus.core.rules.situation import NotAllowed, check_open
from withus.questions import changing_rules as ask
from withus.questions.finding import NotHere
from withus.saying import words
from withus.saying.deciding import forms
from withus.saying.deciding.rules import behind, sentence
from withus.screens.deciding import form, shown
from withus.screens.deciding.draft import Draft, draft
from withus.screens.deciding.whom import Usual
from withus.screens.frame.allowed import faults, not_theirs, rendered
from withus.screens.frame.me import Me, signed_in, who_is_here
from withus.screens.frame.typed import Typed

Open = Callable[..., HttpResponse]
runs_our_script = csp_update({"script-src": [SELF], "connect-src": [SELF]})


def for_those_who_set_up(view: Open) -> Open:
    """Let in whoever sets up a board, with the rules they begin from.

    After the first, not all of them may set others; but each may try out what others would mean.
    """

    @wraps(view)
    def only(request: HttpRequest, *, origin: str, board: str) -> HttpResponse:
        here = who_is_here(request, origin)
        try:
            found = ask.rules_set(ask.board_here(origin, board))
            roles = here.duties(board)
            check_may(Act.SET_UP, roles)
            check_open(found.here.state)
        except NotHere as nothing:
            raise Http404 from nothing
        except NotAllowed as refusal:
            return not_theirs(request, refusal)
        may_set = may(needed_for_rules(found.here.state), roles)
        return view(request, here, draft(found, request.POST, may_set=may_set))

    return signed_in(only)


@require_http_methods(["GET", "HEAD", "POST"])
@for_those_who_set_up
def rules(request: HttpRequest, here: Me, begun: Draft) -> HttpResponse:
    """Show the rules to be, and take one out or add the one that the mirror supposes."""
    if "out" in request.POST:
        begun = begun.with_rules(without_rule(begun.rules, request.POST["out"]))
    many = shown.may_suppose(begun, on=_on(begun))
    if "suppose" in request.POST and many:
        begun = begun.with_rules([*begun.rules, begun.supposed(many)])
    return _list(request, begun)


def _list(request: HttpRequest, begun: Draft, status: int = 200, **more: Any) -> HttpResponse:
    on, found = _on(begun), begun.found
    many = shown.may_suppose(begun, on=on)
    context = shown.about(begun) | {
        "listed": shown.listed(begun.rules, found.sorts(on=on), on=on),
        "mirror": shown.mirrored(begun, begun.rules, on=on),
        "suppose": sentence(begun.supposed(many)) if many else "",
        "changed": begun.changed(),
        "set": found.entry is not None,
        "since": words.day(found.since) if found.since else "",
        "coming": found.since is not None and found.since > localdate(),
        "entry": found.entry,
        "full": len(begun.rules) >= MOST_RULES,
        "theirs": shown.listed(found.rules, {}, on=on) if begun.stale else [],
        "stale": begun.stale,
    }
    return rendered(request, "deciding/rules.html", context | more, status=status)


@require_POST
@for_those_who_set_up
def rule(request: HttpRequest, here: Me, begun: Draft) -> HttpResponse:
    """Show the form for a rule; what it would mean, each time that is asked; and keep it."""
    typed, name = Typed.of(request.POST), request.POST.get("id", "")
    usual = Usual.of(begun.found.sorts(on=_on(begun)))
    step = request.POST.get("step", "")
    changing = begun.rule(request.POST.get("change", ""))
    if changing is not None:
        page = _Page(begun, Typed(form.fields_of(changing, usual)), usual, changing.id)
        return _form(request, page, changing)
    if typed.one("kind") not in set(RuleKind):
        wrong = step == "kind"
        return _kinds(request, begun, wrong=wrong)
    known = begun.rule(name)
    name = known.id if known else begun.fresh(RuleKind(typed.one("kind")))
    page = _Page(begun, typed, usual, name)
    if step not in ("look", "keep"):
        return _form(request, page, None)
    read = page.read()
    if read is None or step == "look":
        return _form(request, page, read)
    return _list(request, begun.with_rules(with_rule(begun.rules, read)))


def _kinds(request: HttpRequest, begun: Draft, *, wrong: bool) -> HttpResponse:
    told = [NotARule("kind_missing", {"field": "kind"})] if wrong else []
    context = shown.about(begun) | {"kinds": shown.kinds()} | _wrong(told)
    return rendered(request, "deciding/kind.html", context, status=422 if wrong else 200)


class _Page:
    """The form for one rule, with what was typed into it."""

    def __init__(self, begun: Draft, typed: Typed, usual: Usual, name: str) -> None:
        self.begun, self.typed, self.usual, self.name = begun, typed, usual, name

    def read(self) -> Rule | None:
        """Return the rule; None, and the faults noted, where it is none or nobody could meet it."""
        found = form.read(self.typed, self.name)
        if found is None:
            return None
        after = self.begun.with_rules(with_rule(self.begun.rules, found))
        fault = after.unmeetable(found, on=_on(self.begun))
        if fault is not None:
            field = "amount" if fault.code == "too_few_for_rule" else "who"
            self.typed.wrong(fault.code, field, **fault.parameters)
        if len(after.rules) > MOST_RULES:
            self.typed.wrong("too_many_rules", "", most=MOST_RULES)
        return None if self.typed.faults else found


def _form(request: HttpRequest, page: _Page, read: Rule | None) -> HttpResponse:
    """Show the form, with what the rules would mean with this one."""
    rules = page.begun.rules if read is None else with_rule(page.begun.rules, read)
    wrong = _wrong(page.typed.in_order(form.ORDER))
    kind = RuleKind(page.typed.one("kind"))
    context = shown.about(page.begun) | {
        "id": page.name,
        "known": page.begun.rule(page.name) is not None,
        "fields": shown.fields(page.typed, kind, page.usual, wrong["at"]),
        "mirror": shown.mirrored(page.begun, rules, on=_on(page.begun)),
        "said": sentence(read) if read else "",
        "behind": behind(read) if read else "",
        "whole": read is not None,
    }
    kept = request.POST.get("step") == "keep"
    status = 422 if kept and page.typed.faults else 200

    @runs_our_script
    def with_script(asked: HttpRequest) -> HttpResponse:
        return rendered(asked, "deciding/rule.html", context | wrong, status=status)

    return cast(HttpResponse, with_script(request))


def _wrong(told: list[NotARule]) -> dict[str, Any]:
    errors = [{"sentence": forms.line(each), "field": each.parameters["field"]} for each in told]
    return {"errors": errors, "at": {each["field"]: each["sentence"] for each in errors}}


@require_POST
@for_those_who_set_up
def check(request: HttpRequest, here: Me, begun: Draft) -> HttpResponse:
    """Show the rules to be once more with what becomes of each, and set them."""
    earliest, typed = begun.found.earliest(on=localdate()), Typed.of(request.POST)
    day = typed.day("day") or earliest.isoformat()
    on = date.fromisoformat(day)
    if request.POST.get("step") == "set":
        try:
            _check(begun, typed)
            _set(here, begun, on)
        except Refusal as refusal:
            return _again(request, begun, refusal, day)
        return redirect("joining:board", here.origin, begun.found.here.id)
    return rendered(request, "deciding/check.html", _checked(begun, day, on))


def _again(request: HttpRequest, begun: Draft, refusal: Refusal, day: str) -> HttpResponse:
    if refusal.code == "rules_changed_meanwhile":
        over = replace(begun, over=begun.found.entry)
        listed = shown.listed(begun.found.rules, {}, on=_on(begun))
        theirs = {"stale": True, "theirs": listed}
        return _list(request, over, 422, **theirs, **faults(refusal))
    on = date.fromisoformat(day)
    wrong = _wrong([refusal]) if refusal.code == "not_a_day" else faults(refusal)  # type: ignore[list-item]
    return rendered(request, "deciding/check.html", _checked(begun, day, on) | wrong, status=422)


def _check(begun: Draft, typed: Typed) -> None:
    if typed.faults:
        raise typed.faults[0]
    if not begun.changed():
        raise NotAllowed("rules_unchanged")


def _set(here: Me, begun: Draft, on: date) -> None:
    wanted = act.ToSet(begun.found.here.id, begun.rules, on, begun.over)
    act.set_rules(wanted, record=here.origin, by=here.person, now=now())


def _checked(begun: Draft, day: str, on: date) -> dict[str, Any]:
    said, rests = forms.changes(), ask.rests_on(begun.found.here)
    return shown.about(begun) | {
        "met": rests.met,
        "decision": rests.decision,
        "decided": words.day(rests.on) if rests.on else "",
        "compared": [
            {
                "change": said[change],
                "code": change.value,
                "said": sentence(each),
                "behind": behind(each),
            }
            for change, each in begun.compared()
        ],
        "mirror": shown.mirrored(begun, begun.rules, on=on),
        "day": day,
        "today": day == localdate().isoformat(),
        "changed": begun.changed(),
        "set": begun.found.entry is not None,
    }


def _on(begun: Draft) -> date:
    return begun.found.earliest(on=localdate())
