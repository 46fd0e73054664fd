"""The tests that use the database, counted: as many pass on one engine as on the other.

`--count-into FILE` writes the count down; `--same-count-as FILE` fails unless it comes out the same
here; `--only-database` leaves out the tests that use no database.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

DATABASE = "uses_the_database"
FIXTURES = {"db", "transactional_db", "django_db_reset_sequences", "django_db_serialized_rollback"}
COUNTED = pytest.StashKey["Counted"]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take the words for what is counted."""
    parser.addoption("--count-into", type=Path, help="write down how many database tests passed")
    parser.addoption("--same-count-as", type=Path, help="fail unless as many passed as in FILE")
    parser.addoption("--only-database", action="store_true", help="only tests of the database")


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    """Count where the reports of all workers come together."""
    if not hasattr(config, "workerinput"):
        config.stash[COUNTED] = Counted(config)
        config.pluginmanager.register(config.stash[COUNTED])


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what uses the database, by its mark or by what it asks for, and leave out the rest."""
    using = [test for test in items if uses_the_database(test)]
    for test in using:
        test.keywords[DATABASE] = True
    if config.getoption("only_database"):
        config.hook.pytest_deselected(items=[test for test in items if test not in using])
        items[:] = using


def uses_the_database(test: pytest.Item) -> bool:
    """Tell whether a test has the mark django_db, or one of the fixtures that stand for it."""
    asked = getattr(test, "fixturenames", ())
    return bool(test.get_closest_marker("django_db") or FIXTURES.intersection(asked))


def not_the_same(here: dict[str, int], there: dict[str, int], engine: str) -> str:
    """Say in one line how two counts differ, or nothing if they don't and none was skipped."""
    if here["passed"] == there["passed"] and not here["skipped"] and not there["skipped"]:
        return ""
    return (
        f"Database tests: {told(there)} on the engine before, {told(here)} on {engine}. "
        "As many must pass on each, and none be skipped."
    )


def told(count: dict[str, int]) -> str:
    return f"{count['passed']} passed and {count['skipped']} skipped"


class Counted:
    """How many tests of the database passed and how many were skipped."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        self.count: Counter[str] = Counter(passed=0, skipped=0)
        self.fault = ""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if DATABASE not in report.keywords or hasattr(report, "wasxfail"):
            return
        if report.skipped or (report.when == "call" and report.passed):
            self.count[report.outcome] += 1

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A file skipped as a whole may hold tests of the database; who knows?"""
        self.count["skipped"] += report.skipped

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Write the count down, or hold it against the one written down."""
        into, other = self.config.getoption("count_into"), self.config.getoption("same_count_as")
        if into:
            into.write_text(json.dumps(self.count), encoding="utf-8")
        if other and session.exitstatus in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
            there = json.loads(other.read_text(encoding="utf-8"))
            self.fault = not_the_same(self.count, there, self.config.getoption("engine"))
            failed = pytest.ExitCode.TESTS_FAILED
            # No test of the database among those chosen, on either engine, is no fault.
            session.exitstatus = failed if self.fault else pytest.ExitCode.OK

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if self.fault:
            terminalreporter.line(self.fault, red=True)
