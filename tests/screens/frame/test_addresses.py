"""A record's name in an address: each has one, and each leads back."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from withus.screens.frame.addresses import RecordName
from withus.screens.frame.qr import QUIET, qr

NAMES = RecordName()


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))
def test_every_name_has_one_address_and_the_address_leads_back(name: str) -> None:
    assert NAMES.to_python(NAMES.to_url(name)) == name


def test_an_address_is_a_name_that_can_be_read_aloud() -> None:
    assert NAMES.to_url("withus.example/thornmere/2") == "withus.example~thornmere~2"
    assert NAMES.to_url("..") == "_2e."


@pytest.mark.parametrize("other", ["_61", "_", "_g0", "..", "_ff", "~_7e_"])
def test_another_way_to_write_a_name_is_no_address(other: str) -> None:
    found = ""
    with suppress(ValueError):
        found = NAMES.to_python(other)
    assert not found


def test_a_qr_code_holds_the_same_modules_as_its_path() -> None:
    import segno

    drawn = qr("20 reliable barnacle")
    matrix = segno.make("20 reliable barnacle", error="m", micro=False, boost_error=False).matrix
    dark = sum(sum(row) for row in matrix)
    runs = [int(step.split("h")[1].split("v")[0]) for step in drawn.path.split("M")[1:]]
    assert sum(runs) == dark
    assert drawn.size == len(matrix) + 2 * QUIET
