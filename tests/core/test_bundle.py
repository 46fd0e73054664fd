from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest

from tests.core.copies import FIRST_KEY, copy_of, reended, verified, whole_copy
from tests.core.facts.story import ORIGIN, STORY
from tests.house.tree import ROOT
from withus.core.bundle import FORM, OPENING_LINE, Bundle, NotABundle
from withus.core.verify import verify
from withus.core.verifying.trust import Trust

COPY = whole_copy()
LINES = COPY.lines()
FIRST_OPENING = 1 + len(STORY)


def refused(content: bytes) -> NotABundle:
    """Return the refusal that follows."""
    with pytest.raises(NotABundle) as fault:
        verified(content)
    return fault.value


def refusal(content: bytes) -> tuple[str, int]:
    """Return the code and the line of the refusal that follows."""
    found = refused(content)
    return found.code, int(found.parameters["line"])


def with_line(number: int, line: bytes) -> bytes:
    """Return the copy with one line, from 1, otherwise; its end made anew."""
    lines = LINES[:-1]
    lines[number - 1] = line
    return reended(lines)


def test_what_is_written_is_read_again() -> None:
    bundle = Bundle(io.BytesIO(COPY.content()))
    header = bundle.header()
    assert (header.origin, header.size) == (ORIGIN, len(STORY))
    assert tuple(bundle.leaves()) == COPY.entries
    assert tuple(bundle.openings()) == COPY.openings
    assert bundle.figures() == COPY.figures()
    assert bundle.checkpoint() == COPY.note()
    bundle.end()
    assert bundle.lines == len(LINES)


def test_no_entry_is_read_before_it_is_told_how_many_there_are() -> None:
    assert list(Bundle(io.BytesIO(COPY.content())).leaves()) == []


def test_a_leafs_own_bytes_are_those_between_its_key_and_the_bracket() -> None:
    assert tuple(line[8:-2] for line in LINES[1:FIRST_OPENING]) == COPY.entries


def test_a_record_without_entries_is_a_copy_too() -> None:
    verdict = copy_of(()).verified()
    assert (verdict.result, verdict.size) == ("only_the_host", 0)


@pytest.mark.parametrize("number", range(1, len(LINES) + 1))
def test_each_line_is_refused_in_any_spelling_but_its_own(number: int) -> None:
    spaced = LINES[number - 1].replace(b'":', b'": ', 1)
    lines = [*LINES[: number - 1], spaced, *LINES[number:]]
    assert refusal(b"".join(lines))[1] == number


@pytest.mark.parametrize("number", range(1, len(LINES) + 1))
def test_a_copy_that_breaks_off_is_refused_wherever_it_does(number: int) -> None:
    whole = b"".join(LINES[:number])
    assert refusal(whole[:-1]) == ("breaks_off", number)
    if number < len(LINES):
        assert refusal(whole) == ("breaks_off", number + 1)


def test_lines_out_of_their_order_are_refused() -> None:
    for first in range(len(LINES) - 1):
        lines = LINES[:]
        lines[first], lines[first + 1] = lines[first + 1], lines[first]
        if not 1 <= first < FIRST_OPENING - 1:  # of entries, it is the tree that knows the order
            assert refusal(b"".join(lines))[0] in ("out_of_order", "not_the_form"), first


def test_an_opening_that_comes_twice_is_refused() -> None:
    lines = [*LINES[: FIRST_OPENING + 1], *LINES[FIRST_OPENING:-1]]
    assert refusal(reended(lines)) == ("out_of_order", FIRST_OPENING + 2)


@pytest.mark.parametrize(
    ("number", "was", "now", "code"),
    [
        (1, FORM.encode(), b"withus-bundle-2", "other_form"),
        (1, b'"size":28', b'"size":28.0', "not_exact"),
        (1, b'"size":28', b'"size":-1', "not_the_form"),
        (1, b'"size":28', b'"size":true', "not_the_form"),
        (1, b'"size":28', b'"size":28,"sure":true', "not_the_form"),
        (1, b'{"bundle":', b'{"bundle":1}', "not_json"),
        (1, b"}}", b'},"extra":1}', "not_the_form"),
        (1, b"withus.example/thornmere", b"with us", "key_name"),
        (FIRST_OPENING + 1, b'"entry":0', b'"entry":0,"entry":0', "key_twice"),
        (FIRST_OPENING + 1, b'"entry":0', b'"entry":"0"', "not_the_form"),
        (FIRST_OPENING + 1, b'"entry":0', b'"entry":false', "not_the_form"),
        (len(LINES) - 1, b'"checkpoint":', b'"checkpoint":"x","x":', "not_the_form"),
        (2, b'"v":1}', b'"v":1},"opening":{}', "not_json"),
        (len(LINES) - 2, b'{"figures":', b'{"extra":1,"figures":', "out_of_order"),
    ],
)
def test_a_line_with_other_parts_is_refused(number: int, was: bytes, now: bytes, code: str) -> None:
    line = LINES[number - 1]
    assert was in line
    assert refusal(with_line(number, line.replace(was, now, 1))) == (code, number)


