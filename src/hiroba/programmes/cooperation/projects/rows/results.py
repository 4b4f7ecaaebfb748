"""The rows of an activity's results."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hiroba.foundation.iati.activities import Activity, Indicator, Measure, Period
from hiroba.foundation.iati.texts import said_in
from hiroba.programmes.cooperation.projects.models import (
    Project,
    ReportedIndicator,
    ReportedPeriod,
    ReportedResult,
)

if TYPE_CHECKING:
    from django.db.models import Model

READERS = ("ja", "en")


def results(project: Project, activity: Activity) -> "Iterator[Model]":
    """Results, their indicators and their periods, parents first."""
    for result in activity.results:
        parent = ReportedResult(
            project=project,
            type=result.type,
            title=said_in(result.title, *READERS)[:1000],
            description=said_in(result.description, *READERS),
        )
        yield parent
        for indicator in result.indicators:
            yield from _indicator(parent, indicator)


def _indicator(parent: ReportedResult, indicator: Indicator) -> "Iterator[Model]":
    baseline = indicator.baselines[0] if indicator.baselines else None
    row = ReportedIndicator(
        result=parent,
        title=said_in(indicator.title, *READERS)[:1000],
        measure=indicator.measure,
        ascending=indicator.ascending,
        baseline=baseline.value if baseline else "",
        baseline_year=baseline.year if baseline else "",
    )
    yield row
    for period in indicator.periods:
        yield _period(row, period)


def _period(parent: ReportedIndicator, period: Period) -> ReportedPeriod:
    comments = [
        said_in(measure.comment, *READERS)
        for measure in (*period.targets, *period.actuals)
        if measure.comment
    ]
    return ReportedPeriod(
        indicator=parent,
        starts_on=period.start,
        ends_on=period.end,
        target=_together(period.targets),
        actual=_together(period.actuals),
        comment=" ".join(dict.fromkeys(comments)),
    )


def _together(measures: tuple[Measure, ...]) -> str:
    """Values with their parts: `120 (sex: female 70)` reads as it was reported."""
    return " / ".join(_told(measure) for measure in measures if measure.value)[:1000]


def _told(measure: Measure) -> str:
    parts = ", ".join(f"{name}: {value}" for name, value in measure.dimensions)
    return f"{measure.value} ({parts})" if parts else measure.value
