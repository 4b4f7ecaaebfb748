"""What a project's carrier reports to have reached, as a tree."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from hiroba.foundation.iati import codes
from hiroba.programmes.cooperation.projects.models import Project, ReportedResult

COLUMNS = (
    "pk",
    "title",
    "type",
    "description",
    "indicators__pk",
    "indicators__title",
    "indicators__measure",
    "indicators__baseline",
    "indicators__baseline_year",
    "indicators__periods__pk",
    "indicators__periods__starts_on",
    "indicators__periods__ends_on",
    "indicators__periods__target",
    "indicators__periods__actual",
    "indicators__periods__comment",
)


@dataclass(frozen=True)
class Period:
    """What was hoped for and reached between two days."""

    starts_on: date | None
    ends_on: date | None
    target: str
    actual: str
    comment: str


@dataclass(frozen=True)
class Indicator:
    """How a result is measured."""

    title: str
    measure: str
    baseline: str
    baseline_year: str
    periods: list[Period] = field(default_factory=list)


@dataclass(frozen=True)
class Result:
    """Something the project wants to change."""

    title: str
    kind: str
    description: str
    indicators: list[Indicator] = field(default_factory=list)


def results_of(project: Project) -> list[Result]:
    """The whole tree, in one question; it comes with what others published, never with ours."""
    if project.is_own:
        return []
    results: dict[int, Result] = {}
    indicators: dict[int, Indicator] = {}
    order = ("pk", "indicators__pk", "indicators__periods__pk")
    found = ReportedResult.objects.filter(project=project).order_by(*order)
    for row in found.values(*COLUMNS):
        result = results.setdefault(row["pk"], _result(row))
        key = row["indicators__pk"]
        if key and key not in indicators:
            indicators[key] = _indicator(row)
            result.indicators.append(indicators[key])
        if row["indicators__periods__pk"]:
            indicators[key].periods.append(_period(row))
    return list(results.values())


def _result(row: dict[str, Any]) -> Result:
    return Result(row["title"], str(codes.RESULT_TYPE.get(row["type"], "")), row["description"])


def _indicator(row: dict[str, Any]) -> Indicator:
    return Indicator(
        row["indicators__title"],
        str(codes.MEASURE.get(row["indicators__measure"], "")),
        row["indicators__baseline"],
        row["indicators__baseline_year"],
    )


def _period(row: dict[str, Any]) -> Period:
    names = ("starts_on", "ends_on", "target", "actual", "comment")
    return Period(*(row[f"indicators__periods__{name}"] for name in names))
