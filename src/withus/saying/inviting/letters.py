"""An invitation in words: for a letter, an e-mail, a page and the command alike."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from datetime import date

from withus.core.words import Capacity, Duty
from withus.saying import words
from withus.saying.inviting import shown
from withus.saying.joining.terms import term
from withus.saying.language import _

WIDTH = 72


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What an invitation is to, and who meets in it."""

    name: str
    inviter: str
    partnership: str
    board: str = ""
    capacity: Capacity | None = None
    chair: bool = False
    duty: Duty | None = None
    back: bool = False  # to nothing new: a way in for somebody who lost theirs
    practice: bool = False  # of which nothing is public
    phone: str = ""
    until: date | None = None
    address: str = ""  # of the page that takes the code


def heading(asked: Asked) -> str:
    """Tell what somebody is invited to.

    Example: You are invited to join the Coming Home board.
    """
    if asked.back:
        return heading_back()
    if asked.duty is not None:
        return _("You are asked to take on a duty")
    return _("You are invited to join %(board)s") % {"board": the_board(asked.board)}


def heading_back() -> str:
    """Tell what somebody gets who lost the way in that they had."""
    return _("A new way in")


def the_board(board: str) -> str:
    """Tell a board's name as it stands in a sentence: with “the”, unless it has it already."""
    return board if board.casefold().startswith("the ") else _("the %(board)s") % {"board": board}


def invites(asked: Asked) -> str:
    """Tell who invites whom to what, in one sentence."""
    told = {
        "inviter": asked.inviter or _("The host"),
        "board": the_board(asked.board),
        "partnership": asked.partnership,
        "duty": term(asked.duty) if asked.duty else "",
    }
    if asked.back:
        return _("%(inviter)s sends you a new code, to come in to %(partnership)s again.") % told
    if asked.duty is not None and asked.board:
        return _("%(inviter)s asks you to take on this for %(board)s: %(duty)s.") % told
    if asked.duty is not None:
        return _("%(inviter)s asks you to take on this for %(partnership)s: %(duty)s.") % told
    return _("%(inviter)s invites you to take a place on %(board)s of %(partnership)s.") % told


def means(asked: Asked) -> str:
    """Tell what saying yes means, in one or two sentences; and that it is practice, if it is."""
    told = what_it_means(asked)
    if not asked.practice:
        return told
    return f"{told} " + _("It is a practice run for now: nothing in it is public.")


def what_it_means(asked: Asked) -> str:
    """Tell what saying yes means."""
    if asked.back:
        return _("All you hold stays as it is. A code of your own that you had on paper stops.")
    if asked.duty is not None:
        return {
            Duty.SAFEGUARDING: _(
                "People’s worries come to you, and to nobody else. You help to keep them safe."
            ),
            Duty.DATA: _(
                "You answer when people ask what is held about them, or want it taken away."
            ),
            Duty.FACILITATOR: _(
                "You invite people, call meetings, and type for those who do not use the pages."
            ),
            Duty.HOST: _(
                "You act for the body that hosts the work: you set it up, and say who has which "
                "duty."
            ),
            Duty.ULO_CONTACT: _(
                "You keep a copy of the record, and may say that what was typed for somebody is "
                "right."
            ),
        }[asked.duty]
    told = _(
        "The board meets and decides together. You get its papers, can ask for things to be "
        "talked about, and have a say in what is decided. You can leave at any time."
    )
    if asked.chair:
        told = f"{told} " + _("This is the place of the chair, who runs the meetings.")
    return told


def whose_place(asked: Asked) -> str:
    """Tell in what capacity a place is held; nothing of a duty."""
    if asked.capacity is None:
        return ""
    return {
        Capacity.DRAWS_ON_SERVICES: _(
            "It is a place for somebody who draws on care and support, or needs it and can’t get "
            "it."
        ),
        Capacity.UNPAID_CARERS: _("It is a place for an unpaid carer."),
        Capacity.COMMUNITY: _("It is a place for a community organisation."),
        Capacity.SERVICES: _("It is a place for somebody paid to run services."),
        Capacity.ELECTED: _("It is a place for an elected member."),
        Capacity.INDEPENDENT: _("It is a place for somebody independent."),
    }.get(asked.capacity, "")


def until(asked: Asked) -> str:
    """Tell how long the code does."""
    return _("The code works once, until %(day)s.") % {"day": words.day(asked.until)}


def wrong_person() -> str:
    """Tell what to do if a letter reached the wrong person."""
    return _(
        "If this is not for you, please ring that number or send it back. The code is then "
        "stopped. You need do nothing else."
    )


def subject(asked: Asked) -> str:
    """Tell what an e-mail is about. It says no more than somebody looking on may see."""
    return _("An invitation from %(partnership)s") % {"partnership": asked.partnership}


def body(asked: Asked, code: str) -> str:
    """Tell an invitation as plain text, for an e-mail or the command."""
    ring = _("Or ring %(phone)s and say yes or no: somebody types it for you.")
    if asked.back:
        ring = _("Questions? Ring %(phone)s.")
    parts = [
        _("Dear %(name)s,") % {"name": asked.name},
        heading(asked) + ".",
        *(invites(asked), " ".join(filter(None, [means(asked), whose_place(asked)]))),
        (
            _("Open this page: %(address)s")
            if asked.back
            else _("To say yes or no, open this page: %(address)s")
        )
        % {"address": asked.address},
        _("There, type this code: %(code)s") % {"code": code},
        until(asked),
        ring % {"phone": asked.phone} if asked.phone else "",
        ways_to_be_shown() if asked.board and not asked.duty else "",
        wrong_person() if asked.phone else _("If this is not for you, please let us know."),
    ]
    return "\n\n".join(_lines(part) for part in parts if part) + "\n"


def _lines(part: str) -> str:
    return textwrap.fill(part, WIDTH, break_on_hyphens=False, break_long_words=False)


def ways_to_be_shown() -> str:
    """Tell how somebody may be shown, for paper and e-mail."""
    ways = words.listing([told.lower() for _code, told, _hint in shown.ways()])
    return _("You choose how you are shown: %(ways)s.") % {"ways": ways}
