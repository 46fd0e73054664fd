"""The field's own words, as the closed sets that rules and figures are worked out over."""

from enum import StrEnum


class Capacity(StrEnum):
    """In what capacity a place is held: it belongs to the place, never to the person."""

    DRAWS_ON_SERVICES = "draws_on_services"
    UNPAID_CARERS = "unpaid_carers"
    COMMUNITY = "community"
    SERVICES = "services"
    ELECTED = "elected"
    INDEPENDENT = "independent"
    OTHER = "other"
    UNSURE = "unsure"


AFFECTED = frozenset({Capacity.DRAWS_ON_SERVICES, Capacity.UNPAID_CARERS})
"""The people it is about: those who draw on care and support, and unpaid carers."""


class Standing(StrEnum):
    """Whether somebody listed sits as a member or is there in support, and how surely."""

    MEMBER = "member"
    PERHAPS_MEMBER = "perhaps_member"  # counted as a member; may be there as an adviser
    PERHAPS_IN_SUPPORT = "perhaps_in_support"  # counted in support; may be a member
    IN_SUPPORT = "in_support"

    @property
    def counts(self) -> bool:
        """Tell whether the reading counts this person as a member."""
        return self in (Standing.MEMBER, Standing.PERHAPS_MEMBER)

    @property
    def sure(self) -> bool:
        """Tell whether nothing on the page leaves this open."""
        return self in (Standing.MEMBER, Standing.IN_SUPPORT)


class Level(StrEnum):
    """How near to a person's own life a board decides."""

    PERSON = "person"
    COMMUNITY = "community"
    COUNCIL = "council"
    NATION = "nation"


class PlaceKind(StrEnum):
    """How a place on a board comes to be filled."""

    REPRESENTATIVE = "representative"  # to be chosen by a number of people, who can recall them
    DRAWN = "drawn"  # by lot
    NAMED = "named"  # asked or put forward by a body
    POST = "post"  # whoever holds a post


class ChosenBy(StrEnum):
    """Who fills a place."""

    ORGANISATION = "organisation"
    ROLL = "roll"
    SELF = "self"
    POST = "post"


class PaidBy(StrEnum):
    """Who pays for the time of whoever holds a place."""

    SERVICE = "service"
    ULO = "ulo"
    NOBODY = "nobody"


class ShownAs(StrEnum):
    """How much of a person a place shows: they choose."""

    NAMED = "named"
    ROLE = "role"
    COUNTED = "counted"


class OrganisationKind(StrEnum):
    """What sort of body takes part; a ULO is led by the people it is about."""

    COUNCIL = "council"
    NHS = "nhs"
    ULO = "ulo"
    CHARITY = "charity"
    OTHER = "other"


class Duty(StrEnum):
    """What somebody has taken on for a partnership or a board, beside any place they hold."""

    SAFEGUARDING = "safeguarding"
    DATA = "data"
    FACILITATOR = "facilitator"
    HOST = "host"
    ULO_CONTACT = "ulo_contact"


class Country(StrEnum):
    """Whose bank holidays count."""

    ENGLAND = "england"
    WALES = "wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern_ireland"


class Paper(StrEnum):
    """A form in which something to read can be out."""

    STANDARD = "standard"
    EASY_READ = "easy_read"
    LARGE_PRINT = "large_print"
    BSL = "bsl"
    AUDIO = "audio"
    WELSH = "welsh"


class Ended(StrEnum):
    """How somebody left a place, or a mandate came to its end."""

    ENDED = "ended"
    RESIGNED = "resigned"
    RECALLED = "recalled"
    QUALIFICATION_LOST = "qualification_lost"


class ConfirmedHow(StrEnum):
    """How somebody confirmed what another had entered for them."""

    OWN_CODE = "own_code"
    SECOND_PERSON = "second_person"
    LETTER = "letter"


class ChallengeGround(StrEnum):
    """What a challenge says of an entry."""

    EARLIER_PLAN = "earlier_plan"
    CAPACITY = "capacity"
    SCOPE = "scope"
    PRESENCE = "presence"


class ChallengeOutcome(StrEnum):
    """What became of a challenge."""

    UPHELD = "upheld"
    NOT_UPHELD = "not_upheld"
    WITHDRAWN = "withdrawn"


class WithdrawnGround(StrEnum):
    """Why a text is no longer shown."""

    SAFEGUARDING = "safeguarding"
    DEFAMATION = "defamation"
    PRIVATE = "private"
    COURT_ORDER = "court_order"
    OTHER = "other"


class ErasedGround(StrEnum):
    """Why somebody's name and words were erased."""

    ASKED = "asked"
    NOT_NEEDED = "not_needed"
    COURT_ORDER = "court_order"
    DIED = "died"
    OTHER = "other"


class AskKind(StrEnum):
    """What somebody asks about how their information is held."""

    SEE = "see"
    CORRECT = "correct"
    OBJECT = "object"
    COMPLAIN = "complain"
    ERASE = "erase"


class ReportRoute(StrEnum):
    """How whoever holds a mandate told those who gave it."""

    MEETING = "meeting"
    EMAIL = "email"
    LETTER = "letter"
    CALL = "call"
    PAGE = "page"


