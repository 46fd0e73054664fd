"""Each rule refuses what it should and lets pass what it should, from one and the same set-up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from tests.core.facts.story import (
    BOARD,
    DAY,
    RULES,
    STORY,
    an_id,
    leaves,
    place_made,
    place_taken,
)
from withus.core.facts import FACTS
from withus.core.facts import joining as f
from withus.core.facts import keeping as k
from withus.core.facts.circumstances import HOST
from withus.core.facts.encoding import decode
from withus.core.facts.fact import Fact
from withus.core.history.fold import History, replay
from withus.core.history.state import Board, Partnership
from withus.core.history.told import Told, told
from withus.core.rules.joining import CHECKS, check_may_happen, may_happen
from withus.core.rules.situation import NotAllowed, Situation
from withus.core.words import (
    Capacity,
    ChallengeGround,
    ChallengeOutcome,
    ConfirmedHow,
    Duty,
    Ended,
    ErasedGround,
    Level,
    OrganisationKind,
    ReportRoute,
    WithdrawnGround,
)

# The id is the one thing that can be wrong about them (and the record sees to that), or another
# room vouches for them: the signature of a key, the place of a record that goes on.
WITHOUT_A_RULE = {
    f.PartnershipClosed,
    f.OrganisationJoined,
    k.PersonErased,
    k.KeyReplaced,
    k.LogContinued,
}
NOBODY, ADA, BO = an_id("nobody"), an_id("called Ada"), an_id("called Bo")


def after(kind: type[Fact]) -> int:
    """Return how many facts of the story there are up to the first of a kind, and with it."""
    return next(n for n, fact in enumerate(STORY, 1) if isinstance(fact, kind))


def story_so_far(size: int) -> History:
    """Return the history of the story's beginning."""
    entries = (decode(content, index=n) for n, (content, _) in enumerate(leaves(STORY[:size])))
    return replay(entries)


IN_BEING = after(f.DeputyNamed)  # a board with two members, a mandate and a deputy
ALL_OVER = after(f.PlaceEnded)  # the deputy, the mandate, a holding and a place came to their end
BOARD_CLOSED = after(f.BoardClosed)
CLOSED = after(f.PartnershipClosed)


def situation(size: int = IN_BEING, **fields: object) -> Situation:
    """Return where the story stands after so many facts, about an entry, for somebody."""
    history = story_so_far(size)
    board = history.boards.get(BOARD, Board())
    said = {**history.partnership.said.challenges, **board.said.challenges}
    stands = Situation(history.partnership, board, challenges=said)
    return replace(stands, **fields)  # type: ignore[arg-type]


def entry(number: int, **fields: object) -> Told[Fact]:
    """Return an entry of the story, made or typed by somebody."""
    content, _ = list(leaves(STORY[: number + 1]))[number]
    return replace(told(decode(content, index=number)), **fields)  # type: ignore[arg-type]


def code_of(fact: Fact, where: Situation) -> str:
    """Return the rule that refuses a fact, or nothing if none does."""
    try:
        check_may_happen(fact, where)
    except NotAllowed as refused:
        assert not may_happen(fact, where)
        return refused.code
    assert may_happen(fact, where)
    return ""


def of_story(kind: type[Fact]) -> Fact:
    """Return the story's first fact of a kind."""
    return STORY[after(kind) - 1]


def but(fact: Fact, **fields: object) -> Fact:
    """Return a fact of which some fields say otherwise."""
    return replace(fact, **fields)


def test_every_type_of_fact_has_a_rule_or_is_known_to_have_none() -> None:
    assert set(CHECKS) | WITHOUT_A_RULE == set(FACTS)
    assert not set(CHECKS) & WITHOUT_A_RULE


def test_the_story_breaks_no_rule_where_it_stands() -> None:
    for number, fact in enumerate(STORY):
        if isinstance(fact, k.LogContinued):
            continue
        about = entry(fact.entry) if hasattr(fact, "entry") else None
        assert not code_of(fact, situation(number, about=about, by=ADA)), fact


@pytest.mark.parametrize("fact", STORY, ids=lambda fact: fact.TYPE)
def test_nothing_happens_in_a_partnership_that_is_not_open(fact: Fact) -> None:
    first = isinstance(fact, f.PartnershipOpened | k.LogContinued)
    assert code_of(fact, Situation(Partnership())) == ("" if first else "not_opened")


