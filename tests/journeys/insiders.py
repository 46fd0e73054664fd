"""People in a partnership: opened and invited by the command, as whoever runs a copy does it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from itertools import count
from pathlib import Path

import pytest
from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[2]
PLACES = 24
counted = count(PLACES - 1, -1)  # from the last: the pages begin with the first
PRACTISING = frozenset({"oakmere"})  # partnerships that are a practice run
served: dict[str, str] = {}  # the environment of the installation that is served, while it is


@dataclass(frozen=True)
class Partnership:
    """A partnership of its own beside the record that others read, and its places by number."""

    name: str
    record: str
    address: str
    places: tuple[str, ...]
    board: str  # where its board is


def withus(*words: str, given: str = "") -> dict[str, object]:
    """Run the command in the installation that is served, and return the JSON it prints."""
    process = at_hand()
    assert process.stdin
    assert process.stdout
    process.stdin.write(json.dumps({"words": [*words, "--json"], "given": given}) + "\n")
    process.stdin.flush()
    done = json.loads(process.stdout.readline() or '{"code": 1, "said": "it is not at hand"}')
    if done["code"]:
        pytest.fail(f"withus {words[0]}: {done['said']}")
    found: dict[str, object] = json.loads(done["out"])
    return found


@cache
def at_hand() -> subprocess.Popen[str]:
    """Start a process that runs the command whenever it is asked to."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.at_hand"],
        cwd=ROOT,
        env={**os.environ, **served, "DJANGO_SETTINGS_MODULE": "withus.settings"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def let_go() -> None:
    """End that process, if it was ever started."""
    if at_hand.cache_info().currsize:
        at_hand().communicate()
        at_hand.cache_clear()


@cache
def a_partnership(name: str) -> Partnership:
    """Open a partnership with one board and places that nobody holds."""
    record = f"withus.example/{name}"
    entered = withus("enter", record, "-", given="\n".join(map(json.dumps, acts(name))))
    ids = entered["ids"]
    assert isinstance(ids, dict)
    places = tuple(ids[f"@place-{number}"] for number in range(PLACES))
    address = f"/partnerships/{record.replace('/', '~')}/"
    board = f"{address}boards/{ids['@board']}/"
    return Partnership(name.capitalize(), record, address, places, board)


def acts(name: str) -> list[dict[str, object]]:
    """Return what happened in it."""
    opened = {
        "name": name.capitalize(),
        "practice": name in PRACTISING,
        "follows": None,
        "country": "wales",
    }
    board = {"board": "@board", "name": "Coming Home board", "level": "community"}
    about = {"about": "How people come home."}
    told: list[tuple[str, dict[str, object], dict[str, str]]] = [
        ("partnership.opened.v1", opened, about),
        ("board.opened.v1", {**board, "parent": None, "formats": ["standard"]}, {}),
    ]
    for number in range(PLACES):
        place = {
            "place": f"@place-{number}",
            "board": "@board",
            "capacity": "draws_on_services",
            "kind": "named",
            "tags": [],
            "chair": False,
            "chosen_by": "self",
            "vote_from": None,
            "vote_until": None,
            "term_until": None,
            "paid_by": "nobody",
        }
        told.append(("place.made.v1", place, {"post": "Member"}))
    return [{"type": kind, "clear": clear, "sealed": sealed} for kind, clear, sealed in told]


def a_code(there: Partnership, name: str, *what: str) -> str:
    """Invite somebody by the command and return the code of their letter."""
    return str(withus("invite", there.record, name, *what)["code"])


def a_start(name: str) -> str:
    """Let somebody set a partnership up, by the command, and return the code of their letter."""
    return str(withus("set-up", name)["code"])


def a_place(name: str) -> str:
    """Return a place of a partnership that nobody was invited to before; each one once."""
    return a_partnership(name).places[next(counted)]


def comes_in(page: Page, base: str, code: str) -> None:
    """Type the code of a letter and say yes."""
    page.goto(base + "/in/")
    page.get_by_label("Your code").fill(code)
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="Yes").click()
    page.get_by_role("heading", name="You are in", exact=True).wait_for()


MEMBER, LEAD, DATA, OFFICER = "member", "safeguarding", "data", "host"
FACILITATOR = "facilitator"
NAMES = {
    MEMBER: "Wren Field",
    LEAD: "Lee Guard",
    DATA: "Dot Keeper",
    OFFICER: "Olly Office",
    FACILITATOR: "Jo Bell",
}
_signed_in: dict[tuple[str, str], object] = {}


def be(page: Page, base: str, what: str, there: Partnership) -> None:
    """Be somebody of a partnership at a browser: a member, or whoever has a duty. Each is invited
    the first time, by letter.
    """
    page.context.clear_cookies()
    if (there.name, what) not in _signed_in:
        place = ("--place", there.places[0]) if what == MEMBER else ("--duty", what)
        comes_in(page, base, a_code(there, NAMES[what], *place))
        _signed_in[there.name, what] = page.context.cookies()
    page.context.add_cookies(_signed_in[there.name, what])  # type: ignore[arg-type]


def run_the_work(page: Page, base: str, there: Partnership) -> None:
    """Be the facilitator of a partnership, at the page of its people."""
    be(page, base, FACILITATOR, there)
    page.goto(base + there.address + "people/")


def guarded(page: Page, base: str, name: str) -> Partnership:
    """Return a partnership with a safeguarding lead and a data contact, so that one can write."""
    there = a_partnership(name)
    for what in (LEAD, DATA):
        be(page, base, what, there)
    return there
