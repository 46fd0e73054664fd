"""The dated files of terms and words."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from importlib.resources import files

import pytest

from withus.core.minutes.terms import columns, known_words, places_by_first_word, said, terms

FILES = ("terms.toml", "lists.toml")


def read(name: str) -> dict[str, object]:
    return tomllib.loads(files("withus.core.minutes.terms").joinpath(name).read_text("utf-8"))


@pytest.mark.parametrize("name", FILES)
def test_each_file_is_dated_and_gives_its_sources(name: str) -> None:
    found = read(name)
    assert date.fromisoformat(str(found["version"])) <= date(2100, 1, 1)
    assert found["sources"]


def test_every_rule_names_a_source_that_is_given() -> None:
    found = terms()
    named = {term.source for term in found.capacities} | {term.source for term in found.supports}
    assert named <= set(found.sources)


def test_rules_have_names_of_their_own() -> None:
    names = [term.id for term in terms().capacities]
    assert len(names) == len(set(names))


def test_every_pattern_can_be_read() -> None:
    lines = read("terms.toml")["lines"]
    assert isinstance(lines, dict)
    assert all(isinstance(said(name), re.Pattern) for name in lines)
    assert {"name", "role", "body"} <= set(columns())


def test_words_are_in_small_letters() -> None:
    assert all(word == word.lower() for word in known_words())
    assert places_by_first_word()["isle"][0].startswith("isle of")
