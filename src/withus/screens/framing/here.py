"""Who is at a page of a work, what they may do there, and what they may read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.timezone import localdate, now

from withus.actions.meeting import By
from withus.core.rules.guarding import duties_missing
from withus.core.rules.rights import Act, Role, check_may, may
from withus.core.rules.situation import NotAllowed
from withus.core.words import AFFECTED, Capacity
from withus.questions import works as ask
from withus.questions.finding import NotHere
from withus.questions.work_beside import names_of
from withus.saying import words
from withus.saying.language import _
from withus.saying.mine import duties
from withus.screens.frame.allowed import not_theirs
from withus.screens.frame.me import Me, me_if_signed_in, signed_in, who_is_here
from withus.screens.meeting.here import nothing_kept

__all__ = ["AtWork", "about", "for_anybody", "missing_duties", "of_a_work"]

Open = Callable[..., HttpResponse]


@dataclass(frozen=True, slots=True)
class AtWork:
    """A work, and whoever looks at it: None for somebody who is nobody in the partnership."""

    found: ask.WorkHere
    me: Me | None
    roles: frozenset[Role]
    mine: frozenset[int] = frozenset()  # the entries that are about them

    def may(self, act: Act) -> bool:
        """Tell whether they may do something here."""
        return may(act, self.roles)

    @property
    def by(self) -> By:
        """Tell who acts."""
        assert self.me is not None
        return By(self.found.origin, self.me.person, now())

    @property
    def reads(self) -> bool:
        """Tell whether they may read the words of this work."""
        return self.may(Act.READ_BOARD)

    @property
    def holdings(self) -> tuple[str, ...]:
        """Tell from which places they speak now, on the boards of the work, in their order."""
        return tuple(
            place.held.taken.fact.holding
            for board in self.found.boards.values()
            for place in board.places.values()
            if place.ended is None and place.held and place.held.taken.entry in self.mine
        )

    def capacity_of(self, holding: str | None) -> Capacity | None:
        """Tell in what capacity a place of the work's boards is held, now or then."""
        for board in self.found.boards.values():
            place = board.places.get(board.place_of.get(holding or "", ""))
            if place is not None:
                return place.made.fact.capacity
        return None

    def others(self, *, affected: bool = False) -> list[tuple[str, str]]:
        """Tell for whom they may type, by place and name, themselves first; none, if for nobody."""
        if not self.may(Act.TYPE_FOR_OTHERS):
            return []
        held = {
            place.held.taken.fact.holding
            for board in self.found.boards.values()
            for place in board.places.values()
            if place.held and (not affected or place.made.fact.capacity in AFFECTED)
        }
        return [("", _("I say it myself")), *names_of(self.found, held - set(self.holdings))]

    def places(self) -> list[tuple[str, str]]:
        """Tell from which places they speak, as choices; none where there is but one."""
        mine = self.holdings
        if len(mine) < 2:
            return []
        told = [(each, self.capacity_of(each)) for each in mine]
        return [(each, words.capacity(code)) for each, code in told if code is not None]


def of_a_work(act: Act, *, meetings: bool = True) -> Callable[[Open], Open]:
    """Let in whoever may do something in a work; tell others why not, and who.

    A page that tells nothing of what meetings decided does without them.
    """

    def only(view: Open) -> Open:
        @wraps(view)
        def answer(request: HttpRequest, *, origin: str, work: str, **named: Any) -> HttpResponse:
            try:
                at = at_work(origin, work, me=who_is_here(request, origin), meetings=meetings)
                try:
                    check_may(act, at.roles)
                except NotAllowed as refusal:
                    return not_theirs(request, refusal)
                return view(request, at, **named)
            except NotHere as nothing:
                raise Http404 from nothing

        return signed_in(answer)

    return only


def for_anybody(view: Open) -> Open:
    """Let anybody see a work; what they read hangs on who they are."""

    @wraps(view)
    def answer(request: HttpRequest, *, origin: str, work: str, **named: Any) -> HttpResponse:
        try:
            at = at_work(origin, work, me=me_if_signed_in(request, origin))
            return view(request, at, **named)
        except NotHere as nothing:
            raise Http404 from nothing

    return answer


def at_work(origin: str, work: str, *, me: Me | None, meetings: bool = True) -> AtWork:
    """Return a work and whoever looks at it, or refuse: a work about one person to outsiders."""
    found = ask.work_here(origin, work, inside=me is not None, meetings=meetings)
    mine = ask.entries_of_mine(found, me.person) if me else frozenset()
    roles = ask.roles_in(found, mine, on=localdate())
    if me is not None and me.looking:
        roles = frozenset({Role.MEMBER})
    if found.opened.fact.about_one_person and not may(Act.READ_BOARD, roles):
        raise NotHere("not_here")
    return AtWork(found, me, roles, mine)


def opened(at: AtWork, entries: Iterable[int]) -> AtWork:
    """Return a work with the words of some entries, for whoever may read them; all at once."""
    return replace(at, found=ask.opened(at.found, entries)) if at.reads else at


def about(at: AtWork) -> dict[str, Any]:
    """Tell which work a page is of."""
    whole, opened = at.found.partnership.opened, at.found.opened.fact
    assert whole is not None
    told = {
        "origin": at.found.origin,
        "partnership": whole.fact.name,
        "practice": whole.fact.practice,
        "work": at.found.id,
        "name": opened.name,
        "board": opened.board,
        "reads": at.reads,
    }
    return told if at.me else told | {"inside": False, "keeps": nothing_kept()}


def missing_duties(at: AtWork) -> list[str]:
    """Tell the duties that free text needs and nobody has, a sentence each."""
    found = duties_missing(at.found.partnership, on=localdate())
    return [duties.missing(each) for each in found]
