"""Whoever looks after a board's places."""

from __future__ import annotations

import pytest

from tests.screens.mine.somebody import Somebody, a_member, on_duty
from withus.core.words import Duty


@pytest.fixture
def facilitator(db: None) -> Somebody:
    """Whoever runs the work."""
    a_member()
    return on_duty(Duty.FACILITATOR, "Fay Green")
