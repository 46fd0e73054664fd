"""One stored leaf of each type of fact, made once and never again: old records must stay readable.

`python -m tests.core.facts.stored` writes those that are missing, and never writes over one.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.core.facts.story import EVERY, leaves
from withus.core.facts.sealing import Opening
from withus.core.proofs.base64_strict import from_base64, to_base64

LEAVES = Path(__file__).parents[2] / "data" / "leaves"


@dataclass(frozen=True)
class Stored:
    """The bytes of a leaf, and what opens its sealed fields."""

    leaf: bytes
    openings: Mapping[str, Opening]


def firsts() -> dict[str, int]:
    """Return where each type first comes in the story."""
    found: dict[str, int] = {}
    for number, fact in enumerate(EVERY):
        found.setdefault(fact.TYPE, number)
    return found


def stored(kind: str) -> Stored:
    """Return the stored leaf of a type."""
    told = json.loads((LEAVES / f"{kind}.json").read_text(encoding="utf-8"))
    openings = [
        Opening(each["path"], each["value"], from_base64(each["key"])) for each in told["openings"]
    ]
    return Stored(told["leaf"].encode(), {each.path: each for each in openings})


def store_what_is_missing() -> None:
    """Write a leaf of the story for each type that has none."""
    story = list(leaves(EVERY))
    for kind, number in firsts().items():
        leaf, openings = story[number]
        told = {
            "leaf": leaf.decode(),
            "openings": [
                {"path": each.path, "value": each.value, "key": to_base64(each.key)}
                for each in openings
            ],
        }
        path = LEAVES / f"{kind}.json"
        if not path.exists():
            path.write_text(json.dumps(told, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    store_what_is_missing()
