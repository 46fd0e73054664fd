"""Working days, with the bank holidays given by whoever asks."""

from collections.abc import Container
from datetime import date, timedelta


def working_days_after(day: date, count: int, *, closed: Container[date]) -> date:
    """Tell the day that is so many working days after a day.

    Formula: Mondays to Fridays that are not closed, counted from the day after.
    Unit: working days.
    Reads: `closed`, the bank holidays of the country; core knows no calendar of its own.
    Example: three working days after Friday 6 November 2026 is Wednesday 11 November.
    """
    reached = day
    while count > 0:
        reached += timedelta(days=1)
        if reached.weekday() < 5 and reached not in closed:
            count -= 1
    return reached


def working_days_between(day: date, until: date, *, closed: Container[date]) -> int:
    """Tell how many working days have gone by since a day: those after it, the last one too.

    Formula: as `working_days_after`; 0 where the other day is not later.
    Unit: working days.
    Example: from Friday 6 November 2026 to Monday 9 November 2026 is one.
    """
    later = (day + timedelta(days=number + 1) for number in range((until - day).days))
    return sum(each.weekday() < 5 and each not in closed for each in later)
