"""Who is here: the account that is signed in, and the person it acts for in a partnership."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import wraps
from typing import Concatenate, ParamSpec
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.timezone import localdate, now

from withus.core.rules.rights import Act, Role, check_may, goes_with_duties
from withus.core.rules.signing_in import LATELY
from withus.questions.rights import duties_of, roles_of
from withus.screens.frame.looking import looks
from withus.stores.accounts.accounts import acted_for

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]
SINCE = "since"  # in the session: when they signed in, in seconds
PRACTISES = "practises"  # on a request: whether it is a practice run that they are in
CHOSEN = "acting_for"  # in the session: whom, of several, by partnership


@dataclass(frozen=True, slots=True)
class Me:
    """Who is here, in one partnership."""

    account: str
    origin: str
    person: str
    others: tuple[str, ...]  # whom else this account acts for here
    looking: bool = False  # as a plain member, with no right of a duty

    def roles(self, board: str | None = None) -> frozenset[Role]:
        """Return what I am here today, or on one board."""
        if self.looking:
            return frozenset({Role.MEMBER})
        return roles_of(self.origin, self.person, on=localdate(), board=board)

    def duties(self, board: str | None = None) -> frozenset[Role]:
        """Return what I am here today by my duties alone, without a look at the boards."""
        if self.looking:
            return frozenset()
        return duties_of(self.origin, self.person, on=localdate(), board=board)


def just_in(request: HttpRequest) -> None:
    """Note that somebody signed in now: for a while they may change how they get in."""
    request.session[SINCE] = int(now().timestamp())


def lately(request: HttpRequest) -> bool:
    """Tell whether whoever is here signed in a short while ago."""
    since = datetime.fromtimestamp(request.session.get(SINCE, 0), UTC)
    return timedelta(0) <= now() - since < LATELY


def account_of(request: HttpRequest) -> str | None:
    """Return the account that is signed in."""
    return str(request.user.pk) if request.user.is_authenticated else None


def me(request: HttpRequest, origin: str) -> Me | None:
    """Return whom the account acts for in a partnership; None where it acts for nobody."""
    account = account_of(request)
    people, practice = acted_for(account, origin) if account else ((), False)
    if not account or not people:
        return None
    setattr(request, PRACTISES, practice)
    chosen = request.session.get(CHOSEN, {}).get(origin)
    person = chosen if chosen in people else people[0]
    others = tuple(each for each in people if each != person)
    return Me(account, origin, person, others, looks(request, origin))


def me_if_signed_in(request: HttpRequest, origin: str) -> Me | None:
    """Return whom the account acts for, on a page for anybody.

    A browser at which nobody signed in is not asked.
    """
    return me(request, origin) if settings.SESSION_COOKIE_NAME in request.COOKIES else None


def signed_in(view: View[P]) -> View[P]:
    """Ask whoever is not signed in to do so first, and bring them back."""

    @wraps(view)
    def or_sign_in(request: HttpRequest, /, *given: P.args, **named: P.kwargs) -> HttpResponse:
        if request.user.is_authenticated:
            return view(request, *given, **named)
        after = request.get_full_path() if request.method in ("GET", "HEAD") else "/"
        return HttpResponseRedirect(to_sign_in(after))

    return or_sign_in


def signed_in_lately(back: str) -> Callable[[View[P]], View[P]]:
    """Ask whoever did not sign in a short while ago to do so, and bring them to a page, by name.

    Whoever finds a browser open, or has a stolen cookie, can then change nothing there.
    """

    def only(view: View[P]) -> View[P]:
        @wraps(view)
        def or_sign_in(request: HttpRequest, /, *given: P.args, **named: P.kwargs) -> HttpResponse:
            if request.user.is_authenticated and lately(request):
                return view(request, *given, **named)
            return HttpResponseRedirect(to_sign_in(reverse(back)))

        return or_sign_in

    return only


def to_sign_in(after: str) -> str:
    """Return where to sign in, and to go on from there."""
    return f"{reverse('signing_in:start')}?{urlencode({'next': after})}"


def who_is_here(request: HttpRequest, origin: str) -> Me:
    """Return whom the account acts for; to everybody else there is no such page."""
    found = me(request, origin)
    if found is None:
        raise Http404
    return found


def check_allowed(request: HttpRequest, origin: str, act: Act, *, board: str | None = None) -> Me:
    """Return who is here if they may do something; no such page for outsiders, a refusal else."""
    found = who_is_here(request, origin)
    check_may(act, found.duties(board) if goes_with_duties(act) else found.roles(board))
    return found
