"""How a figure's value comes about: a published value, the records after it, and what is left out.

A record of a day inside the published value's period is already in it and adds nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hiroba.foundation.calendar import fiscal_year_bounds
from hiroba.foundation.figures import Counted, FigureDefinition
from hiroba.foundation.words import said
from hiroba.reports.figures.periods import Period, of_year
from hiroba.reports.figures.states import Basis, Certainty
from hiroba.reports.figures.writing import number_text, value_text

if TYPE_CHECKING:
    from hiroba.reports.figures.models import Baseline

NOTHING = Counted(0)


@dataclass(frozen=True)
class Figure:
    """A number as it stands now, and everything it was made of."""

    definition: FigureDefinition
    fiscal_year: int
    period: Period
    value: int | None = None
    baseline: "Baseline | None" = None
    added: Counted = field(default=NOTHING)

    @cached_property
    def contained(self) -> Counted:
        """Our own records of days that the published value already speaks of; asked when shown."""
        return _contained(self.definition, self.baseline)

    @property
    def code(self) -> str:
        return self.definition.code

    @property
    def name(self) -> str:
        return said(self.definition, "name")

    @property
    def number(self) -> str:
        return "" if self.value is None else number_text(self.definition, self.value)

    @property
    def unit(self) -> str:
        return said(self.definition, "unit")

    @property
    def text(self) -> str:
        """1,405件 or 1,405 projects."""
        if self.value is None:
            return _("少数のため非公表") if self.added.is_hidden else _("公表値なし")
        return value_text(self.definition, self.value)

    @property
    def period_text(self) -> str:
        return self.period.text(get_language() or "ja")

    @property
    def has_records(self) -> bool:
        """Whether a room of the house keeps records of it."""
        return self.definition.counted is not None

    @property
    def is_approximate(self) -> bool:
        return self.baseline is not None and self.baseline.certainty == Certainty.APPROXIMATE

    @property
    def is_plan(self) -> bool:
        return self.baseline is not None and self.baseline.basis == Basis.PLAN

    @property
    def parts(self) -> list[tuple[str, int]]:
        """What is added up, in words."""
        rows: list[tuple[str, int]] = []
        if self.baseline is not None:
            rows.append((_("公表値(%s)") % self.baseline.period_text, self.baseline.value))
        if self.has_records:
            left_out = len(self.added.excluded)
            rows.append((_("そのあとの記録"), self.added.value + left_out))
            rows += [(_("数えない記録"), -left_out)] if left_out else []
        return rows


def reckon(definition: FigureDefinition, year: int, baselines: Sequence["Baseline"]) -> Figure:
    """The figure for a fiscal year; its value is None where neither print nor records know it."""
    if definition.kind == "cumulative":
        return _running(definition, year, baselines)
    if definition.kind == "as_of":
        return _standing(definition, year, baselines)
    return _within(definition, year, baselines)


def _running(definition: FigureDefinition, year: int, baselines: Sequence["Baseline"]) -> Figure:
    """A running total: the last published total, and each record after it.

    When no record was added, the period ends where print ends: nothing is known after it.
    """
    last = fiscal_year_bounds(year)[1]
    anchor = _last_until(baselines, last)
    since = anchor.last_day + timedelta(days=1) if anchor else definition.records_since
    if definition.counted is None or since is None or since > last:
        return _printed(definition, year, anchor, Period(None, last))
    added = definition.counted(since, last)
    if anchor is not None and not added.value:
        return replace(_printed(definition, year, anchor, anchor.period), added=added)
    return Figure(
        definition,
        year,
        Period(anchor.first_day if anchor else since, last),
        (anchor.value if anchor else 0) + added.value,
        anchor,
        added,
    )


def _standing(definition: FigureDefinition, year: int, baselines: Sequence["Baseline"]) -> Figure:
    """What is in force at the end of the year: our records where they are complete, else print.

    Where print knows something and we have no record at all, nothing was recorded yet.
    """
    last = fiscal_year_bounds(year)[1]
    anchor = _last_until(baselines, last)
    if definition.counted is not None and _is_recorded(definition, last):
        found = definition.counted(last, last)
        if found.value or found.excluded or anchor is None:
            return Figure(definition, year, Period(None, last), found.value, added=found)
    return _printed(definition, year, anchor, Period(None, last))


def _within(definition: FigureDefinition, year: int, baselines: Sequence["Baseline"]) -> Figure:
    """What happened in the year: the published value, else our records where they are complete."""
    first, last = fiscal_year_bounds(year)
    of_that_year = [row for row in baselines if row.fiscal_year == year]
    if of_that_year or definition.counted is None or not _is_recorded(definition, first):
        return _printed(definition, year, _last_until(of_that_year, date.max), of_year(year))
    found = definition.counted(first, last)
    value = None if found.is_hidden else found.value
    return Figure(definition, year, of_year(year), value, added=found)


def _printed(
    definition: FigureDefinition, year: int, anchor: "Baseline | None", otherwise: Period
) -> Figure:
    if anchor is None:
        return Figure(definition, year, otherwise)
    return Figure(definition, year, anchor.period, anchor.value, anchor)


def _contained(definition: FigureDefinition, anchor: "Baseline | None") -> Counted:
    """Our own records of days that the published value already speaks of."""
    if definition.counted is None or anchor is None:
        return NOTHING
    first = anchor.last_day if definition.kind == "as_of" else anchor.first_day
    return definition.counted(first, anchor.last_day) if first else NOTHING


def _last_until(baselines: Sequence["Baseline"], day: date) -> "Baseline | None":
    until = [row for row in baselines if row.last_day <= day]
    return max(until, key=lambda row: (row.last_day, row.pk), default=None)


def _is_recorded(definition: FigureDefinition, day: date) -> bool:
    return definition.records_since is not None and definition.records_since <= day
