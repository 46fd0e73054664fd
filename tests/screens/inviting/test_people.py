"""The places and who holds them: by name for those who run the work, and for nobody else."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from django.utils import timezone

from tests.actions.inviting_cast import Cast, gather, more_places
from tests.core.facts.story import ORIGIN
from tests.kept import a_record
from tests.screens.conftest import Visit
from tests.screens.inviting.guests import PEOPLE, invited, sign_in
from withus.actions import inviting as act
from withus.core.words import ShownAs
from withus.stores.inviting import invitations as kept
from withus.stores.people.identity import add_people, add_person
from withus.stores.record.remembered import forget

pytestmark = a_record


@pytest.fixture
def cast(visit: Visit) -> Cast:
    found = gather()
    sign_in(visit.client, found.facilitator)
    return found


def accepted(code: str) -> None:
    """Let somebody accept an invitation."""
    now = timezone.now()
    row = kept.by_code(code, now=now)
    act.accept(row.id, sent=1, account=None, shown_as=ShownAs.ROLE, now=now)


def test_each_place_tells_who_holds_it_or_who_is_invited(visit: Visit, cast: Cast) -> None:
    page = visit(PEOPLE)
    assert page.text.count("Nobody yet") == 3
    _, code = invited(cast)
    assert "Sam Ward: Waiting for an answer" in visit(PEOPLE).text
    accepted(code)
    page = visit(PEOPLE)
    assert "1 place is held. 2 are vacant. 0 invitations wait for an answer." in page.text
    assert "Sam Ward Draws on care and support" in page.text
    assert page.text.count("Nobody yet") == 2
    assert "Sam Ward" not in visit(f"{PEOPLE}?show=vacant").text


def test_somebody_is_found_by_a_piece_of_their_name(visit: Visit, cast: Cast) -> None:
    invited(cast)
    page = visit(f"{PEOPLE}?q=sam  wa")
    assert page.h1 == "1 person found"
    assert "Invited to Coming Home board: Draws on care and support" in page.text
    assert visit(f"{PEOPLE}?q=zzz").h1 == "0 people found"


TYPED = ("zoe", "ZOË", "zoe\u0308 o'n", "ne zo", "O’NEILL", "z", "oneill-b")


@pytest.mark.parametrize("typed", TYPED)
def test_somebody_is_found_by_the_beginnings_of_words_whatever_their_case_or_accents(
    visit: Visit, cast: Cast, typed: str
) -> None:
    add_person(ORIGIN, "Zoë O’Neill-Baker")
    assert visit(f"{PEOPLE}?{urlencode({'q': typed})}").h1 == "1 person found"


@pytest.mark.parametrize("typed", ["eill b", "oe", "zoes", "zoe ward", "...", "zoe*"])
def test_nobody_is_found_by_the_middle_of_a_word_or_by_one_of_two(
    visit: Visit, cast: Cast, typed: str
) -> None:
    add_person(ORIGIN, "Zoë O’Neill-Baker")
    expected = "1 person found" if typed == "zoe*" else "0 people found"  # signs are no letters
    assert visit(f"{PEOPLE}?{urlencode({'q': typed})}").h1 == expected


def test_a_whole_name_comes_before_names_that_begin_with_it(visit: Visit, cast: Cast) -> None:
    add_people(ORIGIN, [f"Joan Aa{number:03}" for number in range(250)])
    add_person(ORIGIN, "Jo Zimmer")
    page = visit(f"{PEOPLE}?q=jo")
    assert page.h1 == "252 people found"  # and the facilitator, Jo Bell
    assert "The first 30 are shown." in page.text
    names = [each.text for each in page.tree.xpath("//main//li//h2")]
    assert names[:2] == ["Jo Bell", "Jo Zimmer"]
    assert len(names) == 30


def test_the_same_is_asked_at_ten_and_at_a_thousand(visit: Visit, cast: Cast) -> None:
    asked = []
    for count in (10, 990):
        more_places(count) if count == 10 else None
        for number in range(count):
            add_person(ORIGIN, f"Kit {number}")
        forget()
        numbers = []
        for address in (PEOPLE, f"{PEOPLE}?q=kit", f"{PEOPLE}invitations/"):
            visit(address)
            numbers.append(len(visit.asked))
        asked.append(numbers)
    assert asked[0] == asked[1]
    print(asked)
