"""Twelve words hold a record to what it was, and forgive how people type."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.proofs.signing import ORIGIN, checkpoint, code_of
from withus.core.proofs.check_code import (
    CheckCode,
    Reading,
    check_against,
    check_code,
    one_slip,
    read_check_code,
    word_list,
)
from withus.core.proofs.checkpoint import Checkpoint
from withus.core.proofs.refused import Malformed, ProofRefused

CODE = check_code(checkpoint())
PLACES = st.integers(0, 11)
WORDS = st.sampled_from(word_list())
HEADS = st.builds(
    Checkpoint, st.just(ORIGIN), st.integers(1, 2**63 - 1), st.binary(min_size=32, max_size=32)
)


def with_word(at: int, word: str, code: CheckCode = CODE) -> CheckCode:
    return replace(code, words=(*code.words[:at], word, *code.words[at + 1 :]))


def test_a_code_is_the_size_and_twelve_words_of_the_list() -> None:
    assert CODE.text() == (
        "24 stardust magpie mule exist trophy party seaport skylight quota circle language slice"
    )
    assert len(CODE.words) == 12
    assert set(CODE.words) <= set(word_list())


@given(HEADS)
def test_a_code_is_read_back_and_agrees(head: Checkpoint) -> None:
    code = check_code(head)
    assert read_check_code(code.text()) == Reading(code, None)
    assert check_against(code.text(), checkpoint=head) == ()


@given(HEADS, HEADS)
def test_the_code_of_another_head_is_refused(one: Checkpoint, two: Checkpoint) -> None:
    if one != two:
        with pytest.raises(ProofRefused):
            check_against(check_code(two).text(), checkpoint=one)


def test_the_code_of_another_size_is_refused_even_with_the_same_words() -> None:
    other = replace(CODE, size=23).text()
    assert code_of(lambda: check_against(other, checkpoint=checkpoint())) == "other_size"
    older = check_code(checkpoint(23)).text()
    assert code_of(lambda: check_against(older, checkpoint=checkpoint())) == "other_size"


def test_a_rewritten_record_of_the_same_size_has_other_words() -> None:
    rewritten = replace(checkpoint(), root=b"a" * 32)
    with pytest.raises(ProofRefused) as refusal:
        check_against(CODE.text(), checkpoint=rewritten)
    assert refusal.value.code == "words_differ"
    assert refusal.value.parameters["wrong"] == 12


@given(PLACES, WORDS)
def test_any_one_wrong_word_is_named_beside_the_checkpoint(at: int, word: str) -> None:
    expected = () if word == CODE.words[at] else (at + 1,)
    assert check_against(with_word(at, word).text(), checkpoint=checkpoint()) == expected


@given(st.sets(PLACES, min_size=2), st.data())
def test_two_wrong_words_or_more_are_refused(places: set[int], draw: st.DataObject) -> None:
    code = CODE
    for at in places:
        others = [word for word in word_list()[:99] if word != CODE.words[at]]
        code = with_word(at, draw.draw(st.sampled_from(others)), code)
    with pytest.raises(ProofRefused) as refusal:
        check_against(code.text(), checkpoint=checkpoint())
    assert refusal.value.parameters == {"wrong": len(places), "first": min(places) + 1}


def test_a_wrong_word_alone_is_caught_fifteen_times_in_sixteen_by_the_check_sum() -> None:
    others = [with_word(at, word) for at in range(12) for word in word_list()[::16]]
    others = [code for code in others if code != CODE]
    missed = sum(code.adds_up() for code in others) / len(others)
    assert 0.03 < missed < 0.1
    caught = next(code for code in others if not code.adds_up())
    assert code_of(lambda: read_check_code(caught.text())) == "check_sum"


def test_the_check_sum_covers_the_size() -> None:
    missed = sum(replace(CODE, size=size).adds_up() for size in range(1_000))
    assert 30 < missed < 100


@pytest.mark.parametrize("words", [(), CODE.words[:11], (*CODE.words[:11], "unheard")])
def test_what_is_not_twelve_words_of_the_list_does_not_add_up(words: tuple[str, ...]) -> None:
    assert not CheckCode(24, words).adds_up()


@pytest.mark.parametrize(
    "change",
    [
        str.upper,
        str.title,
        lambda text: text.replace(" ", "-"),
        lambda text: text.replace(" ", "\n"),
        lambda text: text.replace(" ", "\r\n> "),
        lambda text: text.replace(" ", "   "),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace(" ", " - "),
        lambda text: text.replace(" ", ", "),
        lambda text: text.replace(" ", "_"),
        lambda text: f"  “{text}.”\n",
        lambda text: f"Check-code: {text}",
        lambda text: text.replace("24", "\uff12\uff14"),
    ],
)
def test_the_ways_people_type_are_forgiven(change: object) -> None:
    typed = change(CODE.text())  # type: ignore[operator]
    assert read_check_code(typed).code == CODE
    assert check_against(typed, checkpoint=checkpoint()) == ()


def test_commas_in_a_large_size_are_forgiven() -> None:
    head = replace(checkpoint(), size=1_234_567)
    typed = check_code(head).text().replace("1234567", "1,234,567")
    assert read_check_code(typed).code.size == 1_234_567
    assert check_against(typed, checkpoint=head) == ()


@given(PLACES, st.integers(0, 7), st.sampled_from("aeksz0é"))
def test_a_misspelt_word_is_mended_or_named(at: int, place: int, letter: str) -> None:
    word = CODE.words[at]
    place = min(place, len(word) - 1)
    swapped = word[:place] + word[place:][1::-1] + word[place + 2 :]
    for typed in (
        word[:place] + letter + word[place:],
        word[:place] + letter + word[place + 1 :],
        word[:place] + word[place + 1 :],
        swapped,
    ):
        text = with_word(at, typed).text()
        if typed == word:
            continue
        assert check_against(text, checkpoint=checkpoint()) == (at + 1,)
        assert mended(text) == (Reading(CODE, at + 1), at + 1, word)


def test_a_misspelt_word_with_only_one_meaning_is_mended() -> None:
    text = CODE.text().replace("magpie", "megpie")
    assert read_check_code(text) == Reading(CODE, 2)


def mended(text: str) -> tuple[Reading, int, str]:
    """Return a code read, or the one a refusal leaves to choose from, and the word it is about."""
    try:
        read = read_check_code(text)
    except Malformed as refusal:
        at, maybe = int(refusal.parameters["position"]), str(refusal.parameters["maybe"])
        (word,) = {*maybe.split(", ")} & {*CODE.words}
        return Reading(CODE, at), at, word
    at = read.mended or 0
    return read, at, read.code.words[at - 1]


def test_two_unknown_words_are_named_and_not_guessed() -> None:
    text = with_word(3, "qqqq", with_word(7, "zzzzz")).text()
    with pytest.raises(Malformed) as refusal:
        read_check_code(text)
    assert refusal.value.parameters == {"position": 4, "unknown": 2, "maybe": ""}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "no_size"),
        (" ".join(CODE.words), "no_size"),
        (f"{2**63} {' '.join(CODE.words)}", "no_size"),
        (f"{'9' * 5_000} {' '.join(CODE.words)}", "no_size"),
        (f"24 {' '.join(CODE.words[:11])}", "words_counted"),
        (f"24 {' '.join(CODE.words)} and", "words_counted"),
        (f"24 {' '.join(CODE.words)} 24", "words_counted"),
        ("24", "words_counted"),
    ],
)
def test_what_is_no_code_is_refused_by_name(text: str, code: str) -> None:
    assert code_of(lambda: read_check_code(text)) == code
    assert code_of(lambda: check_against(text, checkpoint=checkpoint())) == code


@pytest.mark.parametrize("typed", ["acron", "accorn", "acor", "corn", "acornn", "acorm", "caorn"])
def test_one_slip_is_one_letter_or_two_swapped(typed: str) -> None:
    assert one_slip(typed, "acorn")
    assert one_slip("acorn", typed)


@pytest.mark.parametrize("typed", ["acorn", "acro", "canor", "acornss", "", "ocarn", "bcorm"])
def test_more_or_less_than_one_slip_is_none(typed: str) -> None:
    assert not one_slip(typed, "acorn")


def test_a_size_has_at_most_19_digits() -> None:
    words = " ".join(CODE.words)
    assert read_check_code(f"{24:019} {words}").code == CODE
    assert code_of(lambda: read_check_code(f"{24:020} {words}")) == "no_size"


def test_every_word_that_an_unknown_one_may_be_is_offered() -> None:
    with pytest.raises(Malformed, match="word_unknown") as refusal:
        read_check_code(" ".join(["24", "trush", "trush", *CODE.words[2:]]))
    told = {"position": 1, "unknown": 2, "maybe": "brush, thrush, trust, truth"}
    assert refusal.value.parameters == told
