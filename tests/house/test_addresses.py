"""Every address the program answers at is named, tried for access by all, and who may use it told.

`tests/journeys/pages` holds ACCESSIBILITY_CASES (name of the address: what to visit);
`tests/screens/authorisation.py` holds AUTHORISATION (name: a row of who gets what).
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pytest
from django.http import HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver, include, path

from tests.screens.authorisation import THINGS, Row, page

Routes = Iterable[URLPattern | URLResolver]


def addresses(routes: Routes, *, space: str = "") -> Iterator[tuple[str | None, str]]:
    """Yield the full name (None if it has none) and the pattern of every address."""
    for route in routes:
        if isinstance(route, URLResolver):
            inner = f"{space}{route.namespace}:" if route.namespace else space
            yield from addresses(route.url_patterns, space=inner)
        else:
            yield (f"{space}{route.name}" if route.name else None), str(route.pattern)


def our_names() -> set[str]:
    """Return the names of all our addresses."""
    return {name for name, _ in addresses(get_resolver().url_patterns) if name}


def table(module: str, name: str) -> Mapping[str, Any]:
    """Return one of the two tables that must keep up with the addresses."""
    try:
        found = getattr(importlib.import_module(module), name)
    except (ImportError, AttributeError):
        pytest.fail(f"{module} should hold {name}: a row for each named address")
    assert isinstance(found, Mapping)
    return found


def differences(names: set[str], rows: Iterable[str]) -> list[str]:
    """Say which addresses have no row, and which rows have no address."""
    rows = set(rows)
    return [f"no row for {name}" for name in sorted(names - rows)] + [
        f"no address for the row {name}" for name in sorted(rows - names)
    ]


def row_faults(rows: Mapping[str, Any]) -> list[str]:
    """Say which rows tell of no method at all, or need what nothing tells the value of."""
    return [
        f"{name}: {row}"
        for name, row in rows.items()
        if not isinstance(row, Row)
        or not {*row.answers, *(row.own or {})}
        or not set(row.needs) <= THINGS.keys()
    ]


def test_every_address_has_a_name() -> None:
    found = list(addresses(get_resolver().url_patterns))
    assert found, "the program answers at no address at all"
    assert [pattern for name, pattern in found if name is None] == []


def test_every_named_address_has_an_accessibility_case() -> None:
    cases = table("tests.journeys.pages", "ACCESSIBILITY_CASES")
    pages = {name for name in our_names() if not name.startswith("api:")}  # programs see no page
    assert differences(pages, cases) == []


def test_every_named_address_has_an_authorisation_row() -> None:
    rows = table("tests.screens.authorisation", "AUTHORISATION")
    assert differences(our_names(), rows) == []
    assert row_faults(rows) == []


def test_a_planted_address_without_a_row_or_name_is_caught() -> None:
    def answer(_: object) -> HttpResponse:
        return HttpResponse()

    inner = [path("b", answer, name="b"), path("c", answer)]
    planted: Routes = [path("a", answer, name="a"), path("room/", include((inner, "room")))]
    found = list(addresses(planted))
    assert found == [("a", "a"), ("room:b", "b"), (None, "c")]
    assert differences({"a", "room:b"}, ["a", "gone"]) == [
        "no row for room:b",
        "no address for the row gone",
    ]


def test_a_planted_row_that_says_nothing_is_caught() -> None:
    rows = {"a": {}, "b": Row({}), "c": page(), "d": page(needs=["a thing unheard of"])}
    assert [fault[0] for fault in row_faults(rows)] == ["a", "b", "d"]
