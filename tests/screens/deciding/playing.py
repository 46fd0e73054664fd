"""A worked case played through the pages: who is there, where they stand, and the roll closed.

The board of a case is made by actions; whatever its people do at the meeting, each sends from a
browser of their own, as the pages' forms would. One partnership is shared: its people are signed in
once, and lie in the tables as they lay.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import get_resolver
from django.utils import timezone
from lxml import html

from tests.a_meeting import BOARD, ON_DUTY, ORIGIN, duty
from tests.core.deciding.playing import (
    AFTERWARDS,
    ANSWERS,
    BEFORE,
    CONFIRMS,
    IN_THE_ROOM,
)
from tests.core.facts.story import an_id, place_made, place_taken
from tests.screens.page_checks import words
from tests.worked_boards import BOARDS, Sort
from tests.worked_cases import Case
from tests.written import again
from withus.actions.decisions import mark_of
from withus.actions.joining import add_to_partnership, enter, open_partnership
from withus.actions.settling import settle_all
from withus.core.days import working_days_after
from withus.core.facts import joining as f
from withus.core.facts import meeting as m
from withus.core.facts.fact import Fact
from withus.core.words import (
    Capacity,
    Country,
    Level,
    MandateMethod,
    ObjectionOutcome,
    Paper,
    Placed,
    Way,
)
from withus.questions.deciding_now import may_decide, meeting_now
from withus.stores.accounts.accounts import link, open_account
from withus.stores.deciding.models import MotionRow
from withus.stores.keys.locker import new_id
from withus.stores.record.append import THE_HOST, Actor
from withus.stores.record.read import find_log
from withus.stores.record.states import meeting_state

FIRST = datetime(2026, 8, 3, 9, tzinfo=UTC)
LONG = 365 * 24 * 60 * 60
MEMBERS = tuple(f"member {number}" for number in range(20))
FRIENDS = tuple(f"friend {number}" for number in range(3))
HERE = f"/partnerships/{ORIGIN.replace('/', '~')}/"
REAL = timezone.now


@contextmanager
def a_clock() -> Iterator[list[datetime]]:
    """Let every page's clock stand where a test sets it."""
    at = [FIRST]
    assert get_resolver().url_patterns  # whatever is loaded later would keep this clock
    with pytest.MonkeyPatch.context() as patch:
        for name, module in list(sys.modules.items()):
            if name.startswith("withus.") and getattr(module, "now", None) is REAL:
                patch.setattr(module, "now", lambda: at[0])
        patch.setattr(timezone, "now", lambda: at[0])
        yield at


@dataclass
class People:
    """Everybody of the partnership, by name: who they are, and the cookie of their browser."""

    person: dict[str, str] = field(default_factory=dict)
    cookie: dict[str, str] = field(default_factory=dict)


def the_people() -> People:
    """Open the partnership, take everybody in and sign them in; or put all of that down again."""
    found: People = again("the people of the worked cases", write_people)
    return found


def write_people() -> People:
    """Open the partnership, take everybody in and sign them in."""
    opening = f.PartnershipOpened(
        name="Ambleford Together", practice=False, follows=None, country=Country.ENGLAND, about=""
    )
    open_partnership(record=ORIGIN, by=THE_HOST, now=FIRST, opening=opening)
    found = People()
    for name in (*MEMBERS, *FRIENDS, *ON_DUTY):
        found.person[name] = add_to_partnership(record=ORIGIN, name=name)
        account, client = open_account(), Client()
        link(account, origin=ORIGIN, person=found.person[name])
        client.force_login(account)
        session = client.session
        session.set_expiry(LONG)
        session.save()
        found.cookie[name] = client.cookies[settings.SESSION_COOKIE_NAME].value
    given = [duty(each, found.person[name]) for name, each in ON_DUTY.items()]
    facts = [replace(one, from_=FIRST.date()) for one in given]
    enter(*facts, record=ORIGIN, by=THE_HOST, now=FIRST)
    return found


