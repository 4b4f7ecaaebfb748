"""The span of days that a number speaks of, and how it is written."""

from calendar import month_name
from dataclasses import dataclass
from datetime import date

from hiroba.foundation.calendar import (
    fiscal_year,
    fiscal_year_bounds,
    fiscal_year_text,
    fiscal_years_text,
)


@dataclass(frozen=True)
class Period:
    """From a first day, where it is known, to a last one; a printed label goes before both."""

    first: date | None
    last: date
    label_ja: str = ""
    label_en: str = ""

    def text(self, language: str = "ja") -> str:
        """2002–2023年度, 2023年度末, 2023年10月; the shortest form that says it exactly."""
        if label := self.label_en if language == "en" else self.label_ja:
            return label
        if self.first is None:
            return _until(self.last, language)
        if self._is_whole_years():
            return _years(fiscal_year(self.first), fiscal_year(self.last), language)
        return _between(self.first, self.last, language)

    def _is_whole_years(self) -> bool:
        assert self.first is not None
        begins, _ = fiscal_year_bounds(fiscal_year(self.first))
        _, ends = fiscal_year_bounds(fiscal_year(self.last))
        return self.first == begins and self.last == ends


def of_year(year: int) -> Period:
    """A whole fiscal year."""
    return Period(*fiscal_year_bounds(year))


def day_text(day: date, language: str = "ja") -> str:
    """2024年4月11日 or 11 April 2024."""
    if language == "en":
        return f"{day.day} {month_name[day.month]} {day.year}"
    return f"{day.year}年{day.month}月{day.day}日"


def _until(last: date, language: str) -> str:
    year = fiscal_year(last)
    if last == fiscal_year_bounds(year)[1]:
        return f"end of FY{year}" if language == "en" else f"{year}年度末"
    day = day_text(last, language)
    return f"as of {day}" if language == "en" else f"{day}現在"


def _years(first: int, last: int, language: str) -> str:
    if first == last:
        return fiscal_year_text(first, language)
    return fiscal_years_text(first, last, language)


def _between(first: date, last: date, language: str) -> str:
    return f"{day_text(first, language)} – {day_text(last, language)}"


def month_text(written: str, language: str = "ja") -> str:
    """2023年11月 for 2023-11, and the day too when it is given."""
    year, month, *days = (int(part) for part in written.split("-"))
    if days:
        return day_text(date(year, month, days[0]), language)
    return f"{month_name[month]} {year}" if language == "en" else f"{year}年{month}月"
