"""Whose words: on histories whose truth is known, and on those whose figures are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.core.wording.drafted import told, words_of
from tests.core.wording.histories import History, history, off
from tests.core.wording.styles import STYLES, Style
from withus.core.wording.figures import count
from withus.core.wording.shares import shares

SHARED = Path(__file__).resolve().parents[4] / "shared" / "data" / "histories"
LEAST, WORST = 0.97, 0.015  # of words with their true revision; a share's error
SEEDS = range(6)  # in the drill: 60 histories of 120 revisions
SAMPLE = [(STYLES[0], 1), (STYLES[5], 2), (STYLES[6], 3)]


def scored(found: History) -> tuple[float, float]:
    """Tell the share of words with their true revision, and the worst error of a share."""
    answer = told(words_of(found.texts))
    assert [word for word, _ in answer] == [word.text for word in found.truth]
    return off(found.truth, [revision for _, revision in answer], found.speakers)


@pytest.mark.parametrize(("style", "seed"), SAMPLE, ids=lambda one: getattr(one, "name", one))
def test_words_have_the_revision_they_were_truly_written_in(style: Style, seed: int) -> None:
    right, error = scored(history(style, seed=seed))
    assert right >= LEAST and error <= WORST


@pytest.mark.drill
@pytest.mark.parametrize("style", STYLES, ids=lambda one: one.name)
def test_every_way_of_drafting_is_told_well(
    style: Style, capsys: pytest.CaptureFixture[str]
) -> None:
    found = [scored(history(style, seed=seed)) for seed in SEEDS]
    mean, least = sum(right for right, _ in found) / len(found), min(right for right, _ in found)
    error = max(error for _, error in found)
    with capsys.disabled():
        print(f"\n{style.name}: mean {mean:.4f}, least {least:.4f}, worst error {error:.4f}")
    assert least >= LEAST and error <= WORST


def at_hand(name: str) -> list[dict[str, Any]]:
    """Return a history of the shared data, where it is at hand."""
    path = SHARED / f"{name}.jsonl"
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_the_known_truth_at_hand_is_told() -> None:
    found = at_hand("known-truth-1")
    if not found:
        print("not at hand: known-truth-1")
        return
    truth = json.loads((SHARED / "known-truth-1.truth.json").read_text(encoding="utf-8"))
    words = words_of(line["text"] for line in found)
    answer = told(words)
    assert [word for word, _ in answer] == [word for word, _ in truth["tokens"]]
    right = sum(a == tuple(b) for a, b in zip(answer, truth["tokens"], strict=True))
    assert right >= 0.99 * len(answer)
    for side, part in shares(count(words), [line["side"] for line in found]).items():
        assert abs(part.count / part.of - truth["sides"][side]) <= WORST


def test_a_published_policy_has_the_figures_that_two_prototypes_found() -> None:
    found = at_hand("nhs-open-source-policy")
    if not found:
        print("not at hand: nhs-open-source-policy")
        return
    words = words_of(line["text"] for line in found)
    by = {
        name: part.share for name, part in shares(count(words), speakers(found, "speaker")).items()
    }
    assert 0.83 <= (by["Author 01"] or 0) <= 0.853
    assert 0.147 <= (by["Author 02"] or 0) <= 0.17
    sides = shares(count(words), speakers(found, "side"))
    assert (sides["community"].share or 0) <= 0.001


def speakers(found: list[dict[str, Any]], key: str) -> list[str]:
    return [str(line[key]) for line in found]


def test_a_planted_fault_is_seen() -> None:
    found = history(STYLES[0], seed=1)
    wrong = History(found.texts[::-1], found.speakers, found.truth)
    right, _ = off(found.truth, [0] * len(found.truth), found.speakers)
    assert right < LEAST
    answer = [revision for _, revision in told(words_of(wrong.texts))]
    assert len(answer) != len(found.truth)
