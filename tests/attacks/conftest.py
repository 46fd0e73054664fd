"""Attacks on the screens come by the same visitor as their other tests."""

from tests.screens.conftest import visit

__all__ = ["visit"]
