"""A letter to the chair, a public question and a request for information, ready to be edited."""

from dataclasses import dataclass
from datetime import date

from withus.core.findings.finding import Measured
from withus.core.findings.members_and_heads import members_and_heads
from withus.core.minutes.series import Series
from withus.saying import words
from withus.saying.checking import findings
from withus.saying.language import _, ngettext


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter: what it is, whom it goes to, its text. The text is for the sender to change."""

    id: str
    title: str
    to: str
    text: str


def letters(series: Series, *, today: date, answer_by: date, law: str) -> list[Letter]:
    """Tell the three letters for a result.

    Reads: `answer_by`, ten working days from today; `law`, the nation's law on information.
    """
    board = series.board or _("[the board’s name]")
    facts = _facts(series)
    return [
        _to_the_chair(series, board, facts, today, answer_by),
        _question(series, board, facts),
        _request(board, today, law),
    ]


def _days(series: Series) -> str:
    return words.listing([words.day(meeting.held) for meeting in series.meetings])


def _facts(series: Series) -> str:
    found = members_and_heads(series)
    if not isinstance(found, Measured):
        return findings.not_enough(found.reason)
    return findings.said("B1", found, series).sentence


def _to_the_chair(series: Series, board: str, facts: str, today: date, answer_by: date) -> Letter:
    text = _(
        "[Your name]\n[Your address or e-mail]\n\n%(today)s\n\n"
        "To the Chair of %(board)s\n\n"
        "Dear Chair,\n\n"
        "We read the minutes you publish: %(days)s. This is what they show of who was in the "
        "room.\n\n"
        "%(facts)s\n\n"
        "Minutes show roles. They do not show who chose a person, who spoke, or who set the "
        "agenda. We may have read a role wrongly. Please tell us by %(answer_by)s (ten working "
        "days) if a figure is wrong, and we will correct it before we show it to anyone "
        "else.\n\n"
        "We would also like to ask:\n"
        "1. How many places on the board are for people who draw on care and support, and for "
        "unpaid carers? Who chooses them?\n"
        "2. Can the board decide when none of them is in the room?\n"
        "3. What would it take for more of them to be there?\n\n"
        "Yours sincerely,\n[Your name]"
    ) % {
        "today": words.day(today),
        "board": board,
        "days": _days(series),
        "facts": facts,
        "answer_by": words.day(answer_by),
    }
    to = _("The chair, by way of the board’s clerk")
    return Letter("chair", _("A letter to the chair"), to, text)


def _question(series: Series, board: str, facts: str) -> Letter:
    meetings = ngettext(
        "the minutes of %(count)d meeting",
        "the minutes of %(count)d meetings",
        len(series.meetings),
    ) % {"count": len(series.meetings)}
    text = _(
        "Question for public question time, %(board)s\n"
        "From: [Your name]\n\n"
        "We read %(meetings)s (%(days)s). %(facts)s\n\n"
        "Will the board say how many of its places are for the people its decisions are about, how "
        "they are chosen, and whether it can decide without them?"
    ) % {"board": board, "meetings": meetings, "days": _days(series), "facts": facts}
    return Letter(
        "question",
        _("A question for public question time"),
        _("Democratic services, by the day their rules give"),
        text,
    )


def _request(board: str, today: date, law: str) -> Letter:
    text = _(
        "[Your name]\n[Your address or e-mail]\n\n%(today)s\n\n"
        "Request under the %(law)s\n\n"
        "Please send me, about %(board)s:\n\n"
        "1. its terms of reference and its rules on quorum and voting;\n"
        "2. a list of its places by role and organisation, with how each is chosen and whether it "
        "has a vote (names are not needed);\n"
        "3. for each meeting in the last 24 months, how many places for people who draw on care "
        "and support and for unpaid carers were filled, and how many of those people came;\n"
        "4. what was paid to them for their time and travel in the last financial year, in total;\n"
        "5. the day each paper for its last four meetings was sent out, and in which formats.\n\n"
        "Please send it by e-mail, as a spreadsheet where it is a list.\n\n"
        "[Your name]"
    ) % {"today": words.day(today), "law": law, "board": board}
    return Letter(
        "request",
        _("A request for information"),
        _("The information officer of the council or NHS body that runs the board"),
        text,
    )


def law_of(nation: str) -> str:
    """Tell the law on information of a nation.

    Source: Freedom of Information Act 2000; Freedom of Information (Scotland) Act 2002.
    """
    if nation == "scotland":
        return _("Freedom of Information (Scotland) Act 2002")
    return _("Freedom of Information Act 2000")
