"""How long it takes to tell whose words a long history ends with, beside WikiWho, and how truly."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import mean, median, quantiles
from subprocess import PIPE
from typing import Self

from tests.core.wording.drafted import told, words_of
from tests.core.wording.histories import Drafting, History, history, off
from tests.core.wording.styles import STYLES, Style
from withus.core.wording.history import Words

ROOT = Path(__file__).resolve().parent.parent
REVISIONS, WORDS, SEED = 10_000, 64_000, 2026
SHOWN = (2_500, 5_000, 10_000)
BUDGET, MEMORY, ONE_MORE = 20.0, 150, 10.0  # s, MB, ms
BESIDE, SEEDS = 200, range(2)  # revisions, histories of each style
AS_FAST = 5.0
PLAN = Style("a plan that grows", paragraphs=20, sentences=(2, 5), words=(8, 24))
EDITS = ("change", "reword", "drop", "slip_in", "answer", "move", "copy", "restore_edited")
MISSING = """\
beside WikiWho: it is not at hand. Once:
  python3 -m venv var/peers
  var/peers/bin/pip install --require-hashes --no-deps -r requirements/peers.txt"""


def measure() -> Iterator[str]:
    """Yield a line for each figure."""
    python = Path(os.environ.get("WITHUS_VAR") or ROOT / "var") / "peers" / "bin" / "python"
    if not python.exists():
        yield from growing(None)
        yield MISSING
        return
    with Peer(python) as peer:
        yield from growing(peer)
    yield from beside(python)


def growing(peer: Peer | None) -> Iterator[str]:
    """Yield how long a plan of 64,000 words takes, and how much memory, over 10,000 revisions."""
    words, each = Words(), []
    before = memory()
    for number, text in enumerate(plans(REVISIONS, WORDS), 1):
        began = time.perf_counter()
        words.add(text)
        each.append(time.perf_counter() - began)
        if peer:
            peer.give(text)
        if number in SHOWN:
            yield (
                f"{number:,} revisions, {len(text.split()):,} words: {sum(each):.2f} s, "
                f"{memory() - before} MB more"
            )
    yield (
        f"budget {BUDGET:.0f} s: {within(sum(each), BUDGET)}; budget {MEMORY} MB: "
        f"{within(memory() - before, MEMORY)}"
    )
    last = each[-2_000:]
    slow = quantiles(last, n=100)[98] * 1000
    yield (
        f"one more revision of {WORDS:,} words: median {median(last) * 1000:.2f} ms, 99 of 100 in "
        f"{slow:.2f} ms, budget {ONE_MORE:.0f} ms: {within(slow, ONE_MORE)}"
    )
    if peer:
        yield fast("WikiWho beside it", [peer.told()[0] / sum(each)], asked=AS_FAST)


def memory() -> int:
    """Tell the most memory this process ever held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def within(figure: float, budget: float) -> str:
    """Tell whether a figure is within its budget."""
    return "within" if figure <= budget else "OVER"


def plans(revisions: int, words: int) -> Iterator[str]:
    """Draft a plan that grows evenly to so many words, while it is edited everywhere."""
    dice = Random(SEED)  # noqa: S311  # the same each time
    drafting = Drafting(PLAN, SEED)
    count = 0
    for number in range(revisions):
        drafting.revision = number
        if number % 20 == 0:
            count = sum(len(sentence) for paragraph in drafting.plan for sentence in paragraph)
        if count < words * (number + 1) / revisions:
            drafting.insert_paragraph()
            count += 60
        else:
            getattr(drafting, dice.choice(EDITS))()
            drafting.plan = [paragraph for paragraph in drafting.plan if paragraph]
        yield drafting.text()


@dataclass
class Told:
    """What one of the two told of a history: seconds, share of true origins, worst error."""

    seconds: float
    right: float
    error: float


def beside(python: Path) -> Iterator[str]:
    """Yield how fast and how true it is beside WikiWho on the same histories."""
    histories = [history(one, seed=n, revisions=BESIDE) for one in STYLES for n in SEEDS]
    pairs = [(ours(one), theirs(python, one)) for one in histories]
    for name, found in (("withus", [a for a, _ in pairs]), ("WikiWho", [b for _, b in pairs])):
        yield (
            f"{name}, {len(found)} histories of {BESIDE} revisions: median "
            f"{median(one.seconds for one in found):.3f} s; origin mean "
            f"{mean(one.right for one in found):.4f}, least {min(one.right for one in found):.4f}; "
            f"worst error of a share {max(one.error for one in found) * 100:.2f} in 100"
        )
    yield fast("those histories", [b.seconds / a.seconds for a, b in pairs])


def fast(what: str, ratios: Sequence[float], *, asked: float | None = None) -> str:
    """Tell how many times as fast it is."""
    told = f"{what}: median {median(ratios):.1f} times as fast, at least {min(ratios):.1f}"
    if asked is None:
        return told
    return f"{told}, asked {asked:.0f}: {'yes' if min(ratios) >= asked else 'NO'}"


def ours(found: History) -> Told:
    """Tell the words of a history by our own method."""
    began = time.process_time()
    words = words_of(found.texts)
    took = time.process_time() - began
    return scored(found, took, told(words))


def theirs(python: Path, found: History) -> Told:
    """Tell the words of a history by WikiWho."""
    with Peer(python) as peer:
        for text in found.texts:
            peer.give(text)
        took, words = peer.told()
    return scored(found, took, words)


class Peer:
    """WikiWho in a process of its own."""

    def __init__(self, python: Path) -> None:
        """Start it."""
        program = str(Path(__file__).with_name("peer_of_words.py"))
        self.process = subprocess.Popen([python, program], stdin=PIPE, stdout=PIPE, text=True)

    def __enter__(self) -> Self:
        """Use it for one history."""
        return self

    def __exit__(self, *_: object) -> None:
        """End it."""
        self.process.kill()
        self.process.communicate()

    def give(self, text: str) -> None:
        """Give it the next revision."""
        assert self.process.stdin
        self.process.stdin.write(json.dumps(text) + "\n")

    def told(self) -> tuple[float, list[tuple[str, int]]]:
        """Tell the seconds it took, and the origin of each word of the last revision."""
        out, _ = self.process.communicate()
        answer = json.loads(out)
        return answer["seconds"], [(word, at) for word, at in answer["words"]]


def scored(found: History, took: float, answer: Sequence[tuple[str, int]]) -> Told:
    """Set what was told beside the truth, where it is known."""
    if not found.truth:
        return Told(took, 1.0, 0.0)
    if [word.lower() for word, _ in answer] != [word.text.lower() for word in found.truth]:
        return Told(took, 0.0, 1.0)  # it left out the last revision
    right, error = off(found.truth, [at for _, at in answer], found.speakers)
    return Told(took, right, error)
