"""Faults planted in the core are found by its tests."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import pytest

from tests.core.forked import Asked
from tests.core.mutants import TOP, copy_of_the_house, faults, is_found, mutants, passes, sampled
from tests.house.tree import SOURCE

MOST, SEED, LEAST_FOUND = 300, 2026, 0.9
ROOMS = [
    ("deciding", "without"),
    ("proofs", "canonical"),
    ("verifying", "trust"),
    (TOP, "verify"),
]


@pytest.mark.drill
@pytest.mark.parametrize(("room", "module"), ROOMS)
def test_planted_faults_are_found(
    room: str, module: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    planted = sampled(room, most=MOST, seed=SEED)
    with Asked(copy_of_the_house(tmp_path)) as asked:
        assert passes(module, room=room, asked=asked), "the tests fail without any fault"
        survived = [each for each in planted if not is_found(each, room=room, asked=asked)]
    total, missed = Counter(e.module for e in planted), Counter(e.module for e in survived)
    with capsys.disabled():
        print()
        for module in sorted(total):
            print(f"{room}/{module}: {total[module] - missed[module]} of {total[module]} found")
        print(f"{room}: {len(planted) - len(survived)} of {len(planted)} found")
        print(*(f"not found: {each.told}" for each in survived), sep="\n")
    assert len(survived) <= (1 - LEAST_FOUND) * len(planted), [each.told for each in survived]


def test_a_fault_is_planted_in_each_kind_of_place() -> None:
    tree = ast.parse(
        '"""Words."""\n'
        "def f(a: int | None) -> int | None:\n"
        "    if a < 1 and not a:\n"
        '        raise Malformed("code")\n'
        "    return a\n"
    )
    before = ast.unparse(tree)
    kinds = Counter(type(fault.node).__name__ for fault in faults(tree))
    assert kinds == Counter(If=1, BoolOp=1, Compare=1, Constant=1, UnaryOp=1, Call=1, Return=1)
    assert ast.unparse(tree) == before


def test_mutants_differ_from_their_module_and_from_each_other() -> None:
    path = SOURCE / "core" / "proofs" / "merkle.py"
    made = mutants(path)
    assert len(made) > 60
    assert len({each.source for each in made}) == len(made)
    assert ast.unparse(ast.parse(path.read_text(encoding="utf-8"))) not in {e.source for e in made}
