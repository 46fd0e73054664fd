"""What can have happened, in the past tense: the only things the record holds."""

from withus.core.facts import (
    answering,
    deciding,
    drafting,
    framing,
    joining,
    keeping,
    meeting,
    supporting,
)
from withus.core.facts.fact import Fact

FACTS: tuple[type[Fact], ...] = (
    *joining.FACTS,
    *keeping.FACTS,
    *meeting.FACTS,
    *deciding.FACTS,
    *framing.FACTS,
    *drafting.FACTS,
    *answering.FACTS,
    *supporting.FACTS,
)
"""Every type of fact there is. A type is never changed, only joined by a next version."""
