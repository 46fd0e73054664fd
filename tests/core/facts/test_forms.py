"""Each form has one way to be written, and reads no other."""

from __future__ import annotations

from base64 import b64encode
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from tests.core.facts.any_fact import BASE64S, DAYS, FOREIGN, IDS, JSON, NAMES, SHARES, TAGS
from tests.core.facts.story import an_id
from withus.core.facts.forms import (
    DEEPEST_DOCUMENT,
    ID,
    LONGEST_NAME,
    MOST,
    ROOT,
    TAG,
    Anything,
    Count,
    Day,
    Document,
    Encoded,
    Flag,
    Form,
    Named,
    NotSo,
    OneOf,
    OrNothing,
    PartOfOne,
    SetOf,
    refers,
)
from withus.core.facts.joining import AboveForm
from withus.core.words import Level, Paper

ROOT_OF_32 = b64encode(bytes(range(32))).decode()
ELSEWHERE = f"example.org/north#4@20,{ROOT_OF_32}"
ROUND_TRIPS: list[tuple[Form, some.SearchStrategy[Any]]] = [
    (ID, IDS),
    (TAG, TAGS),
    (Named(), NAMES),
    (Flag(), some.booleans()),
    (Count(), some.integers(0, MOST)),
    (Day(), DAYS),
    (OneOf(Level), some.sampled_from(Level)),
    (OrNothing(Day()), some.none() | DAYS),
    (SetOf(TAG), some.frozensets(TAGS, max_size=4)),
    (SetOf(OneOf(Paper)), some.frozensets(some.sampled_from(Paper))),
    (PartOfOne(), SHARES),
    (Encoded(0, 150), BASE64S),
    (AboveForm(), IDS | FOREIGN),
    (Document(list), some.lists(JSON, max_size=3)),
    (Document(dict), some.dictionaries(some.text(max_size=4), JSON, max_size=3)),
    (Anything(), JSON),
]


@pytest.mark.parametrize(("form", "values"), ROUND_TRIPS, ids=lambda each: type(each).__name__)
@settings(max_examples=40)
@given(some.data())
def test_what_a_form_writes_it_reads_back(
    form: Form, values: some.SearchStrategy[Any], draw: some.DataObject
) -> None:
    value = draw.draw(values)
    written = form.write(value)
    assert form.read(written) == value
    assert form.write(form.read(written)) == written


@pytest.mark.parametrize("form", [form for form, _ in ROUND_TRIPS], ids=repr)
@settings(max_examples=40)
@given(value=JSON)
def test_a_form_reads_nothing_that_it_would_not_write(form: Form, value: Any) -> None:
    try:
        read = form.read(value)
    except NotSo:
        return
    assert form.write(read) == value


@pytest.mark.parametrize("value", [True, False, 1.0, -1, MOST + 1, 2**70, "1", None, [1]])
def test_a_count_is_a_whole_number_from_0_to_the_most(value: object) -> None:
    assert Count().read(0) == 0 and Count().read(MOST) == MOST
    refused(Count(), value)


@pytest.mark.parametrize("value", [0, 1, "true", None, []])
def test_a_flag_is_yes_or_no_and_no_number(value: object) -> None:
    refused(Flag(), value)


@pytest.mark.parametrize(
    "value",
    [
        "2026-1-2",
        "20260102",
        "2026-W02-5",
        "2026-02-30",
        "2026-01-02T00:00:00",
        " 2026-01-02",
        "2026-01-02\n",
        "٢٠٢٦-٠١-٠٢",
        "26-01-02",
        20260102,
        None,
    ],
)
def test_a_day_is_read_in_one_spelling(value: object) -> None:
    assert Day().read("2026-01-02") == date(2026, 1, 2)
    with pytest.raises(NotSo):
        Day().read(value)


@pytest.mark.parametrize("value", [datetime(2026, 1, 2, tzinfo=UTC), "2026-01-02", None, 1])
def test_a_day_is_written_from_a_day_alone(value: object) -> None:
    with pytest.raises(NotSo):
        Day().write(value)


@pytest.mark.parametrize(
    "value",
    [["b", "a"], ["a", "a"], [1], ["A"], [["a"]], "a", {"a": 1}, None, [None], ("a", "b")],
)
def test_a_set_is_read_in_order_and_without_doubles(value: object) -> None:
    assert SetOf(TAG).read(["a", "b"]) == frozenset("ab")
    with pytest.raises(NotSo):
        SetOf(TAG).read(value)


@pytest.mark.parametrize("value", [["a", "b"], {"a"}, "a", None])
def test_a_set_is_written_from_a_set_that_cannot_change(value: object) -> None:
    with pytest.raises(NotSo):
        SetOf(TAG).write(value)


