"""When and by whom: UTC to the microsecond, or the day alone where a fact has no actor."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.core.facts.any_fact import CLAIMED, circumstances
from tests.core.facts.story import an_id
from withus.core.errors import Refusal
from withus.core.facts import joining as f
from withus.core.facts.circumstances import (
    HOST,
    Circumstances,
    check_actor,
    moment,
    read_circumstances,
)

AT = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
DAY = date(2026, 11, 23)
LEAF: dict[str, Any] = {
    "at": "2026-11-23T10:00:00.000000Z",
    "by": HOST,
    "typed_by": None,
    "claimed_at": None,
}
OF_NOBODY = {"at": "2026-11-23", "by": None, "typed_by": None, "claimed_at": None}


def code_of(leaf: dict[str, Any], *, by_nobody: bool = False) -> str:
    with pytest.raises(Refusal) as refusal:
        read_circumstances(leaf, by_nobody=by_nobody)
    return refusal.value.code


def as_written(said: Circumstances) -> dict[str, Any]:
    """Return circumstances as they stand in a leaf."""
    claimed = said.claimed_at and said.claimed_at.isoformat()
    return {
        "at": moment(said.at),
        "by": said.by,
        "typed_by": said.typed_by,
        "claimed_at": claimed,
    }


@given(circumstances(f.PlaceTaken))
def test_circumstances_come_back(said: Circumstances) -> None:
    assert read_circumstances(as_written(said), by_nobody=False) == said


@given(circumstances(f.DutyGiven))
def test_the_day_of_what_nobody_did_comes_back(said: Circumstances) -> None:
    assert read_circumstances(as_written(said), by_nobody=True) == said


@given(CLAIMED)
def test_a_claimed_time_keeps_its_zone(claimed: datetime) -> None:
    found = read_circumstances({**LEAF, "claimed_at": claimed.isoformat()}, by_nobody=False)
    assert found.claimed_at is not None
    assert (found.claimed_at, found.claimed_at.utcoffset()) == (claimed, claimed.utcoffset())


def test_the_logs_time_is_in_utc_to_the_microsecond() -> None:
    assert moment(AT) == "2026-11-23T10:00:00.000000Z"
    assert moment(AT.replace(microsecond=7)) == "2026-11-23T10:00:00.000007Z"
    assert moment(DAY) == "2026-11-23"


@pytest.mark.parametrize(
    "at",
    [
        AT.replace(tzinfo=None),
        AT.astimezone(timezone(timedelta(hours=1))),
        AT.replace(tzinfo=ZoneInfo("Europe/London")),
    ],
)
def test_a_time_that_is_not_in_utc_is_not_written(at: datetime) -> None:
    with pytest.raises(Refusal) as refusal:
        moment(at)
    assert refusal.value.code == "not_in_utc"


@pytest.mark.parametrize(
    ("at", "code"),
    [
        ("2026-11-23T10:00:00Z", "not_a_leaf"),
        ("2026-11-23T10:00:00.000Z", "not_a_leaf"),
        ("2026-11-23T10:00:00.000000+00:00", "not_a_leaf"),
        ("2026-11-23 10:00:00.000000Z", "not_a_leaf"),
        ("2026-11-23T10:00:00.000000z", "not_a_leaf"),
        ("20261123T100000.000000Z", "not_a_leaf"),
        ("2026-11-23T10:00:60.000000Z", "not_a_leaf"),
        ("2026-11-23T10:00:00.000000+01:00", "not_in_utc"),
        ("2026-11-23T10:00:00.000000", "not_in_utc"),
        ("2026-11-23", "not_in_utc"),
        ("", "not_a_leaf"),
        (None, "not_a_leaf"),
        (1_795_428_000, "not_a_leaf"),
    ],
)
def test_another_spelling_of_the_time_is_refused(at: object, code: str) -> None:
    assert code_of({**LEAF, "at": at}) == code


@pytest.mark.parametrize("at", ["2026-11-23T10:00:00.000000Z", "20261123", "2026-W48-1", "", None])
def test_what_nobody_did_has_the_day_alone(at: object) -> None:
    assert code_of({**OF_NOBODY, "at": at}, by_nobody=True) == "not_a_leaf"


@pytest.mark.parametrize(
    "claimed",
    [
        "2026-11-23T10:00:00",
        "2026-11-23T10:00:00Z",
        "2026-11-23T10:00:00-00:00",
        "2026-11-23T10:00+01:00",
        "2026-11-23T10:00:00.5+01:00",
        "2026-11-23",
        "",
        5,
    ],
)
def test_a_claimed_time_is_read_in_one_spelling_and_with_its_zone(claimed: object) -> None:
    assert code_of({**LEAF, "claimed_at": claimed}) == "not_a_leaf"


@pytest.mark.parametrize("name", ["by", "typed_by"])
@pytest.mark.parametrize("actor", ["", "Host", "Bo", an_id("Bo") + "A", 5, ["host"], True])
def test_an_actor_is_a_pseudonym_or_the_host(name: str, actor: object) -> None:
    said = read_circumstances({**LEAF, name: an_id("Bo")}, by_nobody=False)
    assert getattr(said, name) == an_id("Bo")
    assert code_of({**LEAF, name: actor}) == "not_the_form"


def test_a_fact_with_an_actor_has_one_and_a_time() -> None:
    assert code_of({**LEAF, "by": None}) == "actor_expected"
    assert code_of({**LEAF, "by": None, "typed_by": HOST}) == "actor_expected"
    with pytest.raises(Refusal, match="actor_expected"):
        check_actor(Circumstances(at=DAY, by=HOST), by_nobody=False)


@pytest.mark.parametrize(
    "said",
    [
        Circumstances(at=AT, by=None),
        Circumstances(at=DAY, by=HOST),
        Circumstances(at=DAY, by=None, typed_by=HOST),
        Circumstances(at=DAY, by=None, claimed_at=AT),
    ],
)
def test_a_fact_without_an_actor_says_nothing_of_who_or_when(said: Circumstances) -> None:
    check_actor(Circumstances(at=DAY, by=None), by_nobody=True)
    with pytest.raises(Refusal, match="no_actor_expected"):
        check_actor(said, by_nobody=True)


@given(some.dictionaries(some.sampled_from(sorted(LEAF)), some.none() | some.text(max_size=12)))
def test_whatever_stands_there_is_read_or_refused(change: dict[str, Any]) -> None:
    for leaf, by_nobody in ((LEAF, False), (OF_NOBODY, True)):
        try:
            read_circumstances({**leaf, **change}, by_nobody=by_nobody)
        except Refusal:
            continue
