"""One listed line into a person whose name is gone."""

from __future__ import annotations

import pytest

from withus.core.minutes.people import company, is_note, one_person, said_away, several


@pytest.mark.parametrize(
    ("text", "posts", "marks"),
    [
        ("Bea Quill, Carer, Dunmoor Mencap", ("Carer", "… Mencap"), ()),
        ("Bea Quill (Chair) – Nurse", ("Nurse",), ("Chair",)),
        ("Director of Care – Bea Quill", ("Director of Care",), ()),
        ("BQ Bea Quill Note taker", ("Note taker",), ()),
        ("Bea Quill\tBQ\t-\tNHS Devon", ("NHS Devon",), ()),
        ("Bea Quill (BQ, Chair)", (), ("Chair",)),
        ("Mary Ann Carer, Nurse", ("Nurse",), ()),
        ("Healthwatch representative", ("Healthwatch representative",), ()),
        ("Bea Quill, Carer (via Teams)", ("Carer",), ()),
        ("Bea Quill, Carer, left at 3pm", ("Carer",), ()),
        ("Insp Mark Railton", ("Insp",), ()),
    ],
)
def test_posts_are_kept_and_names_go(
    text: str, posts: tuple[str, ...], marks: tuple[str, ...]
) -> None:
    listed = one_person(text, 1)
    assert (listed.posts, listed.marks) == (posts, marks)
    assert "quill" not in repr(listed).lower()


def test_a_post_before_the_name_is_kept() -> None:
    assert one_person("Bea Quill", 1, before=("Chair",)).posts == ("Chair",)


def test_a_councillor_is_known_by_the_title() -> None:
    assert one_person("Cllr Bea Quill, Dunmoor Council", 1).elected_title
    assert not one_person("Bea Quill, Clerk to Councillors", 1).elected_title


@pytest.mark.parametrize(
    "text",
    [
        "Bea Quill (with supporter Cal Dorne)",
        "Bea Quill, carer, with her interpreter Cal Dorne",
        "Bea Quill, supported by Cal Dorne",
        "Bea Quill (with Mrs C Quill, assisting)",
    ],
)
def test_whoever_came_with_somebody_is_counted_as_a_supporter(text: str) -> None:
    helper = company(text, 1)
    assert helper is not None
    assert (helper.supporter, helper.posts) == (True, ("supporter",))


def test_nobody_came_with_a_post() -> None:
    assert company("Bea Quill, Lead for people with support needs", 1) is None


def test_words_that_only_say_how_or_when_are_a_note() -> None:
    assert is_note("joined via Teams at 2pm")
    assert is_note("item 3 only")
    assert not is_note("in charge of care")


def test_somebody_may_be_marked_as_away() -> None:
    assert said_away(one_person("Bea Quill (apologies)", 1))
    assert not said_away(one_person("Bea Quill (Chair)", 1))


def test_a_guess_is_told() -> None:
    doubts = [who.doubt for who in several("Ali Khanna, Bea Quill Cal Dorne", 1)]
    assert doubts == ["", "names_run_together", "names_run_together"]
