"""Every field of every fact is clear or sealed as the table says, and no type is told twice."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from itertools import pairwise

import pytest

from tests.core.facts.story import EVERY
from withus.core.facts import FACTS
from withus.core.facts.fact import Fact, Seal, SealedText, Stream, layout
from withus.core.facts.forms import Id, refers

# type: what is clear, who somebody is, free text. Whatever is clear is public.
TABLE: dict[str, tuple[str, str, str]] = {
    "partnership.opened.v1": ("country follows name practice", "", "about"),
    "partnership.closed.v1": ("ground", "", ""),
    "organisation.joined.v1": ("kind name organisation", "", ""),
    "duty.given.v1": ("board duty from_ given until", "person", ""),
    "duty.ended.v1": ("given until", "", ""),
    "board.opened.v1": ("board formats level name parent", "", ""),
    "board.closed.v1": ("board", "", ""),
    "rules.set.v1": ("board decision from_ rules", "", ""),
    "place.made.v1": (
        "board capacity chair chosen_by kind paid_by place tags term_until vote_from vote_until",
        "",
        "post",
    ),
    "place.ended.v1": ("place", "", ""),
    "place.taken.v1": ("holding place shown_as", "person", ""),
    "place.left.v1": ("early holding how", "", ""),
    "deputy.named.v1": ("capacity deputy meeting place", "person", ""),
    "deputy.ended.v1": ("deputy", "", ""),
    "mandate.granted.v1": (
        "from_ holding mandate method recall_share report_every roll until voted",
        "",
        "constituency",
    ),
    "mandate.ended.v1": ("how mandate", "", ""),
    "mandate.reported.v1": ("mandate routes", "", "report"),
    "entry.confirmed.v1": ("entry how right", "", ""),
    "entry.corrected.v1": ("entry field value", "", ""),
    "text.withdrawn.v1": ("appeal_by entry ground path", "", "reason"),
    "challenge.raised.v1": ("challenge entry ground", "", "what"),
    "challenge.ended.v1": ("challenge decision outcome", "", ""),
    "person.erased.v1": ("ground openings", "", ""),
    "key.replaced.v1": ("key signature", "", ""),
    "log.continued.v1": ("kept origin root size", "", ""),
    "meeting.called.v1": ("board called_by ends meeting starts ways", "", "where"),
    "meeting.moved.v1": ("ends meeting starts ways", "", "reason where"),
    "meeting.cancelled.v1": ("meeting", "", "reason"),
    "meeting.opened.v1": ("chairs meeting", "", ""),
    "meeting.closed.v1": ("meeting", "", ""),
    "item.asked.v1": ("capacity item meeting", "", "title"),
    "item.placed.v1": ("item order outcome private_by_law told_before urgent", "", "reason"),
    "paper.out.v1": ("day form_of format item paper", "", "digest title"),
    "needs.looked_at.v1": ("answer meeting", "", ""),
    "presence.noted.v1": ("came deputy holding meeting self_entered way", "", ""),
    "company.noted.v1": ("interpreters meeting supporters", "", ""),
    "item.paused.v1": ("meeting", "", ""),
    "turns.counted.v1": ("meeting turns", "", ""),
    "interest.declared.v1": ("holding item recused", "", "what"),
    "minutes.drafted.v1": ("meeting version", "", "digest text"),
    "minutes.approved.v1": ("holdings meeting version", "", ""),
    "meeting.chaired.v1": ("chairs meeting", "", ""),
    "decision.reopened.v1": ("decision motion", "", ""),
    "law.told.v1": ("board whole", "", ""),
    "needs.counted.v1": ("asked met quarter", "", ""),
    "motion.put.v1": ("item kind motion revision rules", "", "words"),
    "before.said.v1": ("holding motion position", "", "why"),
    "assent.given.v1": ("holding motion position", "", "why"),
    "exception.made.v1": ("by motion rule until", "", "why"),
    "objection.made.v1": ("holding motion objection", "", "reason"),
    "objection.answered.v1": ("objection outcome", "", "answer"),
    "decision.taken.v1": ("decision met motion of_last_entry outcome roll unmet", "", ""),
    "decision.settled.v1": ("decision outcome", "", ""),
    "decision.lapsed.v1": ("decision", "", ""),
    "decision.reversed.v1": ("by_decision decision", "", ""),
    "decision.signed.v1": ("body by_law decision outcome", "", ""),
    "decision.reported.v1": ("board day how_known outside_rule reported", "", "what"),
    "work.opened.v1": ("about_one_person board boards level name work", "", ""),
    "scope.confirmed.v1": ("d f_is_d side work", "", ""),
    "step.promised.v1": ("body step work", "", "words"),
    "existing.told.v1": ("existing kind practised said_by since work", "", "what"),
    "begun.again.v1": ("decision existing", "", ""),
    "start.accounted.v1": ("account asked documents started work", "", "digests words"),
    "start.answered.v1": ("account agrees holding was_in", "", ""),
    "question.proposed.v1": ("holding joins question work", "", "words"),
    "question.agreed.v1": ("decision question", "", ""),
    "revision.made.v1": (
        "bases contributor imported revision scribe suggestion version_of work",
        "",
        "credits paragraphs text",
    ),
    "suggestion.made.v1": ("holding paragraph revision suggestion", "", "words"),
    "suggestion.discussed.v1": ("holding suggestion", "", "words"),
    "suggestion.ended.v1": ("outcome revision suggestion", "", "reason"),
    "point.put.v1": (
        "group_of holding point said_capacity shown_as way work",
        "person",
        "attachment words",
    ),
    "points.joined.v1": ("holding points theme work", "", "title"),
    "joining.agreed.v1": ("holding theme", "", ""),
    "point.linked.v1": ("paragraph point to", "", ""),
    "point.answered.v1": ("outcome point same_reason_as", "", "reason"),
    "point.confirmed.v1": ("point says", "", ""),
    "point.withdrawn.v1": ("point", "", ""),
    "contributor.told.v1": ("day point route", "", ""),
}
NO_ACTOR = {
    "duty.given.v1",
    "duty.ended.v1",
    "person.erased.v1",
    "needs.looked_at.v1",
    "needs.counted.v1",
    "company.noted.v1",
    "item.paused.v1",
    "turns.counted.v1",
}
A_TYPE = re.compile(r"[a-z]+(_[a-z]+)*\.[a-z]+(_[a-z]+)*\.v[1-9][0-9]*")
EACH = pytest.mark.parametrize("kind", FACTS, ids=lambda kind: kind.TYPE)


def test_the_table_and_the_facts_have_the_same_types() -> None:
    assert {kind.TYPE for kind in FACTS} == TABLE.keys()
    assert len({kind.TYPE for kind in FACTS}) == len(FACTS) == len(set(FACTS))


@EACH
def test_each_field_is_clear_or_sealed_as_the_table_says(kind: type[Fact]) -> None:
    clear, people, words = (part.split() for part in TABLE[kind.TYPE])
    form = layout(kind)
    assert list(form.clear) == clear
    assert [name for name, seal in form.sealed.items() if seal is Seal.PERSON] == people
    assert [name for name, seal in form.sealed.items() if seal is Seal.TEXT] == words
    assert {each.name for each in fields(kind)} == {*clear, *people, *words}


@EACH
def test_a_type_is_two_words_and_a_version(kind: type[Fact]) -> None:
    assert A_TYPE.fullmatch(kind.TYPE)
    assert "TYPE" in vars(kind)


@EACH
def test_only_the_facts_that_the_table_says_have_no_actor(kind: type[Fact]) -> None:
    assert kind.BY_NOBODY is (kind.TYPE in NO_ACTOR)


@EACH
def test_what_a_fact_gives_and_refers_by_are_ids_of_its_own(kind: type[Fact]) -> None:
    form = layout(kind)
    for name in (kind.MINTS, kind.REFERS_BY):
        assert not name or refers(form.clear[name])
    assert kind.MINTS != kind.REFERS_BY or not kind.MINTS
    assert bool(kind.REFERS_BY) is (kind.STREAM is Stream.REFERRED)


@EACH
def test_a_fact_of_a_board_or_an_entry_names_it(kind: type[Fact]) -> None:
    names = layout(kind).clear
    assert kind.STREAM is not Stream.BOARD or "board" in names
    assert kind.STREAM is not Stream.ENTRY or "entry" in names


def test_what_a_fact_refers_by_is_given_by_another() -> None:
    given = {kind.MINTS for kind in FACTS}
    assert {kind.REFERS_BY for kind in FACTS if kind.REFERS_BY} <= given


def test_every_type_happens_in_the_story() -> None:
    assert {type(fact) for fact in EVERY} == set(FACTS)


def test_fields_are_told_in_order_of_name() -> None:
    for kind in FACTS:
        for part in (layout(kind).clear, layout(kind).sealed):
            assert all(one < other for one, other in pairwise(part))


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted(Fact):
    """A fact with a field of which nothing is said."""

    TYPE = "something.planted.v1"
    place: Id
    words: SealedText
    neither: str


def test_a_planted_field_that_is_neither_clear_nor_sealed_is_caught() -> None:
    with pytest.raises(TypeError, match=r"Planted\.neither is neither clear nor sealed"):
        layout(Planted)
