"""Names side by side with no mark between them are parted, as a guess."""

from __future__ import annotations

from withus.core.minutes.runons import are_names, parts_of_run, run_on_starts


def test_names_before_known_words_start_people() -> None:
    text = "Jo Bligh Carer Governor Al Quill Staff Governor Flo Trent Chair"
    assert run_on_starts(text) == [0, text.index("Al"), text.index("Flo")]
    assert run_on_starts("Jo Bligh Carer Governor") == []


def test_three_names_on_a_line_are_names_and_two_may_be_one() -> None:
    assert are_names("Bea Quilling Cal Dornish Dee Eavesly")
    assert not are_names("Bea Quilling Cal Dornish")
    assert parts_of_run("Bea Quilling Cal Dornish") == ["Bea Quilling", "Cal Dornish"]
    assert parts_of_run("Bea van Quilling Cal Dornish") == ["Bea van Quilling Cal Dornish"]
