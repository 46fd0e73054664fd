"""What a session holds while somebody signs in, and letting them in."""

from __future__ import annotations

from ipaddress import ip_address

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.timezone import now

from withus.actions.signing_in import Asking
from withus.core.rules.signing_in import CODE_LASTS
from withus.questions import signing_in as ask
from withus.screens.frame.me import SINCE, just_in
from withus.stores.accounts.models import Account

AFTER = "after"  # where to go once they are in
PENDING = "pending"  # the id of the code that was sent to this browser
HALF_IN = "half_in"  # the account whose second factor is still to come
BACKEND = "django.contrib.auth.backends.ModelBackend"
LOOPBACK = ("127.0.0.1", "::1")


def asking(request: HttpRequest) -> Asking:
    """Return from where something is asked, and when."""
    return Asking(network=network(request), now=now())


def network(request: HttpRequest) -> str:
    """Return the network of a request: one address, or of the newer kind the first half of it.

    Where a proxy on this machine hands requests on, the last address that it added.
    """
    came_from = request.META.get("REMOTE_ADDR", "")
    told = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    if told and came_from in ("", *LOOPBACK) and settings.SECURE_PROXY_SSL_HEADER:
        came_from = told
    try:
        address = ip_address(came_from)
    except ValueError:
        return "unknown"
    mapped = getattr(address, "ipv4_mapped", None)
    if mapped is not None:
        return str(mapped)
    return str(address) if address.version == 4 else address.exploded[:19]


def wanted(request: HttpRequest) -> str:
    """Return where somebody wants to go once they are in, if it is a page of ours."""
    after = request.POST.get("next") or request.GET.get("next") or ""
    ours = after.startswith("/") and url_has_allowed_host_and_scheme(after, allowed_hosts=None)
    return after if ours and len(after) <= 2_000 else ""


def begin(request: HttpRequest, **held: str) -> None:
    """Hold what is needed to go on: in a session of its own, begun anew."""
    request.session.flush()
    request.session.update({**held, SINCE: int(now().timestamp())})
    request.session.set_expiry(CODE_LASTS)


def held(request: HttpRequest, name: str) -> str:
    """Return what the session holds, as long as it is fresh."""
    fresh = now().timestamp() - request.session.get(SINCE, 0) < CODE_LASTS.total_seconds()
    return str(request.session.get(name, "")) if fresh else ""


def first_factor(request: HttpRequest, account: Account) -> HttpResponseRedirect:
    """Let somebody in who showed one factor; or ask for the second, if they turned that on."""
    if not ask.has_second_factor(account):
        return let_in(request, account)
    begin(request, **{HALF_IN: account.id, AFTER: held(request, AFTER)})
    return HttpResponseRedirect(reverse("signing_in:second"))


def let_in(request: HttpRequest, account: Account) -> HttpResponseRedirect:
    """Let somebody in, under a new key of the session, and send them where they wanted to go."""
    after = held(request, AFTER)
    request.session.flush()
    login(request, account, backend=BACKEND)
    just_in(request)
    if ask.shared_by(account):
        request.session[AFTER] = after
        return HttpResponseRedirect(reverse("signing_in:who"))
    return HttpResponseRedirect(after or home())


def home() -> str:
    """Return where people go who wanted to go nowhere else."""
    return reverse("signing_in:ways")
