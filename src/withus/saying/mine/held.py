"""What is held about somebody, in plain words: what each part is, and each thing in it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from withus.core.facts.encoding import kinds
from withus.core.meeting.needs import NeedAnswer, NeedCode
from withus.saying import words
from withus.saying.inviting import shown
from withus.saying.joining.terms import term
from withus.saying.keeping import fields
from withus.saying.keeping.happened import moment
from withus.saying.language import _, said_once
from withus.saying.meeting.needs import need, need_answer


def title(code: str) -> str:
    """Tell what a part of what is held is called."""
    return PARTS()[code][0]


def about(code: str) -> str:
    """Tell what a part holds, why, and when it goes."""
    return PARTS()[code][1]


def PARTS() -> Mapping[str, tuple[str, str]]:  # noqa: N802  # a table whose words are translated
    """Tell each part: what it is called, and what it is for."""
    return {**_of_me(), **_of_programs(), **_of_the_record(), **_of_points(), **_beside()}


def _of_me() -> dict[str, tuple[str, str]]:
    return {
        "name": (
            _("Your name"),
            _(
                "Sealed, with the codes that stand in the record instead of it. "
                "Kept until you are erased."
            ),
        ),
        "ways_in": (
            _("How you sign in"),
            _(
                "Your e-mail address, your passkeys by the names you gave them and the secret of "
                "your app of codes, sealed. Of codes on paper only marks are kept, which tell "
                "nothing. All go when your account goes."
            ),
        ),
        "acting": (
            _("Who acts for whom"),
            _("Which accounts lead to you here, and whether yours leads to somebody else too."),
        ),
        "visits": (
            _("Where you are signed in"),
            _(
                "One line for each browser you are signed in with. It goes two weeks after you "
                "were last here, or when you sign out."
            ),
        ),
    }


def _of_programs() -> dict[str, tuple[str, str]]:
    return {
        "programs": (
            _("Keys for programs"),
            _(
                "Each lets a program act for you for ninety days. Of the key itself only a mark "
                "is kept; and for a day, where it entered something."
            ),
        ),
    }


def _of_the_record() -> dict[str, tuple[str, str]]:
    return {
        "invitations": (
            _("How you were invited"),
            _(
                "Where an open invitation was sent is sealed with your name’s own key. It is "
                "forgotten as soon as you answer; that you were invited stays until you are erased."
            ),
        ),
        "places": (
            _("Your places"),
            _("The record says that a place is held and since when. Your name there is sealed."),
        ),
        "stands": (
            _("Where you said you stand"),
            _("Kept until you leave the room or the meeting is over. Then the record has it."),
        ),
        "duties": (
            _("Your duties"),
            _("The record says that somebody has a duty. Your name there is sealed."),
        ),
        "needs": (
            _("What you need to take part"),
            _(
                "Sealed with your name’s own key. Those who run the work read it before each "
                "meeting, and note whether it was there. It goes when you take it back or are "
                "erased."
            ),
        ),
        "writing": (
            _("What you are writing"),
            _(
                "A text that you have not saved for the others. Sealed with your name’s own key; "
                "nobody else reads it. It goes when you save it, throw it away or leave it for "
                "ninety days."
            ),
        ),
        "notices": (
            _("What you were told about meetings"),
            _("That a mail or a letter told you of a meeting, and when. Not what it said."),
        ),
        "past_minutes": (
            _("Minutes of earlier meetings that you put in"),
            _("What was read from them is sealed, names nobody, and is the board’s."),
        ),
        "words": (
            _("Your words"),
            _(
                "What you wrote, or what was typed for you, sealed under a key for each text. It "
                "can be erased; that you entered something stays counted."
            ),
        ),
        "entries": (
            _("Entries about you, or by you"),
            _("Nobody can change these. They hold a code in place of your name."),
        ),
    }


def _of_points() -> dict[str, tuple[str, str]]:
    return {
        "points": (
            _("How you are told what happened to what you said"),
            _(
                "The way you chose and where it reaches you, sealed with your name’s own key; the "
                "files that go with your points; that you have a code; of which answers you were "
                "told. All of it goes when you are erased."
            ),
        ),
    }


def _beside() -> dict[str, tuple[str, str]]:
    return {
        "asks": (
            _("What you asked about your information"),
            _("Sealed. The data contact reads it to answer. It goes when you are erased."),
        ),
        "worries": (
            _("Worries you told under your name"),
            _(
                "Sealed. Only the safeguarding lead reads them. Worries told without a name are "
                "not here: nothing says whose they are."
            ),
        ),
    }


def sheet(code: str) -> str:
    """Tell what a sheet to print is called."""
    return {
        "here": _("Your places, duties and entries"),
        "wrote": _("What you wrote"),
        "account": _("How you sign in"),
    }[code]


def not_opened(reason: str) -> str:
    """Tell why something that is kept cannot be shown as somebody's own."""
    return {
        "jobs": _("Work waiting to be done: ids and days, for at most seven days."),
        "under_way": _(
            "What goes on at a meeting just now, and how often each place spoke or signed. It is "
            "counted when the meeting is closed, in the record."
        ),
        "papers": _(
            "Papers of meetings: they are the board’s. Each is sealed, and you may read it."
        ),
        "bodies": _("Names of organisations and boards, and of those who keep a copy."),
        "counts": _("How many words of a plan are of which draft: numbers, and no word."),
        "drafts": _(
            "What somebody is setting up and has not opened yet, with the names on their list. "
            "Sealed; only they read it, at “Set up a partnership”. It goes when it is opened or "
            "thrown away, and after 90 days."
        ),
        "erasing": _("That an erasure is being done, or must wait, and why. No names."),
        "on_its_way": _(
            "E-mails until they are sent, a day at most, and codes in them, for 15 minutes. Sealed."
        ),
        "tries": _("How often something was tried just now: marks and numbers, for two hours."),
        "practice": _(
            "Practice runs that were thrown away: an id of the way in of their officers, by "
            "which a later record can say that there was one."
        ),
        "keys": _("The keys that open what is sealed. Nobody is shown these: they are secret."),
    }[reason]


