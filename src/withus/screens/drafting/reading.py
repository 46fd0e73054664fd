"""The plan read: the text that stands, every text before it, and what differs between two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from withus.core.drafting.comparing import amount, compare
from withus.core.findings.finding import NotEnough
from withus.core.history.work import Suggestion
from withus.core.rules.rights import Act
from withus.core.words import Version
from withus.questions import plan as ask
from withus.questions import wording
from withus.questions.joining import paged
from withus.saying import words
from withus.saying.drafting import plan as saying
from withus.saying.drafting import terms
from withus.saying.language import _
from withus.saying.wording import panel as panels
from withus.screens.drafting.shown import changes, line, of_passages
from withus.screens.frame.allowed import rendered
from withus.screens.frame.public import page_wanted
from withus.screens.framing.here import AtWork, about, for_anybody, of_a_work

A_PAGE, A_FEW, IN_A_ROW, FEWEST = 20, 4, 9, 2


def part(at: AtWork) -> dict[str, Any]:
    """Tell on the page of a work how its plan stands; none of its words are opened."""
    every = ask.plan_texts(at.found)
    last = every[-1] if every else None
    told: dict[str, Any] = {
        "plan_texts": len(every),
        "plan_stands": saying.stands(
            last.number, last.told.day, agreed=last.name in ask.agreed(at.found)
        )
        if last
        else "",
        "plan_suggestions": suggestions(at) if every else "",
    }
    if at.me is not None and at.may(Act.DRAFT):
        there = (at.found.origin, at.found.id)
        words = _("Write the plan") if every else _("Write a first text of the plan")
        told["do"] = [(reverse("plan:write", args=there), words)]
    return told


def suggestions(at: AtWork) -> str:
    """Tell how many suggestions there are, and what became of them."""
    found = ask.counts(at.found)
    return saying.suggestions(found.all, found.answered, found.changed)


@require_safe
@for_anybody
def read(request: HttpRequest, at: AtWork) -> HttpResponse:
    """Show the plan as it stands; to those who do not read its words, how far it has come."""
    every = ask.plan_texts(at.found)
    some = latest(at) if at.reads else []
    chosen = [one for _, one in some]
    opened, said = ask.last_text_beside(at.found, chosen) if at.reads else (None, {})
    few = every[: -A_FEW - 1 : -1]
    agreed = ask.agreed(at.found)
    whose = [one.told.fact.contributor for one in few]  # a draft's own page has names
    speaks = ask.who(at.found, whose, names=False) if at.reads else {}
    last = every[-1] if every else None
    context = about(at) | {
        "texts": [line(at, one, speaks, agreed) for one in few] if at.reads else [],
        "more": len(every) > len(few),
        "last": line(at, last, speaks, agreed) if last and at.reads else None,
        "stands": standing(at, opened, last),
        "opened": opened,
        "later": bool(opened and last and opened.revision.name != last.name),
        "drawn": of_passages(opened.passages) if opened else [],
        "gone": saying.gone(opened.gone) if opened and opened.gone else "",
        "forms": forms(at),
        "suggestions": suggestions(at),
        "suggested": lines(at, some, said=said, names=False),
        **(whose_words(at) if opened else {}),
        "drafts": drafts(every, opened.revision.number) if opened else [],
        "may_write": at.me is not None and at.may(Act.DRAFT),
        "suggesting": may_suggest(at) and request.GET.get("suggest") == "yes",
        "may_suggest": may_suggest(at),
    }
    return rendered(request, "drafting/plan.html", context)


def drafts(every: Sequence[ask.Revision], number: int) -> list[dict[str, Any]]:
    """Tell the drafts about one of a number, that one among them, to go from one to another."""
    first = max(0, min(number - 1 - IN_A_ROW // 2, len(every) - IN_A_ROW))
    some = every[first : first + IN_A_ROW]
    return [
        {"name": one.name, "number": one.number, "chosen": one.number == number} for one in some
    ]


def latest(at: AtWork) -> list[tuple[str, Suggestion]]:
    """Tell a few suggestions: one's own first, then those that were answered last."""
    mine, every = set(at.holdings), list(at.found.state.suggestions.items())
    every.sort(key=lambda each: (each[1].made.fact.holding not in mine, -last_entry(each[1])))
    return every[:FEWEST]


def last_entry(one: Suggestion) -> int:
    """Tell the last entry about a suggestion."""
    return one.ended.entry if one.ended else one.made.entry


def lines(
    at: AtWork,
    some: Sequence[tuple[str, Suggestion]],
    *,
    said: Mapping[int, str],
    names: bool = True,
) -> list[dict[str, Any]]:
    """Tell some suggestions as lists show them."""
    speaks = ask.who(at.found, [one.made.fact.holding for _, one in some], names=names)
    return [suggestion(at, name, said.get(one.made.entry), speaks) for name, one in some]


