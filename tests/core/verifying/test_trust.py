from __future__ import annotations

import pytest

from tests.core.copies import FIRST_KEY, WITNESS, whole_copy
from withus.core.verifying.trust import NotTrust, read_trust

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