@pytest.mark.parametrize(
    ("number", "part"),
    [
        *((1, b"origin"), (1, b"key"), (FIRST_OPENING + 1, b"path"), (FIRST_OPENING + 1, b"value")),
        (len(LINES) - 1, b"checkpoint"),
    ],
)
def test_what_must_be_a_text_may_be_nothing_else(number: int, part: bytes) -> None:
    told = re.compile(b'"%s":"[^"]*"' % part)
    for other in (b"1", b"null", b"[]"):
        line = told.sub(b'"%s":%s' % (part, other), LINES[number - 1])
        assert line != LINES[number - 1]
        assert refusal(with_line(number, line)) == ("not_the_form", number)


def test_a_key_with_spare_bits_or_33_bytes_is_refused() -> None:
    line = LINES[FIRST_OPENING]
    key = line.split(b'"key":"')[1][:43]
    last = b"A" if key[-1:] != b"A" else b"E"
    spare = key[:-1] + bytes([last[0] + 1])
    number = FIRST_OPENING + 1
    assert refusal(with_line(number, line.replace(key, spare)))[0] == "not_base64url"
    assert refusal(with_line(number, line.replace(key, key[:-1] + b"AA")))[0] == "not_32_bytes"
    assert refusal(with_line(number, line.replace(b'"%s"' % key, b"1")))[0] == "not_32_bytes"


@pytest.mark.parametrize("more", [b"\n", b"{}\n", b"x"])
def test_nothing_may_follow_the_end(more: bytes) -> None:
    assert refusal(COPY.content() + more) == ("more_after_the_end", len(LINES) + 1)


@pytest.mark.parametrize(
    "end", [b'{"end":{"lines":43,"sha256":"%s"}}\n' % (b"A" * 44), b'{"end":{"lines":1}}\n']
)
def test_an_end_that_does_not_fit_is_refused(end: bytes) -> None:
    code, number = refusal(b"".join(LINES[:-1]) + end)
    assert code in ("damaged", "not_the_form")
    assert number == len(LINES)


@pytest.mark.parametrize(
    ("number", "was", "most"), [(1, FORM.encode(), 40), (len(LINES), LINES[-1][-48:-4], 44)]
)
def test_what_stands_in_place_of_what_must_is_told_cut_short(
    number: int, was: bytes, most: int
) -> None:
    line = LINES[number - 1].replace(was, b"x" * 99)
    found = refused(b"".join([*LINES[: number - 1], line, *LINES[number:]]))
    assert found.parameters["found"] == "x" * most


LONGEST = [
    *((1, 4_096), (2, 65_544), (FIRST_OPENING + 1, 1_048_576), (len(LINES) - 2, 16_777_216)),
    *((len(LINES) - 1, 131_136), (len(LINES), 4_096)),
]


@pytest.mark.parametrize(("number", "most"), LONGEST)
def test_a_line_may_be_as_long_as_its_kind_and_no_longer(number: int, most: int) -> None:
    for length, too_long in ((most, False), (most + 1, True), (most + 2, True), (2 * most, True)):
        key, value = LINES[number - 1][:-1].split(b":", 1)
        filled = key + b":" + b" " * (length - len(key) - 1 - len(value)) + value + b"\n"
        assert len(filled) == length + 1
        code, line = refusal(b"".join([*LINES[: number - 1], filled, *LINES[number:]]))
        assert line == number
        assert code.endswith("too_long") is too_long, (code, length)
        assert length < most + 2 or code == "line_too_long"


def test_figures_may_be_longer_than_an_opening() -> None:
    long: dict[str, object] = {"more": "a" * (OPENING_LINE + 5)}
    verdict = replace(COPY, published=long).verified()  # type: ignore[arg-type]
    assert verdict.failed is not None
    assert verdict.failed.code == "figures_differ"


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfe", b"{}\n", b"%PDF-1.7\n" * 900])
def test_what_is_no_copy_at_all_is_refused_on_its_first_line(content: bytes) -> None:
    assert refusal(content)[1] == 1


def test_a_copy_is_read_to_its_end_in_one_pass() -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    assert verify(Pipe(copy_of(STORY[:5], by=FIRST_KEY).content()), trust=Trust()).failed is None


def test_the_copy_that_is_kept_for_the_documents_is_written_so_today() -> None:
    stored = ROOT / "tests" / "data" / "bundles" / "thornmere.bundle"
    assert stored.read_bytes() == COPY.content()
