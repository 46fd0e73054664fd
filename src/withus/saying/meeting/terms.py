"""The closed words of meetings and decisions as people see them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from withus.core import words as w
from withus.saying.language import _


def _ways() -> dict[StrEnum, str]:
    return {
        w.Way.ROOM: _("in the room"),
        w.Way.PHONE: _("by phone"),
        w.Way.LINK: _("by video link"),
    }


def _placed() -> dict[StrEnum, str]:
    return {
        w.Placed.ON: _("On the agenda"),
        w.Placed.REFUSED: _("Not put on the agenda"),
        w.Placed.NOT_REACHED: _("Not reached"),
    }


def _needs() -> dict[StrEnum, str]:
    return {
        w.NeedsMet.ALL_MET: _("All of it was there"),
        w.NeedsMet.NOT_ALL_MET: _("Not all of it was there"),
        w.NeedsMet.WENT_ON: _("Not all of it was there, and those who need it said to go on"),
    }


def _positions() -> dict[StrEnum, str]:
    return {
        w.Position.AGREE: _("I agree"),
        w.Position.DISAGREE: _("I disagree"),
        w.Position.ASIDE: _("I stand aside"),
    }


def _outcomes() -> dict[StrEnum, str]:
    return {
        w.Outcome.MAY_NOT: _("It may not be decided"),
        w.Outcome.NOT_CARRIED: _("It was not carried"),
        w.Outcome.CARRIED: _("It was carried"),
        w.Outcome.ADVISED: _("It is advice"),
        w.Outcome.WAITING: _("It waits for those who were away"),
        w.Outcome.LAPSED: _("It lapsed"),
        w.Outcome.UNSETTLED: _("It is not settled yet"),
    }


def _objections() -> dict[StrEnum, str]:
    return {
        w.ObjectionOutcome.CHANGED: _("What is decided was changed"),
        w.ObjectionOutcome.KEPT: _("It was answered, and it stands"),
        w.ObjectionOutcome.WITHDRAWN: _("Whoever made it took it back"),
    }


def _known() -> dict[StrEnum, str]:
    return {
        w.HowKnown.MINUTES: _("From minutes"),
        w.HowKnown.LETTER: _("From a letter"),
        w.HowKnown.WAS_TOLD: _("Somebody told us"),
        w.HowKnown.NEWS: _("From the news"),
        w.HowKnown.OTHER: _("In another way"),
    }


def _signed() -> dict[StrEnum, str]:
    return {
        w.Signed.UNCHANGED: _("It signed it as it was"),
        w.Signed.CHANGED: _("It changed it, and did not come back"),
        w.Signed.CAME_BACK: _("It wanted a change, and came back to the board"),
        w.Signed.REFUSED: _("It did not sign"),
    }


def _stages() -> dict[StrEnum, str]:
    return {
        w.MeetingStage.CALLED: _("To come"),
        w.MeetingStage.CANCELLED: _("Cancelled"),
        w.MeetingStage.OPEN: _("Under way"),
        w.MeetingStage.CLOSED: _("Over"),
    }


TERMS: Mapping[type[StrEnum], Callable[[], dict[StrEnum, str]]] = {
    w.Way: _ways,
    w.Placed: _placed,
    w.NeedsMet: _needs,
    w.Position: _positions,
    w.Outcome: _outcomes,
    w.ObjectionOutcome: _objections,
    w.HowKnown: _known,
    w.Signed: _signed,
    w.MeetingStage: _stages,
}
