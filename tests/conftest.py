"""What every room's tests share: the browser and the database.

Neither is ever skipped: without one, the test fails. Which database it is: see engine.py.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection, connections

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NAMES = ("chromium", "chromium-browser", "google-chrome")
REMEDY = (
    "No browser was found. On Debian or Ubuntu: apt-get install chromium. "
    "If it has another name, put its path in WITHUS_CHROMIUM."
)
LOOPBACK_ONLY = "MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1, EXCLUDE ::1"
ARGUMENTS = (
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--host-resolver-rules={LOOPBACK_ONLY}",
)


def find_chromium() -> str | None:
    """Return the path of a Chromium, the one in WITHUS_CHROMIUM before any other."""
    named = os.environ.get("WITHUS_CHROMIUM")
    if named:
        return shutil.which(named)
    return next(filter(None, map(shutil.which, NAMES)), None)


def arguments() -> list[str]:
    """Return what Chromium is started with; root alone must do without its sandbox."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*ARGUMENTS, *(["--no-sandbox"] if root else [])]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start one Chromium for all the tests that need one; each test opens its own context."""
    from playwright.sync_api import sync_playwright

    path = find_chromium()
    if path is None:
        pytest.fail(REMEDY)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=arguments())
        yield started
        started.close()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory: pytest.TempPathFactory, request: Any) -> None:
    """Give SQLite a file: what Django makes in memory has no WAL, and no two that write at once."""
    folder = tmp_path_factory.mktemp("database")
    connections["keys"].settings_dict["TEST"]["NAME"] = str(folder / "openings.sqlite3")
    if connection.vendor == "sqlite":
        connection.settings_dict["TEST"]["NAME"] = str(folder / "withus.sqlite3")
    else:
        request.getfixturevalue("django_db_modify_db_settings_parallel_suffix")
