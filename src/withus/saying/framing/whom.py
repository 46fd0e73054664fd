"""Whether both sides have said whom a work is about, and what follows where they have not."""

from __future__ import annotations

from withus.core.findings.finding import NotEnough
from withus.core.framing.scope import Scope
from withus.saying.framing.work import whom
from withus.saying.language import _


def settled(found: Scope | NotEnough) -> str:
    """Tell whom a work is about, or why that is not settled."""
    if isinstance(found, Scope):
        return whom(found.d, f_is_d=found.f_is_d)
    return {
        "scope_not_confirmed": _(
            "Not settled yet. One of the people it is about and the host must each say it, two "
            "different people. Until then nothing is said of how shared it was."
        ),
        "sides_differ": _("The two sides say it differently. Talk, and say it again."),
        "scope_challenged": _("Somebody says that this is not so. It waits to be settled."),
    }[found.reason]
