"""What is held about somebody, store by store, opened for them.

Every table in stores/holding.py that can hold something of a person is in a part here, or in
NOT_OPENED; a test holds the two against each other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, Subquery

from withus.core.facts.encoding import kinds
from withus.core.facts.fact import Seal, layout
from withus.core.facts.sealing import Opening
from withus.core.words import Position
from withus.questions.held_of_points import beside_points
from withus.questions.mine import Known, duties_of, places_of
from withus.stores.accounts.accounts import addresses
from withus.stores.accounts.models import Account, Link, OwnCode
from withus.stores.accounts.visits import visits_of
from withus.stores.asking.asks import of_person as asks_of
from withus.stores.deciding.models import PositionRow
from withus.stores.drafting.unshared import of_person as of_writer
from withus.stores.inviting.invitations import Sealed, opened, state_of
from withus.stores.inviting.models import Invitation
from withus.stores.joining.models import HoldingRow
from withus.stores.keys.locker import find_keys
from withus.stores.meeting.needs import answers_to, of_people
from withus.stores.meeting.notices import to_person
from withus.stores.meeting.past_minutes import by_person
from withus.stores.record.models import Indexed, SealedValue
from withus.stores.record.openings import find_openings
from withus.stores.signing_in import councils, factors, passkeys
from withus.stores.tokens.tokens import names_of, tokens_of
from withus.stores.worrying.worries import hidden
from withus.stores.worrying.worries import of_person as worries_of

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose things are asked for: a person, and the account they are signed in with."""

    known: Known
    account: str
    now: datetime

    @property
    def origin(self) -> str:
        """Tell in which partnership."""
        return self.known.live.log.origin


