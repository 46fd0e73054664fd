"""`withus words`: whose words a text is made of, from its history."""

from __future__ import annotations

import json
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

from tests.core.wording.histories import history
from tests.core.wording.styles import STYLES
from withus.cli import main
from withus.saying.wording.refusals import told as refusals_told

Output = pytest.CaptureFixture[str]
TEXTS = ["We meet in the library.", "We meet in the hall.", "We meet in the hall each May."]
PEOPLE = [("Ann", "draws_on_services"), ("Ben", "services"), ("Cat", "unpaid_carers")]


def lines(texts: list[str]) -> list[dict[str, Any]]:
    """Return a history of some texts, by three people in turn."""
    return [
        {"revision": n * 10, "at": None, "speaker": who, "side": side, "text": text}
        for n, text in enumerate(texts)
        for who, side in [PEOPLE[n % 3]]
    ]


def kept(folder: Path, found: list[Any]) -> str:
    """Keep a history, and return its name."""
    path = folder / "history.jsonl"
    path.write_text("\n".join(json.dumps(one) for one in found), encoding="utf-8")
    return str(path)


def told(words: list[str], capsys: Output) -> Any:
    """Run the command and return its document."""
    assert main(["words", *words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_document_has_the_keys_that_others_build_on(tmp_path: Path, capsys: Output) -> None:
    assert told([kept(tmp_path, lines(TEXTS))], capsys) == {
        "words": 8,
        "by_side": {
            "draws_on_services": {"count": 5, "share": "5/8"},
            "services": {"count": 1, "share": "1/8"},
            "unpaid_carers": {"count": 2, "share": "1/4"},
        },
        "by_speaker": {
            "Ann": {"count": 5, "share": "5/8"},
            "Ben": {"count": 1, "share": "1/8"},
            "Cat": {"count": 2, "share": "1/4"},
        },
        "survival": {
            "draws_on_services": {"count": 5, "of": 6, "share": "5/6"},
            "services": {"count": 1, "of": 1, "share": "1"},
            "unpaid_carers": {"count": 2, "of": 2, "share": "1"},
        },
        "removed_by": {
            "draws_on_services": {"count": 0, "share": "0", "whose": {}},
            "services": {"count": 1, "share": "1", "whose": {"draws_on_services": 1}},
            "unpaid_carers": {"count": 0, "share": "0", "whose": {}},
        },
        "method": "withus-words-1",
        "error": "3/200",
    }


def test_tokens_tell_where_every_word_comes_from(tmp_path: Path, capsys: Output) -> None:
    found = told([kept(tmp_path, lines(TEXTS)), "--tokens"], capsys)["tokens"]
    assert [one["text"] for one in found] == "We meet in the hall each May .".split()
    assert [one["revision"] for one in found] == [0, 0, 0, 0, 10, 20, 20, 0]
    assert found[4] == {"text": "hall", "revision": 10, "speaker": "Ben"}


def test_a_text_that_ends_empty_has_no_shares(tmp_path: Path, capsys: Output) -> None:
    found = told([kept(tmp_path, lines([TEXTS[0], ""])), "--tokens"], capsys)
    assert found["words"] == 0 and found["tokens"] == []
    assert found["by_side"]["services"] == {"count": 0, "share": None}
    assert found["removed_by"]["services"]["count"] == 6
    assert main(["words", kept(tmp_path, lines([""]))]) == 0
    assert "None were taken out." in capsys.readouterr().out


def test_the_plain_output_tells_all_of_it_within_80_columns(tmp_path: Path, capsys: Output) -> None:
    found = lines(history(STYLES[3], seed=9, revisions=30).texts)
    for number, one in enumerate(found):
        one |= {"speaker": f"Somebody with a very long name indeed, number {number}\t"}
    assert main(["words", kept(tmp_path, found)]) == 0
    out, err = capsys.readouterr()
    assert err == "" and max(map(len, out.splitlines())) <= 80 and "\t" not in out
    assert len(out.splitlines()) <= 60, "it does not fit a page"
    plain = " ".join(out.split())
    for words in (
        "The last of 30 revisions has ",
        "Whose words they are",
        "Draws on care and support",
        "and 10 more",
        "What lasted of all that each wrote",
        "Who took out words that no longer stand",
        "A share may be 1.5 in 100 too high or too low.",
        "Taking words out is power too",
    ):
        assert words in plain


def test_the_plain_output_tells_runs_of_words_with_their_origin(
    tmp_path: Path, capsys: Output
) -> None:
    assert main(["words", "--tokens", kept(tmp_path, lines(TEXTS))]) == 0
    out = capsys.readouterr().out
    assert "  0, Ann: We meet in the\n  10, Ben: hall\n  20, Cat: each May\n  0, Ann: .\n" in out


def test_a_history_is_read_from_standard_input(
    tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = Path(kept(tmp_path, lines(TEXTS))).read_bytes()
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(content)))
    assert told(["-"], capsys)["words"] == 8


@pytest.mark.parametrize(
    ("spoilt", "said"),
    [
        ([{}], "line 1: found nothing for “revision”; expected one revision"),
        ([*lines(TEXTS), []], "line 4: found something else than a revision; expected one"),
        (lines(TEXTS) * 2, "line 4: found a revision that an earlier line has; expected each"),
        ([{**lines(TEXTS)[0], "at": 1}], "line 1: found something else for “at”; expected a time"),
        ([], "line 1: found nothing to read; expected one revision a line"),
    ],
)
def test_what_cannot_be_used_is_one_line_and_2(
    spoilt: list[Any], said: str, tmp_path: Path, capsys: Output
) -> None:
    name = kept(tmp_path, spoilt)
    assert main(["words", name]) == 2
    out, err = capsys.readouterr()
    assert out == "" and err.count("\n") == 1 and err.startswith(f"{name}, {said}")


def test_a_file_that_is_not_there_is_one_line_and_2(tmp_path: Path, capsys: Output) -> None:
    for name in ("nowhere.jsonl", str(tmp_path)):
        assert main(["words", name]) == 2
        out, err = capsys.readouterr()
        assert out == "" and err.startswith(f"{name}: found no such file") and err.count("\n") == 1


def test_no_refusal_says_what_stood_in_the_file() -> None:
    assert all("%(found)s" not in found for found, _expected in refusals_told().values())
