"""The day a board has to answer by, in working days of the nation."""

from datetime import date

import holidays
from django.conf import settings

from withus.core.days import working_days_after

DAYS_TO_CORRECT = 10
_SUBDIVISIONS = {
    "england": "ENG",
    "wales": "WLS",
    "scotland": "SCT",
    "northern-ireland": "NIR",
}


def answer_by(today: date) -> date:
    """Tell the last day to correct a fact: ten working days from today."""
    subdivision = _SUBDIVISIONS[settings.WITHUS_NATION]
    closed = holidays.country_holidays("GB", subdiv=subdivision, years=[today.year, today.year + 1])
    return working_days_after(today, DAYS_TO_CORRECT, closed=closed)
