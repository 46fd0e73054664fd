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
