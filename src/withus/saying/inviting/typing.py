"""What somebody said, as it is typed for them."""

from __future__ import annotations

from withus.saying.inviting import shown
from withus.saying.language import _


def option(what: str, to: str) -> str:
    """Tell what somebody may have said, in their own voice.

    Example: “I leave my place.” Coming Home board
    """
    said = {
        "takes": _("“Yes, I take it.” %(to)s"),
        "leaves": _("“I leave my place.” %(to)s"),
        "shown": _("“Show me in another way.” %(to)s"),
    }[what]
    return said % {"to": to}


def entered(name: str, what: str, to: str, shown_as: str) -> str:
    """Tell what will be entered, for whoever types it to check."""
    told = {"name": name, "to": to, "way": shown.of_another(shown_as)}
    return {
        "takes": _("%(name)s says yes to this: %(to)s. They are shown %(way)s."),
        "leaves": _("%(name)s leaves their place: %(to)s."),
        "shown": _("%(name)s is shown %(way)s from now on: %(to)s."),
    }[what] % told
