"""Holding: while an information request is open, nothing it asks for may be erased."""

from __future__ import annotations

from datetime import date

from withus.stores.people.models import Hold


def hold_of(origin: str) -> Hold | None:
    """Return the hold on a partnership, if there is one."""
    return Hold.objects.filter(origin=origin).first()


def hold(origin: str, *, ground: str, since: date) -> None:
    """Let nothing be erased until the hold is released. The ground is shown."""
    Hold.objects.update_or_create(origin=origin, defaults={"ground": ground, "since": since})


def release(origin: str) -> bool:
    """Let erasures go on; return whether there was a hold."""
    return bool(Hold.objects.filter(origin=origin).delete()[0])
