"""Typing for others: the record names the person as who acts, and the typist as who typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.actions.inviting_cast import NOW, PLACE, Cast, gather, invited
from tests.core.facts.story import BOARD, ORIGIN
from tests.kept import a_record
from withus.actions import typing_for_others as act
from withus.actions.typing_for_others import Typing
from withus.core.errors import Refusal
from withus.core.facts.joining import PlaceLeft
from withus.core.words import ShownAs
from withus.stores.accounts import accounts
from withus.stores.inviting import invitations as kept
from withus.stores.people.identity import add_person, identity
from withus.stores.record.read import entries, find_log
from withus.stores.record.states import board_state

pytestmark = a_record


@pytest.fixture
def cast() -> Cast:
    return gather()


def letter(cast: Cast) -> tuple[Typing, str, str]:
    """Invite Sam by letter; return who types for them, the invitation and its code."""
    invitation, code = invited(cast)
    sam = kept.find(ORIGIN, invitation).person
    return Typing(ORIGIN, sam, cast.facilitator), invitation, code


def taken(cast: Cast) -> tuple[Typing, str]:
    """Let Sam be in their place, typed by the facilitator."""
    typing, invitation, code = letter(cast)
    act.type_taken(typing, invitation, shown_as=ShownAs.ROLE, now=NOW)
    return typing, code


def refused(what: Callable[[], int]) -> str:
    """Return the code of the refusal that something typed meets."""
    size = find_log(ORIGIN).size
    with pytest.raises(Refusal) as refusal:
        what()
    assert find_log(ORIGIN).size == size
    return refusal.value.code


def test_the_record_names_the_person_and_the_typist(cast: Cast) -> None:
    typing, invitation, _ = letter(cast)
    entry = act.type_taken(typing, invitation, shown_as=ShownAs.COUNTED, now=NOW)
    told = next(entries(find_log(ORIGIN), start=entry)).circumstances
    assert told.by == identity(ORIGIN, typing.person).pseudonyms[BOARD]
    assert told.typed_by == identity(ORIGIN, cast.facilitator).pseudonyms[BOARD]
    assert kept.find(ORIGIN, invitation).entry == entry


def test_the_code_of_the_letter_becomes_their_own(cast: Cast) -> None:
    typing, code = taken(cast)
    account = accounts.by_code(code)
    assert account and accounts.people_of(account.id, ORIGIN) == (typing.person,)
    with pytest.raises(kept.CodeVoid):
        kept.by_code(code, now=NOW)


def test_somebody_may_be_typed_out_of_their_place_and_shown_otherwise(cast: Cast) -> None:
    typing, _ = taken(cast)
    act.type_shown(typing, PLACE, shown_as=ShownAs.NAMED, now=NOW)
    held = board_state(find_log(ORIGIN), BOARD).places[PLACE].held
    assert held and held.taken.fact.shown_as is ShownAs.NAMED
    entry = act.type_left(typing, PLACE, now=NOW)
    assert board_state(find_log(ORIGIN), BOARD).places[PLACE].held is None
    fact = next(entries(find_log(ORIGIN), start=entry)).fact
    assert isinstance(fact, PlaceLeft) and fact.early


def test_only_whoever_may_type_types_and_not_for_themselves(cast: Cast) -> None:
    typing, invitation, _ = letter(cast)
    officer = Typing(ORIGIN, typing.person, cast.officer)
    assert (
        refused(lambda: act.type_taken(officer, invitation, shown_as=ShownAs.ROLE, now=NOW))
        == "not_yours_to_do"
    )
    self_typed = Typing(ORIGIN, cast.facilitator, cast.facilitator)
    assert refused(lambda: act.type_left(self_typed, PLACE, now=NOW)) == "typed_for_oneself"


def test_nobody_is_typed_out_of_a_place_that_is_not_theirs(cast: Cast) -> None:
    taken(cast)
    bo = Typing(ORIGIN, add_person(ORIGIN, "Bo").person, cast.facilitator)
    assert refused(lambda: act.type_left(bo, PLACE, now=NOW)) == "not_in_a_place"


def test_an_invitation_of_another_or_too_old_is_not_typed(cast: Cast) -> None:
    typing, invitation, _ = letter(cast)
    late = NOW + timedelta(days=28)
    bo = Typing(ORIGIN, add_person(ORIGIN, "Bo").person, cast.facilitator)
    for who, when in ((typing, late), (bo, NOW)):
        assert (
            refused(lambda: act.type_taken(who, invitation, shown_as=ShownAs.ROLE, now=when))  # noqa: B023
            == "invitation_over"
        )
