"""What is said of practice runs, and what is said where a live record names none."""

from __future__ import annotations

import inspect
import re
from typing import Any

import pytest

from withus.core.rules import practising as rules
from withus.saying.practising.refusals import refusals
from withus.saying.practising.runs import board, by_command, entries, followed, more

RUN = {"origin": "x", "size": 40, "root": "r", "since": "2026-05-03", "entries": {}}


def test_a_run_and_those_before_it_are_told_with_their_entries_and_days() -> None:
    told = followed({**RUN, "before": [{**RUN, "size": 1, "since": "2026-05-01"}]})
    assert told == (
        "Before it, there was a practice run of 40 entries, from 3 May 2026 on. An earlier "
        "practice run of 1 entry, from 1 May 2026 on, was thrown away."
    )


@pytest.mark.parametrize(
    "follows",
    [None, {}, RUN, {**RUN, "before": None}, {**RUN, "since": "x", "before": []}, {"before": [1]}],
)
def test_nothing_is_told_where_no_practice_is_named(follows: dict[str, Any] | None) -> None:
    assert followed(follows) == ""


def test_numbers_are_told_in_words_that_fit_them() -> None:
    assert board(14, 12, 4) == "14 places, 12 of them held; 4 rules"
    assert board(1, 0, 1) == "1 place, none of them held; 1 rule"
    assert board(2, 1, 0) == "2 places, 1 of them held; no rules"
    assert entries(1) == "1 entry"
    assert (more(0), more(1), more(480)) == ("", "and 1 more board", "and 480 more boards")


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"done": ""}, "r is a practice run of 3 entries. Nothing in it is public."),
        ({"done": "", "would": "live", "live": "s"}, "r would go live as s. To do it, add --yes."),
        (
            {"done": "", "would": "thrown away"},
            "3 entries of r would be thrown away. To do it, add --yes.",
        ),
        (
            {"done": "live", "would": "live", "live": "s", "entries": 2},
            "r went live as s. It begins with 2 entries.",
        ),
        (
            {"done": "thrown away", "would": "thrown away"},
            "r is gone. The next live record of its host says that there was one.",
        ),
    ],
)
def test_the_command_says_what_it_did_or_would_do(told: dict[str, Any], said: str) -> None:
    assert by_command({"record": "r", "size": 3, **told}) == said


def test_each_refusal_of_the_rules_has_a_sentence_with_what_to_do() -> None:
    of_others = {"not_opened", "partnership_closed"}
    codes = set(re.findall(r'NotAllowed\("(\w+)"', inspect.getsource(rules))) - of_others
    assert codes
    assert codes <= set(refusals())
    assert all(wrong.endswith(".") and then.endswith(".") for wrong, then in refusals().values())