class MandateMethod(StrEnum):
    """How a mandate was given."""

    BALLOT = "ballot"
    SHOW_OF_HANDS = "show_of_hands"
    COMMITTEE = "committee"
    OTHER = "other"


class MotionKind(StrEnum):
    """What a board is asked to decide."""

    TEXT = "text"
    QUESTION = "question"
    MONEY = "money"
    RULES = "rules"
    POLICY = "policy"
    PROMISE = "promise"
    REVIEW = "review"
    PUBLISH = "publish"
    OTHER = "other"


class Way(StrEnum):
    """How somebody takes part in a meeting."""

    ROOM = "room"
    PHONE = "phone"
    LINK = "link"


class Placed(StrEnum):
    """What became of an item that somebody asked for."""

    ON = "on"
    REFUSED = "refused"
    NOT_REACHED = "not_reached"


class NeedsMet(StrEnum):
    """Whether what people need to take part in a meeting was there for them."""

    ALL_MET = "all_met"
    NOT_ALL_MET = "not_all_met"
    WENT_ON = "went_on"  # it was not, and those whose need it was said to go on


class Position(StrEnum):
    """What somebody says to a motion."""

    AGREE = "agree"
    DISAGREE = "disagree"
    ASIDE = "aside"


class Outcome(StrEnum):
    """What came of a motion."""

    MAY_NOT = "may_not"
    NOT_CARRIED = "not_carried"
    CARRIED = "carried"
    ADVISED = "advised"
    WAITING = "waiting"  # for those who were away and may still assent
    LAPSED = "lapsed"  # none of them did, or too few
    UNSETTLED = "unsettled"  # it hangs on what another entered for somebody


class ObjectionOutcome(StrEnum):
    """What became of an objection."""

    CHANGED = "changed"  # what is decided was changed, and whoever objected is content
    KEPT = "kept"  # it was answered, and whoever made it still holds it
    WITHDRAWN = "withdrawn"  # by whoever made it


class HowKnown(StrEnum):
    """How it is known what was decided elsewhere."""

    MINUTES = "minutes"
    LETTER = "letter"
    WAS_TOLD = "was_told"
    NEWS = "news"
    OTHER = "other"


class Signed(StrEnum):
    """What a body that had to sign a decision made of it."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"  # and it did not come back
    CAME_BACK = "came_back"
    REFUSED = "refused"


class MeetingStage(StrEnum):
    """How far a meeting has come."""

    CALLED = "called"
    CANCELLED = "cancelled"
    OPEN = "open"
    CLOSED = "closed"


class Side(StrEnum):
    """On which side of a work somebody speaks where each side must."""

    AFFECTED = "affected"
    HOST = "host"


class Step(StrEnum):
    """How far power is shared, from least to most: after the ladder of co-production.

    Source: Think Local Act Personal and the National Co-production Advisory Group.
    """

    INFORMING = "informing"
    CONSULTATION = "consultation"
    ENGAGEMENT = "engagement"
    CO_DESIGN = "co_design"
    CO_PRODUCTION = "co_production"
    USER_LED = "user_led"


class Stage(StrEnum):
    """How far a work has come, in order; when each closes is worked out, never entered."""

    FRAME = "frame"
    DESIGN = "design"
    DECIDE = "decide"
    DELIVER = "deliver"
    REVIEW = "review"


class Shows(StrEnum):
    """Whether the record shows something: no evidence is never yes, and never no."""

    SHOWN = "shown"
    NOT = "not"
    CANNOT = "cant"


class Begun(StrEnum):
    """How it is known that people were in before a plan began."""

    IN_THE_RECORD = "in_the_record"
    AGAIN = "again"  # an earlier plan or a proposal was set aside with their assent
    BY_ACCOUNT = "by_account"  # as all of them tell it, of a time before the record


class ExistingKind(StrEnum):
    """What there was before a work began."""

    FIXED = "fixed"  # law or budget, by whoever said so: no plan
    EARLIER_PLAN = "earlier_plan"
    PROPOSAL = "proposal"


class Version(StrEnum):
    """A text in another form: of the same authors, for other readers."""

    EASY_READ = "easy_read"
    BSL = "bsl"
    WELSH = "welsh"


class SuggestionOutcome(StrEnum):
    """What became of a suggestion to a passage."""

    MERGED = "merged"
    PARTLY = "partly"
    NOT = "not"
    WITHDRAWN = "withdrawn"


class PointWay(StrEnum):
    """How a point reached the work."""

    TYPED = "typed"
    PHONE = "phone"
    LETTER = "letter"
    MEETING = "meeting"
    CARD = "card"  # answered by a link, without an account
    GROUP = "group"  # what several people agreed, entered by one


class PointOutcome(StrEnum):
    """What was answered to a point, or to the points of a theme."""

    ADOPTED = "adopted"
    PARTLY = "partly"
    NOT = "not"


class PointSays(StrEnum):
    """What whoever put a point says of where it went."""

    THERE = "there"
    PARTLY = "partly"
    NOT_THERE = "not_there"


class ToldRoute(StrEnum):
    """How somebody was told what became of what they said."""

    SCREEN = "screen"
    EMAIL = "email"
    LETTER = "letter"
    TEXT = "text"
    CALL = "call"
    SOMEONE = "someone"  # through somebody they trust
