"""What is due when: rules as the caller's versioned data, and the days that follow from them."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hiroba.foundation.calendar import working_days_after

# How many months a period of a rule spans; "whole" is the time of the agreement itself.
MONTHS = {"month": 1, "quarter": 3}
WHOLE = "whole"
MONTHS_OF_A_YEAR = 12


@dataclass(frozen=True)
class Rule:
    """Something is due for every period, so many working days after its end."""

    kind: str
    title_ja: str
    title_en: str
    every: str
    working_days: int

    def __post_init__(self) -> None:
        if self.every not in (*MONTHS, WHOLE):
            raise ValueError(f"no such period: {self.every!r}")


@dataclass(frozen=True)
class RuleBook:
    """One version of the rules; which one an agreement follows is written into its version."""

    name: str
    version: int
    rules: tuple[Rule, ...]

    @property
    def edition(self) -> str:
        return f"{self.name}/{self.version}"


@dataclass(frozen=True)
class Due:
    """What a rule asks for one period."""

    rule: Rule
    period_from: datetime.date
    period_until: datetime.date
    due_on: datetime.date


def rule_book(data: dict[str, Any]) -> RuleBook:
    """The rules as they lie in a file."""
    return RuleBook(data["name"], data["version"], tuple(Rule(**row) for row in data["rules"]))


def dues(book: RuleBook, first: datetime.date, last: datetime.date) -> Iterator[Due]:
    """Everything that is due for an agreement that runs from the first to the last day."""
    for rule in book.rules:
        for begins, ends in _periods(rule.every, first, last):
            yield Due(rule, begins, ends, working_days_after(ends, rule.working_days))


def _periods(
    every: str, first: datetime.date, last: datetime.date
) -> Iterator[tuple[datetime.date, datetime.date]]:
    """Calendar months or quarters, cut to the days of the agreement."""
    if every == WHOLE:
        yield first, last
        return
    begins = first
    while begins <= last:
        ends = min(_end_of_period(begins, MONTHS[every]), last)
        yield begins, ends
        begins = ends + datetime.timedelta(days=1)


def _end_of_period(day: datetime.date, months: int) -> datetime.date:
    """The last day of the month or quarter in which a day lies."""
    after = (day.month - 1) // months * months + months
    year, month = day.year + after // MONTHS_OF_A_YEAR, after % MONTHS_OF_A_YEAR + 1
    return datetime.date(year, month, 1) - datetime.timedelta(days=1)
