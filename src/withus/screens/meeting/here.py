"""Who is at a page of a meeting, what they may do there, and what they may read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.timezone import localdate, now

from withus.actions.meeting import By
from withus.core.meeting.standing import when
from withus.core.rules.guarding import duties_missing
from withus.core.rules.rights import Act, Role, check_may, may
from withus.core.rules.situation import NotAllowed
from withus.questions import meeting as ask
from withus.questions.finding import NotHere
from withus.saying.language import _
from withus.saying.meeting import calling as saying
from withus.saying.mine import duties
from withus.screens.frame.allowed import not_theirs
from withus.screens.frame.me import Me, me_if_signed_in, signed_in, who_is_here

Open = Callable[..., HttpResponse]


@dataclass(frozen=True, slots=True)
class AtMeeting:
    """A meeting, and whoever looks at it: None for somebody who is nobody in the partnership."""

    found: ask.MeetingHere
    me: Me | None
    roles: frozenset[Role]

    def may(self, act: Act) -> bool:
        """Tell whether they may do something here."""
        return may(act, self.roles)

    @property
    def by(self) -> By:
        """Tell who acts."""
        assert self.me is not None
        return By(self.found.on.origin, self.me.person, now())

    @property
    def reads(self) -> bool:
        """Tell whether they may read the words of this board's meetings."""
        return self.may(Act.READ_BOARD)


def of_a_meeting(act: Act, *, words: bool = True) -> Callable[[Open], Open]:
    """Let in whoever may do something on the board of a meeting; tell others why not, and who.

    A page that shows none of the meeting's words does without opening them.
    """

    def only(view: Open) -> Open:
        @wraps(view)
        def answer(request: HttpRequest, *, origin: str, meeting: str, **named: Any) -> Any:
            try:
                me = who_is_here(request, origin)
                at = at_meeting(origin, meeting, me=me, words=words)
                check_may(act, at.roles)
            except NotHere as nothing:
                raise Http404 from nothing
            except NotAllowed as refusal:
                return not_theirs(request, refusal)
            return view(request, at, **named)

        return signed_in(answer)

    return only


def for_anybody(view: Open, *, words: bool = True) -> Open:
    """Let anybody see a meeting; what they read hangs on who they are."""

    @wraps(view)
    def answer(request: HttpRequest, *, origin: str, meeting: str, **named: Any) -> HttpResponse:
        try:
            at = at_meeting(origin, meeting, me=me_if_signed_in(request, origin), words=words)
        except NotHere as nothing:
            raise Http404 from nothing
        return view(request, at, **named)

    return answer


def at_meeting(origin: str, meeting: str, *, me: Me | None, words: bool = True) -> AtMeeting:
    """Return a meeting and whoever looks at it, or refuse."""
    board = ask.board_of_meeting(origin, meeting)
    on = ask.on_board(origin, board, inside=me is not None)
    found = ask.meeting_here(on, meeting)  # the first: what it folds tells the roles too
    roles = roles_on(me, board)
    reads = words and may(Act.READ_BOARD, roles)
    return AtMeeting(ask.opened(found) if reads else found, me, roles)


def roles_on(me: Me | None, board: str) -> frozenset[Role]:
    """Tell what somebody is on a board: by a place there, or by a duty that reaches it."""
    return me.roles(board) if me else frozenset()


def about(on: ask.OnBoard, *, inside: bool) -> dict[str, Any]:
    """Tell which board a page about meetings belongs to."""
    told = {
        "origin": on.origin,
        "partnership": on.partnership,
        "practice": on.practice,
        "board": on.id,
        "name": on.name,
    }
    return told if inside else told | {"inside": False, "keeps": nothing_kept()}


def nothing_kept() -> str:
    """Tell what a page that takes nothing keeps of whoever looks at it."""
    return _("What this page keeps: nothing. One cookie protects the forms, and goes after a day.")


def heading(at: AtMeeting) -> dict[str, Any]:
    """Tell of which meeting a page is."""
    time = when(at.found.state)
    return about(at.found.on, inside=True) | {
        "meeting": at.found.id,
        "when": saying.time(time.starts, time.ends),
        "day": saying.day(time.starts),
    }


def missing_duties(at: AtMeeting) -> list[str]:
    """Tell the duties that free text needs and nobody has, a sentence each."""
    found = duties_missing(at.found.partnership, on=localdate())
    return [duties.missing(each) for each in found]
