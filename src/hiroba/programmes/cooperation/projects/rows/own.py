"""The rows that hang on a project of ours when it is adopted."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from hiroba.programmes.cooperation.projects.headings import headings_for
from hiroba.programmes.cooperation.projects.models import (
    Heading,
    Project,
    ProjectBudget,
    ProjectCountry,
)
from hiroba.programmes.cooperation.projects.models.money import BudgetKind

if TYPE_CHECKING:
    from django.db.models import Model

    from hiroba.engines.registry.places.models import Country


def parts_of_own(project: Project, countries: "Iterable[Country]", yen: int) -> "Iterator[Model]":
    """Its countries, the money that is planned for it, and its headings."""
    countries = list(countries)
    for country in countries:
        yield ProjectCountry(project=project, country=country)
    if yen and project.planned_start:
        yield ProjectBudget(
            project=project,
            kind=BudgetKind.PLANNED,
            starts_on=project.planned_start,
            ends_on=project.planned_end,
            value=yen,
            currency="JPY",
            value_on=project.adopted_on,
        )
    for name in headings_of_own(project, [country.code for country in countries]):
        yield Heading(project=project, name=name, listed_on=project.listed_on)


def headings_of_own(project: Project, countries: list[str]) -> list[str]:
    """Where a project of ours is found by filters; before it begins, in the year of adoption."""
    return headings_for(
        origin=project.origin,
        scheme=project.scheme,
        body_ref=project.body.ref if project.body else "",
        countries=countries,
        begins_on=project.begins_on or project.adopted_on,
        ends_on=project.ends_on,
    )
