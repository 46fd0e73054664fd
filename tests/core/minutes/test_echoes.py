"""Initials that the business uses, and nobody on the lists has, may be of somebody missed."""

from __future__ import annotations

from withus.core.minutes.reading import read_meeting
from withus.core.minutes.text import numbered

LIST = "Present:\nBea Quilling, carer\nCal Dornish, Service Manager\nDee McEavesly, Healthwatch\n"
BUSINESS = "1. Welcome\nBQ welcomed everybody.\nCD reported on the budget.\nDME thanked them.\n"


def codes(text: str) -> list[str]:
    return [doubt.code for doubt in read_meeting(numbered(text)).doubts]


def test_initials_of_nobody_that_speak_twice_are_told() -> None:
    text = LIST + BUSINESS + "XY noted the report.\nXY asked for more.\n"
    meeting = read_meeting(numbered(text))
    assert [(doubt.code, doubt.line, doubt.more) for doubt in meeting.doubts] == [
        ("initials_of_nobody", 9, 1)
    ]


def test_initials_once_or_known_as_a_body_or_of_somebody_away_are_not() -> None:
    assert codes(LIST + BUSINESS + "XY noted the report.\n") == []
    assert codes(LIST + BUSINESS + "NHS noted the report.\nNHS asked for more.\n") == []
    away = LIST + "Apologies:\nFay Gunnel, Police\nHal Inskip, Fire Service\n" + BUSINESS
    assert codes(away + "FG had sent a paper.\nFG asked for comments.\n") == []


def test_minutes_that_hardly_use_initials_tell_nothing() -> None:
    assert codes(LIST + "1. Welcome\nXY noted the report.\nXY asked for more.\n") == []
