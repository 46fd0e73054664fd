"""The reference names every type of fact, and every field it has."""

from __future__ import annotations

import json

import pytest

from tests.house.tree import ROOT
from tests.kept import committed
from withus.cli import main
from withus.core.facts import FACTS
from withus.core.facts.fact import Fact, layout

REFERENCE = (ROOT / "docs/reference/facts.md").read_text(encoding="utf-8")
ACTS = ROOT / "docs/how-to/thornmere.jsonl"


@pytest.mark.parametrize("kind", FACTS, ids=lambda kind: kind.TYPE)
def test_the_reference_has_every_field_of_a_type(kind: type[Fact]) -> None:
    (row,) = [line for line in REFERENCE.splitlines() if line.startswith(f"| `{kind.TYPE}` |")]
    form = layout(kind)
    _, _, clear, sealed, _ = row.split("|")
    assert [name for name in form.clear if f"`{name}` (" not in clear] == []
    assert [name for name in form.sealed if f"`{name}` (" not in sealed] == []
    assert clear.count("` (") == len(form.clear)
    assert sealed.count("` (") == len(form.sealed)


@committed
def test_the_acts_of_the_how_to_are_entered(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["enter", "withus.example/thornmere", str(ACTS), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    acts = [line for line in ACTS.read_text().splitlines() if line.startswith("{")]
    assert told["entries"] == list(range(len(acts)))
