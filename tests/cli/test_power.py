"""`withus power`: each rule in words, whether it can be decided without them, voting power."""

from __future__ import annotations

import json
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

from tests.core.deciding.test_in_a_file import FILE
from tests.core.deciding.test_outcome import MOST_VOTE, OURS, SIX
from withus.cli import main

Output = pytest.CaptureFixture[str]
STAFF = {"capacity": ["services"]}
PLACES = [
    {"who": {"capacity": ["draws_on_services"]}, "count": 3},
    {"who": STAFF, "count": 11},
    {"who": {**STAFF, "chair": True}, "count": 1},
]


def kept(folder: Path, **fields: Any) -> str:
    """Keep a file of rules, and return its name."""
    path = folder / "rules.json"
    path.write_text(json.dumps({**FILE, "places": PLACES, **fields}, indent=1), encoding="utf-8")
    return str(path)


def told(words: list[str], capsys: Output) -> Any:
    """Run the command and return its document."""
    assert main(["power", *words, "--json", "--on", "2026-11-02"]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_document_has_the_keys_that_others_build_on(tmp_path: Path, capsys: Output) -> None:
    found = told([kept(tmp_path, rules=OURS[1:])], capsys)
    assert found == {
        "rule": [
            (
                "More than half of all members must agree, counted over all places. They may "
                "say so before."
            ),
            (
                "At least two of the people it is about must agree. They may say so before, or "
                "within five working days after."
            ),
        ],
        "without": {"affected": False, "draws_on_services": False, "services": False},
        "indices": [
            {**PLACES[0], "shapley_shubik": "1/5", "together": "3/5", "banzhaf": "1453/4096"},
            {**PLACES[1], "shapley_shubik": "1/30", "together": "11/30", "banzhaf": "429/4096"},
            {**PLACES[2], "shapley_shubik": "1/30", "together": "1/30", "banzhaf": "429/4096"},
        ],
    }


def test_a_rule_that_is_not_monotone_has_a_reason_instead(tmp_path: Path, capsys: Output) -> None:
    found = told([kept(tmp_path, rules=[MOST_VOTE])], capsys)
    assert found["reason"] == "not_monotone" and "indices" not in found
    assert found["without"] == {"affected": True, "draws_on_services": True, "services": True}
    several = [OURS[1], {**OURS[2], "for": ["money"]}]
    assert told([kept(tmp_path, rules=several)], capsys)["reason"] == "differ_by_motion"


def test_the_plain_output_tells_all_of_it_within_80_columns(tmp_path: Path, capsys: Output) -> None:
    assert main(["power", kept(tmp_path, rules=OURS), "--on", "2026-11-02"]) == 0
    out, err = capsys.readouterr()
    assert err == "" and max(map(len, out.splitlines())) <= 80
    plain = " ".join(out.split())
    for words in (
        "1. At least two of the people it is about must be in the room. It is our own promise.",
        (
            "What they mean on 2 November 2026 15 members. 3 are people it’s about. The others "
            "can’t decide without them."
        ),
        "The people it is about (3): no",
        "Those who draw on care and support (3): no",
        "3 × members who draw on care and support: 0.600 0.200 0.355",
    ):
        assert words in plain


def test_the_day_decides_which_rules_hold_and_who_votes(tmp_path: Path, capsys: Output) -> None:
    lines = [
        {"who": {"capacity": ["elected"]}, "count": 4},
        {"who": {"capacity": ["unpaid_carers"], "tag": ["carer"]}, "count": 3},
    ]
    name = kept(tmp_path, places=lines, rules=SIX[6])
    for day, words in (("2026-08-31", "4 members. None"), ("2026-09-01", "7 members. 3 are")):
        assert main(["power", name, "--on", day]) == 0
        assert words in " ".join(capsys.readouterr().out.split())


def test_a_board_without_rules_says_so(tmp_path: Path, capsys: Output) -> None:
    assert main(["power", kept(tmp_path, rules=[])]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "No rule says who must be there or agree." in out


def test_rules_are_read_from_standard_input(
    tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = Path(kept(tmp_path)).read_bytes()
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(content)))
    assert told(["-"], capsys)["without"]["affected"] is False


@pytest.mark.parametrize(
    ("changed", "line"),
    [
        ({"format": "x"}, "line 1: found “x”; expected a file in the form withus-rules-1"),
        (
            {"rules": [{**OURS[0], "at_least": 2.5}]},
            "found “float” for “at_least”; expected",
        ),
        (
            {"rules": [{**OURS[0], "at_least": 4}]},
            "asks for 4, where the places for them number 3; expected",
        ),
        ({"rules": [OURS[1], {**OURS[0], "x": 1}]}, "found “x”, which does not belong there"),
    ],
)
def test_what_cannot_be_used_is_one_line_and_2(
    changed: dict[str, Any], line: str, tmp_path: Path, capsys: Output
) -> None:
    name = kept(tmp_path, **changed)
    assert main(["power", name]) == 2
    out, err = capsys.readouterr()
    assert out == "" and err.count("\n") == 1 and line in err
    assert err.startswith(f"{name}, line ") and ": found " in err and "; expected " in err


@pytest.mark.parametrize("words", [["nowhere.json"], ["nowhere.json", "--on", "tomorrow"]])
def test_a_file_that_is_not_there_and_a_day_that_is_none(words: list[str], capsys: Output) -> None:
    assert main(["power", *words]) == 2
    out, err = capsys.readouterr()
    assert out == "" and err.startswith(f"{words[min(1, len(words) - 1)]}: found ")
    assert err.count("\n") == 1 and "; expected " in err
