"""The closed words of a record as people see them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from withus.core import words as w
from withus.saying import words
from withus.saying.answering import terms as answering
from withus.saying.deciding.rules import motions
from withus.saying.drafting import terms as drafting
from withus.saying.framing import terms as framing
from withus.saying.language import _, said_once
from withus.saying.meeting import terms as meeting


def term(code: StrEnum) -> str:
    """Tell one of the record's closed words."""
    return (
        words.capacity(code) if isinstance(code, w.Capacity) else said_once(TERMS[type(code)])[code]
    )


def level(code: w.Level) -> str:
    """Tell how near to a person's own life a board decides."""
    return {
        w.Level.PERSON: _("About one person’s own support"),
        w.Level.COMMUNITY: _("For a community"),
        w.Level.COUNCIL: _("For a whole council area"),
        w.Level.NATION: _("For a nation"),
    }[code]


def _levels() -> dict[StrEnum, str]:
    return {code: level(code) for code in w.Level}


def _kinds() -> dict[StrEnum, str]:
    return {
        w.PlaceKind.REPRESENTATIVE: _("To be chosen by those it speaks for"),
        w.PlaceKind.DRAWN: _("Drawn by lot"),
        w.PlaceKind.NAMED: _("Asked, or put forward"),
        w.PlaceKind.POST: _("Goes with a post"),
    }


def _choosers() -> dict[StrEnum, str]:
    return {
        w.ChosenBy.ORGANISATION: _("An organisation"),
        w.ChosenBy.ROLL: _("Those on a list of voters"),
        w.ChosenBy.SELF: _("Themselves"),
        w.ChosenBy.POST: _("Whoever filled the post"),
    }


def _payers() -> dict[StrEnum, str]:
    return {
        w.PaidBy.SERVICE: _("Their employer"),
        w.PaidBy.ULO: _("A user-led organisation"),
        w.PaidBy.NOBODY: _("Nobody"),
    }


def _shown() -> dict[StrEnum, str]:
    return {
        w.ShownAs.NAMED: _("By their name, on the board’s page, for everybody to read"),
        w.ShownAs.ROLE: _("By their role only"),
        w.ShownAs.COUNTED: _("Counted only"),
    }


def _organisations() -> dict[StrEnum, str]:
    return {
        w.OrganisationKind.COUNCIL: _("Council"),
        w.OrganisationKind.NHS: _("NHS"),
        w.OrganisationKind.ULO: _("User-led organisation"),
        w.OrganisationKind.CHARITY: _("Charity"),
        w.OrganisationKind.OTHER: _("Another kind of body"),
    }


def _duties() -> dict[StrEnum, str]:
    return {
        w.Duty.SAFEGUARDING: _("Keeping people safe (safeguarding lead)"),
        w.Duty.DATA: _("Looking after what is held about people"),
        w.Duty.FACILITATOR: _("Running the work"),
        w.Duty.HOST: _("Hosting it"),
        w.Duty.ULO_CONTACT: _("Speaking for a user-led organisation"),
    }


def _countries() -> dict[StrEnum, str]:
    return {
        w.Country.ENGLAND: _("England"),
        w.Country.WALES: _("Wales"),
        w.Country.SCOTLAND: _("Scotland"),
        w.Country.NORTHERN_IRELAND: _("Northern Ireland"),
    }


def _papers() -> dict[StrEnum, str]:
    return {
        w.Paper.STANDARD: _("ordinary print"),
        w.Paper.EASY_READ: _("Easy Read"),
        w.Paper.LARGE_PRINT: _("large print"),
        w.Paper.BSL: _("British Sign Language"),
        w.Paper.AUDIO: _("audio"),
        w.Paper.WELSH: _("Welsh"),
    }


def _endings() -> dict[StrEnum, str]:
    return {
        w.Ended.ENDED: _("It came to its end"),
        w.Ended.RESIGNED: _("They gave it up"),
        w.Ended.RECALLED: _("They were recalled by those who chose them"),
        w.Ended.QUALIFICATION_LOST: _("They no longer met what the place asks for"),
    }


