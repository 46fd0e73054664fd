"""The script `./run`, read as a module, so that its parts can be tried one by one."""

from __future__ import annotations

from functools import cache
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from types import ModuleType

from tests.house.tree import ROOT


@cache
def run() -> ModuleType:
    """Return `./run` as a module, without leaving compiled files beside it."""
    loader = SourceFileLoader("withus_run", str(ROOT / "run"))
    spec = spec_from_loader("withus_run", loader)
    assert spec
    module = module_from_spec(spec)
    exec(compile((ROOT / "run").read_bytes(), str(ROOT / "run"), "exec"), module.__dict__)  # noqa: S102
    return module
