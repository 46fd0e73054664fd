"""Which parts of a text may have changed, and the passages it is cut into."""

from __future__ import annotations

from itertools import accumulate, pairwise

from hypothesis import given
from hypothesis import strategies as st

from withus.core.wording.hunks import Hunk, changed
from withus.core.wording.passages import LONGEST, cut

LONG = [
    f"This is sentence number {n} of a plan.{' ' if n % 5 else chr(10) * 2}" for n in range(400)
]


def hunks(old: list[str], new: str) -> list[Hunk]:
    """Tell the hunks between a text in passages and another."""
    return changed("".join(old), new, list(accumulate(map(len, old))))


def put_back(old: list[str], found: list[Hunk]) -> str:
    """Put a text together from the old passages and the hunks."""
    parts, at = [], 0
    for hunk in found:
        parts += [*old[at : hunk.first], hunk.text]
        at = hunk.last
    return "".join([*parts, *old[at:]])


def test_a_text_is_cut_into_sentences_and_list_lines() -> None:
    text = "# Aims\n\nOne. Two?\n- three\n- four\n\nFive (six.) Seven"
    assert cut(text) == [
        *("# Aims\n\n", "One. ", "Two?\n", "- three\n", "- four\n\n", "Five (six.) ", "Seven")
    ]


def test_a_sentence_too_long_is_cut_between_words() -> None:
    text = "word " * 500
    assert "".join(cut(text)) == text
    assert all(LONGEST <= len(part) <= LONGEST + 5 for part in cut(text)[:-1])
    assert cut("x" * 5000) == ["x" * 5000]


def test_nothing_changed_is_no_hunk() -> None:
    assert hunks(LONG, "".join(LONG)) == []


def test_two_far_places_are_two_small_hunks() -> None:
    new = [*LONG]
    new[20], new[380] = "Another one. ", "And the last.\n\n"
    found = hunks(LONG, "".join(new))
    assert put_back(LONG, found) == "".join(new)
    assert len(found) == 2 and sum(one.last - one.first for one in found) < 20


def test_a_word_that_goes_on_over_the_border_is_read_whole() -> None:
    assert hunks(["One. ", "Two"], "One. Twofold") == [Hunk(1, 2, "Twofold")]
    assert hunks(["One. ", "Two."], "One.Two.") == [Hunk(0, 2, "One.Two.")]


@given(st.lists(st.sampled_from([*LONG[:9], "a. ", "b", "\n\n"]), max_size=12), st.randoms())
def test_the_hunks_and_what_lies_between_them_are_the_new_text(parts: list[str], dice) -> None:  # type: ignore[no-untyped-def]
    old = cut("".join(parts))
    dice.shuffle(parts)
    new = "".join(parts[: dice.randint(0, 12)])
    found = hunks(old, new)
    assert put_back(old, found) == new
    assert all(a.last <= b.first for a, b in pairwise(found))
