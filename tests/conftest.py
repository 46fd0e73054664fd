"""What every room's tests share: the browser and the databases.

None is ever skipped: without one, the test fails. Which database it is: see engine.py.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from django.db import connections

from tests.guards import lowered_to_flush

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
    # Playwright keeps a loop running in this thread, which Django would take for a reason to refuse
    # its database to whatever test comes next on the same worker.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=arguments())
        yield started
        started.close()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Give SQLite files: what Django makes in memory has no WAL, and no two that write at once."""
    folder = tmp_path_factory.mktemp("databases")
    for each in connections.all():
        if each.vendor == "sqlite":
            each.settings_dict["TEST"]["NAME"] = str(folder / f"{each.alias}.sqlite3")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None) -> Iterator[None]:
    """Let what a test committed be cleared away afterwards, which the guards refuse otherwise."""
    with lowered_to_flush():
        yield
