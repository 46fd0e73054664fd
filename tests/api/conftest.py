"""What the tests of the API share: a record, and a program whose person is on duty there."""

from __future__ import annotations

import pytest

from tests.api.calling import Program, a_program


@pytest.fixture
def program(db: None) -> Program:
    """Return a program that may do what its person may."""
    return a_program()