def _confirmations() -> dict[StrEnum, str]:
    return {
        w.ConfirmedHow.OWN_CODE: _("With their own code"),
        w.ConfirmedHow.SECOND_PERSON: _("Through a second person"),
        w.ConfirmedHow.LETTER: _("By letter"),
    }


def _challenge_grounds() -> dict[StrEnum, str]:
    return {
        w.ChallengeGround.EARLIER_PLAN: _("There was an earlier plan"),
        w.ChallengeGround.CAPACITY: _("The capacity is not right"),
        w.ChallengeGround.SCOPE: _("What it covers is not right"),
        w.ChallengeGround.PRESENCE: _("Who was there is not right"),
    }


def _outcomes() -> dict[StrEnum, str]:
    return {
        w.ChallengeOutcome.UPHELD: _("It was right"),
        w.ChallengeOutcome.NOT_UPHELD: _("It was found not to be right"),
        w.ChallengeOutcome.WITHDRAWN: _("Whoever raised it took it back"),
    }


def _withdrawals() -> dict[StrEnum, str]:
    return {
        w.WithdrawnGround.SAFEGUARDING: _("To keep somebody safe"),
        w.WithdrawnGround.DEFAMATION: _("It said something untrue that does harm"),
        w.WithdrawnGround.PRIVATE: _("It was private"),
        w.WithdrawnGround.COURT_ORDER: _("A court ordered it"),
        w.WithdrawnGround.OTHER: _("Another reason"),
    }


def _erasures() -> dict[StrEnum, str]:
    return {
        w.ErasedGround.ASKED: _("They asked"),
        w.ErasedGround.NOT_NEEDED: _("It was no longer needed"),
        w.ErasedGround.COURT_ORDER: _("A court ordered it"),
        w.ErasedGround.DIED: _("They died"),
        w.ErasedGround.OTHER: _("Another reason"),
    }


def _routes() -> dict[StrEnum, str]:
    return {
        w.ReportRoute.MEETING: _("at a meeting"),
        w.ReportRoute.EMAIL: _("by e-mail"),
        w.ReportRoute.LETTER: _("by letter"),
        w.ReportRoute.CALL: _("by phone"),
        w.ReportRoute.PAGE: _("on a page"),
    }


def _methods() -> dict[StrEnum, str]:
    return {
        w.MandateMethod.BALLOT: _("by ballot"),
        w.MandateMethod.SHOW_OF_HANDS: _("by a show of hands"),
        w.MandateMethod.COMMITTEE: _("by a committee"),
        w.MandateMethod.OTHER: _("in another way"),
    }


def _asks() -> dict[StrEnum, str]:
    return {
        w.AskKind.SEE: _("To see what is held about me"),
        w.AskKind.CORRECT: _("To have something put right"),
        w.AskKind.OBJECT: _("To have something stopped"),
        w.AskKind.COMPLAIN: _("To complain about how it is handled"),
        w.AskKind.ERASE: _("To be erased"),
    }


def _motions() -> dict[StrEnum, str]:
    return {each: motions()[each] for each in w.MotionKind}


TERMS: Mapping[type[StrEnum], Callable[[], dict[StrEnum, str]]] = {
    w.MotionKind: _motions,
    w.Level: _levels,
    w.PlaceKind: _kinds,
    w.ChosenBy: _choosers,
    w.PaidBy: _payers,
    w.ShownAs: _shown,
    w.OrganisationKind: _organisations,
    w.Duty: _duties,
    w.Country: _countries,
    w.Paper: _papers,
    w.Ended: _endings,
    w.ConfirmedHow: _confirmations,
    w.ChallengeGround: _challenge_grounds,
    w.ChallengeOutcome: _outcomes,
    w.WithdrawnGround: _withdrawals,
    w.ErasedGround: _erasures,
    w.ReportRoute: _routes,
    w.MandateMethod: _methods,
    w.AskKind: _asks,
    **meeting.TERMS,
    **framing.TERMS,
    **drafting.TERMS,
    **answering.TERMS,
}