@pytest.mark.parametrize("fact", STORY, ids=lambda fact: fact.TYPE)
def test_once_closed_a_partnership_can_erase_and_withdraw_and_no_more(fact: Fact) -> None:
    refused = code_of(fact, situation(CLOSED, about=entry(11)))
    may = (k.PersonErased, k.TextWithdrawn, k.KeyReplaced, k.LogContinued)
    again = "already_opened" if isinstance(fact, f.PartnershipOpened) else "partnership_closed"
    assert refused == ("" if isinstance(fact, may) else again)


def test_a_partnership_and_a_board_are_opened_once() -> None:
    for kind in (f.PartnershipOpened, f.BoardOpened):
        fact = of_story(kind)
        assert not code_of(fact, situation(after(kind) - 1))
        assert code_of(fact, situation(after(kind))) == "already_opened"


def under(parent: str | None) -> f.BoardOpened:
    """Return a board under another."""
    return f.BoardOpened(
        board=an_id("new"), name="New", level=Level.PERSON, parent=parent, formats=frozenset()
    )


def a_duty(board: str | None) -> f.DutyGiven:
    """Return a duty of a board, or of the whole partnership."""
    given = f.DutyGiven(
        given=an_id("d"), duty=Duty.DATA, board=board, from_=DAY, until=None, person=NOBODY
    )
    assert given.from_ == DAY
    return given


@pytest.mark.parametrize("naming", [under, a_duty], ids=["a board above", "a duty's board"])
def test_a_board_that_is_named_must_be_open_here(naming: Callable[[str | None], Fact]) -> None:
    new: dict[str, Any] = {"board": Board()} if naming is under else {}
    stands, gone = situation().board, situation(BOARD_CLOSED).board
    assert not code_of(naming(None), situation(**new))
    assert not code_of(naming(BOARD), situation(**new, other=stands))
    assert code_of(naming(BOARD), situation(**new)) == "no_such_board"
    closed = situation(**new, other=gone)
    assert code_of(naming(BOARD), closed) == "board_closed"


def test_a_board_above_in_another_record_is_no_matter_of_this_one() -> None:
    foreign = f"withus.example/above#4@9,{'A' * 43}"
    assert not code_of(under(foreign), situation(board=Board()))


ON_A_BOARD = {
    "board": f.BoardClosed(board=BOARD),
    "rules": f.RulesSet(board=BOARD, rules=RULES, from_=DAY, decision=None),
    "place": place_made("new", Capacity.SERVICES),
    "taking": place_taken("seat 2", "new holding", "Ada"),
    "ending": f.PlaceEnded(place=an_id("seat 2")),
    "deputy": but(of_story(f.DeputyNamed), deputy=an_id("new deputy")),
    "mandate": of_story(f.MandateGranted),
}


@pytest.mark.parametrize("fact", ON_A_BOARD.values(), ids=ON_A_BOARD)
def test_what_needs_a_board_needs_an_open_one(fact: Fact) -> None:
    assert not code_of(fact, situation())
    assert code_of(fact, situation(board=Board())) == "no_such_board"
    closed = replace(situation().board, closed=situation(BOARD_CLOSED).board.closed)
    assert code_of(fact, situation(board=closed)) == "board_closed"


REFERS = {
    # what happens -> what must stand, what must not, and what is said without it
    "taking": (place_taken("seat 2", "h", "Ada"), "place_ended", "no_such_place"),
    "ending": (f.PlaceEnded(place=an_id("seat 2")), "place_ended", "no_such_place"),
    "leaving": (
        f.PlaceLeft(holding=an_id("holding 1"), how=Ended.ENDED, early=False),
        "not_in_a_place",
        "not_in_a_place",
    ),
    "deputy": (f.DeputyEnded(deputy=an_id("deputy")), "no_such_deputy", "no_such_deputy"),
    "mandate": (
        f.MandateEnded(mandate=an_id("mandate"), how=Ended.ENDED),
        "no_such_mandate",
        "no_such_mandate",
    ),
    "report": (
        f.MandateReported(
            mandate=an_id("mandate"), routes=frozenset({ReportRoute.CALL}), report="All of it."
        ),
        "no_such_mandate",
        "no_such_mandate",
    ),
    "granting": (of_story(f.MandateGranted), "not_in_a_place", "not_in_a_place"),
}


@pytest.mark.parametrize(("fact", "ended", "missing"), REFERS.values(), ids=REFERS)
def test_what_has_ended_or_never_was_cannot_be_gone_on_with(
    fact: Fact, ended: str, missing: str
) -> None:
    assert not code_of(fact, situation())
    assert code_of(fact, situation(ALL_OVER)) == ended
    unknown = replace(fact, **dict.fromkeys({fact.REFERS_BY}, NOBODY))
    assert code_of(unknown, situation()) == missing


