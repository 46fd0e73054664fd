"""The sentences that rules are said in: each with its gaps, for saying and for reading."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from withus.core.deciding.rule import AtLeast, AtMost, MoreThan, Of, Over, RuleKind, ShareOf
from withus.core.deciding.who import Who
from withus.saying import words
from withus.saying.deciding.people import (
    NUMBERS,
    NotASentence,
    number,
    people,
    read_number,
    read_people,
    read_share,
    share,
)
from withus.saying.language import _

WHAT_FITS = {
    "n": rf"{'|'.join(NUMBERS)}|[0-9]{{1,6}}",
    "part": r"half|a third|two thirds|a quarter|three quarters|[0-9]{1,4} in [1-9][0-9]{0,3}",
    "of": r"counted over [a-z ]+",
    "day": r"[0-9]{1,2} [A-Z][a-z]+ [0-9]{4}",
}


@dataclass(frozen=True, slots=True)
class Template:
    """A sentence with gaps, for a kind of rule and a sort of bound; one for all, one for none."""

    kind: RuleKind
    bound: type | None
    text: str
    all_of_it: bool = False
    none_of_it: bool = False

    def fill(self, gaps: Mapping[str, Any]) -> str:
        """Tell the sentence."""
        return self.text % {name: _say(name, value) for name, value in gaps.items()}

    def read(self, sentence: str) -> dict[str, Any] | None:
        """Read what fills the gaps; None where the sentence is another one.

        Errors: NotASentence where a gap holds what no rule says.
        """
        pattern = "".join(
            f"(?P<{part[2:-2]}>{WHAT_FITS.get(part[2:-2], '.+')})"
            if part.startswith("%(")
            else re.escape(part)
            for part in re.split(r"(%\([a-z]+\)s)", self.text)
        )
        match = re.fullmatch(pattern, sentence)
        if match is None:
            return None
        return {name: _read(name, value) for name, value in match.groupdict().items()}


def of_what() -> Mapping[Of, str]:
    """Tell of which places a share is counted."""
    return {
        Of.PLACES: _("counted over all places"),
        Of.HERE: _("counted over those in the room"),
        Of.VOTING: _("counted over those who vote"),
    }


def _say(name: str, value: Any) -> str:
    match value:
        case Who():
            return people(value)
        case Fraction():
            return share(value)
        case Of():
            return of_what()[value]
        case date():
            return words.day(value)
        case int():
            return number(value)
    raise TypeError(name)


def _read(name: str, value: str) -> Any:
    if name in ("who", "than"):
        return read_people(value)
    if name == "part":
        return read_share(value)
    if name == "day":
        return read_day(value)
    if name == "of":
        said = {text: code for code, text in of_what().items()}
        if value not in said:
            raise NotASentence(value)
        return said[value]
    return read_number(value)


def read_day(value: str) -> date:
    """Read a day from what is said of it.

    Errors: NotASentence.
    """
    day, month, year = value.split(" ")
    try:
        return date(int(year), words.months().index(month) + 1, int(day))
    except ValueError as fault:
        raise NotASentence(value) from fault


def templates() -> tuple[Template, ...]:
    """Tell every sentence a rule is said in."""
    present, agree, made_up = RuleKind.PRESENT, RuleKind.AGREE, RuleKind.MADE_UP
    return (
        Template(present, AtLeast, _("At least %(n)s of %(who)s must be in the room.")),
        Template(present, AtMost, _("None of %(who)s may be in the room."), none_of_it=True),
        Template(present, AtMost, _("At most %(n)s of %(who)s may be in the room.")),
        Template(present, ShareOf, _("At least %(part)s of %(who)s must be in the room.")),
        Template(present, ShareOf, _("Each of %(who)s must be in the room."), all_of_it=True),
        Template(present, Over, _("More than %(part)s of %(who)s must be in the room.")),
        Template(present, MoreThan, _("More of %(who)s than of %(than)s must be in the room.")),
        Template(agree, AtLeast, _("At least %(n)s of %(who)s must agree.")),
        Template(agree, ShareOf, _("At least %(part)s of %(who)s must agree, %(of)s.")),
        Template(agree, ShareOf, _("Each of %(who)s must agree, %(of)s."), all_of_it=True),
        Template(agree, Over, _("More than %(part)s of %(who)s must agree, %(of)s.")),
        Template(
            RuleKind.NO_OBJECTION,
            None,
            _("Nobody among %(who)s may have an objection that stands."),
        ),
        Template(RuleKind.CASTING, None, _("If it is a tie, %(who)s decide.")),
        Template(made_up, AtLeast, _("At least %(n)s of the places are for %(who)s.")),
        Template(made_up, AtMost, _("None of the places are for %(who)s."), none_of_it=True),
        Template(made_up, AtMost, _("At most %(n)s of the places are for %(who)s.")),
        Template(made_up, ShareOf, _("At least %(part)s of the places are for %(who)s.")),
        Template(made_up, ShareOf, _("Each of the places is for %(who)s."), all_of_it=True),
        Template(made_up, Over, _("More than %(part)s of the places are for %(who)s.")),
        Template(RuleKind.VOTE_FROM, None, _("From %(day)s, %(who)s vote.")),
    )
