"""Where invitations are answered, and what they say, as saying needs it."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse

from withus.questions.inviting import Offer
from withus.saying.inviting.letters import Asked


def asked(offer: Offer) -> Asked:
    """Tell an invitation as saying needs it."""
    return Asked(**offer.told(), address=where_to_answer())


def where_to_answer() -> str:
    """Tell the address, as people type it, of the page that takes a code."""
    return settings.WITHUS_PUBLIC_URL.rstrip("/") + reverse("inviting:start")
