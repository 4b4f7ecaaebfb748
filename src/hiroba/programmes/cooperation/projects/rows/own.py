"""The rows of a project of ours when it is adopted."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Required, TypedDict

from hiroba.foundation import clock
from hiroba.foundation.refs import new_ref
from hiroba.programmes.cooperation.projects.headings import headings_for
from hiroba.programmes.cooperation.projects.models import (
    Heading,
    Project,
    ProjectBudget,
    ProjectCountry,
)
from hiroba.programmes.cooperation.projects.models.money import BudgetKind
from hiroba.programmes.cooperation.projects.states import PROJECT, Origin

if TYPE_CHECKING:
    from django.db.models import Model

    from hiroba.engines.registry.people.models import Body
    from hiroba.engines.registry.places.models import Country, Prefecture


class Facts(TypedDict, total=False):
    """What a decision tells about the project that comes of it."""

    title_ja: Required[str]
    title_en: str
    summary_ja: str
    summary_en: str
    body: "Body | None"
    planned_start: date | None
    planned_end: date | None
    is_sample: bool


def adopted(scheme: str, source_ref: str, prefecture: "Prefecture | None", facts: Facts) -> Project:
    """The project as it is adopted today; not yet written."""
    today = clock.today()
    return Project(
        ref=new_ref("P"),
        origin=Origin.OWN,
        source_ref=source_ref or None,
        scheme=scheme,
        state=PROJECT.start,
        currency="JPY",
        prefecture=prefecture,
        adopted_on=today,
        listed_on=today,
        changed_at=clock.now(),
        **facts,
    )


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
    yield from headings_of(project, [country.code for country in countries])


def headings_of(project: Project, countries: Iterable[str]) -> Iterator[Heading]:
    """Where a project of ours is found by filters; before it begins, in the year of adoption."""
    names = headings_for(
        origin=project.origin,
        scheme=project.scheme,
        body_ref=project.body.ref if project.body else "",
        countries=countries,
        begins_on=project.begins_on or project.adopted_on,
        ends_on=project.ends_on,
    )
    return (Heading(project=project, name=name, listed_on=project.listed_on) for name in names)
