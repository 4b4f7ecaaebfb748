"""Fiscal years, Japanese eras and working days."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import holidays

FIRST_MONTH = 4
SATURDAY, SUNDAY, FRIDAY = 5, 6, 4

# First day of an era, its name, and its first year; before 1873 the calendar was another.
ERAS = (
    (date(2019, 5, 1), "令和", 2019),
    (date(1989, 1, 8), "平成", 1989),
    (date(1926, 12, 25), "昭和", 1926),
    (date(1912, 7, 30), "大正", 1912),
    (date(1873, 1, 1), "明治", 1868),
)


@dataclass(frozen=True)
class OfficeDays:
    """Which days offices of a country rest besides public holidays: weekdays, and month-days."""

    weekend: tuple[int, ...] = (SATURDAY, SUNDAY)
    closed: tuple[tuple[int, int], ...] = ()


# Japan: Act on Holidays of Administrative Organs (29 December to 3 January).
OFFICE_DAYS = {
    "JP": OfficeDays(closed=((12, 29), (12, 30), (12, 31), (1, 2), (1, 3))),
    **dict.fromkeys(
        ("BH", "DJ", "DZ", "EG", "IQ", "JO", "KW", "LY", "OM", "QA", "SA", "SD", "SY", "YE"),
        OfficeDays(weekend=(FRIDAY, SATURDAY)),
    ),
    "BD": OfficeDays(weekend=(FRIDAY, SATURDAY)),
    "MV": OfficeDays(weekend=(FRIDAY, SATURDAY)),
    "NP": OfficeDays(weekend=(SATURDAY,)),
    "IR": OfficeDays(weekend=(FRIDAY,)),
    "AF": OfficeDays(weekend=(FRIDAY,)),
}


def fiscal_year(day: date) -> int:
    """The year in which the fiscal year of a day began (1 April to 31 March)."""
    return day.year - (day.month < FIRST_MONTH)


def fiscal_year_bounds(year: int) -> tuple[date, date]:
    """First and last day of a fiscal year."""
    return date(year, FIRST_MONTH, 1), date(year + 1, FIRST_MONTH, 1) - timedelta(days=1)


def fiscal_year_text(year: int, language: str = "ja") -> str:
    """2023年度 or FY2023."""
    return f"FY{year}" if language == "en" else f"{year}年度"


def fiscal_years_text(first: int, last: int, language: str = "ja") -> str:
    """2002–2023年度 or FY2002–2023."""
    return f"FY{first}–{last}" if language == "en" else f"{first}–{last}年度"


def wareki(day: date) -> str:
    """A day in the Japanese era: 令和5年11月1日; the first year is 元年."""
    day = date(day.year, day.month, day.day)
    for begins, name, first in ERAS:
        if day >= begins:
            year = day.year - first + 1
            written = "元" if year == 1 else str(year)
            return f"{name}{written}年{day.month}月{day.day}日"
    return f"{day.year}年{day.month}月{day.day}日"


def is_working_day(day: date, country: str = "JP") -> bool:
    """Whether offices of a country work on a day."""
    office = OFFICE_DAYS.get(country, OfficeDays())
    rests = day.weekday() in office.weekend or (day.month, day.day) in office.closed
    return not rests and day not in _holidays(country, day.year)


def is_public_holiday(day: date, country: str = "JP") -> bool:
    """Whether a day is a public holiday of a country, as far as its holidays are known."""
    return day in _holidays(country, day.year)


def working_days_after(day: date, count: int, country: str = "JP") -> date:
    """The day that lies so many working days after a day."""
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day, country)
    return day


@cache
def _holidays(country: str, year: int) -> frozenset[date]:
    try:
        return frozenset(holidays.country_holidays(country, years=year))
    except NotImplementedError:
        return frozenset()
