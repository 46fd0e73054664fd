"""`withus power RULES.json`: what a board's rules mean, and whether it can decide without them."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from withus.core.deciding.faults import NotARule
from withus.core.deciding.in_a_file import InAFile, read_in_a_file
from withus.core.deciding.indices import power
from withus.core.deciding.mirror import decided_without, heads, mirror
from withus.core.deciding.sums import TooManyCases
from withus.core.deciding.voting import told_apart_by, with_a_vote
from withus.core.deciding.who import THE_PEOPLE_IT_IS_ABOUT, Who
from withus.core.errors import Refusal
from withus.core.findings.finding import NotEnough
from withus.core.words import Capacity
from withus.reading.rules_file import FILE_BYTES, NotAFile, line_of, read_json
from withus.saying.deciding import refusals
from withus.saying.deciding.power import AFFECTED, Without, Worked, document, report


def add_to(commands: Any) -> None:
    """Add this command to the others."""
    parser = commands.add_parser(
        "power",
        help="what a board’s rules mean, and whether it can decide without the people it is about",
        description="Reads the places and rules of a board (withus-rules-1) and tells each rule in "
        "words, whether it can be decided without the people it is about, and voting power.",
    )
    parser.add_argument("rules", metavar="RULES.json", help="the file; - for standard input")
    parser.add_argument("--on", metavar="DAY", help="the day they are asked about; else today")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Work the rules out and print what they mean; 2 and one line where they cannot be used."""
    content = b""
    try:
        day = _day(asked.on)
        content = _content(asked.rules)
        worked = work_out(read_in_a_file(read_json(content), on=day), on=day)
    except Refusal as refusal:
        named = isinstance(refusal, NotARule | NotAFile) and content
        at = line_of(refusal, content) if named else None
        file = "--on" if refusal.parameters.get("field") == "--on" else asked.rules
        print(refusals.line(refusal, file=file, at=at), file=sys.stderr)
        return 2
    if asked.json:
        print(json.dumps(document(worked), ensure_ascii=False, indent=1))
    else:
        print(report(worked))
    return 0


def work_out(file: InAFile, *, on: date) -> Worked:
    """Work out what the rules of a file mean on a day."""
    holding = [rule for rule in file.rules if rule.holds_on(on)]
    voting = with_a_vote(file.rules, file.places, on=on)
    try:
        without = _without(file, on=on)
    except TooManyCases:
        without = {}
    powers = power(holding, voting) if voting else NotEnough("never_carried")
    if len(list(told_apart_by(rule for rule in holding if rule.stops))) > 1:
        powers = NotEnough("differ_by_motion")
    return Worked(file, on, mirror(file.rules, file.places, on=on), without, powers)


def _without(file: InAFile, *, on: date) -> Without:
    voting = with_a_vote(file.rules, file.places, on=on)
    classes = {AFFECTED: THE_PEOPLE_IT_IS_ABOUT}
    for capacity in Capacity:
        who = Who(capacity=frozenset({capacity}))
        if capacity is Capacity.DRAWS_ON_SERVICES or heads(voting, who):
            classes[capacity.value] = who
    return {
        name: (heads(voting, who), decided_without(file.rules, file.places, who, on=on))
        for name, who in classes.items()
    }


def _day(given: str | None) -> date:
    try:
        return date.fromisoformat(given) if given else datetime.now(UTC).astimezone().date()
    except ValueError:
        raise NotARule("value_unknown", {"field": "--on", "found": given or ""}) from None


def _content(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read(FILE_BYTES + 1)
    try:
        with Path(name).open("rb") as file:
            return file.read(FILE_BYTES + 1)
    except OSError:
        raise Refusal("no_such_file") from None
