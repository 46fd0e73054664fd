"""Who may set a partnership up, what they have planned so far, and boards to start from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from withus.core.rules.rights import Role
from withus.core.words import Duty
from withus.questions.rights import duties_of
from withus.stores.accounts.accounts import partnerships_of, people_of
from withus.stores.joining.models import DutyRow
from withus.stores.people.identity import names_of_people
from withus.stores.setting_up import drafts
from withus.stores.setting_up.drafts import Drafted

MOST_LOOKED_AT = 2  # partnerships: each is a few questions
MOST_BOARDS = 30


@dataclass(frozen=True, slots=True)
class Officer:
    """Whoever is an officer of a host already, and so may set up another partnership."""

    origin: str
    person: str
    name: str


def draft(wanted: str, account: str) -> Drafted:
    """Return a draft of an account; refuse one that is not theirs."""
    return drafts.find(wanted, account)


def drafted(account: str) -> list[Drafted]:
    """Return what somebody is setting up."""
    return drafts.of_account(account)


def officer(account: str, *, on: date) -> Officer | None:
    """Return where somebody is the host's officer; None where they are nowhere."""
    for origin, person in hosting(account, on=on):
        if Role.OFFICER in duties_of(origin, person, on=on):
            return Officer(origin, person, names_of_people([person]).get(person, ""))
    return None


def hosting(account: str, *, on: date) -> Iterator[tuple[str, str]]:
    """Yield whom somebody is in the partnerships that have an officer, the latest few."""
    rows = DutyRow.objects.filter(
        origin__in=partnerships_of(account), duty=Duty.HOST, board=None, from_day__lte=on
    )
    found = rows.exclude(until_day__lte=on).order_by("-id").values_list("origin", flat=True)
    for origin in list(dict.fromkeys(found))[:MOST_LOOKED_AT]:
        yield from ((origin, each) for each in people_of(account, origin)[:1])
