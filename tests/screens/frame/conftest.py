"""The room that exists only in tests."""

from __future__ import annotations

import pytest
from pytest_django import Settings


@pytest.fixture
def a_room(settings: Settings) -> str:
    """Where the room's addresses begin."""
    settings.ROOT_URLCONF = "tests.screens.frame.a_room"
    return "/room/"