def label(name: str) -> str:
    """Tell what a thing that is held is called."""
    return said_once(_labels).get(name) or fields.label(name)


def _labels() -> dict[str, str]:
    return {
        "called": _("In the record you are called"),
        "id": _("Your number here"),
        "called_by_you": _("You call it"),
        "address": _("E-mail address"),
        "code_made": _("Code on paper, made on"),
        "passkey": _("Passkey"),
        "spare": _("A second check is on. Spare codes left"),
        "council": _("Your council’s sign-in lets you in"),
        "accounts": _("Accounts that lead to you here"),
        "others": _("Other people your account leads to here"),
        "until": _("Until"),
        "from": _("From"),
        "entry": _("Entry"),
        "needs": _("What you need"),
        "answer_at": _("At a meeting"),
        "route": _("Sent"),
        "told_by": _("You are told"),
        "where": _("Where that reaches you"),
        "file": _("A file goes with it"),
        "state": _("What became of it"),
        "phone": _("A number to ring"),
        "type": _("What it tells"),
        "words": _("In your words"),
        "hidden": _("In your words"),
        "field": _("Which words"),
        "made": _("Made, asked or told on"),
        "due": _("To be answered by"),
        "answered": _("Answered on"),
        "answer": _("The answer"),
        "on_hold": _("On hold, because"),
        "kind": _("What was asked"),
    }


def said(name: str, value: Any) -> str:
    """Tell a thing that is held."""
    if name == "hidden":
        return _("Hidden for now: somebody was worried, and the safeguarding lead is looking.")
    if name == "type":
        return kind_of_entry(value)
    if name in ("route", "state"):
        return shown.route_taken(value) if name == "route" else shown.state(value)
    if name == "needs":
        return words.listing([need(NeedCode(each)) for each in value]) or _("in your own words")
    if name == "answer_at":
        return need_answer(NeedAnswer(value))
    if name == "field":
        return fields.label(value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, StrEnum):
        return term(value)
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, date):
        return words.day(value)
    if isinstance(value, list):
        return ", ".join(value) or _("nothing yet")
    return _("nothing") if value in (None, "") else str(value)


def kind_of_entry(code: str) -> str:
    """Tell a type of entry in its own sentence.

    Example: place.taken.v1 is "Somebody took a place."
    """
    kind = kinds().get(code)
    return (kind.__doc__ or "").splitlines()[0] if kind else code
