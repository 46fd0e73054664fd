"""Codes on paper: a slip each, the address of the page that takes them, and its square."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.urls import reverse


def where_to_say() -> str:
    """Tell the address, as people type it, of the page that takes a code."""
    return settings.WITHUS_PUBLIC_URL.rstrip("/") + reverse("say:code")


def straight_to(code: str) -> str:
    """Tell the address that takes somebody straight to what a code leads to."""
    return settings.WITHUS_PUBLIC_URL.rstrip("/") + reverse("say:link", args=[code])


def slip(name: str, code: str) -> dict[str, Any]:
    """Tell a slip as it is printed."""
    return {"id": name, "code": code}