class Sheet(StrEnum):
    """Which sheet to print a part is on: each is read in a few statements."""

    HERE = "here"
    WROTE = "wrote"
    ACCOUNT = "account"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of what is held: which tables it lies in, and how it is opened."""

    code: str
    tables: tuple[str, ...]
    rows: Callable[[Holder], list[Row]]
    sheet: Sheet


def name(who: Holder) -> list[Row]:
    """Return a name, and what somebody is called in the record instead of it."""
    called = sorted(who.known.me.pseudonyms.values())
    return [{"name": who.known.me.name, "called": called, "id": who.known.me.person}]


def ways_in(who: Holder) -> list[Row]:
    """Return the addresses of the account, and when its code on paper was made."""
    theirs = OuterRef("pk")
    codes = OwnCode.objects.filter(account=theirs).values("made_at")
    told: dict[str, Any] = {
        "code_made": Subquery(codes[:1]),
        "checked_twice": Exists(factors.those_on().filter(account=theirs)),
        "tied": Exists(councils.ties().filter(account=theirs)),
    }
    account: Any = Account.objects.annotate(**told).get(pk=who.account)
    found: list[Row] = [{"address": each} for each in addresses(account)]
    found += [{"code_made": account.code_made}] if account.code_made else []
    found += [{"passkey": each.name, "made": each.made_on} for each in passkeys.of(account)]
    found += [{"spare": factors.spare_left(account)}] if account.checked_twice else []
    return [*found, {"council": "yes"}] if account.tied else found


def acting(who: Holder) -> list[Row]:
    """Return how many accounts act for somebody, and for how many others theirs acts."""
    me, mine = Q(person=who.known.me.person), Q(account=who.account)
    told = {"accounts": Count("pk", filter=me), "others": Count("pk", filter=mine & ~me)}
    return [Link.objects.filter(me | mine, origin=who.origin).aggregate(**told)]


def visits(who: Holder) -> list[Row]:
    """Return until when each sign-in of the account can go on."""
    return [{"until": until} for until in visits_of(who.account, now=who.now)]


def programs(who: Holder) -> list[Row]:
    """Return the keys by which programs act for somebody, as their account named them."""
    found = [
        each
        for each in tokens_of(who.account, now=who.now)
        if (each.link.origin, each.link.person) == (who.origin, who.known.me.person)
    ]
    names = names_of(found)
    return [
        {"called_by_you": names.get(each.id, ""), "made": each.made_at, "until": each.until}
        for each in found
    ]


def invitations(who: Holder) -> list[Row]:
    """Return how somebody was invited, and what became of it; of an open one, where it was sent."""
    me = who.known.me
    found = Invitation.objects.filter(origin=who.origin, person=me.person)
    rows = list(found.order_by("made_at", "id"))
    secret = find_keys([me.key]).get(me.key) if any(row.sealed for row in rows) else None
    sealed = opened(rows, {me.person: secret}) if secret else {}
    return [
        {
            "made": row.made_at,
            "until": row.until,
            "route": row.route,
            "state": state_of(row, now=who.now).value,
            "address": sealed.get(row.id, Sealed()).address,
            "phone": sealed.get(row.id, Sealed()).phone,
        }
        for row in rows
    ]


def places(who: Holder) -> list[Row]:
    """Return the places somebody holds or held."""
    found = places_of(who.known)
    return [
        {
            "entry": each.entry,
            "board": each.name,
            "capacity": each.capacity,
            "shown_as": each.shown_as,
            "from": each.since,
            "until": each.left,
        }
        for each in found
    ]


def duties(who: Holder) -> list[Row]:
    """Return the duties somebody has or had."""
    found = duties_of(who.known)
    return [
        {"entry": each.entry, "duty": each.duty, "from": each.since, "until": each.until}
        for each in found
    ]


def words(who: Holder) -> list[Row]:
    """Return the words somebody entered or had typed for them, unless a worry hides them."""
    log, called = who.known.live.log, who.known.called
    theirs = Indexed.objects.filter(log=log, by__in=called)
    entered = dict(theirs.values_list("index", "type"))
    rows = SealedValue.objects.filter(log=log, entry__in=theirs.values("index")).exclude(key="")
    texts = [
        (entry, path)
        for entry, path in rows.order_by("entry", "path").values_list("entry", "path")
        if layout(kinds()[entered[entry]]).sealed[path] is Seal.TEXT
    ]
    openings = find_openings(log, {entry for entry, _ in texts})
    away = hidden(who.origin, entered)
    return [
        {"entry": entry, "field": path, **_opened(openings[entry].get(path), entry in away)}
        for entry, path in texts
    ]


def _opened(opening: object, away: bool) -> Row:
    if away:
        return {"hidden": True}
    return {"words": opening.value if isinstance(opening, Opening) else None}


def entries(who: Holder) -> list[Row]:
    """Return the numbers and types of the entries about somebody, or by them."""
    rows = Indexed.objects.filter(who.known.about, log=who.known.live.log).order_by("index")
    return [{"entry": index, "type": kind} for index, kind in rows.values_list("index", "type")]


def asked(who: Holder) -> list[Row]:
    """Return what somebody asked about how their information is held."""
    return [
        {
            "kind": each.kind,
            "made": each.made,
            "due": each.due,
            "answered": each.stands.answered,
            "words": each.words,
            "answer": each.answer,
            "on_hold": each.reason,
        }
        for each in asks_of(who.origin, who.known.me.person)
    ]


def worries(who: Holder) -> list[Row]:
    """Return the worries under which somebody wrote their name; of others nothing says whose."""
    found = worries_of(who.origin, who.known.me.person)
    return [{"made": each.made, "entry": each.entry, "words": each.words} for each in found]


def needs(who: Holder) -> list[Row]:
    """Return what somebody needs to take part, and whether it was there at each meeting."""
    person = who.known.me.person
    said = of_people(who.origin, [person]).get(person)
    found: list[Row] = [{"needs": sorted(said.codes), "words": said.words}] if said else []
    return found + [{"answer_at": each} for each in answers_to(who.origin, person).values()]


def stands(who: Holder) -> list[Row]:
    """Return where somebody has said they stand in meetings under way, until rolls are closed."""
    held = HoldingRow.objects.filter(origin=who.origin, entry__in=who.known.named()).values("ref")
    rows = PositionRow.objects.filter(origin=who.origin, holding__in=held).order_by("id")
    return [
        {"meeting": row.meeting, "motion": row.motion, "position": Position(row.position)}
        for row in rows
    ]


def writing(who: Holder) -> list[Row]:
    """Return what somebody is writing and has shared with nobody yet."""
    found = of_writer(who.origin, who.known.me.person)
    return [{"made": each.changed, "words": each.typed.text} for each in found]


def notices(who: Holder) -> list[Row]:
    """Return of which entries about meetings somebody was told, how and when."""
    found = to_person(who.origin, who.known.me.person)
    return [{"entry": each.entry, "route": each.route, "made": each.told} for each in found]


def past_minutes(who: Holder) -> list[Row]:
    """Return when somebody put in minutes of a board's earlier meetings."""
    return [{"made": made} for _, made in by_person(who.origin, who.known.me.person)]


