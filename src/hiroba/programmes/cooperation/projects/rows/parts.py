"""The rows that hang on a reported project; nothing is written here."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from hiroba.foundation.iati.activities import Activity, Organisation, Share
from hiroba.foundation.iati.texts import Texts, said_in
from hiroba.programmes.cooperation.projects.headings import headings_for
from hiroba.programmes.cooperation.projects.models import (
    Heading,
    Project,
    ProjectBudget,
    ProjectCountry,
    ProjectDocument,
    ProjectLocation,
    ProjectPartner,
    ProjectSector,
    ProjectTransaction,
    ReportedResult,
)
from hiroba.programmes.cooperation.projects.rows.money import budgets, transactions
from hiroba.programmes.cooperation.projects.rows.project import READERS, Known
from hiroba.programmes.cooperation.projects.rows.results import results
from hiroba.programmes.cooperation.projects.states import Origin

if TYPE_CHECKING:
    from django.db.models import Model

PARTS = (
    ProjectCountry,
    ProjectSector,
    ProjectPartner,
    ProjectLocation,
    ProjectDocument,
    ProjectBudget,
    ProjectTransaction,
    ReportedResult,
    Heading,
)
DAC_LISTS = ("1", "2")
DAC_CODE = re.compile("[0-9]{3}|[0-9]{5}")
HUNDRED = Decimal(100)


def parts_of(project: Project, activity: Activity, known: Known) -> "Iterator[Model]":
    """The rows that hang on the project, parents before children."""
    yield from _countries(project, activity, known)
    for share in activity.sectors:
        yield ProjectSector(
            project=project,
            vocabulary=share.vocabulary,
            code=share.code,
            name=_name(share.name)[:300],
            percentage=share.percentage,
        )
    for body in activity.organisations:
        yield _partner(project, body, known)
    yield from _places(project, activity)
    yield from _documents(project, activity)
    yield from budgets(project, activity)
    yield from transactions(project, activity)
    yield from results(project, activity)
    yield from headings(project, activity, known)


def headings(project: Project, activity: Activity, known: Known) -> Iterator[Heading]:
    """Where the project is found by filters."""
    names = headings_for(
        origin=Origin.IMPORTED,
        body_ref=project.body.ref if project.body else "",
        countries=[share.code for share in activity.countries if share.code in known.countries],
        sectors=[share.code for share in activity.sectors if _is_dac(share)],
        begins_on=project.begins_on,
        ends_on=project.ends_on,
    )
    return (Heading(project=project, name=name, listed_on=project.listed_on) for name in names)


def _is_dac(share: Share) -> bool:
    return share.vocabulary in DAC_LISTS and bool(DAC_CODE.fullmatch(share.code))


def _countries(project: Project, activity: Activity, known: Known) -> Iterator[ProjectCountry]:
    """A country that is named twice is one country with the sum of its parts, at most all."""
    parts: dict[str, Decimal | None] = {}
    for share in activity.countries:
        before, part = parts.get(share.code), share.percentage
        parts[share.code] = part if before is None else min(HUNDRED, before + (part or 0))
    for code, part in parts.items():
        if code in known.countries:
            yield ProjectCountry(project=project, country_id=known.countries[code], percentage=part)


def _partner(project: Project, body: Organisation, known: Known) -> ProjectPartner:
    return ProjectPartner(
        project=project,
        role=body.role,
        name=_name(body.name)[:300],
        identifier=body.ref,
        type=body.type,
        body=known.bodies.get(body.ref),
    )


def _places(project: Project, activity: Activity) -> Iterator[ProjectLocation]:
    for place in activity.locations:
        yield ProjectLocation(
            project=project,
            name=_name(place.name)[:300],
            description=_name(place.description)[:1000],
            latitude=place.latitude,
            longitude=place.longitude,
        )


def _documents(project: Project, activity: Activity) -> Iterator[ProjectDocument]:
    for document in activity.documents:
        yield ProjectDocument(
            project=project,
            url=document.url,
            title=_name(document.title)[:400],
            format=document.format,
            languages=" ".join(document.languages)[:40],
            categories=" ".join(document.categories)[:60],
        )


def _name(texts: Texts) -> str:
    return said_in(texts, *READERS)
