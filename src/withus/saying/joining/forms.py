"""What forms about places, deputies and mandates ask, and what is to be put right in them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from withus.core.errors import Refusal
from withus.core.facts.joining import BoardOpened, MandateGranted, PlaceMade
from withus.core.words import MandateMethod, Paper
from withus.saying import words
from withus.saying.deciding import forms
from withus.saying.joining import board
from withus.saying.joining.terms import term
from withus.saying.language import _, ngettext


def line(refusal: Refusal) -> str:
    """Tell what is to be put right in a form about places, deputies or mandates."""
    said = faults().get(refusal.code)
    return said % refusal.parameters if said else forms.line(refusal)


def faults() -> Mapping[str, str]:
    """Tell what is wrong and what mends it, in one line."""
    return {
        "capacity_missing": _("Choose in what capacity the place is held."),
        "kind_missing": _("Choose how the place comes to be filled."),
        "chooser_missing": _("Choose who fills the place."),
        "payer_missing": _("Choose who pays for the time of whoever holds it."),
        "not_so_many": _("Type how many places, as a whole number from 1 to 50."),
        "one_chair": _("A chair’s place is made one at a time."),
        "post_too_long": _("Say which post it is in at most 120 letters."),
        "vote_ends_first": _("The vote would end before it begins. Choose a later end."),
        "board_name_not_so": _("Give the board a name of at most 120 letters on one line."),
        "level_missing": _("Choose how near to a person’s own life it decides."),
        "above_missing": _("Choose the board above it, or that there is none."),
        "elsewhere_not_so": _(
            "Paste where that board stands exactly as its own page gives it: the name of its "
            "record, then # and @ with their numbers, then a comma and 44 letters and figures."
        ),
        "place_missing": _("Choose for which of your places."),
        "deputy_without_name": _("Type the name they go by."),
        "deputy_missing": _("Choose whom you mean."),
        "method_missing": _("Choose how they were chosen."),
        "roll_not_a_number": _("Type how many could choose, as a whole number, or leave it empty."),
        "voted_not_a_number": _("Type how many did, as a whole number, or leave it empty."),
        "day_missing": _("Say from which day the mandate holds."),
        "ends_first": _("It would end before it begins. Choose a later end."),
        "more_than_all": _("More did choose than could. Check both numbers."),
        "report_missing": _("Choose how often they report back."),
        "constituency_missing": _("Say whom they speak for."),
        "ending_missing": _("Choose how it came to its end."),
    }


def reports() -> Mapping[str, str]:
    """Tell how often somebody may report back, as choices by days."""
    return {
        "30": _("Every month"),
        "90": _("Every three months"),
        "180": _("Twice a year"),
        "365": _("Once a year"),
    }


def chosen_ways() -> Mapping[str, str]:
    """Tell how somebody was chosen, as choices."""
    return {code.value: upper(term(code)) for code in MandateMethod}


def upper(said: str) -> str:
    """Return words with their first letter large."""
    return said[:1].upper() + said[1:]


def aboves() -> tuple[str, str]:
    """Tell the choices of no board above, and of one in another record."""
    return _("None"), _("A board in another record")


def board_to_be(opened: BoardOpened, above: str) -> list[dict[str, str]]:
    """Tell what will be entered of a board, as names and values; `above` by its name."""
    papers = [term(each) for each in Paper if each in opened.formats]
    rows = [
        (_("Name"), opened.name),
        (_("How near to a person’s own life"), term(opened.level)),
        (_("The board above it"), above),
        (_("Papers are needed in"), words.listing(papers) or _("No form was named")),
    ]
    return [{"name": name, "value": value} for name, value in rows]


def place(made: PlaceMade, *, many: int = 1) -> list[dict[str, str]]:
    """Tell what will be entered of a place, as names and values."""
    rows = [
        (_("How many"), str(many)),
        (_("In what capacity"), words.capacity(made.capacity)),
        (_("Chair"), _("Yes") if made.chair else _("No")),
        (_("How it is filled"), term(made.kind)),
        (_("Chosen by"), term(made.chosen_by)),
        (_("Paid for by"), term(made.paid_by)),
        (_("Marks"), ", ".join(sorted(made.tags)) or _("None")),
        (_("Has a vote"), board.vote(made.vote_from, made.vote_until)),
        (_("Term ends"), board.term_until(made.term_until)),
        (_("Post"), str(made.post) or _("Not said")),
    ]
    return [{"name": name, "value": value} for name, value in rows]


def mandate(fact: MandateGranted) -> list[dict[str, str]]:
    """Tell what a mandate says, as names and values."""
    counted = _("%(voted)s of %(roll)s") % {
        "voted": _number(fact.voted),
        "roll": _number(fact.roll),
    }
    rows = [
        (_("How they were chosen"), upper(term(fact.method))),
        (_("How many chose, of how many who could"), counted),
        (_("From"), words.day(fact.from_)),
        (_("Until"), _until(fact.until)),
        (_("Reports back"), reports().get(str(fact.report_every), _days(fact.report_every))),
        (_("Who can recall them"), _recall(fact.recall_share)),
    ]
    return [{"name": name, "value": value} for name, value in rows]


def _number(count: int | None) -> str:
    return _("not said") if count is None else str(count)


def _until(until: date | None) -> str:
    return words.day(until) if until else _("No end given")


def _days(count: int) -> str:
    return ngettext("Every %(count)d day", "Every %(count)d days", count) % {"count": count}


def _recall(part: str) -> str:
    top, _slash, whole = part.partition("/")
    return _("%(part)s in %(whole)s of those who could choose") % {"part": top, "whole": whole}
