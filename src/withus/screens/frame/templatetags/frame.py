"""Words every page needs, also where no request is at hand (an error page)."""

from typing import Any

from django import template
from django.conf import settings
from django.urls import ResolverMatch

from withus.screens.frame.looking import looks
from withus.screens.frame.me import PRACTISES

register = template.Library()


@register.simple_tag
def source_address() -> str:
    """Where the source of this copy can be fetched; empty if the host has not said."""
    return str(settings.WITHUS_SOURCE_URL)


@register.simple_tag(takes_context=True)
def remembers(context: dict[str, Any]) -> bool:
    """Whether this page asked who is here; it does not ask by itself."""
    session = getattr(context.get("request"), "session", None)
    return session is not None and session.accessed


@register.simple_tag(takes_context=True)
def looked_at(context: dict[str, Any]) -> str:
    """The partnership of this page, if somebody sees it as a plain member sees it; or ''."""
    request = context.get("request")
    match: ResolverMatch | None = getattr(request, "resolver_match", None)
    origin = str(match.kwargs.get("origin", "")) if match else ""
    return origin if request is not None and origin and looks(request, origin) else ""


@register.simple_tag(takes_context=True)
def current(context: dict[str, Any], name: str) -> str:
    """'page' on that very page, 'true' elsewhere in its room, '' outside: for aria-current."""
    match: ResolverMatch | None = getattr(context.get("request"), "resolver_match", None)
    if match is None:
        return ""
    if match.view_name == name:
        return "page"
    room = name.rpartition(":")[0]
    return "true" if room and room == match.namespace else ""


@register.simple_tag(takes_context=True)
def practising(context: dict[str, Any]) -> bool:
    """Whether this page is of a practice run: only whoever is in one sees any."""
    return bool(context.get("practice") or getattr(context.get("request"), PRACTISES, False))
