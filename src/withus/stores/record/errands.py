"""Errands that are done and need not be kept."""

from __future__ import annotations

from datetime import datetime

from withus.stores.record.models import Errand


def forget_done(*, before: datetime) -> int:
    """Delete the errands done before a time, and tell how many there were."""
    return Errand.objects.filter(done_at__lt=before).delete()[0]