def test_a_place_is_held_by_one_at_a_time_and_not_taken_away_from_them() -> None:
    for held, vacant in (
        (place_taken("seat 1", "h", "Ada"), place_taken("seat 2", "h", "Ada")),
        (f.PlaceEnded(place=an_id("seat 1")), f.PlaceEnded(place=an_id("seat 2"))),
    ):
        assert code_of(held, situation()) == "place_held"
        assert not code_of(vacant, situation())


def test_a_deputy_stands_in_for_somebody() -> None:
    named = of_story(f.DeputyNamed)
    assert not code_of(named, situation())
    assert code_of(but(named, place=an_id("seat 2")), situation()) == "place_vacant"


def test_rules_are_not_back_dated_nor_given_twice() -> None:
    rules = f.RulesSet(board=BOARD, rules=RULES, from_=DAY, decision=None)
    assert not code_of(rules, situation())
    assert not code_of(replace(rules, from_=DAY + timedelta(days=1)), situation())
    earlier = replace(rules, from_=DAY - timedelta(days=1))
    assert code_of(earlier, situation()) == "rules_back_dated"
    assert code_of(replace(rules, rules=RULES * 2), situation()) == "rule_twice"


@pytest.mark.parametrize(
    ("change", "refused"),
    [
        ({"at_least": 2.0}, "value_unknown"),
        ({"note": "x"}, "keys_unknown"),
        ({"force": "law"}, "source_missing"),
        ({"until": "2026-11-02"}, "rule_ends_first"),
        ({"at_least": 3}, "too_few_for_rule"),  # of two places
        ({"at_least": 2}, ""),
    ],
)
def test_rules_are_strict_and_can_be_met_on_this_board(
    change: dict[str, object], refused: str
) -> None:
    rules = f.RulesSet(board=BOARD, rules=[{**RULES[0], **change}], from_=DAY, decision=None)
    assert code_of(rules, situation()) == refused
    if refused:
        with pytest.raises(NotAllowed) as found:
            check_may_happen(rules, situation())
        assert found.value.parameters["rule"] == 1


def test_rules_may_come_before_the_first_place() -> None:
    rules = f.RulesSet(board=BOARD, rules=[{**RULES[0], "at_least": 9}], from_=DAY, decision=None)
    assert not code_of(rules, situation(4))
    assert code_of(rules, situation()) == "too_few_for_rule"


@pytest.mark.parametrize(("voted", "refused"), [(61, ""), (62, "more_than_all"), (None, "")])
def test_no_more_vote_than_there_are(voted: int | None, refused: str) -> None:
    mandate = of_story(f.MandateGranted)
    assert code_of(but(mandate, voted=voted), situation()) == refused
    assert not code_of(but(mandate, roll=None, voted=99), situation())


@pytest.mark.parametrize(("days", "refused"), [(-1, True), (0, True), (1, False), (None, False)])
def test_nothing_ends_before_it_begins(days: int | None, refused: bool) -> None:
    until = None if days is None else DAY + timedelta(days=days)
    for fact in (
        replace(a_duty(None), until=until),
        but(of_story(f.MandateGranted), until=until),
        place_made("new", Capacity.SERVICES, vote_from=DAY, vote_until=until),
    ):
        assert code_of(fact, situation()) == ("until_before_from" if refused else ""), fact


def test_a_duty_is_laid_down_once_and_not_before_it_was_taken_on() -> None:
    ended = f.DutyEnded(given=an_id("duty"), until=DAY)
    assert not code_of(ended, situation())
    assert code_of(replace(ended, until=date(2026, 11, 1)), situation()) == "until_before_from"
    assert code_of(replace(ended, given=NOBODY), situation()) == "no_such_duty"
    assert code_of(ended, situation(after(f.DutyEnded))) == "no_such_duty"


@pytest.mark.parametrize(
    ("made", "confirmed", "refused"),
    [
        ({"by": ADA}, {"by": BO}, False),
        ({"by": ADA}, {"by": ADA}, True),
        ({"by": ADA, "typed_by": BO}, {"by": ADA}, False),
        ({"by": ADA, "typed_by": BO}, {"by": BO}, True),
        ({"by": ADA, "typed_by": BO}, {"by": ADA, "typed_by": BO}, True),
        ({"by": HOST}, {"by": HOST}, True),
        ({"by": HOST}, {"by": ADA}, False),
        ({"by": None}, {"by": HOST}, False),
    ],
)
def test_nobody_confirms_what_they_typed(
    made: dict[str, object], confirmed: dict[str, Any], refused: bool
) -> None:
    confirms = k.EntryConfirmed(entry=8, how=ConfirmedHow.OWN_CODE, right=True)
    where = situation(about=entry(8, **made), **confirmed)
    assert code_of(confirms, where) == ("typed_it" if refused else "")


