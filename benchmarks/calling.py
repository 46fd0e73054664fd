"""How much work a call of a program is on top of the act that it asks for, in CPU, on SQLite."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
TIMES, BUDGET = 100, 10.0  # ms over the act itself


def measure() -> Iterator[str]:
    """Yield a line for each figure, measured in a process with a database of its own."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "WITHUS_VAR": folder, "DATABASE_URL": ""}
        environment["DJANGO_SETTINGS_MODULE"] = "withus.settings"
        told = subprocess.run(
            [sys.executable, "-m", "benchmarks.calling"],
            cwd=ROOT,
            env=environment,
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
        yield from told.stdout.splitlines()


def here() -> None:
    """Print the figures of an act alone, and of the call that asks for it."""
    from benchmarks.appending import begin, migrate

    begin()
    migrate()
    from tests.api.calling import a_program
    from tests.core.facts.story import an_id
    from tests.example_record import ORIGIN
    from withus.actions import tokens
    from withus.actions.joining import enter
    from withus.core.facts.joining import OrganisationJoined
    from withus.core.words import OrganisationKind
    from withus.stores.record.append import Actor

    tokens.MOST_CALLS = 10**9
    program = a_program()
    program.client.defaults["HTTP_HOST"] = "localhost"

    def act(number: int) -> None:
        kind = OrganisationKind.OTHER
        fact = OrganisationJoined(organisation=an_id(f"act {number}"), name="A body", kind=kind)
        enter(fact, record=ORIGIN, by=Actor(program.person), now=datetime.now(UTC))

    def call(number: int, **headers: str) -> None:
        clear = {"organisation": an_id(f"call {number} {headers}"), "name": "A body"}
        told = json.dumps({"clear": {**clear, "kind": "other"}}).encode()
        answer = program.call("POST", OrganisationJoined.TYPE, told, **headers)
        assert answer.status == 201, answer.told

    def repeatable(number: int) -> None:
        call(number, **{"Idempotency-Key": str(number)})

    print_figures({"the act": act, "the call": call, "a call to repeat": repeatable})


def print_figures(acts: dict[str, Callable[[int], None]]) -> None:
    """Print how much CPU each takes, by turns, and what a call takes over the act."""
    took: dict[str, list[float]] = {name: [] for name in acts}
    for number in range(TIMES):
        for name, act in acts.items():
            began = time.process_time()
            act(number)
            took[name].append(1000 * (time.process_time() - began))
    alone, *calls = (median(each) for each in took.values())
    for name, figures in took.items():
        print(f"{name}: median {median(figures):.1f} ms of CPU")
    over = max(calls) - alone
    within = "yes" if over <= BUDGET else "NO"
    print(f"over the act: {over:.1f} ms; within {BUDGET:.0f} ms: {within}")


if __name__ == "__main__":
    here()
