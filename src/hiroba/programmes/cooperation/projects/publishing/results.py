"""Reported results as IATI knows them."""

from hiroba.foundation.iati.activities import Baseline, Indicator, Measure, Period, Result
from hiroba.foundation.iati.texts import Text, Texts
from hiroba.programmes.cooperation.projects.models import (
    Project,
    ReportedIndicator,
    ReportedPeriod,
)


def results(project: Project) -> tuple[Result, ...]:
    """Every result that has an indicator; the standard knows no others."""
    return tuple(
        Result(
            row.type or "9",
            _one(project, row.title or "–"),
            _one(project, row.description),
            tuple(_indicator(project, one) for one in row.indicators.all()),
        )
        for row in project.results.all()
        if row.indicators.all()
    )


def _indicator(project: Project, row: ReportedIndicator) -> Indicator:
    baseline = Baseline(row.baseline, row.baseline_year)
    return Indicator(
        _one(project, row.title or "–"),
        row.measure or "5",
        row.ascending,
        baselines=(baseline,) if row.baseline_year else (),
        periods=tuple(_period(project, one) for one in row.periods.all() if one.starts_on),
    )


def _period(project: Project, row: ReportedPeriod) -> Period:
    return Period(
        row.starts_on,
        row.ends_on or row.starts_on,
        (Measure(row.target),) if row.target else (),
        (Measure(row.actual, _one(project, row.comment)),) if row.actual else (),
    )


def _one(project: Project, words: str) -> Texts:
    return (Text(project.language, words),) if words else ()
