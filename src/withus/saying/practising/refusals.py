"""Why a practice run cannot go live or be thrown away, and what to do next."""

from __future__ import annotations

from withus.saying.language import _


def refusals() -> dict[str, tuple[str, str]]:
    """Tell why a practice run does not end, or a live record does not begin."""
    return {
        "not_a_practice": (
            _("This is no practice run: it is live."),
            _("What is live stays. It can be closed, and its record can still be read."),
        ),
        "no_board_yet": (
            _("There is no board yet to go live with."),
            _("Open a board first."),
        ),
        "practice_changed": (
            _("Something was entered in the meantime."),
            _("Look at it once more, then go live."),
        ),
        "practice_goes_on": (
            _("A practice run of that name is still there: %(origin)s."),
            _("Go live from it, or throw it away first."),
        ),
        "practice_not_named": (
            _("There was a practice run before this, and the record does not name it."),
            _("Let Withus write what it follows: leave “follows” empty in a file."),
        ),
        "follows_otherwise": (
            _("What the record says it follows is not what was practised here."),
            _("Leave “follows” empty. To take over what was practised: withus practice."),
        ),
        "worries_wait": (
            _("Somebody was worried here, and nobody has looked at it yet."),
            _("The safeguarding lead looks at it first. Then it can be thrown away."),
        ),
        "asks_wait": (
            _("Somebody asked how their information is held, and has no answer yet."),
            _("The data contact answers first. Then it can be thrown away."),
        ),
    }
