"""Whose words a plan is made of: a sentence, a table and a picture, with what they cannot show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from withus.core.wording.presence import UNPLACED
from withus.core.wording.shares import ERROR, Part, TakenOut
from withus.core.wording.whose import WhoseWords
from withus.core.words import Capacity
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
    took_out: str


@dataclass(frozen=True, slots=True)
class Panel:
    """What the page shows: sentences, a table, a picture, and what they cannot show."""

    sentences: Sequence[str]
    rows: Sequence[Row]
    picture: Bar
    error: str
    limits: Sequence[str]


def panel(told: WhoseWords) -> Panel:
    """Tell whose words a plan is made of."""
    names = _in_order(told)
    return Panel(
        sentences=_sentences(told, names),
        rows=[_row(told, name) for name in names],
        picture=_picture(told, names),
        error=_("Give or take %(error)s in 100.") % {"error": float(ERROR * 100)},
        limits=limits(),
    )


def table(found: Panel) -> dict[str, object]:
    """Tell the same as a table."""
    return {
        "caption": _("Words of the plan, by the capacity of whoever they are of"),
        "headers": [_("Whose"), _("In the plan now"), _("Of all they wrote"), _("They took out")],
        "rows": [[row.name, row.standing, row.lasted, row.took_out] for row in found.rows],
        "words": True,
    }


def nothing() -> str:
    """Tell that there are no words to count."""
    return _("There is no text that can be counted yet.")


def being_counted() -> str:
    """Tell that the words are counted just now."""
    return _("The words are being counted. Look again in a minute.")


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


def _sentences(told: WhoseWords, names: Sequence[str]) -> list[str]:
    parts = [
        _("%(share)s: %(name)s") % {"share": _of(told.shares[name]), "name": _name(name)}
        for name in names
    ]
    found = [
        _("The plan has %(count)s words, after %(texts)s drafts. Whose they are: %(parts)s.")
        % {"count": f"{told.words:,}", "texts": f"{told.texts:,}", "parts": "; ".join(parts)},
        _older(told.older),
    ]
    if told.mine is not None:
        found.append(_("Yours: %(share)s. Only you see this.") % {"share": _of(told.mine)})
    return found


def _older(older: Part) -> str:
    if not older.count:
        return _("None of them are older than the first of the people it is about being in.")
    if older.count == older.of:
        return _("All of them were written before any of the people it is about were in.")
    return _("%(share)s were written before any of the people it is about were in.") % {
        "share": _of(older)
    }


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
        took_out=_took_out(told.taken_out[name]),
    )


def _took_out(found: TakenOut) -> str:
    if not found.part.count:
        return _("none")
    whose = [
        _("%(count)s: %(name)s") % {"count": f"{many:,}", "name": _name(name)}
        for name, many in sorted(found.whose.items(), key=lambda one: -one[1])
    ]
    return _("%(count)s words (%(whose)s)") % {
        "count": f"{found.part.count:,}",
        "whose": "; ".join(whose),
    }


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
