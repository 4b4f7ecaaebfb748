"""Reads the results of an activity: indicators, baselines, targets and what was reached."""

from hiroba.foundation.iati.activities import (
    Baseline,
    Indicator,
    Measure,
    Period,
    Result,
)
from hiroba.foundation.iati.reader import Element, Reader, attribute, line_of


def results(reader: Reader, activity: Element) -> tuple[Result, ...]:
    """Every result with its indicators, in the order of the file."""
    return tuple(_result(reader, element) for element in activity.iterfind("result"))


def _result(reader: Reader, element: Element) -> Result:
    result = Result(
        type=attribute(element, "type", 4),
        title=reader.texts(element.find("title")),
        description=reader.texts(element.find("description")),
        indicators=tuple(_indicator(reader, found) for found in element.iterfind("indicator")),
        line=line_of(element),
    )
    if not result.indicators:
        reader.warn(element, "no-indicator")
    return result


def _indicator(reader: Reader, element: Element) -> Indicator:
    return Indicator(
        title=reader.texts(element.find("title")),
        measure=attribute(element, "measure", 4),
        ascending=element.get("ascending") not in ("0", "false"),
        description=reader.texts(element.find("description")),
        baselines=tuple(_baseline(reader, found) for found in element.iterfind("baseline")),
        periods=tuple(_period(reader, found) for found in element.iterfind("period")),
    )


def _baseline(reader: Reader, element: Element) -> Baseline:
    return Baseline(
        value=_value(element),
        year=attribute(element, "year", 4),
        on=reader.day(element),
        comment=reader.texts(element.find("comment")),
    )


def _period(reader: Reader, element: Element) -> Period:
    return Period(
        start=reader.day(element.find("period-start")),
        end=reader.day(element.find("period-end")),
        targets=tuple(_measure(reader, found) for found in element.iterfind("target")),
        actuals=tuple(_measure(reader, found) for found in element.iterfind("actual")),
    )


def _measure(reader: Reader, element: Element) -> Measure:
    dimensions = tuple(
        (attribute(found, "name", 80), attribute(found, "value", 80))
        for found in element.iterfind("dimension")
    )
    return Measure(_value(element), reader.texts(element.find("comment")), dimensions)


def _value(element: Element) -> str:
    """As written; in 2.01 the attribute, and some publishers write it as text."""
    return (element.get("value") or element.text or "").strip()[:1000].strip()