@pytest.mark.parametrize(
    "value",
    [
        "",
        " Board",
        "Board ",
        "e\u0301lan",
        "two\nlines",
        "two\u2028lines",
        "two\u2029lines",
        "a\x00b",
        "a\x7fb",
        "a\u202eb",
        "a\ue000b",
        "a\ud800b",
        "a\u0378b",
        "\ufb01\u0301x" + "e\u0301",
        "n" * (LONGEST_NAME + 1),
        None,
        7,
    ],
)
def test_a_name_is_one_short_line_in_nfc(value: object) -> None:
    assert Named().read("n" * LONGEST_NAME)
    assert Named().read("Bwrdd Gofal Caerdydd – café")
    refused(Named(), value)


@pytest.mark.parametrize(
    "value",
    [
        "",
        an_id("a")[:-1],
        an_id("a") + "A",
        an_id("a")[:-1] + "B",  # its spare bits are set
        an_id("a")[:-1] + "=",
        "+" + an_id("a")[1:],
        an_id("a") + "\n",
        "é" + an_id("a")[1:],
        None,
        b"a",
    ],
)
def test_an_id_is_16_bytes_in_one_spelling(value: object) -> None:
    refused(ID, value)


@pytest.mark.parametrize("value", ["Community", "town", "", None, 1, ["community"], {}, True])
def test_a_word_is_one_of_its_set(value: object) -> None:
    assert OneOf(Level).read("community") is Level.COMMUNITY
    refused(OneOf(Level), value)


@pytest.mark.parametrize(
    "value",
    ["2/10", "7/5", "0/3", "1/0", "0", "1", "0.2", "01/5", "-1/5", "1/5 ", "١/٥", 0.2],
)
def test_a_share_is_at_most_one_and_in_lowest_terms(value: object) -> None:
    assert [PartOfOne().read(each) for each in ("0/1", "1/5", "1/1")] == ["0/1", "1/5", "1/1"]
    refused(PartOfOne(), value)


@pytest.mark.parametrize(
    "value",
    [
        ROOT_OF_32.rstrip("="),
        ROOT_OF_32[:-2] + "9=",  # its spare bits are set
        ROOT_OF_32 + "\n",
        b64encode(bytes(31)).decode(),
        b64encode(bytes(33)).decode(),
        ROOT_OF_32.replace("A", "_", 1),
        "",
        None,
    ],
)
def test_a_root_is_32_bytes_in_one_spelling(value: object) -> None:
    assert ROOT.read(ROOT_OF_32) == ROOT_OF_32
    refused(ROOT, value)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("#4@20", "#20@20"),  # not within the record
        ("#4@20", "#4@0"),
        ("#4", "#04"),
        ("#4", "#\u0664"),
        ("@20", "@\uff12\uff10"),
        ("@20", "@-20"),
        ("#4", "#" + "1" * 17),
        ("example.org", "example org"),
        ("example.org", "example+org"),
        ("example.org/north", ""),
        (ROOT_OF_32, ROOT_OF_32[:-1]),
        (ROOT_OF_32, ROOT_OF_32[:-2] + "9="),
        (ROOT_OF_32, "_" + ROOT_OF_32[1:]),
        (",", ""),
    ],
)
def test_a_board_elsewhere_is_told_in_one_spelling(old: str, new: str) -> None:
    above = AboveForm()
    assert above.read(ELSEWHERE) == ELSEWHERE
    assert above.read(an_id("board")) == an_id("board")
    assert ELSEWHERE.replace(old, new) != ELSEWHERE
    refused(above, ELSEWHERE.replace(old, new))


def test_a_board_above_is_text() -> None:
    for value in (4, ["#"], "board", ""):
        refused(AboveForm(), value)


@pytest.mark.parametrize("form", [Document(list), Anything()])
def test_a_document_is_nested_no_deeper_than_a_state_can_hold(form: Form) -> None:
    deep: list[Any] = []
    for _ in range(DEEPEST_DOCUMENT - 1):
        deep = [deep]
    assert form.read(deep) == deep
    refused(form, [deep])


def test_a_document_is_of_its_own_kind() -> None:
    for form, value in ((Document(list), {}), (Document(dict), []), (Document(list), (1,))):
        refused(form, value)


def test_forms_that_hold_ids_are_told_from_others() -> None:
    assert all(refers(each) for each in (ID, OrNothing(ID), SetOf(ID), OrNothing(AboveForm())))
    assert not any(refers(each) for each in (TAG, Day(), OrNothing(Day()), SetOf(TAG), Named()))


def refused(form: Form, value: object) -> None:
    for asking in (form.read, form.write):
        with pytest.raises(NotSo) as refusal:
            asking(value)
        assert refusal.value.code == "not_the_form"
