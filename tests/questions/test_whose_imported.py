"""A history brought in has the figures that the command tells of its file."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest

from tests.a_meeting import ORIGIN
from tests.a_plan import a_plan, sits
from tests.core.wording.histories import history
from tests.core.wording.styles import STYLES
from tests.kept import a_record
from withus.actions.bringing_in import Text, bring_in
from withus.cli import main
from withus.core.wording.whose import WhoseWords
from withus.questions.wording import whose_words
from withus.questions.works import work_here

pytestmark = a_record
Output = pytest.CaptureFixture[str]
SIDES = {"Bo": "draws_on_services", "Eve": "unpaid_carers", "Flo": "services"}


def test_a_history_brought_in_has_the_figures_of_its_file(
    db: None, tmp_path: Path, capsys: Output
) -> None:
    texts = history(STYLES[0], seed=11, revisions=40).texts
    names = [list(SIDES)[number % 3] for number in range(len(texts))]
    plan = a_plan(text="")
    told = [Text(text, name) for text, name in zip(texts, names, strict=True)]
    bring_in(plan.there.work, told, whose={name: sits(name) for name in SIDES}, by=plan.by("Fay"))
    found = whose_words(work_here(ORIGIN, plan.there.work, inside=True))
    assert isinstance(found, WhoseWords)

    path = tmp_path / "history.jsonl"
    lines = [
        {"revision": n, "at": None, "speaker": name, "side": SIDES[name], "text": text}
        for n, (text, name) in enumerate(zip(texts, names, strict=True))
    ]
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert main(["words", "--json", str(path)]) == 0
    document = json.loads(capsys.readouterr().out)
    assert found.words == document["words"]
    for side, part in found.shares.items():
        assert part.share == Fraction(document["by_side"][side]["share"])
        assert found.survival[side].share == Fraction(document["survival"][side]["share"])
        assert found.taken_out[side].part.count == document["removed_by"][side]["count"]
