"""Where the responsibility sits, in words: how far up, and who decides there."""

from __future__ import annotations

from withus.core.deciding.mirror import Mirror
from withus.core.findings.finding import NotEnough
from withus.saying.deciding.mirror import in_short
from withus.saying.language import _, ngettext


def where(names: list[str], *, elsewhere: str | None, more: bool) -> str:
    """Tell where the responsibility sits, by the boards above one, the nearest first.

    Example: The responsibility sits with Thornmere Cabinet, two boards above this one.
    """
    if elsewhere is not None and not names:
        return _("The board above this one is in another record, %(record)s.") % {
            "record": elsewhere
        }
    if not names:
        return _("It sits here: no board above this one was entered.")
    told = {"board": names[-1], "record": elsewhere, "count": len(names)}
    if elsewhere is not None:
        return _("It goes up past %(board)s, to a board in another record, %(record)s.") % told
    if more:
        return _("It goes up past %(board)s, to boards that are not drawn here.") % told
    return (
        ngettext(
            "It sits with %(board)s, the board above this one.",
            "It sits with %(board)s, %(count)d boards above this one.",
            len(names),
        )
        % told
    )


def who_decides(means: Mirror | NotEnough) -> str:
    """Tell whether the people it is about have a say on a board, and whether it is needed.

    Example: Nobody it is about votes there.
    """
    if isinstance(means, Mirror) and means.members and not means.affected:
        return _("Nobody it is about votes there.")
    return in_short(means)


def cannot_tell(elsewhere: str | None) -> str:
    """Tell what a page cannot tell of a board in another record."""
    return _("Who decides there, this page cannot tell from here.") if elsewhere else ""