ABOUT = {
    "confirm": k.EntryConfirmed(entry=8, how=ConfirmedHow.LETTER, right=False),
    "correct": k.EntryCorrected(entry=8, field="shown_as", value="counted"),
    "withdraw": k.TextWithdrawn(
        entry=5, path="post", ground=WithdrawnGround.OTHER, appeal_by=DAY, reason="It hurts."
    ),
    "challenge": k.ChallengeRaised(
        challenge=an_id("c"), entry=7, ground=ChallengeGround.SCOPE, what="It was not so."
    ),
}


@pytest.mark.parametrize("fact", ABOUT.values(), ids=ABOUT)
def test_what_is_said_of_an_entry_needs_the_entry(fact: Fact) -> None:
    assert not code_of(fact, situation(about=entry(fact.entry), by=ADA))  # type: ignore[attr-defined]
    assert code_of(fact, situation(about=None, by=ADA)) == "no_such_entry"


CORRECTIONS = [
    (5, "paid_by", "ulo", ""),
    (5, "paid_by", "a friend", "value_not_so"),
    (5, "chair", "yes", "value_not_so"),
    (5, "post", "Chair", "not_correctable"),  # sealed
    (5, "place", NOBODY, "not_correctable"),  # what others refer to
    (5, "board", NOBODY, "not_correctable"),
    (5, "nothing", 1, "not_correctable"),
    (5, "vote_from", "2026-11-02", ""),
    (2, "until", "2026-11-01", "until_before_from"),
    (2, "until", "2026-12-01", ""),
    (10, "voted", 61, ""),
    (10, "voted", 62, "more_than_all"),
    (4, "from_", "2020-01-01", "not_correctable"),  # rules are set anew
    (4, "rules", [], "not_correctable"),
    (16, "value", "nobody", "not_correctable"),  # the entry is corrected once more
    (23, "openings", 0, "not_correctable"),
]


@pytest.mark.parametrize(("number", "field", "value", "refused"), CORRECTIONS)
def test_what_can_be_put_right_is_put_right_with_sense(
    number: int, field: str, value: object, refused: str
) -> None:
    correction = k.EntryCorrected(entry=number, field=field, value=value)
    assert code_of(correction, situation(about=entry(number))) == refused


@pytest.mark.parametrize(
    ("number", "path", "refused"),
    [
        (5, "post", ""),
        (11, "report", ""),
        (5, "tags", "no_such_text"),
        (8, "person", "no_such_text"),
    ],
)
def test_only_a_text_that_was_sealed_is_taken_from_view(
    number: int, path: str, refused: str
) -> None:
    withdrawn = but(of_story(k.TextWithdrawn), entry=number, path=path)
    assert code_of(withdrawn, situation(about=entry(number))) == refused


def test_a_challenge_is_settled_once() -> None:
    ended = k.ChallengeEnded(
        challenge=an_id("challenge"), outcome=ChallengeOutcome.UPHELD, decision=None
    )
    assert not code_of(ended, situation(after(k.ChallengeRaised)))
    assert code_of(ended, situation(after(k.ChallengeEnded))) == "no_such_challenge"
    assert code_of(ended, situation()) == "no_such_challenge"


def test_a_challenge_to_the_partnership_itself_is_settled_there() -> None:
    raised = but(of_story(k.ChallengeRaised), entry=1)
    facts = (*STORY[:3], raised)
    entries = [decode(content, index=n) for n, (content, _) in enumerate(leaves(facts))]
    ended = of_story(k.ChallengeEnded)
    whole = replay(entries).partnership
    assert not code_of(ended, Situation(whole, challenges=whole.said.challenges))
    assert code_of(ended, Situation(replay(entries[:3]).partnership)) == "no_such_challenge"


@pytest.mark.parametrize(
    "fact",
    [
        f.OrganisationJoined(organisation=an_id("o"), name="Our Say", kind=OrganisationKind.ULO),
        f.PartnershipClosed(ground="Done"),
        k.PersonErased(ground=ErasedGround.DIED, openings=0),
    ],
    ids=lambda fact: fact.TYPE,
)
def test_what_has_no_rule_passes_in_an_open_partnership(fact: Fact) -> None:
    assert not code_of(fact, situation())
