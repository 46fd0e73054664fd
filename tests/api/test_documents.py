"""What the documents say of the API is so: the reference is made from it, the example runs."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

from pytest_django.live_server_helper import LiveServer

from tests.api.calling import a_program
from tests.api.reference_page import PAGE, page
from tests.example_record import ORIGIN
from tests.house.tree import ROOT
from tests.kept import committed
from withus.actions.tokens import MOST_CALLS
from withus.api.edge import LARGEST
from withus.api.urls import described
from withus.stores.record.read import find_log
from withus.stores.tokens.tokens import LASTS

HOW_TO = (ROOT / "docs" / "how-to" / "write-with-a-program.md").read_text("utf-8")
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_the_page_of_the_api_is_made_from_its_description() -> None:
    assert PAGE.read_text("utf-8") == page(), "Write it anew: python -m tests.api.reference_page"


def test_the_limits_in_the_documents_are_the_limits() -> None:
    told = " ".join(page().split())
    assert f"at most {LARGEST:,} bytes" in told
    assert f"{MOST_CALLS} times a minute" in told
    assert f"more than {MOST_CALLS} calls in a minute" in HOW_TO
    assert f"ends after {LASTS.days} days" in HOW_TO


@committed
def test_the_example_enters_what_it_says(live_server: LiveServer, tmp_path: Path) -> None:
    (program, said), *_ = examples()
    key = str(a_program().key)
    ended = run(program, live_server.url, key, tmp_path)
    assert ended.returncode == 0, ended.stderr
    assert numberless(ended.stdout) == numberless(said)
    size = find_log(ORIGIN).size
    assert f"Entry {size - 1} " in ended.stdout


def numberless(text: str) -> str:
    """Return a text without the number of an entry."""
    return re.sub(r"Entry \d+", "Entry", text)


@committed
def test_the_example_tells_why_it_was_not_let_in(live_server: LiveServer, tmp_path: Path) -> None:
    (program, _), *_ = examples()
    ended = run(program, live_server.url, "withus_wrong", tmp_path)
    assert ended.returncode == 1
    assert ended.stderr.startswith("no_key: There is no key in force")


def examples() -> list[tuple[str, str]]:
    """Return the programs of the how-to, each with what it prints."""
    found = BLOCK.findall(HOW_TO)
    return [
        (text, following) for (kind, text), (_, following) in pairwise(found) if kind == "python"
    ]


def run(program: str, address: str, key: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a program as somebody would, outside of the repository."""
    plain = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-c", program],
        cwd=folder,
        env={**plain, "WITHUS_ADDRESS": address, "WITHUS_KEY": key},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_how_to_has_an_example_to_run() -> None:
    assert len(examples()) == 1


def test_every_status_that_is_described_has_its_meaning_in_the_how_to() -> None:
    told = json.loads(described())["paths"].values()
    found = {status for path in told for each in path.values() for status in each["responses"]}
    assert found - {"200", "201"} == set(re.findall(r"\b[45]\d\d\b", table_of(HOW_TO)))


def table_of(text: str) -> str:
    """Return the first cells of a table about statuses."""
    rows = [line for line in text.splitlines() if re.match(r"\| \d", line)]
    return " ".join(row.split("|")[1] for row in rows)