@dataclass(frozen=True)
class Answer:
    """What a page answered, and what its main part says."""

    response: Any

    @property
    def status(self) -> int:
        """Return the status."""
        return int(self.response.status_code)

    @property
    def text(self) -> str:
        """Return what the main part says, on one line."""
        return words(self.tree.xpath("//main")[0])

    @property
    def tree(self) -> Any:
        """Return the page."""
        return html.document_fromstring(self.response.content.decode())


@dataclass
class Play:
    """A case under way: who does what, by the name of their browser."""

    case: Case
    people: People
    clock: list[datetime]
    who: dict[str, tuple[Sort, str]] = field(default_factory=dict)
    empty: int = 0
    meeting: str = field(default_factory=new_id)
    item: str = field(default_factory=new_id)
    motion: str = ""
    client: Client = field(default_factory=lambda: Client(raise_request_exception=False))

    @property
    def size(self) -> int:
        """Tell how many entries the record has."""
        return find_log(ORIGIN).size

    @property
    def chair(self) -> str:
        """Tell who chairs: whoever comes first; where nobody does, whoever would."""
        there = [name for name, does in self.those(IN_THE_ROOM) if "deputy" not in does]
        return (there or list(self.who))[0]

    def those(self, table: Any) -> list[tuple[str, str]]:
        """Tell the names of those who do one of some things, and what."""
        return [(name, does) for name, (_, does) in self.who.items() if does in table]

    def act(self, *facts: Fact, by: str | None = None) -> None:
        """Enter facts by the action, where the case is only made ready."""
        self.clock[0] += timedelta(minutes=1)
        who = Actor(person=self.people.person[by]) if by else THE_HOST
        enter(*facts, record=ORIGIN, by=who, now=self.clock[0])

    def sent(self, name: str, path: str, data: dict[str, Any], status: int = 302) -> Answer:
        """Send a form from somebody's browser."""
        self.clock[0] += timedelta(seconds=1)
        self.client.cookies.clear()
        self.client.cookies[settings.SESSION_COOKIE_NAME] = self.people.cookie[name]
        found = Answer(self.client.post(HERE + path, data))
        assert found.status == status, (name, path, data, found.status, said(found))
        return found

    def read(self, name: str, path: str) -> Answer:
        """Open a page in somebody's browser."""
        self.client.cookies.clear()
        self.client.cookies[settings.SESSION_COOKIE_NAME] = self.people.cookie[name]
        found = Answer(self.client.get(path if path.startswith("/") else HERE + path))
        assert found.status == 200, path
        return found

    @property
    def room(self) -> str:
        """Tell the address of the room."""
        return f"meetings/{self.meeting}/room/"

    @property
    def at(self) -> str:
        """Tell the address of the motion."""
        return f"meetings/{self.meeting}/motions/{self.motion}/"


def said(found: Answer) -> str:
    """Tell what a page says, if it is one."""
    return found.text if found.response.content else ""


def sits(name: str) -> str:
    """Tell the holding of somebody."""
    return an_id(f"{name} sits")


def set_up(case: Case, clock: list[datetime]) -> Play:
    """Make the board of a case, and call it to a meeting on the case's day."""
    clock[0] = FIRST
    play, board = Play(case, the_people(), clock), BOARDS[case.board]
    names = iter(MEMBERS)
    made: list[Fact] = []
    for count, kind, does in case.groups:
        for _ in range(count):
            sort = board.sorts[kind]
            name = f"empty {play.empty}" if does == "vacant" else next(names)
            play.empty += does == "vacant"
            made.append(a_place(name, sort))
            if does != "vacant":
                play.who[name] = sort, does
                made.append(takes(play, name))
                made += [mandate(name)] if sort.mandated else []
    opened = f.BoardOpened(
        board=BOARD,
        name="Getting About board",
        level=Level.COMMUNITY,
        parent=None,
        formats=frozenset({Paper.STANDARD}),
    )
    day = FIRST.date()
    told = [{"from": day.isoformat(), "until": None, **rule} for rule in board.rules]
    play.act(opened, *made, f.RulesSet(board=BOARD, rules=told, from_=day, decision=None))
    call(play)
    return play


