"""Whose words: what happens to the words of a text, one case each."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.wording.drafted import origins_of, told, words_of
from tests.core.wording.histories import history
from tests.core.wording.styles import STYLES
from withus.core.wording.state import from_plain, to_plain

ONE = "Nobody plans our care without us."
TWO = "Each ward has three places for people who live there."
THREE = "Money for travel is paid on the same day."


def test_words_changed_in_a_sentence_are_of_whoever_changed_them() -> None:
    assert origins_of(ONE, "Nobody plans our support without us.") == "0001000"
    assert origins_of(ONE, "Nobody plans care without us.") == "000000"
    assert origins_of(ONE, "Nobody ever plans our care without us.") == "01000000"


def test_a_sentence_that_moves_keeps_its_words() -> None:
    before, after = f"{ONE}\n\n{TWO}\n\n{THREE}", f"{THREE}\n\n{ONE}\n\n{TWO}"
    assert set(origins_of(before, after)) == {"0"}


def test_paragraphs_split_and_merged_keep_their_words() -> None:
    apart, together = f"{ONE}\n\n{TWO}", f"{ONE} {TWO}"
    assert set(origins_of(apart, together, apart)) == {"0"}


def test_what_was_taken_out_comes_back_with_its_words() -> None:
    both = f"{ONE} {TWO}"
    assert set(origins_of(both, ONE, both)) == {"0"}
    assert set(origins_of(both, "", both)) == {"0"}
    back = origins_of(both, ONE, f"{TWO} {ONE} {THREE}")
    assert set(back[:18]) == {"0"} and set(back[18:]) == {"2"}


def test_what_comes_back_with_an_edit_is_new_only_where_it_was_edited() -> None:
    both, edited = f"{ONE} {TWO}", "Each street has three places for people who live there."
    assert origins_of(both, ONE, f"{edited} {ONE}") == "0200000000" + "0" + "0000000"


def test_a_copy_keeps_the_origin_of_what_was_copied() -> None:
    assert origins_of(ONE, f"{ONE} {THREE} {ONE}") == "0000000" + "1" * 10 + "0000000"


def test_words_quoted_in_another_sentence_keep_their_origin() -> None:
    said = "We ask for a place at the table where the money is shared out each year"
    found = origins_of(f"{said}.", f"{said}. The council heard: {said}, and agreed.")
    assert found[:-1] == "0" * 17 + "1111" + "0" * 16 + "111"


def test_a_short_text_that_replaces_a_long_plan_is_honoured() -> None:
    plan = history(STYLES[0], seed=4, revisions=1).texts[0]
    short = "We start again, from what the people it is for say at the market in May."
    assert set(origins_of(plan, short)) == {"1"}
    common = "The plan is to be in the hands of all who want it, and that is that."
    assert set(origins_of(plan, common)) == {"1"}


def test_another_sentence_in_the_place_of_one_is_new_though_small_words_are_shared() -> None:
    other = "Each year the panel asks for what people need."
    assert set(origins_of(f"{ONE} {TWO} {THREE}", f"{ONE} {other} {THREE}")[7:17]) == {"1"}


def test_capitals_and_spaces_change_nothing_but_what_is_shown() -> None:
    words = words_of([f"{ONE} {TWO}", f"{ONE.upper()}\n\n{TWO}"])
    assert {revision for _word, revision in told(words)} == {0}
    assert told(words)[0] == ("NOBODY", 0)


def test_a_revision_repeated_changes_nothing() -> None:
    texts = history(STYLES[3], seed=5, revisions=30).texts
    twice = [text for text in texts for _ in range(2)]
    once = [(word, revision * 2) for word, revision in told(words_of(texts))]
    assert told(words_of(twice)) == once


def test_empty_revisions_are_no_ones() -> None:
    assert origins_of("") == "" and origins_of(" \n\n ", "") == ""
    assert origins_of("", ONE, "", " ", ONE) == "1111111"


@pytest.mark.parametrize("style", [STYLES[0], STYLES[4], STYLES[9]], ids=lambda one: one.name)
def test_a_history_taken_up_from_what_was_kept_goes_on_the_same(style: object) -> None:
    texts = history(style, seed=6, revisions=40).texts  # type: ignore[arg-type]
    whole, half = words_of(texts), words_of(texts[:21])
    half = from_plain(json.loads(json.dumps(to_plain(half))))
    for text in texts[21:]:
        half.add(text)
    assert told(half) == told(whole) and to_plain(half) == to_plain(whole)
    assert list(half.taken) == list(whole.taken) and half.standing == whole.standing


def test_what_another_method_kept_is_refused() -> None:
    with pytest.raises(ValueError, match="withus-words-0"):
        from_plain({**to_plain(words_of([ONE])), "method": "withus-words-0"})


def test_every_revision_can_be_put_together_again() -> None:
    texts = history(STYLES[4], seed=7, revisions=140).texts
    words = words_of(texts)
    for number in (0, 1, 63, 64, 65, 127, 128, 139):
        passages = [words.seen.passages[one].text for one in words.passages_of(number)]
        assert "".join(passages) == texts[number]


WRITTEN = st.lists(
    st.text(alphabet="ab .\n,é'", max_size=60)
    | st.lists(st.sampled_from([ONE, TWO, THREE, "Yes.", "- a list\n", "\n\n"])).map(" ".join),
    max_size=8,
)


@settings(max_examples=150, deadline=None)
@given(WRITTEN)
def test_any_texts_at_all_give_each_word_one_revision_not_later_than_its_text(
    texts: list[str],
) -> None:
    words = words_of(texts)
    put_together = "".join(words.seen.passages[one].text for one in words.current)
    assert put_together == (texts[-1] if texts else "")
    assert all(0 <= revision < len(texts) for _word, revision in told(words))
    assert words.ends == sorted(words.ends) and words.ends[-1:] in ([], [len(put_together)])
    standing = [one for p in words.current for one in words.seen.passages[p].identities]
    assert all(words.standing[one] == standing.count(one) for one in set(standing))
    assert sum(words.standing) == len(standing)
    assert all(a <= b for a, b in pairwise(words.firsts))
