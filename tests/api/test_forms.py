"""The forms of the calls are the core's own: what the one takes or refuses, so does the other."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from pydantic import ValidationError

from tests.core.facts.any_fact import JSON, facts_of
from withus.api.entering import ENTERED
from withus.api.forms import body_of, described, fact_of
from withus.core.facts.encoding import read_clear, text_of, written
from withus.core.facts.fact import Fact, layout
from withus.core.facts.forms import NotSo

BODIES = {kind: body_of(kind) for kind in ENTERED}


def sent(fact: Fact) -> dict[str, Any]:
    """Return a fact as a program sends it."""
    names = layout(type(fact)).sealed
    return {"clear": written(fact), "sealed": {name: text_of(fact, name) for name in names}}


@given(some.one_of([facts_of(kind) for kind in ENTERED]))
@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
def test_every_fact_can_be_sent_and_is_read_as_it_was(fact: Fact) -> None:
    body = BODIES[type(fact)].model_validate(sent(fact))
    assert fact_of(type(fact), body) == fact


@given(some.one_of([facts_of(kind) for kind in ENTERED]), some.data())
@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
def test_a_value_is_refused_where_the_core_refuses_it(fact: Fact, chance: some.DataObject) -> None:
    told, kind = sent(fact), type(fact)
    if not told["clear"]:
        return
    name = chance.draw(some.sampled_from(sorted(told["clear"])))
    told["clear"][name] = chance.draw(JSON)
    refused = refusal_of(kind, told["clear"])
    if refused is None:
        BODIES[kind].model_validate(told)
        return
    with pytest.raises(ValidationError) as fault:
        BODIES[kind].model_validate(told)
    (found,) = fault.value.errors()
    assert found["loc"] == ("clear", refused["field"])
    assert found["ctx"] == {"expected": refused["expected"]}


def refusal_of(kind: type[Fact], clear: dict[str, Any]) -> dict[str, str | int] | None:
    """Return with what the core refuses clear fields, if it does."""
    try:
        read_clear(kind, clear)
    except NotSo as refusal:
        return refusal.parameters
    return None


@pytest.mark.parametrize("kind", ENTERED, ids=lambda kind: kind.TYPE)
def test_every_field_of_a_fact_is_described(kind: type[Fact]) -> None:
    told = BODIES[kind].model_json_schema()["$defs"]
    form = layout(kind)
    assert set(told[f"{kind.__name__}Clear"]["properties"]) == set(form.clear)
    assert set(told[f"{kind.__name__}Sealed"].get("properties", {})) == set(form.sealed)
    for each in form.clear.values():
        assert described(each)
