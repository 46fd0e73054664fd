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
