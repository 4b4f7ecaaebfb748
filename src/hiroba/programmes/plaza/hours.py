"""When a site is open: the rule that holds on a day, read without the database."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from hiroba.foundation.calendar import is_public_holiday


@dataclass(frozen=True)
class Opening:
    """From when to when a site is open on a day."""

    opens: datetime.time
    closes: datetime.time


@dataclass(frozen=True)
class Closing:
    """On which days a site rests: weekdays, such as 1st and 3rd Sundays, and month-days."""

    weekdays: tuple[int, ...] = ()
    nth_weekdays: tuple[tuple[int, int], ...] = ()
    month_days: tuple[str, ...] = ()
    on_holidays: bool = False

    def rests_on(self, day: datetime.date) -> bool:
        """Whether the site rests on a day by its rule."""
        nth = (day.day - 1) // 7 + 1
        return (
            day.weekday() in self.weekdays
            or (nth, day.weekday()) in self.nth_weekdays
            or f"{day:%m-%d}" in self.month_days
            or (self.on_holidays and is_public_holiday(day))
        )


def closing_of(rows: dict[str, object]) -> Closing:
    """The rule as it lies in the database, where JSON knows no tuples."""
    told = {name: value for name, value in rows.items() if name in Closing.__annotations__}
    for name in ("weekdays", "month_days"):
        told[name] = tuple(told.get(name) or ())  # type: ignore[arg-type]
    pairs: Iterable[list[int]] = told.get("nth_weekdays") or ()  # type: ignore[assignment]
    told["nth_weekdays"] = tuple((nth, weekday) for nth, weekday in pairs)
    return Closing(**told)  # type: ignore[arg-type]
