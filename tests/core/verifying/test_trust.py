from __future__ import annotations

import pytest

from tests.core.copies import FIRST_KEY, WITNESS, whole_copy
from withus.core.verifying.trust import NotTrust, read_trust, with_kept

KEY, CODE = FIRST_KEY.verifier(), whole_copy().code(9)


def test_keys_and_check_codes_are_read_and_comments_passed_over() -> None:
    lines = ["# what I keep", "", f"key {KEY.text()}", f"  head {CODE}  ", "# end"]
    trust = read_trust([*lines, f"key {WITNESS.verifier().text()}", f"key {KEY.text()}"])
    assert trust.keys == (KEY, WITNESS.verifier())
    assert trust.heads == (CODE,)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("keys", "not_trust"),
        ("checkpoint x", "not_trust"),
        ("key", "not_a_key"),
        (f"key {KEY.text()[:-2]}A=", "key_length"),
        (f"key {KEY.text()}=", "not_base64"),
        (f"key x{KEY.text()}", "key_id"),
        ("head", "no_size"),
        ("head 12 acorn bagel", "words_counted"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(line: str, code: str) -> None:
    with pytest.raises(NotTrust) as fault:
        read_trust(["# first", line])
    assert (fault.value.code, fault.value.parameters["line"]) == (code, 2)


def test_check_codes_under_a_records_name_are_of_that_record_alone() -> None:
    lines = [f"head {CODE}", "record a/b", "head 1 " + "acorn " * 12, "record c", f"head {CODE}"]
    trust = read_trust(lines)
    assert trust.heads == (CODE,)
    assert trust.codes("a/b") == (CODE, ("1 " + "acorn " * 12).strip())
    assert trust.codes("c") == (CODE, CODE)
    assert trust.codes("elsewhere") == (CODE,)


@pytest.mark.parametrize("line", ["record", "record two words", "record a+b"])
def test_a_record_whose_name_cannot_be_one_is_named(line: str) -> None:
    with pytest.raises(NotTrust) as fault:
        read_trust(["# first", line])
    assert (fault.value.code, fault.value.parameters["line"]) == ("key_name", 2)


def test_what_is_added_stands_under_its_record_and_the_rest_stays() -> None:
    told = with_kept("# mine\nkey x\n", origin="a/b", lines=["key k", "head 1 a"])
    told = with_kept(told, origin="c", lines=["head 2 a"])
    told = with_kept(told, origin="a/b", lines=["key k", "head 3 a"])
    assert told.splitlines() == [
        *("# mine", "key x", "", "record a/b", "key k", "head 1 a", "head 3 a"),
        *("", "record c", "head 2 a"),
    ]
    assert with_kept(told, origin="c", lines=["head 2 a"]) == told


def test_what_is_added_to_a_record_of_which_nothing_is_kept_stands_before_the_next() -> None:
    told = with_kept("record a\nrecord b\nhead 1 x\n", origin="a", lines=["key k"])
    assert told.splitlines() == ["record a", "key k", "", "record b", "head 1 x"]


def test_of_many_check_codes_the_last_are_kept_and_every_other_line() -> None:
    told = with_kept("record c\n# why\n", origin="c", lines=["key k"])
    told = with_kept(told, origin="c", lines=[f"head {n} a" for n in range(205)])
    assert told.splitlines()[:4] == ["record c", "# why", "key k", "head 5 a"]
    assert len(told.splitlines()) == 203
