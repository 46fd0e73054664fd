"""How a work began before the record, as all of those it is about tell it who were asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, time

from withus.core.facts.framing import StartAnswered
from withus.core.framing.presence import Sitting, moment
from withus.core.framing.seen import WorkSeen
from withus.core.history.told import Told
from withus.core.history.work import Account, Work
from withus.core.words import AFFECTED, ConfirmedHow


def accepted(seen: WorkSeen, *, before: datetime) -> Iterator[Account]:
    """Yield the accounts of a start before a moment that none of those asked disputes.

    Formula: every affected member of that time was asked, none says that it was not so, and a
        document goes with it.
    Source: findings.md G1, By account.
    """
    for account in seen.work.accounts.values():
        told = account.told
        began = datetime.combine(told.fact.started, time(), UTC)
        said = answers(account, seen.work)
        disputed = any(not each.fact.agrees for each in said.values())
        if began <= before and told.fact.documents and not disputed and all_asked(account, seen):
            yield account


def all_asked(account: Account, seen: WorkSeen) -> bool:
    """Tell whether every affected member was asked who held a place when an account was told."""
    told = account.told
    return all(
        place.made.fact.capacity not in AFFECTED
        or each.taken.entry > told.entry
        or (each.left is not None and each.left.entry < told.entry)
        or each.taken.fact.holding in told.fact.asked
        for place in seen.board.places.values()
        for each in place.holdings
    )


def answers(account: Account, work: Work) -> Mapping[str, Told[StartAnswered]]:
    """Tell what each who was asked says, last, by the place they hold.

    Not: what another typed for them and they have not confirmed; unless it disputes the account,
        which nobody's silence may undo.
    """
    own = {
        each.fact.entry
        for each in work.said.confirmed
        if each.fact.right and each.fact.how is not ConfirmedHow.SECOND_PERSON
    }
    return {
        each.fact.holding: each
        for each in account.answers
        if each.typed_by is None or each.entry in own or not each.fact.agrees
    }


def in_by_account(account: Account, work: Work, everybody: Iterable[Sitting]) -> Iterator[Sitting]:
    """Yield those who were in when a work began, as they tell it themselves.

    Formula: of those it is about, whoever was asked and says so; of the others, all who held a
        place when it was told.
    """
    told, said = account.told, answers(account, work)
    was_in = {name for name, each in said.items() if each.fact.agrees and each.fact.was_in}
    for each in everybody:
        held = each.entry < told.entry and (each.until is None or moment(told.at) <= each.until)
        affected = each.capacity in AFFECTED
        if each.holding in was_in or (held and not affected):
            yield each
