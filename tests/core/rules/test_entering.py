"""Who may enter what: each line of the table of roles in the design, and what each may not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.core.facts.story import STORY, an_id
from tests.core.rules.test_joining import IN_BEING, after, entry, of_story, situation
from withus.core.facts import FACTS
from withus.core.facts import joining as f
from withus.core.facts import keeping as k
from withus.core.facts.circumstances import HOST
from withus.core.facts.fact import Fact
from withus.core.rules.acting import Acting
from withus.core.rules.entering import (
    CHECKS,
    NEEDS,
    OF_WHO_ENTERED_IT,
    TYPED_FOR_OTHERS,
    check_may_enter,
    may_enter,
)
from withus.core.rules.rights import MAY, Act, Role
from withus.core.rules.situation import NotAllowed, Situation
from withus.core.words import Capacity, ChallengeOutcome, ConfirmedHow

ADA, BO = an_id("Ada"), an_id("Bo")
BOS_PLACE = 8  # the entry by which Bo took a place
ONE_ROLE = [frozenset({role}) for role in Role if role is not Role.HOST]
AFFECTED = frozenset({Role.MEMBER, Role.AFFECTED_MEMBER})


def acting(*roles: Role, **more: Any) -> Acting:
    """Return somebody of some roles, who is Ada unless told."""
    return Acting(frozenset(roles), **{"person": ADA, **more})


def host() -> Acting:
    """Return the host at the command line."""
    return Acting(frozenset({Role.HOST}))


def code_of(fact: Fact, where: Situation, who: Acting) -> str:
    """Return why somebody may not enter a fact, or nothing if they may."""
    try:
        check_may_enter(fact, where, who)
    except NotAllowed as refused:
        assert not may_enter(fact, where, who)
        return refused.code
    assert may_enter(fact, where, who)
    return ""


def where(fact: Fact, **more: Any) -> Situation:
    """Return where the story stands before a fact of it."""
    about = entry(fact.entry) if hasattr(fact, "entry") else None
    return situation(STORY.index(fact), **{"about": about, "by": an_id("called Ada"), **more})


def test_every_type_of_fact_needs_a_right_and_a_type_without_one_fails() -> None:
    assert set(NEEDS) == set(FACTS)
    assert set(CHECKS) <= set(NEEDS)
    assert {*TYPED_FOR_OTHERS, *OF_WHO_ENTERED_IT} <= set(FACTS)
    assert {*NEEDS.values()} <= set(MAY)


@pytest.mark.parametrize("fact", STORY, ids=lambda fact: fact.TYPE)
def test_anyone_without_a_role_enters_nothing(fact: Fact) -> None:
    assert code_of(fact, where(fact), acting())


@pytest.mark.parametrize("fact", STORY, ids=lambda fact: fact.TYPE)
def test_the_host_enters_all_but_an_erasure_and_what_only_others_can_say(fact: Fact) -> None:
    told = code_of(fact, where(fact, by=HOST), host())
    expected = {
        k.PersonErased: "by_its_own_command",
        k.EntryConfirmed: "not_yours_to_do",
    }
    assert told == expected.get(type(fact), "")


def entered_by(role: Role) -> set[type[Fact]]:
    """Return the types of which somebody of one role may enter one that is in the story."""
    return {type(fact) for fact in STORY if may_enter(fact, where(fact), acting(role))}


SET_UP = {
    f.OrganisationJoined,
    f.BoardOpened,
    f.RulesSet,
    f.PlaceMade,
    f.PlaceEnded,
    f.MandateGranted,
    f.MandateEnded,
    k.TextWithdrawn,
    k.EntryCorrected,
}
BY_ROLE: dict[Role, set[type[Fact]]] = {
    Role.MEMBER: {k.ChallengeRaised},  # and what is about their own place: further down
    Role.AFFECTED_MEMBER: set(),  # by that role alone; they are members as well
    Role.CHAIR: set(),
    Role.FACILITATOR: SET_UP,
    Role.OFFICER: {*SET_UP, f.DutyGiven, f.DutyEnded, f.BoardClosed, f.PartnershipClosed},
    Role.ULO_CONTACT: set(),
    Role.SAFEGUARDING: set(),
    Role.DATA: set(),
}


@pytest.mark.parametrize("role", BY_ROLE)
def test_a_role_enters_what_the_table_says_and_nothing_else(role: Role) -> None:
    assert entered_by(role) == BY_ROLE[role]


OWN = (f.PlaceLeft, f.DeputyNamed, f.DeputyEnded, f.MandateReported)


@pytest.mark.parametrize("kind", OWN, ids=lambda kind: kind.TYPE)
def test_a_member_acts_for_their_own_place_and_for_no_other(kind: type[Fact]) -> None:
    fact = of_story(kind)
    bo = acting(Role.MEMBER, person=BO, mine=frozenset({BOS_PLACE}))
    assert not code_of(fact, where(fact), bo)
    assert code_of(fact, where(fact), acting(Role.MEMBER, mine=frozenset({9}))) == "not_your_own"
    for roles in ONE_ROLE:
        if roles != {Role.MEMBER}:
            assert code_of(fact, where(fact), Acting(roles, ADA)) == "not_yours_to_do"


@pytest.mark.parametrize("kind", OWN, ids=lambda kind: kind.TYPE)
def test_a_facilitator_types_for_a_member_and_nobody_else_does(kind: type[Fact]) -> None:
    fact = of_story(kind)
    bo = acting(Role.MEMBER, person=BO, mine=frozenset({BOS_PLACE}))
    for roles in ONE_ROLE:
        told = code_of(fact, where(fact), replace(bo, typist=roles))
        assert told == ("" if Role.FACILITATOR in roles else "not_yours_to_do")
    another = acting(Role.MEMBER, typist=frozenset({Role.FACILITATOR}))
    assert code_of(fact, where(fact), another) == "not_your_own"


def test_how_a_place_is_shown_is_put_right_by_whoever_holds_it() -> None:
    fact = k.EntryCorrected(entry=BOS_PLACE, field="shown_as", value="counted")
    stands = situation(IN_BEING, about=entry(BOS_PLACE))
    bo = acting(Role.MEMBER, person=BO, mine=frozenset({BOS_PLACE}))
    assert not code_of(fact, stands, bo)
    assert not code_of(fact, stands, replace(bo, typist=frozenset({Role.FACILITATOR})))
    for role in (Role.FACILITATOR, Role.OFFICER):
        assert code_of(fact, stands, acting(role)) == "not_yours_to_do"
    assert code_of(fact, stands, acting(Role.MEMBER)) == "not_your_own"


def test_a_place_is_taken_by_whoever_is_invited_or_typed_for_them() -> None:
    fact = replace(of_story(f.PlaceTaken), person=ADA)  # type: ignore[call-arg]
    stands = situation(IN_BEING, by=an_id("called Ada"))
    assert not code_of(fact, stands, acting(invited=True))
    assert code_of(fact, stands, acting(Role.FACILITATOR)) == "not_invited"
    other = acting(Role.FACILITATOR, person=BO, invited=True)
    assert code_of(fact, stands, other) == "taken_for_another"
    assert not code_of(fact, stands, acting(typist=frozenset({Role.FACILITATOR})))
    assert code_of(fact, stands, acting(typist=frozenset({Role.OFFICER}))) == "not_yours_to_do"


def test_nobody_decides_how_they_sit_themselves() -> None:
    fact = replace(of_story(f.PlaceTaken), person=ADA)  # type: ignore[call-arg]
    made = situation(IN_BEING, by=HOST)  # as who made the places is called in the story
    assert code_of(fact, made, acting(Role.FACILITATOR, invited=True)) == "made_it"
    correction = k.EntryCorrected(entry=5, field="capacity", value=Capacity.SERVICES.value)
    stands = situation(IN_BEING, about=entry(5))
    mine = frozenset({BOS_PLACE})
    assert code_of(correction, stands, acting(Role.FACILITATOR, mine=mine)) == "made_it"
    assert not code_of(correction, stands, acting(Role.FACILITATOR))


def test_a_facilitator_sets_no_rules_after_the_first() -> None:
    fact = of_story(f.RulesSet)
    first, later = situation(after(f.RulesSet) - 1), situation(after(f.RulesSet))
    assert not code_of(fact, first, acting(Role.FACILITATOR))
    assert code_of(fact, later, acting(Role.FACILITATOR)) == "not_yours_to_do"
    assert not code_of(fact, later, acting(Role.OFFICER))


def test_nobody_types_what_another_may_do_by_a_duty() -> None:
    types = {*TYPED_FOR_OTHERS, k.PersonErased}
    for fact in (each for each in STORY if type(each) not in types):
        officer = acting(Role.OFFICER, typist=frozenset({Role.FACILITATOR}))
        assert code_of(fact, where(fact), officer) == "not_typed_for_others"
    for_the_host = Acting(frozenset({Role.HOST}), typist=frozenset({Role.FACILITATOR}))
    assert code_of(STORY[0], where(STORY[0]), for_the_host) == "not_typed_for_others"
    correction = k.EntryCorrected(entry=5, field="paid_by", value="ulo")
    stands = situation(IN_BEING, about=entry(5))
    typed = acting(Role.OFFICER, typist=frozenset({Role.FACILITATOR}))
    assert code_of(correction, stands, typed) == "not_typed_for_others"


def test_what_the_host_types_for_somebody_is_the_hosts_to_enter() -> None:
    typed = acting(typist=frozenset({Role.HOST}))
    for fact in STORY:
        if not isinstance(fact, k.EntryConfirmed | k.PersonErased):
            assert not code_of(fact, where(fact), typed), fact


def test_duties_are_named_by_the_officer_and_laid_down_by_whoever_has_them() -> None:
    given, ended = of_story(f.DutyGiven), of_story(f.DutyEnded)
    assert not code_of(given, where(given), acting(invited=True))  # Ada is who it names
    assert code_of(given, where(given), acting(person=BO, invited=True)) == "not_yours_to_do"
    assert not code_of(ended, where(ended), acting(Role.SAFEGUARDING, mine=frozenset({2})))
    assert code_of(ended, where(ended), acting(Role.SAFEGUARDING)) == "not_yours_to_do"


def test_a_duty_is_put_right_by_nobody_who_may_not_name_one() -> None:
    correction = k.EntryCorrected(entry=2, field="duty", value="host")
    stands = situation(IN_BEING, about=entry(2))
    for roles in ONE_ROLE:
        told = code_of(correction, stands, Acting(roles, ADA, mine=frozenset({2})))
        assert told == ("" if Role.OFFICER in roles else "not_yours_to_do")


CONFIRMED = k.EntryConfirmed(entry=BOS_PLACE, how=ConfirmedHow.OWN_CODE, right=True)
SECOND = replace(CONFIRMED, how=ConfirmedHow.SECOND_PERSON)
LETTER = replace(CONFIRMED, how=ConfirmedHow.LETTER)
FACILITATOR = frozenset({Role.FACILITATOR})


def confirming(fact: Fact, who: Acting, **more: Any) -> str:
    """Return why somebody may not confirm that Bo took a place."""
    return code_of(fact, situation(IN_BEING, about=entry(BOS_PLACE, **more), by=BO), who)


def test_by_ones_own_code_one_confirms_what_is_about_oneself() -> None:
    bo = acting(person=BO, mine=frozenset({BOS_PLACE}))
    assert not confirming(CONFIRMED, bo)
    assert not confirming(CONFIRMED, acting(), by=BO, typed_by=ADA)  # their words, typed for them
    assert confirming(CONFIRMED, acting(), by=BO) == "not_about_you"
    assert confirming(CONFIRMED, acting(*AFFECTED)) == "not_about_you"
    assert confirming(CONFIRMED, replace(bo, typist=FACILITATOR)) == "confirm_yourself"
    assert confirming(CONFIRMED, host()) == "not_about_you"


def test_a_second_person_is_another_affected_member_or_the_ulo_contact() -> None:
    for roles in ONE_ROLE:
        told = confirming(SECOND, Acting(roles, ADA))
        fits = roles <= {Role.AFFECTED_MEMBER, Role.ULO_CONTACT}
        assert told == ("" if fits else "not_yours_to_do")
    bo = acting(*AFFECTED, person=BO, mine=frozenset({BOS_PLACE}))
    assert confirming(SECOND, bo) == "about_you"
    assert confirming(SECOND, host()) == "not_yours_to_do"
    assert confirming(SECOND, acting(*AFFECTED, typist=FACILITATOR)) == "confirm_yourself"


def test_a_letter_is_from_whom_it_is_about_and_typed_by_a_facilitator() -> None:
    bo = acting(person=BO, mine=frozenset({BOS_PLACE}))
    for roles in ONE_ROLE:
        told = confirming(LETTER, replace(bo, typist=roles))
        assert told == ("" if roles == FACILITATOR else "not_yours_to_do")
    assert confirming(LETTER, bo) == "not_yours_to_do"
    assert confirming(LETTER, acting(typist=FACILITATOR)) == "not_about_you"
    assert confirming(LETTER, replace(bo, typist=frozenset({Role.HOST}))) == "not_yours_to_do"


def test_nobody_confirms_by_a_way_in_that_they_share_with_the_typist() -> None:
    bo = acting(person=BO, mine=frozenset({BOS_PLACE}), together=True)
    contact = acting(Role.ULO_CONTACT, together=True)
    for fact, who in (
        (CONFIRMED, bo),
        (SECOND, contact),
        (LETTER, replace(bo, typist=FACILITATOR)),
    ):
        assert confirming(fact, who) == "typed_together"


def test_a_challenge_is_withdrawn_by_who_raised_it_and_settled_by_another() -> None:
    raised = after(k.ChallengeRaised) - 1
    ended = of_story(k.ChallengeEnded)
    upheld = replace(ended, outcome=ChallengeOutcome.UPHELD)  # type: ignore[call-arg]
    by = entry(raised).by
    own = situation(after(k.ChallengeRaised), by=by)
    other = situation(after(k.ChallengeRaised), by=an_id("called Ada"))
    assert not code_of(ended, own, acting(Role.MEMBER))
    assert code_of(ended, other, acting(Role.OFFICER)) == "not_your_own"
    assert not code_of(upheld, other, acting(Role.OFFICER))
    assert code_of(upheld, other, acting(Role.CHAIR, Role.MEMBER)) == "not_yours_to_do"
    assert code_of(upheld, own, acting(Role.OFFICER)) == "raised_it"


def test_ones_own_words_are_taken_from_view_by_oneself() -> None:
    fact = of_story(k.TextWithdrawn)
    told = entry(11)
    assert not code_of(fact, where(fact, by=told.by), acting())
    assert code_of(fact, where(fact), acting(Role.MEMBER)) == "not_yours_to_do"


def test_nobody_gives_a_person_a_role_by_running_the_machine() -> None:
    assert {act for act in Act if Role.HOST not in MAY[act]} >= {
        Act.CONFIRM_FOR_ANOTHER,
        Act.TYPE_A_LETTER,
        Act.READ_WORRIES,
        Act.ANSWER_ASKS,
        Act.SEE_PEOPLE,
    }
