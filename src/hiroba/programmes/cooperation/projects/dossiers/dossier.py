"""Everything the page of one project shows, gathered in few questions."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Value
from django.utils.translation import gettext as _

from hiroba.engines.registry.themes import queries as themes
from hiroba.foundation.iati import codes
from hiroba.foundation.iati.faults import Fault
from hiroba.foundation.words import said
from hiroba.programmes.cooperation.projects.dossiers.outcomes import Result, results_of
from hiroba.programmes.cooperation.projects.dossiers.sums import Money, money_of
from hiroba.programmes.cooperation.projects.dossiers.tongues import tongue_of
from hiroba.programmes.cooperation.projects.models import (
    Project,
    ProjectCountry,
    ProjectDocument,
    ProjectLocation,
    ProjectPartner,
    ProjectSector,
)
from hiroba.programmes.cooperation.projects.states import ProjectState

DAC_LISTS = ("1", "2")


@dataclass(frozen=True)
class Sector:
    """What the project is about, in the reader's language."""

    code: str
    name: str
    list: str
    percentage: Decimal | None
    is_dac: bool


@dataclass(frozen=True)
class Partner:
    """Who takes part as what."""

    role: str
    name: str
    identifier: str
    body_ref: str


@dataclass(frozen=True)
class Dossier:
    """A project with all that hangs on it."""

    project: Project
    title_tongue: str
    summary_tongue: str
    state: str
    countries: list[ProjectCountry]
    sectors: list[Sector]
    partners: list[Partner]
    locations: list[ProjectLocation]
    documents: list[ProjectDocument]
    money: Money
    results: list[Result]
    remarks: list[Fault]


def dossier_of(project: Project) -> Dossier:
    """Everything about one project; the number of questions does not grow with what is found."""
    partners = project.partners.select_related("body").order_by("role", "pk")
    places, documents = _places_and_documents(project)
    return Dossier(
        project=project,
        title_tongue=tongue_of(project, "title"),
        summary_tongue=tongue_of(project, "summary"),
        state=state_of(project),
        countries=list(project.countries.select_related("country").order_by("-percentage", "pk")),
        sectors=_sectors(project),
        partners=[_partner(row) for row in partners],
        locations=places,
        documents=documents,
        money=money_of(project),
        results=results_of(project),
        remarks=[Fault(**row) for row in project.remarks],
    )


def _places_and_documents(
    project: Project,
) -> tuple[list[ProjectLocation], list[ProjectDocument]]:
    """Both in one question; they come with what others published, never with ours."""
    if project.is_own:
        return [], []
    nothing = Value("")
    named = project.locations.exclude(name="").order_by().annotate(what=Value(0), none=nothing)
    linked = project.documents.order_by().annotate(what=Value(1))
    rows = named.values_list("what", "pk", "name", "none", "none", "none").union(
        linked.values_list("what", "pk", "title", "url", "format", "languages"), all=True
    )
    places, documents = [], []
    for what, key, name, url, kind, languages in sorted(rows):
        if what:
            documents.append(
                ProjectDocument(pk=key, title=name, url=url, format=kind, languages=languages)
            )
        else:
            places.append(ProjectLocation(pk=key, name=name))
    return places, documents


def state_of(project: Project) -> str:
    """How far the project has come, as we or its publisher call it."""
    if project.is_own:
        return str(ProjectState(project.state).label)
    return str(codes.ACTIVITY_STATUS.get(project.iati_status, _("状態の報告なし")))


def _partner(row: ProjectPartner) -> Partner:
    return Partner(
        role=str(codes.ROLE.get(row.role, _("参加団体"))),
        name=row.name or (said(row.body, "name") if row.body else ""),
        identifier=row.identifier,
        body_ref=row.body.ref if row.body else "",
    )


def _sectors(project: Project) -> list[Sector]:
    rows = list(project.sectors.order_by("vocabulary", "-percentage", "pk"))
    names = _names([row.code for row in rows if row.vocabulary in DAC_LISTS])
    return [_sector(row, names) for row in rows]


def _names(wanted: list[str]) -> dict[str, str]:
    """The names of DAC codes; sectors have five digits and categories three."""
    if not wanted:
        return {}
    found = (themes.sectors() | themes.categories()).filter(code__in=wanted)
    return {theme.code: said(theme, "name") for theme in found}


def _sector(row: ProjectSector, names: dict[str, str]) -> Sector:
    is_dac = row.vocabulary in DAC_LISTS
    return Sector(
        code=row.code,
        name=(names.get(row.code, "") if is_dac else "") or row.name,
        list=str(codes.SECTOR_VOCABULARY.get(row.vocabulary, row.vocabulary)),
        percentage=row.percentage,
        is_dac=is_dac,
    )
