"""Saying something without an account: links that are handed out, and what is said by them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.timezone import localdate

from withus.actions.answering import By, ToPut, work_under
from withus.actions.joining import enter
from withus.actions.signing_in import Asking
from withus.core.errors import Refusal
from withus.core.facts.answering import PointConfirmed, PointWithdrawn
from withus.core.rules import signing_in as rules
from withus.core.rules.guarding import check_may_write
from withus.core.rules.rights import Act, check_may, duties_held
from withus.core.rules.situation import NotAllowed
from withus.core.words import Capacity, PointSays, PointWay, ShownAs, ToldRoute
from withus.stores.answering import answers, contributors, files, links, reach, tellings
from withus.stores.answering.answers import AnswerKind, Draft
from withus.stores.answering.files import File
from withus.stores.answering.links import Asks, Wanted
from withus.stores.answering.models import SayAnswer, SayLink
from withus.stores.answering.reach import Route
from withus.stores.inviting.invitations import CodeVoid
from withus.stores.keys.locker import new_id
from withus.stores.people.identity import add_person
from withus.stores.record.append import Actor, locked
from withus.stores.record.finding import entries_about
from withus.stores.record.models import Log
from withus.stores.record.states import partnership_state
from withus.stores.signing_in import tallies

MOST_CARDS, MOST_LINKS = 3, 200
CHOICES = ("yes", "no", "not_sure")
LONGEST_CARD, LONGEST_WHERE, LONGEST_SAID = 300, 400, 2_000


@dataclass(frozen=True, slots=True)
class Came:
    """Where a code leads: to a link that is not begun, or to an answer."""

    link: SayLink | None = None
    answer: SayAnswer | None = None


def make_links(asks: Asks, *, work: str, many: bool, number: int, by: By) -> list[str]:
    """Make links for people without an account, one each or one for all; return their ids."""
    check_asks(asks, number)
    with locked(by.record) as log:
        check_runs(log, work, by)
        wanted = Wanted(by.record, work, by.person, many, asks)
        return [links.make(wanted, now=by.now)[0].id for _ in range(1 if many else number)]


def stop_link(work: str, link: str, *, by: By) -> None:
    """Let a link work no more; what was begun by it can be finished."""
    with locked(by.record) as log:
        check_runs(log, work, by)
        links.stop(links.find(by.record, work, link))


def check_asks(asks: Asks, number: int) -> None:
    """Refuse a link that asks too much, or has no number to ring, or too many at once."""
    if len(asks.cards) > MOST_CARDS or any(len(each) > LONGEST_CARD for each in asks.cards):
        raise Refusal("too_many_cards", {"most": MOST_CARDS, "longest": LONGEST_CARD})
    if not asks.phone.strip():
        raise Refusal("no_phone_on_letters")
    if not 1 <= number <= MOST_LINKS:
        raise Refusal("so_many_links", {"most": MOST_LINKS})


def check_runs(log: Log, work: str, by: By) -> None:
    """Refuse whoever does not run the work; and links where nobody keeps those who write safe."""
    opened = work_under(log, work).opened
    assert opened is not None
    whole, mine = partnership_state(log), entries_about(log, by.person)
    on = localdate(by.now)
    check_may(Act.TYPE_FOR_OTHERS, duties_held(whole, mine, on=on, board=opened.fact.board))
    check_may_write(whole, on=on)


def take_code(typed: str, *, asking: Asking) -> Came:
    """Return where a code leads; too many wrong ones from one place are refused, right or wrong."""
    limits = ((rules.WRONG_FROM_HERE, asking.here), (rules.WRONG_ON_PAPER, ""))
    for limit, sign in limits:
        asking.count(limit, sign)
    came = _found(typed, now=asking.now)
    if came is None:
        raise CodeVoid("code_void")
    for limit, sign in limits:
        tallies.take_back(limit, sign, now=asking.now)
    return came


def look_at(typed: str, *, asking: Asking) -> Came:
    """Return where the code of an address leads, to be shown: only a wrong one is written down."""
    sign = asking.here
    rules.WRONG_FROM_HERE.check(
        tallies.counted(rules.WRONG_FROM_HERE, sign, now=asking.now) + 1, asking.now
    )
    came = _found(typed, now=asking.now)
    if came is None:
        asking.count(rules.WRONG_FROM_HERE, sign)
        asking.count(rules.WRONG_ON_PAPER, "")
        raise CodeVoid("code_void")
    return came


def _found(typed: str, *, now: datetime) -> Came | None:
    sign = links.marked(typed)
    answer = answers.by_mark(sign)
    link = None if answer else links.by_mark(sign, now=now)
    return Came(link, answer) if answer or link else None


def begin(link: SayLink, *, now: datetime) -> SayAnswer:
    """Begin an answer by a link, which may have been taken back since."""
    with locked(link.origin) as log:
        check_may_write(partnership_state(log), on=localdate(now))
        found = links.by_mark(link.mark or "", now=now)
        if found is None:
            raise CodeVoid("code_void")
        row, code = answers.begin(found, now=now)
        if code:
            answers.save(row, Draft(code=code))
        return row


def save_card(answer: str, card: int, said: Mapping[str, str], file: File | None) -> None:
    """Keep what somebody says to a card, as far as they have come.

    Shape: `choice`; `told`, the choice in the words of their page; and `words` of their own.
    """
    if len(said.get("words", "")) > LONGEST_SAID:
        raise NotAllowed("too_many_words", {"most": LONGEST_SAID})
    if not any(said.values()) and file is None and not has_file(answer, card):
        raise Refusal("nothing_said")
    with locked(_origin(answer)):
        row, draft = _open(answer)
        answers.save(row, replace(draft, said={**draft.said, str(card): dict(said)}))
        if file is not None:
            files.keep(row.origin, row.id, file, part=card)


def has_file(answer: str, card: int) -> bool:
    """Tell whether a file was sent with a card."""
    return (answer, card) in files.there(_origin(answer), [answer])


def save_who(answer: str, *, shown: str, name: str, capacity: str) -> None:
    """Keep who may know who says it, and as what they say it."""
    if shown not in set(ShownAs):
        raise Refusal("not_chosen")
    if shown == ShownAs.NAMED and not name.strip():
        raise Refusal("no_name_to_show")
    kept = name.strip()[:120] if shown == ShownAs.NAMED else ""
    _change(answer, lambda draft: replace(draft, shown=shown, name=kept, capacity=capacity))


def save_route(answer: str, *, route: str, where: str) -> None:
    """Keep how somebody wishes to be told; the empty route: not at all."""
    if route and route not in set(ToldRoute):
        raise Refusal("not_chosen")
    if route not in ("", ToldRoute.SCREEN) and not where.strip():
        raise Refusal("nowhere_to_tell")
    if len(where) > LONGEST_WHERE:
        raise NotAllowed("too_many_words", {"most": LONGEST_WHERE})
    kept = where.strip() if route not in ("", ToldRoute.SCREEN) else ""
    _change(answer, lambda draft: replace(draft, route=route or "none", where=kept))


def _change(answer: str, change: Callable[[Draft], Draft]) -> None:
    with locked(_origin(answer)):
        row, draft = _open(answer)
        answers.save(row, change(draft))


def send(answer: str, *, now: datetime) -> str:
    """Put what somebody says: a point for each card. All of it in one go, and once."""
    with locked(_origin(answer)):
        row, draft = _open(answer)
        if not draft.shown or not draft.route or not (draft.said or _files(row)):
            raise Refusal("not_all_answered")
        person = add_person(row.origin, draft.name).person
        asks = _asks(row)
        cards = sorted({int(each) for each in draft.said} | {part for part, _ in _files(row)})
        for card in cards:
            wanted = _to_put(row, draft, card, asks)
            point = new_id()
            by = Actor(person, invited=True)
            enter(wanted.fact(person, point), record=row.origin, by=by, now=now)
            if wanted.file is not None:
                files.keep(row.origin, point, wanted.file)
        files.drop(row.origin, [row.id])
        if draft.route != "none":
            reach.keep(row.origin, person, Route(ToldRoute(draft.route), draft.where))
        answers.sent(row, person, now=now)
        answers.save(row, Draft(code=draft.code))
        links.count(row.link or "")
        return person


def _to_put(row: SayAnswer, draft: Draft, card: int, asks: Asks) -> ToPut:
    said = draft.said.get(str(card), {})
    asked = asks.cards[card] if card < len(asks.cards) else ""
    quoted = f"“{asked}”" if asked else ""
    words = " ".join(each for each in (quoted, said.get("told"), said.get("words")) if each)
    return ToPut(
        work=row.work,
        words=words,
        shown_as=ShownAs(draft.shown),
        said_capacity=Capacity(draft.capacity) if draft.capacity in set(Capacity) else None,
        way=PointWay.CARD,
        file=files.find(row.origin, row.id, part=card),
    )


def _files(row: SayAnswer) -> list[tuple[int, str]]:
    return [(part, owner) for owner, part in files.there(row.origin, [row.id])]


def _asks(row: SayAnswer) -> Asks:
    found = SayLink.objects.filter(id=row.link).first()
    return links.opened([found]).get(found.id, Asks()) if found else Asks()


def _origin(answer: str) -> str:
    return answers.find(answer).origin


def _open(answer: str) -> tuple[SayAnswer, Draft]:
    row = answers.find(answer)
    if row.sent_at is not None or row.kind != AnswerKind.CARD:
        raise Refusal("sent_already")
    return row, answers.draft_of(row)


def as_contributor(answer: str, fact: PointConfirmed | PointWithdrawn, *, now: datetime) -> None:
    """Let whoever has the code of an answer take back their point, or say whether it is there."""
    row = answers.find(answer)
    if row.person is None:
        raise NotAllowed("not_your_own")
    with locked(row.origin):
        enter(fact, record=row.origin, by=Actor(row.person), now=now)
        if isinstance(fact, PointWithdrawn):
            tellings.forget(row.origin, [fact.point])


def said_of(point: str, says: str) -> PointConfirmed | PointWithdrawn:
    """Return the fact that somebody says of their point whether it is there, or takes it back."""
    if says == "take_back":
        return PointWithdrawn(point=point)
    if says not in set(PointSays):
        raise Refusal("not_chosen")
    return PointConfirmed(point=point, says=PointSays(says))


def points_here(row: SayAnswer) -> tuple[str, ...]:
    """Return the points that a code leads to."""
    if row.point is not None:
        return (row.point,)
    if row.person is None:
        return ()
    log = Log.objects.get(origin=row.origin)
    return tuple(each.ref for each in contributors.points_of(log, row.person))
