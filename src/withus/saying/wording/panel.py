"""Whose words a plan is made of: a sentence, a table and a picture, with what they cannot show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from withus.core.wording.presence import UNPLACED
from withus.core.wording.shares import ERROR, Part, TakenOut
from withus.core.wording.whose import WhoseWords
from withus.core.words import AFFECTED, Capacity
from withus.saying import words
from withus.saying.checking.picture import BAR_WIDTH, Bar, Segment
from withus.saying.language import _


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table: in what capacity, its pattern, and figures in words."""

    name: str
    pattern: str
    standing: str
    lasted: str


@dataclass(frozen=True, slots=True)
class Panel:
    """What the page shows: sentences, a table, a picture, and what they cannot show."""

    sentences: Sequence[str]
    rows: Sequence[Row]
    gone: Sequence[str]
    picture: Bar
    error: str
    limits: Sequence[str]


def panel(told: WhoseWords) -> Panel:
    """Tell whose words a plan is made of."""
    names = _in_order(told)
    return Panel(
        sentences=_sentences(told),
        rows=[_row(told, name) for name in names],
        gone=_gone(told, names) or [_("Nobody took out any.")],
        picture=_picture(told, names),
        error=_("Give or take %(error)s in 100.") % {"error": float(ERROR * 100)},
        limits=limits(),
    )


def table(told: Panel) -> dict[str, Any]:
    """Tell the figures as the table of a page."""
    return {
        "caption": _("Words by capacity"),
        "headers": [
            _("In what capacity"),
            _("Words that stand"),
            _("What stands of all they wrote"),
        ],
        "rows": [(one.name, one.standing, one.lasted) for one in told.rows],
        "words": True,
    }


def nothing(reason: str) -> str:
    """Tell why there are no figures."""
    return {
        "no_words": _("There is no text that can be counted yet."),
        "being_counted": _("The words are being counted. Look again in a minute."),
    }[reason]


def limits() -> list[str]:
    """Tell what words cannot show."""
    return [
        _("Whoever says the same in other words counts as the author of those words."),
        _("Taking words out is power too, and so is choosing what is written at all."),
        _("Set phrases that stand in many plans say little about who shaped this one."),
        _("Few words may have changed everything. Count points, not words, to see influence."),
    ]


def _in_order(told: WhoseWords) -> list[str]:
    """Tell the capacities that wrote anything, the people it is about first."""
    order = [*(code.value for code in words.ORDER), UNPLACED]
    return [name for name in order if name in told.shares]


def _name(name: str) -> str:
    return _("No place") if name == UNPLACED else words.capacity(Capacity(name))


def _pattern(name: str) -> str:
    return Capacity.UNSURE.value if name == UNPLACED else name


def _sentences(told: WhoseWords) -> list[str]:
    theirs = sum(told.shares[code].count for code in AFFECTED if code in told.shares)
    found = [
        _("Of the plan’s words, %(share)s are those of the people it is about.")
        % {"share": _of(Part(theirs, told.words))},
        _older(told.older),
    ]
    if told.mine is not None:
        found.append(_("Yours: %(share)s. Only you see this.") % {"share": _of(told.mine)})
    return found


def _older(older: Part) -> str:
    if not older.count:
        return _("Every word was written after the first of them was in.")
    if older.count == older.of:
        return _("Every word was written before any of them was in.")
    return _("%(share)s were written before any of them was in.") % {"share": _of(older)}


def _of(part: Part) -> str:
    if part.share is None:
        return _("none written")
    return _("%(count)s of %(of)s (%(share)s)") % {
        "count": f"{part.count:,}",
        "of": f"{part.of:,}",
        "share": words.in_100(part.share),
    }


def _row(told: WhoseWords, name: str) -> Row:
    return Row(
        name=_name(name),
        pattern=_pattern(name),
        standing=_of(told.shares[name]),
        lasted=_of(told.survival[name]),
    )


def _gone(told: WhoseWords, names: Sequence[str]) -> list[str]:
    """Tell who took out whose words, a line for each capacity that took out any."""
    return [
        _("%(name)s: %(count)s. Whose they were: %(whose)s.")
        % {
            "name": _name(name),
            "count": _of(told.taken_out[name].part),
            "whose": "; ".join(
                _("%(name)s %(count)s") % {"name": _name(theirs), "count": f"{many:,}"}
                for theirs, many in _most_first(told.taken_out[name])
            ),
        }
        for name in names
        if told.taken_out[name].part.count
    ]


def _most_first(found: TakenOut) -> list[tuple[str, int]]:
    return sorted(found.whose.items(), key=lambda one: -one[1])


def _picture(told: WhoseWords, names: Sequence[str]) -> Bar:
    """Draw the shares as a bar, the people it is about first.

    Unit: the picture's own units, BAR_WIDTH across.
    """
    segments, x = [], 0.0
    for name in names:
        width = BAR_WIDTH * told.shares[name].count / told.words
        if width:
            segments.append(Segment(round(x, 1), round(width, 1), _pattern(name)))
        x += width
    told_of = [f"{_name(name)} {told.shares[name].count:,}" for name in names]
    return Bar(_("Words: %(told)s") % {"told": ", ".join(told_of)}, tuple(segments))
