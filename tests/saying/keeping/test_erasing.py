"""What is told of erasures: every case has its words, and none says more than was done."""

from __future__ import annotations

import pytest

from withus.saying.keeping import erasing

DONE = {"record": "r", "done": True, "openings": 2, "finished": True}


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"people": []}, "Nobody of that name is known here"),
        ({"record": "r", "held": "why"}, "Nothing of r may be erased for now: why."),
        ({"record": "r", "released": True}, "Erasures of r can go on."),
        ({"record": "r", "released": False}, "There was no hold."),
        ({"record": "r", "finished": True}, "No erasure has left anything to do."),
        ({"record": "r", "finished": False}, "Traces are still in the files"),
        ({**DONE, "done": False}, "2 names or texts would go. Nothing was erased yet"),
        (DONE, "The keys are deleted, and the files were written anew"),
        ({**DONE, "openings": 1}, "1 name or text is gone."),
        ({**DONE, "finished": False}, "to do it now, use --finish"),
    ],
)
def test_each_case_is_told_in_words_of_its_own(told: dict[str, object], words: str) -> None:
    assert words in " ".join(erasing.told(told).split())


def test_people_are_told_by_id_name_and_places() -> None:
    people = [{"id": "-x", "name": "Jo", "places": 1}, {"id": "y", "name": "Jo", "places": 0}]
    lines = erasing.told({"people": people}).splitlines()
    assert lines[:2] == ["-x  Jo (1 place)", "y  Jo (0 places)"]


def test_what_is_done_is_never_told_without_what_it_did_not_reach() -> None:
    for finished in (True, False):
        said = erasing.told({**DONE, "finished": finished})
        assert said.partition("Not reached by this:")[2].count("\n- ") == 4
        assert max(map(len, said.splitlines())) <= erasing.WIDTH
