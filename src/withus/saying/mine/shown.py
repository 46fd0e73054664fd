"""How a place shows its holder, as somebody chooses it for themselves."""

from __future__ import annotations

from withus.core.words import ShownAs
from withus.saying.language import _


def choices() -> list[tuple[str, str]]:
    """Tell each way to be shown, what shows least last."""
    return [
        (ShownAs.NAMED.value, _("By my name, on the board’s page, where anybody can read it")),
        (ShownAs.ROLE.value, _("By my role only: that the place is held, and in which capacity")),
        (ShownAs.COUNTED.value, _("Counted only: the place is in the figures, and no more")),
    ]


def now_shown(code: ShownAs) -> str:
    """Tell how a place of one's own is shown now."""
    return {
        ShownAs.NAMED: _("Your name is shown"),
        ShownAs.ROLE: _("Your role only is shown"),
        ShownAs.COUNTED: _("You are counted only"),
    }[code]
