"""`withus invite`: the first officer gets in, and the letter is all that holds the code."""

from __future__ import annotations

import json

import pytest

from tests.core.facts.story import ORIGIN, STORY, an_id
from tests.kept import a_record, write_story
from withus.cli import main
from withus.questions.inviting import known
from withus.stores.inviting import invitations as kept
from withus.stores.inviting.models import Invitation
from withus.stores.people.models import Person

pytestmark = a_record
Out = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def record() -> None:
    write_story(facts=STORY[:8])


def test_a_duty_is_offered_by_the_host_with_a_letter_to_hand_over(capsys: Out) -> None:
    assert main(["invite", ORIGIN, "Ola Reed", "--duty", "host", "--ring", "01234 567890"]) == 0
    said = capsys.readouterr().out
    row = Invitation.objects.get()
    assert (row.duty, row.by, row.route) == ("host", None, "in_person")
    for told in ("Dear Ola Reed,", "Thornmere Together", kept.sealed_of(row).code, "01234 567890"):
        assert told in said
    assert max(map(len, said.splitlines())) <= 72


def test_somebody_known_is_invited_by_their_id_and_not_taken_in_twice(capsys: Out) -> None:
    assert main(["invite", ORIGIN, "Ola Reed", "--duty", "host", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    person = kept.find(ORIGIN, told["invitation"]).person
    count = Person.objects.count()
    assert main(["invite", ORIGIN, person, "--place", an_id("seat 1")]) == 0
    assert Person.objects.count() == count
    found = known(ORIGIN, person, now=Invitation.objects.latest("made_at").made_at)
    assert found and len(found.invited) == 2


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["invite", "withus.example/none", "Ola", "--duty", "host"], "no record"),
        (["invite", ORIGIN, "Ola", "--place", "nowhere"], "no such place"),
        (["invite", ORIGIN, " ", "--duty", "host"], "has no name yet"),
    ],
)
def test_what_cannot_be_is_refused_on_one_line(capsys: Out, words: list[str], told: str) -> None:
    assert main(words) == 2
    said = capsys.readouterr()
    assert told in said.err and not said.out
    assert said.err.count("\n") == 1