PARTS: tuple[Part, ...] = (
    Part("name", ("people_person", "people_namemark"), name, Sheet.HERE),
    Part(
        "ways_in",
        (
            *("accounts_account", "accounts_address", "accounts_owncode"),
            *("signing_in_passkey", "signing_in_secondfactor", "signing_in_sparecode"),
            "signing_in_councillink",
        ),
        ways_in,
        Sheet.ACCOUNT,
    ),
    Part("acting", ("accounts_link",), acting, Sheet.ACCOUNT),
    Part("visits", ("signing_in_session",), visits, Sheet.ACCOUNT),
    Part("programs", ("tokens_token", "tokens_repeatable", "tokens_pace"), programs, Sheet.HERE),
    Part("invitations", ("inviting_invitation",), invitations, Sheet.HERE),
    Part("places", ("joining_holdingrow", "joining_placerow"), places, Sheet.HERE),
    Part("duties", ("joining_dutyrow",), duties, Sheet.HERE),
    Part("needs", ("meeting_need", "meeting_needsat"), needs, Sheet.HERE),
    Part("stands", ("deciding_positionrow",), stands, Sheet.HERE),
    Part("notices", ("meeting_notice",), notices, Sheet.HERE),
    Part(
        "points",
        (
            *("answering_pointrow", "answering_attachment", "answering_reach"),
            *("answering_sayanswer", "answering_telling"),
        ),
        lambda who: beside_points(who.known.live.log, who.known.me.person),
        Sheet.WROTE,
    ),
    Part("writing", ("drafting_unshared",), writing, Sheet.WROTE),
    Part("past_minutes", ("meeting_pastminutes",), past_minutes, Sheet.WROTE),
    Part("words", ("record_sealedvalue",), words, Sheet.WROTE),
    Part(
        "entries",
        ("record_leaf", "record_indexed", "record_keptstate", "record_minted"),
        entries,
        Sheet.HERE,
    ),
    Part("asks", ("asking_ask",), asked, Sheet.WROTE),
    Part("worries", ("worrying_worry",), worries, Sheet.WROTE),
)
NOT_OPENED: Mapping[str, str] = {
    "django_tasks_database_dbtaskresult": "jobs",
    "joining_partnershiprow": "bodies",
    "joining_organisationrow": "bodies",
    "joining_boardrow": "bodies",
    "meeting_carriedrow": "bodies",
    "meeting_liverow": "under_way",
    "meeting_turnrow": "under_way",
    "meeting_meetingrow": "bodies",
    "meeting_paperfile": "papers",
    "deciding_motionrow": "bodies",
    "framing_workrow": "bodies",
    "answering_themerow": "bodies",
    "answering_saylink": "bodies",
    "wording_counted": "bodies",
    "people_forgetting": "erasing",
    "people_hold": "erasing",
    "practising_thrownaway": "practice",
    "record_cosignature": "bodies",
    "keys_key": "keys",
    "setting_up_draft": "drafts",
    "outbox_mail": "on_its_way",
    "signing_in_sentcode": "on_its_way",
    "signing_in_tally": "tries",
}
"""What cannot be shown as somebody's own, by the reason why."""


def held(who: Holder, *, on: Sheet | None = None) -> dict[str, list[Row]]:
    """Return what is held about somebody, part by part: everything, or what is on one sheet."""
    return {part.code: part.rows(who) for part in PARTS if on in (None, part.sheet)}


def part(code: str) -> Part | None:
    """Return a part by its code."""
    return next((each for each in PARTS if each.code == code), None)
