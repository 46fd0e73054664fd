"""A missing browser is a failure with its remedy, never a skip."""

from __future__ import annotations

import os

import pytest

from tests import conftest


def test_a_browser_named_by_its_path_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WITHUS_CHROMIUM", "/bin/true")
    assert conftest.find_chromium() == "/bin/true"


def test_a_browser_named_wrongly_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WITHUS_CHROMIUM", "/nowhere/chromium")
    assert conftest.find_chromium() is None


def test_a_missing_browser_fails_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conftest, "find_chromium", lambda: None)
    opening = conftest.browser.__wrapped__()  # type: ignore[attr-defined]
    with pytest.raises(pytest.fail.Exception, match="apt-get install chromium"):
        next(opening)


def test_the_sandbox_is_left_only_by_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert "--no-sandbox" not in conftest.arguments()
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert "--no-sandbox" in conftest.arguments()
