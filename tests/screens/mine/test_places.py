"""How my place is shown, taking my name off, leaving; and that a board shows no other names."""

from __future__ import annotations

from django.test import Client

from tests.example_record import ORIGIN
from tests.kept import a_record
from tests.screens.conftest import Visit
from tests.screens.kept import BOARD
from tests.screens.mine.somebody import MINE, NAME, TAKEN, Somebody, a_member, signed_in
from withus.core.words import ShownAs
from withus.stores.people.identity import add_person
from withus.stores.record.read import find_log

pytestmark = a_record


def on_the_board() -> str:
    """Return what anybody reads on the board's page."""
    return Visit(Client(), opens=True)(BOARD).text


def choose(somebody: Somebody, shown_as: str, *, status: int = 302) -> None:
    """Choose how the place is shown."""
    somebody.visit.post(f"{MINE}places/{TAKEN}/shown/", {"shown_as": shown_as}, status=status)


def test_a_board_shows_a_name_where_and_only_where_it_was_chosen() -> None:
    wren = a_member(ShownAs.ROLE)
    assert NAME not in on_the_board()
    for chosen, there in (("named", True), ("counted", False), ("named", True), ("role", False)):
        choose(wren, chosen)
        assert (NAME in on_the_board()) is there, chosen
    assert "Person" not in on_the_board()


def test_a_board_without_a_name_opens_nothing() -> None:
    a_member(ShownAs.COUNTED)
    visit = Visit(Client())
    visit(BOARD)  # which looks that no key is asked for


def test_in_the_record_the_name_stays_sealed() -> None:
    a_member(ShownAs.NAMED)
    page = Visit(Client())(f"{BOARD.split('boards')[0]}record/entries/{TAKEN}/")
    assert NAME not in page.response.content.decode()
    assert "sealed: who this is" in page.text


def test_choosing_what_is_so_already_enters_nothing() -> None:
    wren = a_member(ShownAs.ROLE)
    before = find_log(ORIGIN).size
    choose(wren, "role")
    assert find_log(ORIGIN).size == before


def test_no_choice_is_put_right_on_the_same_page() -> None:
    wren = a_member()
    for wrong in ("", "loudly"):
        page = wren.visit.post(f"{MINE}places/{TAKEN}/shown/", {"shown_as": wrong}, status=422)
        assert "Choose how you want to be shown." in page.text


def test_another_persons_place_is_no_page_of_mine() -> None:
    a_member()
    stranger = signed_in(add_person(ORIGIN, "Sam Stranger").person)
    for path in (f"places/{TAKEN}/shown/", f"places/{TAKEN}/leave/", "places/31/leave/"):
        stranger.visit(MINE + path, status=404)
        stranger.visit.post(MINE + path, {"shown_as": "named"}, status=404)
    assert NAME in on_the_board()


def test_my_name_comes_off_in_one_go_and_goes_back_on_the_same_page() -> None:
    wren = a_member()
    assert "Your name is shown on 1 place." in wren.go("name/")
    wren.visit.post(f"{MINE}name/", {"off": "yes"}, status=302)
    assert NAME not in on_the_board()
    assert "It was taken off. You can put it back here." in wren.go("name/")
    wren.visit.post(f"{MINE}name/", {"back": "yes"}, status=302)
    assert NAME in on_the_board()


def test_what_never_showed_my_name_is_not_put_back() -> None:
    wren = a_member(ShownAs.COUNTED)
    choose(wren, "role")
    assert "No page shows it." in wren.go("name/")
    wren.visit.post(f"{MINE}name/", {"back": "yes"}, status=302)
    assert NAME not in on_the_board()


def test_leaving_says_what_stays_counted_and_frees_the_place() -> None:
    wren = a_member()
    page = wren.go(f"places/{TAKEN}/leave/")
    assert "That the place was held, from when to when" in page
    wren.visit.post(f"{MINE}places/{TAKEN}/leave/", status=302)
    assert "You hold no place here now." in wren.go()
    assert "1 place you left" in wren.go()
    assert NAME not in on_the_board()
    wren.visit.post(f"{MINE}places/{TAKEN}/leave/", status=404)
