"""Writes the results of an activity with their indicators and periods."""

from hiroba.foundation.iati.activities import (
    Baseline,
    Indicator,
    Measure,
    Period,
    Result,
)
from hiroba.foundation.iati.marks import add, add_day, narratives
from hiroba.foundation.iati.reader import Element


def add_result(parent: Element, result: Result) -> None:
    one = add(parent, "result", type=result.type)
    narratives(add(one, "title"), result.title)
    if result.description:
        narratives(add(one, "description"), result.description)
    for indicator in result.indicators:
        _indicator(one, indicator)


def _indicator(parent: Element, indicator: Indicator) -> None:
    ascending = "1" if indicator.ascending else "0"
    one = add(parent, "indicator", measure=indicator.measure, ascending=ascending)
    narratives(add(one, "title"), indicator.title)
    if indicator.description:
        narratives(add(one, "description"), indicator.description)
    for baseline in indicator.baselines:
        _baseline(one, baseline)
    for period in indicator.periods:
        _period(one, period)


def _baseline(parent: Element, baseline: Baseline) -> None:
    day = {"iso-date": str(baseline.on)} if baseline.on else {}
    one = add(parent, "baseline", year=baseline.year, value=baseline.value, **day)
    if baseline.comment:
        narratives(add(one, "comment"), baseline.comment)


def _period(parent: Element, period: Period) -> None:
    one = add(parent, "period")
    add_day(one, "period-start", period.start)
    add_day(one, "period-end", period.end)
    for measure in period.targets:
        _measure(one, "target", measure)
    for measure in period.actuals:
        _measure(one, "actual", measure)


def _measure(parent: Element, tag: str, measure: Measure) -> None:
    one = add(parent, tag, value=measure.value)
    for name, value in measure.dimensions:
        add(one, "dimension", name=name, value=value)
    if measure.comment:
        narratives(add(one, "comment"), measure.comment)