def suggestion(at: AtWork, name: str, given: str | None, speaks: Any) -> dict[str, Any]:
    """Tell a suggestion as lists show it."""
    found, one, mine = at.found, at.found.state.suggestions[name], at.holdings
    fact, typed = one.made.fact, one.made.typed_by is not None
    said = speaks.get(fact.holding)
    told = ask.confirmed(found, one.made.entry) if typed else None
    return {
        "name": name,
        "words": given,
        "day": words.day(one.made.day),
        "code": said.capacity.value if said else "",
        "whose": saying.whose(said.capacity if said else None, said.name if said else ""),
        "typed": saying.by_another(confirmed=told, imported=False) if typed else "",
        "confirms": typed and told is None and fact.holding in mine,
        "entry": one.made.entry,
        "mine": fact.holding in mine,
        "outcome": terms.outcome(one.ended.fact.outcome) if one.ended else "",
        "taken_in": bool(one.ended and one.ended.fact.outcome in ask.IN_THE_PLAN),
    }


def whose_words(at: AtWork) -> dict[str, Any]:
    """Tell whose words the plan is made of: by capacity, and one's own to oneself alone."""
    mine = frozenset(at.holdings)
    told = wording.whose_words(at.found, mine=mine, at_once=False)
    if isinstance(told, NotEnough):
        return {"none": panels.nothing(told.reason)}
    return {"panel": panels.panel(told)}


def may_suggest(at: AtWork) -> bool:
    """Tell whether somebody may suggest other words here."""
    return at.me is not None and (bool(at.holdings) or at.may(Act.DRAFT))


def standing(at: AtWork, opened: ask.Opened | None, last: ask.Revision | None) -> str:
    """Tell which text stands, in a sentence."""
    if last is None:
        return _("Nobody has written anything yet.")
    if opened is None:
        return saying.outside(last.number, last.told.day)
    one = opened.revision
    return saying.stands(one.number, one.told.day, agreed=one.name in ask.agreed(at.found))


def forms(at: AtWork) -> list[dict[str, Any]]:
    """Tell in which other forms the plan is there, and in which not yet."""
    found = []
    for version in Version:
        every = ask.plan_texts(at.found, version)
        found.append(
            {
                "form": version.value,
                "name": saying.form(version),
                "called": saying.called(every[-1].number, every[-1].told.day) if every else "",
                "none": saying.no_form_yet(version),
            }
        )
    return found


@require_safe
@of_a_work(Act.READ_BOARD)
def every_text(request: HttpRequest, at: AtWork) -> HttpResponse:
    """Show a page of the texts of a plan, the last first."""
    every = ask.plan_texts(at.found)[::-1]
    page = paged(page_wanted(request), len(every), each=A_PAGE)
    first = (page.number - 1) * A_PAGE
    some = every[first : first + A_PAGE]
    speaks = ask.who(at.found, [one.told.fact.contributor for one in some])
    agreed = ask.agreed(at.found)
    context = about(at) | {
        "texts": [line(at, one, speaks, agreed) for one in some],
        "page": page,
        "all": len(every),
    }
    return rendered(request, "drafting/texts.html", context)


@require_safe
@of_a_work(Act.READ_BOARD)
def one_text(request: HttpRequest, at: AtWork, *, revision: str) -> HttpResponse:
    """Show one text of a plan, with those before and after it."""
    fact = at.found.state.revisions.get(revision)
    if fact is None:
        raise Http404
    every = ask.plan_texts(at.found, fact.fact.version_of)
    number = next(one.number for one in every if one.name == revision)
    one = every[number - 1]
    opened = ask.open_texts(at.found, [one])[revision]
    speaks = ask.who(at.found, [one.told.fact.contributor])
    context = about(at) | {
        "one": line(at, one, speaks, ask.agreed(at.found)),
        "whole": opened.whole,
        "drawn": of_passages(opened.passages),
        "gone": saying.gone(opened.gone) if opened.gone else "",
        "older": every[number - 2].name if number > 1 else "",
        "newer": every[number].name if number < len(every) else "",
        "of": len(every),
        "drafts": drafts(every, number),
        "plain": fact.fact.version_of is None,
        "form": saying.form(fact.fact.version_of),
    }
    return rendered(request, "drafting/text.html", context)


@require_safe
@of_a_work(Act.READ_BOARD)
def what_differs(request: HttpRequest, at: AtWork) -> HttpResponse:
    """Show what differs by words between two texts of a plan, by their numbers."""
    every = ask.plan_texts(at.found)
    if not every:
        raise Http404
    to = wanted(request, "to", len(every), otherwise=len(every))
    from_ = wanted(request, "from", len(every), otherwise=max(1, to - 1))
    first, second = every[from_ - 1], every[to - 1]
    opened = ask.open_texts(at.found, {one.name: one for one in (first, second)}.values())
    found = compare(opened[first.name].text, opened[second.name].text)
    gone = opened[first.name].gone + opened[second.name].gone
    whose = [one.told.fact.contributor for one in (first, second)]
    speaks = ask.who(at.found, whose, names=False)
    agreed = ask.agreed(at.found)
    context = about(at) | {
        "first": line(at, first, speaks, agreed),
        "second": line(at, second, speaks, agreed),
        "of": len(every),
        "changes": changes(found),
        "sentence": saying.differs(amount(found)),
        "gone": saying.gone(gone) if gone else "",
    }
    return rendered(request, "drafting/compare.html", context)


def wanted(request: HttpRequest, name: str, most: int, *, otherwise: int) -> int:
    """Return the number of a text that is asked for, if there is such a one."""
    typed = request.GET.get(name, "").strip()
    number = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 7 else 0
    return number if 1 <= number <= most else otherwise
