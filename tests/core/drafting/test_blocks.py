"""A small part of Markdown is shown as such; everything else stays as it was typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from withus.core.drafting.blocks import Kind, Span, blocks, spans, words_of


def test_headings_lists_and_text_are_told_apart() -> None:
    found = blocks("## Coming home\n- a ramp\n- a key\n  for Jo\n3. call\n4) write\n> Ask us\nSo.")
    assert [(each.kind, len(each.lines)) for each in found] == [
        (Kind.HEADING, 1),
        (Kind.BULLETS, 2),
        (Kind.NUMBERS, 2),
        (Kind.QUOTE, 1),
    ]
    assert found[0].level == 2
    assert found[2].first == 3
    assert words_of(found[1]) == "a ramp a key\nfor Jo"
    assert words_of(found[3]) == "Ask us\nSo."


@pytest.mark.parametrize("mark", ["[decisions]", "[Decision]"])
def test_a_heading_may_be_marked_as_over_decisions(mark: str) -> None:
    (one,) = blocks(f"# What we decided {mark}")
    assert one.decisions
    assert words_of(one) == "What we decided"


def test_a_line_across_has_no_words() -> None:
    assert [each.kind for each in blocks("a\n---\nb")] == [Kind.TEXT, Kind.RULE, Kind.TEXT]


def test_an_address_of_the_web_is_a_link_without_the_stop_after_it() -> None:
    assert spans("See https://example.org/a?b=1.") == (
        Span("text", "See "),
        Span("link", "https://example.org/a?b=1", "https://example.org/a?b=1"),
        Span("text", "."),
    )


def test_strong_words_and_links_are_told() -> None:
    assert spans("Say **no** and *go*, see [it](https://example.org/a).") == (
        Span("text", "Say "),
        Span("strong", "no"),
        Span("text", " and "),
        Span("em", "go"),
        Span("text", ", see "),
        Span("link", "it", "https://example.org/a"),
        Span("text", "."),
    )


@pytest.mark.parametrize(
    "typed",
    [
        "[x](javascript:alert(1))",
        "[x](data:text/html,x)",
        "[x](//example.org)",
        "2 * 3 * 4",
        "** a **",
        "<b>no</b>",
    ],
)
def test_what_is_no_mark_stays_as_it_was_typed(typed: str) -> None:
    assert spans(typed) == (Span("text", typed),)


@given(st.text(alphabet=st.sampled_from("ab *[]()#->1.\n"), max_size=40))
def test_no_letter_is_lost(text: str) -> None:
    shown = "".join(words_of(each) for each in blocks(text))
    assert [c for c in shown if c in "ab"] == [c for c in text if c in "ab"]