def a_place(name: str, sort: Sort) -> f.PlaceMade:
    """Return the place of somebody."""
    return place_made(
        f"{name}'s place",
        sort.capacity,
        board=BOARD,
        tags=sort.tags,
        chair=sort.chair,
        vote_from=sort.vote_from,
        vote_until=sort.vote_until,
    )


def takes(play: Play, name: str) -> f.PlaceTaken:
    """Return that somebody takes their place."""
    told = place_taken(f"{name}'s place", f"{name} sits", "nobody")
    return replace(told, person=play.people.person[name])


def mandate(name: str) -> f.MandateGranted:
    """Return a mandate for somebody, without an end."""
    return f.MandateGranted(
        mandate=an_id(f"{name}'s mandate"),
        holding=sits(name),
        method=MandateMethod.BALLOT,
        roll=40,
        voted=30,
        from_=FIRST.date(),
        until=None,
        report_every=90,
        recall_share="1/2",
        constituency="Those who ride the buses",
    )


def call(play: Play) -> None:
    """Call the meeting, and put an item on its agenda."""
    starts = datetime.combine(play.case.on, time(10), tzinfo=UTC)
    called = m.MeetingCalled(
        meeting=play.meeting,
        board=BOARD,
        starts=starts,
        ends=starts + timedelta(minutes=90),
        ways=frozenset({Way.ROOM, Way.PHONE}),
        called_by=None,
        where="The old chapel",
    )
    asked = m.ItemAsked(meeting=play.meeting, item=play.item, capacity=None, title="Night buses")
    placed = m.ItemPlaced(
        item=play.item,
        outcome=Placed.ON,
        order=1,
        urgent=False,
        private_by_law=False,
        told_before=True,
        reason="",
    )
    play.act(called, asked, placed, by="Fay")
    play.clock[0] = starts
    for name, does in play.those({"deputy", "recused_deputy", "other_deputy"}):
        choose(play, name, does)


def choose(play: Play, name: str, does: str) -> None:
    """Let somebody choose a deputy."""
    mine = play.who[name][0].capacity
    other = Capacity.INDEPENDENT if mine is not Capacity.INDEPENDENT else Capacity.OTHER
    named = f.DeputyNamed(
        deputy=an_id(f"{name}'s deputy"),
        place=an_id(f"{name}'s place"),
        capacity=other if does == "other_deputy" else mine,
        meeting=None,
        person=play.people.person[friend_of(play, name)],
    )
    play.act(named, by=name)


def friend_of(play: Play, name: str) -> str:
    """Tell who comes for somebody."""
    those = [each for each, _ in play.those({"deputy", "recused_deputy", "other_deputy"})]
    return FRIENDS[those.index(name)]


def meet(play: Play) -> None:
    """Open the meeting, let everybody in, and put a motion to it: all by the pages."""
    put = {"kind": play.case.kind.value, "words": "One more bus", "step": "put"}
    begin(play)
    path = f"meetings/{play.meeting}/items/{play.item}/put/"
    made = play.sent(play.chair, path, put).response["Location"]
    play.motion = made.rstrip("/").rsplit("/", 1)[-1]
    for name, does in play.those(BEFORE):
        told = {"holding": sits(name), "position": BEFORE[does].value, "why": ""}
        play.sent(name, f"{play.at}say/", told)
    for name, _ in play.those({"recused", "recused_deputy"}):
        left = {"holding": sits(name), "recused": "yes", "what": "I own it."}
        play.sent(name, f"{play.room}interest/{play.item}/", left)
    for name, does in play.those(IN_THE_ROOM):
        comes(play, name, does)
    for name, does in play.those({"objects", *ANSWERS}):
        objects(play, name, does)


