"""The list of partnerships, a partnership, and a board."""

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_safe

from withus.core.deciding.rule import Rule
from withus.core.deciding.short import Short
from withus.core.history.said import Challenge
from withus.core.words import Level, OrganisationKind
from withus.questions import joining as ask
from withus.questions.deciding import RulesSeen
from withus.questions.open_now import coming, newest_works
from withus.questions.places import PlaceSeen
from withus.saying import words
from withus.saying.deciding.law import in_law
from withus.saying.deciding.mirror import in_short
from withus.saying.deciding.rules import behind, sentence, unreadable
from withus.saying.deciding.short import not_met
from withus.saying.joining import board as saying
from withus.saying.joining import picture
from withus.saying.joining.terms import level, term
from withus.saying.practising.runs import followed
from withus.screens.frame.me import me_if_signed_in
from withus.screens.frame.public import page_wanted, public
from withus.screens.joining import home, mirrored, responsibility
from withus.screens.joining.drawing import counted

SEARCH_FROM = 10  # so many fit on a screen
LONGEST_SEARCH = 100
LEVELS = (Level.NATION, Level.COUNCIL, Level.COMMUNITY, Level.PERSON)


@require_safe
def partnerships(request: HttpRequest) -> HttpResponse:
    """Show a page of the live partnerships, and a search where there are many."""
    search = request.GET.get("q", "").strip()[:LONGEST_SEARCH]
    found = ask.partnerships(search=search, page=page_wanted(request))
    shown = [(one, words.day(one.since)) for one in found.listed]
    context = {
        "listed": shown,
        "page": found.page,
        "search": search,
        "query": urlencode({"q": search}) if search else "",
        "searched": found.all > SEARCH_FROM or bool(search),
    }
    return render(request, "joining/partnerships.html", context)


@require_safe
@public
def partnership(request: HttpRequest, *, origin: str) -> HttpResponse:
    """Show a partnership: its boards by level, its organisations by kind."""
    search = request.GET.get("q", "").strip()[:LONGEST_SEARCH]
    here = me_if_signed_in(request, origin)
    found = ask.partnership(
        origin,
        on=localdate(),
        page=page_wanted(request),
        search=search,
        inside=here is not None,
    )
    levels = [
        (level(code), [_line(one) for one in found.boards if one.level is code]) for code in LEVELS
    ]
    kinds = [
        (term(kind), sorted(found.organisations[kind], key=str.casefold))
        for kind in OrganisationKind
        if kind in found.organisations
    ]
    context = {
        "origin": origin,
        "yours": home.yours(here, practice=found.practice) if here else [],
        "name": found.name,
        "since": words.day(found.since),
        "closed": words.day(found.closed) if found.closed else "",
        "size": found.size,
        "practice": found.practice,
        "follows": followed(found.follows),
        "boards": found.all,
        "only": found.boards[0].id if found.boards and found.all == 1 else "",
        "found": found.page.count,
        "search": search,
        "query": urlencode({"q": search}) if search else "",
        "searched": found.all > ask.BOARDS_A_PAGE,
        "room": [home.room(one) for one in found.room],
        "works": newest_works(origin),
        "coming": [home.meeting(one) for one in coming(origin, now=now())],
        "levels": [(name, boards) for name, boards in levels if boards],
        "page": found.page,
        "kinds": kinds,
    }
    return render(request, "joining/partnership.html", context)


def _line(one: ask.BoardLine) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "closed": words.day(one.closed) if one.closed else "",
        "means": in_short(one.means),
        "above": one.above,
        **counted(one.count, name=f"places-{one.id}"),
    }


@require_safe
@public
def board(request: HttpRequest, *, origin: str, board: str) -> HttpResponse:
    """Show a board: its places, its rules, the boards above and below it."""
    here = me_if_signed_in(request, origin)
    inside = here is not None
    cut = ask.PageOfPlaces(page_wanted(request) or 1, words.ORDER)
    found = ask.board(origin, board, on=localdate(), cut=cut, inside=inside)
    opened = found.opened.fact
    names = ask.names_shown(found)
    context = {
        "origin": origin,
        "board": board,
        "yours": home.yours_on(here, found) if here else [],
        "partnership": found.partnership,
        "name": opened.name,
        "entry": found.opened.entry,
        "level": level(opened.level),
        "since": words.day(found.opened.day),
        "closed": words.day(found.closed) if found.closed else "",
        "size": found.size,
        "practice": found.practice,
        **counted(found.count, name="places"),
        "key": [(code.value, words.capacity(code), _tally(found, code)) for code in _used(found)],
        "table": [_place(one, names) for one in found.places],
        "page": found.page,
        **mirrored.told(found),
        "rules": _rules(found.rules),
        "later": [_rules(each) for each in found.later],
        "in_law": in_law(found.law.day if found.law else None),
        "law_entry": found.law.entry if found.law else None,
        "vacant": found.count.vacant,
        **responsibility.drawn(found),
        "formats": words.listing([term(each) for each in sorted(opened.formats)]),
        "challenges": [_challenge(one) for one in found.challenges],
    }
    return render(request, "joining/board.html", context)


def _used(found: ask.BoardSeen) -> list[Any]:
    return [code for code in words.ORDER if code in found.count.by_capacity]


def _tally(found: ask.BoardSeen, code: Any) -> str:
    each = found.count.by_capacity[code]
    return saying.tally(each.held, each.vacant)


def _place(one: PlaceSeen, names: Mapping[int, str]) -> dict[str, Any]:
    made = one.made
    return {
        "shape": picture.shape(made.capacity, held=one.held),
        "capacity": words.capacity(made.capacity),
        "chair": made.chair,
        "held": saying.whether_held(one.shown_as, one.since),
        "shown": saying.how_shown(one.shown_as, names.get(one.taken or 0, "")),
        "kind": term(made.kind),
        "chosen": saying.who_chose(made, one.mandate),
        "representative": one.mandate is not None,
        "paid": term(made.paid_by),
        "vote": saying.vote(made.vote_from, made.vote_until),
        "until": saying.term_until(made.term_until),
        "entries": one.entries,
    }


def _rules(found: RulesSeen) -> dict[str, Any]:
    """Tell rules one by one, and what they mean: at once, and on days to come."""
    return {
        "set": found.since is not None,
        "rules": [_rule(each, found.short) for each in found.rules],
        "since": words.day(found.since) if found.since else "",
        "entry": found.entry,
    }


def _rule(rule: Rule | None, short: Iterable[Short]) -> tuple[str, str, str]:
    if rule is None:
        return unreadable(), "", ""
    unmet = next((not_met(each) for each in short if each.rule == rule), "")
    return sentence(rule), behind(rule), unmet


def _challenge(one: Challenge) -> dict[str, Any]:
    fact = one.raised.fact
    return {
        "about": fact.entry,
        "entry": one.raised.entry,
        "ground": term(fact.ground),
        "day": words.day(one.raised.day),
    }
