"""Projects, as programs read them."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from ninja import Query, Router, Schema

from hiroba.foundation.tokens.doors import ANYONE
from hiroba.foundation.web.listing import BothLanguages, Page, Turn, both, listing, named
from hiroba.programmes.cooperation.projects import queries
from hiroba.programmes.cooperation.projects.dossiers.dossier import dossier_of
from hiroba.programmes.cooperation.projects.states import Origin, Scheme

router = Router(tags=["projects"])


class BodyNamed(Schema):
    """The body that carries a project."""

    ref: str
    name: BothLanguages


class ProjectTold(Schema):
    """A project in one line."""

    ref: str
    iati_identifier: str | None
    title: BothLanguages
    origin: Origin
    scheme: str
    state: str
    body: BodyNamed | None
    reporter: str
    countries: list[str]
    begins_on: date | None
    ends_on: date | None
    adopted_on: date | None
    page: str


class SectorTold(Schema):
    code: str
    name: str
    percentage: Decimal | None


class PartnerTold(Schema):
    role: str
    name: str
    identifier: str


class ProjectWhole(ProjectTold):
    """A project with what hangs on it."""

    summary: BothLanguages
    sectors: list[SectorTold]
    partners: list[PartnerTold]


class ProjectPage(Page):
    items: list[ProjectTold]


class ProjectFilter(Turn):
    """What projects one looks for."""

    q: Annotated[str, Query(max_length=100, description="Words of title or summary.")] = ""
    country: Annotated[str, Query(max_length=2, description="ISO 3166, two letters.")] = ""
    sector: Annotated[str, Query(max_length=5, description="DAC code, 3 or 5 digits.")] = ""
    year: Annotated[int | None, Query(ge=1950, le=2100, description="Fiscal year.")] = None
    body: Annotated[str, Query(max_length=20, description="The body's ref.")] = ""
    origin: Origin | None = None
    scheme: Scheme | None = None


@router.get("/projects", response=ProjectPage, auth=ANYONE, **named(_("事業の一覧")))
def projects(request: HttpRequest, wanted: Query[ProjectFilter]) -> dict[str, Any]:
    """Projects that fit the filters, the newest first."""
    asked = queries.Wanted(
        country=wanted.country,
        sector=wanted.sector,
        year=str(wanted.year or ""),
        body=wanted.body,
        origin=wanted.origin or "",
        scheme=wanted.scheme or "",
        words=wanted.q,
    )
    return listing(
        request, queries.listed(asked), ("-listed_on", "-pk"), wanted.limit, _told_with_countries
    )


@router.get("/projects/{ref}", response=ProjectWhole, auth=ANYONE, **named(_("一つの事業")))
def project(request: HttpRequest, ref: str) -> dict[str, Any]:
    """A project with its sectors and partners."""
    by = request.auth  # type: ignore[attr-defined]
    found = get_object_or_404(queries.projects_seen_by(by), ref=ref)
    dossier = dossier_of(found)
    return {
        **_told(found, [row.country.code for row in dossier.countries]),
        "summary": both(found, "summary"),
        "sectors": dossier.sectors,
        "partners": dossier.partners,
    }


def _told_with_countries(rows: list[Any]) -> list[dict[str, Any]]:
    found = [row.project for row in rows]
    countries = queries.countries_of(found)
    return [_told(one, [row.country.code for row in countries[one.pk]]) for one in found]


def _told(project: Any, countries: list[str]) -> dict[str, Any]:
    body = project.body
    return {
        "ref": project.ref,
        "iati_identifier": project.iati_identifier,
        "title": both(project, "title"),
        "origin": project.origin,
        "scheme": project.scheme,
        "state": project.state or project.iati_status,
        "body": {"ref": body.ref, "name": both(body, "name")} if body else None,
        "reporter": project.reporter_name,
        "countries": countries,
        "begins_on": project.begins_on,
        "ends_on": project.ends_on,
        "adopted_on": project.adopted_on,
        "page": reverse("projects:project", args=[project.ref]),
    }