def begin(play: Play) -> None:
    """Open the meeting, with its chair there; where nobody comes, the host tells that it began."""
    chair, does = play.chair, play.who[play.chair][1]
    if does not in IN_THE_ROOM or "deputy" in does:
        play.act(m.MeetingOpened(meeting=play.meeting, chairs=frozenset({sits(chair)})))
        return
    if does.startswith("phoned"):
        play.sent("Fay", f"{play.room}type/", {"who": sits(chair), "way": "phone"})
    else:
        play.sent(chair, play.room, {"do": "come", "who": sits(chair), "way": "room"})
    play.sent("Fay", f"{play.room}begin/", {"chairs": sits(chair)})


def comes(play: Play, name: str, does: str) -> None:
    """Let somebody, or their deputy, come and say where they stand; or be entered by another."""
    position, there = IN_THE_ROOM[does].value, name == play.chair and "deputy" not in does
    if does.startswith("phoned"):
        if not there:
            play.sent("Fay", f"{play.room}type/", {"who": sits(name), "way": "phone"})
        play.sent("Fay", f"{play.at}roll/", {f"at-{sits(name)}": position, f"was-{sits(name)}": ""})
        return
    deputy = does.endswith("deputy")
    who = f"{sits(name)} {an_id(name + chr(39) + 's deputy')}" if deputy else sits(name)
    if not there:
        play.sent(name, play.room, {"do": "come", "who": who, "way": "room"})
    speaks = friend_of(play, name) if deputy else name
    play.sent(speaks, f"{play.at}stand/", {"holding": sits(name), "position": position})


def objects(play: Play, name: str, does: str) -> None:
    """Let somebody object, and what became of it be said."""
    play.sent(name, f"{play.at}object/", {"holding": sits(name), "reason": "Late."})
    if does not in ANSWERS:
        return
    outcome = ANSWERS[does]
    by = name if outcome is ObjectionOutcome.WITHDRAWN else play.chair
    motion = meeting_state(find_log(ORIGIN), play.meeting).motions[play.motion]
    (objection,) = (
        each for each, one in motion.objections.items() if one.made.fact.holding == sits(name)
    )
    told = {"outcome": outcome.value, "answer": "An hour."}
    play.sent(by, f"{play.at}objections/{objection}/", told)


def close(play: Play, status: int, **more: str) -> Answer:
    """Look at what would come of the roll, and close it as it is seen, or as if it could be."""
    path = f"{play.at}roll/close/"
    check = play.sent(play.chair, path, {}, status=200)
    here = meeting_now(ORIGIN, play.meeting, now=play.clock[0])
    mark = mark_of(may_decide(here, play.motion).roll)
    offered = set(check.tree.xpath("//input[@name='seen']/@value"))
    assert offered <= {mark}
    assert offered or status != 302
    return play.sent(play.chair, path, {"seen": mark, "step": "close", **more}, status)


def afterwards(play: Play) -> str:
    """Let the days go by, with what is said in them, and tell what the page says at their end."""
    wait(play, 1)
    for name, does in play.those(AFTERWARDS):
        told = {"holding": sits(name), "position": AFTERWARDS[does].value, "why": ""}
        play.sent(name, f"{play.at}say/", told)
    for name, does in play.those(CONFIRMS):
        confirm(play, name, right=CONFIRMS[does])
    if late := play.those({"phoned_right_late"}):
        wait(play, 6)
        for name, _ in late:
            confirm(play, name, right=True)
    wait(play, play.case.days)
    settle_all(now=play.clock[0])
    decision = MotionRow.objects.get(ref=play.motion).decision
    return play.read(play.chair, f"decisions/{decision}/").text


def wait(play: Play, days: int) -> None:
    """Go on to so many working days after the case's."""
    day = working_days_after(play.case.on, days, closed=frozenset())
    play.clock[0] = max(play.clock[0], datetime.combine(day, time(12), tzinfo=UTC))


def confirm(play: Play, name: str, *, right: bool) -> None:
    """Let somebody say at their own browser whether what was entered for them is right."""
    presence = meeting_state(find_log(ORIGIN), play.meeting).presence[sits(name)]
    path = f"to-confirm/{presence[-1].entry}/"
    play.sent(name, path, {"right": "yes" if right else "no"})
