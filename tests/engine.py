"""Which database the tests run on: `--engine sqlite` (without a word) or `--engine postgresql`.

pytest-django reads the settings before any conftest is heard, so this is a plugin, loaded by name
in pyproject.toml. What is started here is started once; the workers of xdist inherit its address.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ENGINES = ("sqlite", "postgresql")
KEEPER = Path(__file__).with_name("postgresql.py")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take the word that chooses."""
    parser.addoption("--engine", choices=ENGINES, default="sqlite", help="the tests' database")


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    """Set DATABASE_URL before Django reads it. Whatever a host has put there is not for tests."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        return
    os.environ.pop("DATABASE_URL", None)
    if early_config.known_args_namespace.engine == "postgresql":
        keeper = start()
        early_config.add_cleanup(lambda: stop(keeper))


def start() -> subprocess.Popen[str]:
    """Start the server and put its address where Django looks; without one, no test runs."""
    keeper = subprocess.Popen(
        [sys.executable, str(KEEPER)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,  # Ctrl+C is for the tests, which end before their database does
    )
    assert keeper.stdout
    address = keeper.stdout.readline().strip()
    if not address:
        raise pytest.UsageError(f"No PostgreSQL to test with. {keeper.communicate()[1].strip()}")
    os.environ["DATABASE_URL"] = address
    return keeper


def stop(keeper: subprocess.Popen[str]) -> None:
    """Close the keeper's input, at which it ends its server, and wait for it."""
    os.environ.pop("DATABASE_URL", None)
    keeper.communicate()
