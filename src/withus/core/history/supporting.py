"""Supporting, folded: what each of its facts changes. A change gives None where it fits nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from withus.core.facts import supporting as f
from withus.core.facts.fact import Fact
from withus.core.history.state import Partnership
from withus.core.history.told import Told


def needs_counted(state: Partnership, one: Told[f.NeedsCounted]) -> Partnership | None:
    """Take in the numbers of a quarter, once."""
    if any(each.fact.quarter == one.fact.quarter for each in state.needs):
        return None
    return replace(state, needs=(*state.needs, one))


PARTNERSHIP_CHANGES: Mapping[type[Fact], Callable[..., Any]] = {f.NeedsCounted: needs_counted}
