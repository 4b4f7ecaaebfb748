"""Working days between two days, as the offices of a country count them."""

import datetime

from hiroba.foundation.calendar import is_working_day, working_days_after


def working_days_between(first: datetime.date, last: datetime.date, country: str) -> int:
    """How many working days lie after the first day, up to and with the last."""
    days = range(1, (last - first).days + 1)
    return sum(is_working_day(first + datetime.timedelta(days=n), country) for n in days)


def later(
    day: datetime.date, first: datetime.date, last: datetime.date, country: str
) -> datetime.date:
    """The day moved by the working days that a pause took."""
    return working_days_after(day, working_days_between(first, last, country), country)
