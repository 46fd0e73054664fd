"""What forms about meetings ask, and what is to be put right in them."""

from __future__ import annotations

from collections.abc import Mapping

from withus.core.errors import Refusal
from withus.core.meeting.needs import NeedAnswer
from withus.core.words import Paper, Placed
from withus.saying.deciding import forms
from withus.saying.joining.forms import upper
from withus.saying.joining.terms import term
from withus.saying.language import _


def line(refusal: Refusal) -> str:
    """Tell what is to be put right in a form about a meeting."""
    said = faults().get(refusal.code)
    return said % refusal.parameters if said else forms.line(refusal)


def faults() -> Mapping[str, str]:
    """Tell what is wrong and what mends it, in one line."""
    return {
        "meeting_day_missing": _("Choose the day of the meeting."),
        "day_gone_by": _("That day has gone by. Choose one to come."),
        "not_a_time": _("Type the time with hours and minutes, such as 14:00 or 2pm."),
        "ends_before_it_starts": _("It would end before it begins. Type a later time."),
        "ways_missing": _("Choose one way to take part at least."),
        "where_missing": _("Say where it is, or the number to ring, or the link to follow."),
        "where_too_long": _("Say it in at most 1,000 letters."),
        "how_often_missing": _("Choose how often the board meets."),
        "not_so_many_meetings": _("Type how many meetings in all, from 2 to %(most)s."),
        "reason_missing": _("Say why: everybody who was asked to come reads it."),
        "title_missing": _("Say in a line what it is about."),
        "line_too_long": _("Say it in at most 200 letters."),
        "too_many_words": _("Say it in at most 2,000 letters."),
        "outcome_missing": _("Choose what becomes of it."),
        "order_not_so": _("Type at which place it comes, as a whole number such as 3."),
        "ground_missing": _("Say which law or rule makes it private: those on the board read it."),
        "urgent_reason_missing": _("Say why it cannot wait: those on the board read it."),
        "refusal_reason_missing": _("Say why not: whoever asked for it reads it."),
        "form_missing": _("Choose in which form it is."),
        "paper_missing": _("Choose of which paper it is another form."),
        "out_day_missing": _("Say on which day it was out."),
        "out_day_to_come": _("That day has not come yet. Enter it on the day, or later."),
        "file_missing": _("Choose a file, or give a link."),
        "one_of_two": _("Give a file or a link, not both."),
        "file_too_big": _("That file is more than 10 MB. Give a smaller one, or a link to it."),
        "file_not_so": _(
            "That is no kind of file we keep. Give a PDF, Word or OpenDocument file, plain text, "
            "a picture, a sound or a film."
        ),
        "not_a_link": _("Give the whole link, beginning with https://"),
        "agenda_choice_missing": _("Choose for which item it is."),
    }


def outcomes(*, over: bool) -> list[tuple[str, str]]:
    """Tell what may become of an item, as choices; once a meeting is over, nothing else is left."""
    codes = [Placed.NOT_REACHED] if over else list(Placed)
    return [(code.value, term(code)) for code in codes]


def papers() -> list[tuple[str, str]]:
    """Tell the forms of a paper, as choices."""
    return [(code.value, upper(term(code))) for code in Paper]


def need_answers() -> list[tuple[str, str]]:
    """Tell how what somebody needs may stand, as choices."""
    return [
        ("", _("We don’t know yet")),
        (NeedAnswer.MET.value, _("It will be there, or was")),
        (NeedAnswer.NOT_MET.value, _("It will not be there, or was not")),
        (NeedAnswer.WENT_ON.value, _("It is not there, and they told me to go on")),
    ]


def a_new_paper() -> str:
    """Tell the choice of a paper that is none of those there are in another form."""
    return _("A new paper")
