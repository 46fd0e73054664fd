"""Who calls: whoever's key is sent with a call, in its header and nowhere else."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils import timezone
from ninja.security import HttpBearer

from withus.actions.tokens import Caller, let_in


class Key(HttpBearer):
    """A key that somebody made for a program: it begins with withus_ and lasts for ninety days."""

    def authenticate(self, request: HttpRequest, token: str) -> Caller:
        """Return whom a key acts for; refuse what is no key in force."""
        return let_in(token, now=timezone.now())
