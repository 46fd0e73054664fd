"""What each duty means for whoever is to have it, said to whoever names them."""

from __future__ import annotations

from withus.core.words import Duty
from withus.saying.language import _


def means(duty: Duty) -> str:
    """Tell what somebody does who has a duty; nothing of those that nobody is asked for here."""
    return {
        Duty.SAFEGUARDING: _(
            "People’s worries come to this person, and to nobody else. They help to keep people "
            "safe."
        ),
        Duty.DATA: _(
            "This person answers when people ask what is held about them, or want it taken away."
        ),
        Duty.FACILITATOR: _(
            "This person invites people, calls meetings, and types for those who do not use the "
            "pages."
        ),
    }.get(duty, "")
