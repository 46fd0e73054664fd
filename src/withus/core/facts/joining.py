"""Joining: a partnership, its organisations, boards and places, and who takes and leaves them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from withus.core.facts.fact import Fact, SealedPerson, SealedText, Stream
from withus.core.facts.forms import (
    ID,
    ROOT,
    ADay,
    DayOrNothing,
    Document,
    Id,
    IdOrNothing,
    Name,
    NotSo,
    OneOf,
    OrNothing,
    Rules,
    SetOf,
    Share,
    Tags,
    Whole,
    WholeOrNothing,
    Yes,
)
from withus.core.proofs.canonical import Json
from withus.core.words import (
    Capacity,
    ChosenBy,
    Country,
    Duty,
    Ended,
    Level,
    MandateMethod,
    OrganisationKind,
    PaidBy,
    Paper,
    PlaceKind,
    ReportRoute,
    ShownAs,
)

A_FOREIGN = re.compile(
    r"[^\s+#@,\x00-\x1f]{1,200}#(?P<index>0|[1-9][0-9]{0,15})@(?P<size>[1-9][0-9]{0,15})"
    r",(?P<root>[A-Za-z0-9+/]{43}=)"
)
Follows = Annotated[dict[str, Any] | None, OrNothing(Document(dict))]


@dataclass(frozen=True, slots=True)
class AboveForm:
    """A board of this partnership by its id, or one elsewhere by where it stands in its record."""

    refers: ClassVar[bool] = True

    def write(self, value: Any) -> Json:
        """Write the board's id, or its place in the other record: `origin#index@size,root`.

        Errors: NotSo `not_the_form`, also for an index that is not within the size.
        """
        if not isinstance(value, str) or "#" not in value:
            return ID.write(value)
        found = A_FOREIGN.fullmatch(value)
        if found is None or int(found["index"]) >= int(found["size"]):
            raise NotSo("not_the_form", {"expected": "foreign board"})
        ROOT.write(found["root"])
        return value

    read = write


Above = Annotated[str | None, OrNothing(AboveForm())]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnershipOpened(Fact):
    """People and organisations began to share a record, in earnest or as a practice run."""

    TYPE = "partnership.opened.v1"
    name: Name
    practice: Yes
    follows: Follows
    country: Annotated[Country, OneOf(Country)]
    about: SealedText


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnershipClosed(Fact):
    """A partnership came to its end."""

    TYPE = "partnership.closed.v1"
    ground: Name


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationJoined(Fact):
    """A body took part."""

    TYPE = "organisation.joined.v1"
    MINTS = "organisation"
    organisation: Id
    name: Name
    kind: Annotated[OrganisationKind, OneOf(OrganisationKind)]


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyGiven(Fact):
    """Somebody took on a duty, for a board or for the whole partnership."""

    TYPE = "duty.given.v1"
    MINTS = "given"
    BY_NOBODY = True
    given: Id
    duty: Annotated[Duty, OneOf(Duty)]
    board: IdOrNothing
    from_: ADay
    until: DayOrNothing
    person: SealedPerson


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyEnded(Fact):
    """Somebody laid a duty down."""

    TYPE = "duty.ended.v1"
    BY_NOBODY = True
    given: Id
    until: ADay


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardOpened(Fact):
    """A board began, at a level and perhaps under another board."""

    TYPE = "board.opened.v1"
    STREAM = Stream.BOARD
    MINTS = "board"
    board: Id
    name: Name
    level: Annotated[Level, OneOf(Level)]
    parent: Above
    formats: Annotated[frozenset[Paper], SetOf(OneOf(Paper))]


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardClosed(Fact):
    """A board came to its end."""

    TYPE = "board.closed.v1"
    STREAM = Stream.BOARD
    board: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesSet(Fact):
    """A board's rules were set: all of them, from a day on."""

    TYPE = "rules.set.v1"
    STREAM = Stream.BOARD
    board: Id
    rules: Rules
    from_: ADay
    decision: IdOrNothing


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMade(Fact):
    """A board got a place, held in a capacity."""

    TYPE = "place.made.v1"
    STREAM = Stream.BOARD
    MINTS = "place"
    place: Id
    board: Id
    capacity: Annotated[Capacity, OneOf(Capacity)]
    kind: Annotated[PlaceKind, OneOf(PlaceKind)]
    tags: Tags
    chair: Yes
    vote_from: DayOrNothing
    vote_until: DayOrNothing
    term_until: DayOrNothing
    chosen_by: Annotated[ChosenBy, OneOf(ChosenBy)]
    paid_by: Annotated[PaidBy, OneOf(PaidBy)]
    post: SealedText


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceEnded(Fact):
    """A board lost a place."""

    TYPE = "place.ended.v1"
    STREAM = Stream.REFERRED
    REFERS_BY = "place"
    place: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceTaken(Fact):
    """Somebody took a place."""

    TYPE = "place.taken.v1"
    STREAM = Stream.REFERRED
    REFERS_BY = "place"
    MINTS = "holding"
    place: Id
    holding: Id
    shown_as: Annotated[ShownAs, OneOf(ShownAs)]
    person: SealedPerson


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLeft(Fact):
    """Somebody left a place."""

    TYPE = "place.left.v1"
    STREAM = Stream.REFERRED
    REFERS_BY = "holding"
    holding: Id
    how: Annotated[Ended, OneOf(Ended)]
    early: Yes


@dataclass(frozen=True, slots=True, kw_only=True)
class DeputyNamed(Fact):
    """A member chose who may come in their stead."""

    TYPE = "deputy.named.v1"
    STREAM = Stream.REFERRED
    REFERS_BY = "place"
    MINTS = "deputy"
    deputy: Id
    place: Id
    capacity: Annotated[Capacity, OneOf(Capacity)]
    meeting: IdOrNothing
    person: SealedPerson


@dataclass(frozen=True, slots=True, kw_only=True)
class DeputyEnded(Fact):
    """A member's deputy may no longer come."""

    TYPE = "deputy.ended.v1"
    STREAM = Stream.REFERRED
    REFERS_BY = "deputy"
    deputy: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateGranted(Fact):
    """A number of people chose somebody to speak for them, and may recall them."""

    TYPE = "mandate.granted.v1"
    STREAM = Stream.REFERRED
    REFERS_BY = "holding"
    MINTS = "mandate"
    mandate: Id
    holding: Id
    method: Annotated[MandateMethod, OneOf(MandateMethod)]
    roll: WholeOrNothing
    voted: WholeOrNothing
    from_: ADay
    until: DayOrNothing
    report_every: Whole
    recall_share: Share
    constituency: SealedText


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateEnded(Fact):
    """A mandate came to its end."""

    TYPE = "mandate.ended.v1"
    STREAM = Stream.REFERRED
    REFERS_BY = "mandate"
    mandate: Id
    how: Annotated[Ended, OneOf(Ended)]


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateReported(Fact):
    """Whoever holds a mandate told those who gave it what they had done."""

    TYPE = "mandate.reported.v1"
    STREAM = Stream.REFERRED
    REFERS_BY = "mandate"
    mandate: Id
    routes: Annotated[frozenset[ReportRoute], SetOf(OneOf(ReportRoute))]
    report: SealedText


FACTS = (
    PartnershipOpened,
    PartnershipClosed,
    OrganisationJoined,
    DutyGiven,
    DutyEnded,
    BoardOpened,
    BoardClosed,
    RulesSet,
    PlaceMade,
    PlaceEnded,
    PlaceTaken,
    PlaceLeft,
    DeputyNamed,
    DeputyEnded,
    MandateGranted,
    MandateEnded,
    MandateReported,
)
