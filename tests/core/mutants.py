"""Small faults planted one at a time in a room of the core, to see whether its tests find them.

A mutant is the room with one comparison turned, one number raised, one condition never met, one
refusal of another code, and so on. One that no test finds is a line that nothing holds.
"""

from __future__ import annotations

import ast
import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.core.forked import Asked
from tests.house.tree import ROOT, SOURCE

CORE = SOURCE / "core"
TOP, OURS = ".", ("bundle", "verify")
# The quick ones first: most faults are found by any of them.
OF_COPIES = [
    *("core/verifying/test_*.py", "attacks/test_record_attacks.py", "core/test_bundle.py"),
    *("core/test_verify.py", "attacks/test_altered_entries.py"),
]
TESTS = {
    "deciding": ["core/deciding/test_*.py", "saying/deciding/test_*.py"],
    "proofs": ["core/proofs/test_*.py"],
    "verifying": OF_COPIES,
    TOP: OF_COPIES,
}
TURNED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Mult: ast.Add,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.BitXor: ast.BitAnd,
}
# Nothing in place of nothing is no fault; the other two are turned as the constants they are.
TOLD_OTHERWISE = ("return", "return None", "return True", "return False")
# A fault that is found is found: nobody asks for its smallest example.
TO_THE_POINT = """\
from hypothesis import Phase, settings

settings.register_profile(
    "faults", deadline=None, database=None, phases=[Phase.explicit, Phase.generate]
)
settings.load_profile("faults")
"""
SETTINGS = (
    "[pytest]\naddopts = -p no:django -p no:cacheprovider -p no:xdist --import-mode=importlib"
)


@dataclass(frozen=True, slots=True)
class Mutant:
    """A module with one fault: which, where, and what it says in place of what."""

    module: str
    source: str
    told: str


class Fault:
    """One place in a tree of code, and how to change it and back."""

    def __init__(self, node: ast.AST, field: str, new: object, at: int | None = None) -> None:
        self.node, self.field, self.new, self.at = node, field, new, at

    def swap(self) -> None:
        """Put the new in the old one's place, and keep the old."""
        held = getattr(self.node, self.field)
        if self.at is None:
            setattr(self.node, self.field, self.new)
            self.new = held
        else:
            held[self.at], self.new = self.new, held[self.at]


def mutants(path: Path) -> list[Mutant]:
    """Return every mutant of a module."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [mutant(path.stem, tree, fault) for fault in list(faults(tree))]


def mutant(module: str, tree: ast.Module, fault: Fault) -> Mutant:
    """Return the mutant that one fault makes, and leave the tree as it was."""
    line = getattr(fault.node, "lineno", 0)
    before = ast.unparse(fault.node).split("\n")[0]
    fault.swap()
    after, source = (
        ast.unparse(fault.node).split("\n")[0],
        ast.unparse(ast.fix_missing_locations(tree)),
    )
    fault.swap()
    return Mutant(module, source, f"{module}:{line} {before} → {after}")


def faults(tree: ast.Module) -> Iterator[Fault]:
    """Yield the faults that can be planted; none in an annotation or a docstring."""
    silent = {id(n) for each in ast.walk(tree) for held in unspoken(each) for n in ast.walk(held)}
    for node in ast.walk(tree):
        if id(node) not in silent:
            yield from faults_of(node)


def unspoken(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what is not run: annotations, docstrings and names of types."""
    for field in ("annotation", "returns"):
        held = getattr(node, field, None)
        if isinstance(held, ast.AST):
            yield held
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node
    if isinstance(node, ast.Call) and ast.unparse(node.func) in ("cast", "dataclass", "field"):
        yield node


def faults_of(node: ast.AST) -> Iterator[Fault]:
    """Yield the faults of one node."""
    if isinstance(node, ast.Compare):
        for at, turned in enumerate(node.ops):
            yield Fault(node, "ops", TURNED[type(turned)](), at)
    elif isinstance(node, ast.BinOp | ast.BoolOp | ast.AugAssign) and type(node.op) in TURNED:
        yield Fault(node, "op", TURNED[type(node.op)]())
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield Fault(node, "op", ast.UAdd())
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        other = not node.value if isinstance(node.value, bool) else node.value + 1
        yield Fault(node, "value", other)
    elif isinstance(node, ast.If | ast.IfExp | ast.While):
        yield Fault(node, "test", ast.Constant(value=False))
    elif isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and node.exc.args:
        yield Fault(node.exc, "args", ast.Constant(value="of_another_code"), 0)
    elif isinstance(node, ast.Return) and ast.unparse(node) not in TOLD_OTHERWISE:
        yield Fault(node, "value", ast.Constant(value=None))


def sampled(room: str, *, most: int, seed: int) -> list[Mutant]:
    """Return some mutants of the modules of a room, the same for the same seed."""
    paths = [
        path for path in sorted((CORE / room).glob("*.py")) if room != TOP or path.stem in OURS
    ]
    every = [each for path in paths for each in mutants(path)]
    return random.Random(seed).sample(every, min(most, len(every)))  # noqa: S311  no secret


def copy_of_the_house(where: Path) -> Path:
    """Copy the code and the tests to where faults may be planted."""
    for name in ("src", "tests"):
        shutil.copytree(ROOT / name, where / name)
    # It is for attacks on screens, and needs Django, which none of these tests does.
    (where / "tests" / "attacks" / "conftest.py").unlink()
    (where / "pytest.ini").write_text(SETTINGS + "\nmarkers =\n  drill: long\n")
    (where / "conftest.py").write_text(TO_THE_POINT)
    return where


def is_found(mutant: Mutant, *, room: str, asked: Asked) -> bool:
    """Tell whether the tests of a room fail on a mutant, or never end."""
    planted = asked.house / "src" / "withus" / "core" / room / f"{mutant.module}.py"
    sound = SOURCE / "core" / room / f"{mutant.module}.py"
    for stale in (planted.parent / "__pycache__").glob(f"{mutant.module}.*"):
        stale.unlink()
    planted.write_text(mutant.source, encoding="utf-8")
    try:
        return not passes(mutant.module, room=room, asked=asked)
    finally:
        shutil.copy2(sound, planted)


def passes(module: str, *, room: str, asked: Asked) -> bool:
    """Tell whether the tests of a room pass, its module's own first."""
    tests = asked.house / "tests"
    every = [path for told in TESTS[room] for path in sorted(tests.glob(told))]
    # Each file by its name: of a folder and a file in it, pytest would take the folder alone.
    first = sorted(every, key=lambda path: path.stem != f"test_{module}")
    return asked.passes(["-x", "-q", "-m=not drill", "--hypothesis-seed=0", *map(str, first)])
