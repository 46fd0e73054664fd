"""The officer's pack: its papers, and one of them to print."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from withus.core.rules.rights import Act
from withus.questions import pack as ask
from withus.questions.mine import partnership
from withus.saying import words
from withus.saying.easy_read import unchecked
from withus.saying.joining.board import who_chose
from withus.saying.language import _
from withus.saying.pack.agreements import joint_controllers, retention
from withus.saying.pack.assessment import assessment
from withus.saying.pack.known import Known
from withus.saying.pack.notices import easy_notice, notice
from withus.saying.pack.paper import Paper, draft
from withus.saying.pack.terms import BoardTold, terms_of_reference
from withus.screens.frame.allowed import for_those_who_may, rendered
from withus.screens.frame.me import Me
from withus.screens.frame.public import page_wanted

PAPERS: Mapping[str, Callable[[Known], Paper]] = {
    "assessment": assessment,
    "joint-controllers": joint_controllers,
    "privacy-notice": notice,
    "retention": retention,
}
EASY, TERMS = "privacy-notice-in-pictures", "terms-of-reference"
IN_ORDER = ("assessment", "joint-controllers", "privacy-notice", EASY, "retention", TERMS)
for_officers = for_those_who_may(Act.PRINT_PACK)


@require_safe
@for_officers
def index(request: HttpRequest, here: Me) -> HttpResponse:
    """Show the papers of the pack."""
    found, practice = partnership(here.origin)
    papers = [{"code": code, "title": title(code)} for code in IN_ORDER]
    context = _about(here, found.name, practice=practice) | {"papers": papers}
    return rendered(request, "pack/index.html", context)


@require_safe
@for_officers
def one(request: HttpRequest, here: Me, *, paper: str) -> HttpResponse:
    """Show one paper, to print."""
    if paper not in IN_ORDER:
        raise Http404
    context = _terms(request, here) if paper == TERMS else _filled_in(here, paper)
    return rendered(request, "pack/paper.html", context | {"title": title(paper)})


def _terms(request: HttpRequest, here: Me) -> dict[str, Any]:
    found = ask.terms(here.origin, on=localdate(), page=page_wanted(request))
    boards = [_board(one) for one in found.boards]
    return _about(here, found.name, practice=found.practice) | {
        "paper": terms_of_reference(found.name, boards),
        "page": found.page,
    }


def _filled_in(here: Me, paper: str) -> dict[str, Any]:
    found = ask.known(here.origin, on=localdate())
    context, told = _about(here, found.name, practice=found.practice), _known(found)
    if paper == EASY:
        return context | {"frames": easy_notice(told), "unchecked": unchecked()}
    return context | {"paper": PAPERS[paper](told)}


def title(paper: str) -> str:
    """Tell what a paper is called."""
    return {
        "assessment": _("Data protection impact assessment"),
        "joint-controllers": _("Who decides together about information"),
        "privacy-notice": _("What we keep about you, and why"),
        EASY: _("What we keep about you: short words and pictures"),
        "retention": _("How long things are kept"),
        TERMS: _("Terms of reference"),
    }[paper]


def _about(here: Me, name: str, *, practice: bool) -> dict[str, Any]:
    return {
        "origin": here.origin,
        "partnership": name,
        "practice": practice,
        "draft": draft(),
        "day": words.day(localdate()),
    }


def _known(found: ask.PackKnown) -> Known:
    return Known(
        name=found.name,
        about=found.about,
        country=found.country,
        since=words.day(found.since),
        organisations=found.organisations,
        duties=tuple((one.duty, one.name) for one in found.duties),
        boards=found.boards,
    )


def _board(one: ask.BoardKnown) -> BoardTold:
    chosen = {who_chose(each.made, each.mandate) for each in one.places}
    return BoardTold(
        name=one.name,
        level=one.level,
        since=words.day(one.since),
        above=one.above,
        formats=one.formats,
        tallies={code: (each.held, each.vacant) for code, each in one.count.by_capacity.items()},
        chosen=tuple(sorted(chosen)),
        rules=one.rules.rules,
        means=one.rules.means[0][1],
    )
