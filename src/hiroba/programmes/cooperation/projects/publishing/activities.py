"""Projects as IATI activities, for those who want to read our data by machine."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import islice

from django.conf import settings
from django.db.models import QuerySet

from hiroba.foundation.iati.activities import (
    Activity,
    Amount,
    Budget,
    Dates,
    Document,
    Location,
    Organisation,
    Related,
    Share,
    Transaction,
)
from hiroba.foundation.iati.texts import Text, Texts
from hiroba.programmes.cooperation.projects.models import (
    Project,
    ProjectBudget,
    ProjectDocument,
    ProjectLocation,
    ProjectPartner,
    ProjectTransaction,
)
from hiroba.programmes.cooperation.projects.publishing.results import results
from hiroba.programmes.cooperation.projects.states import IATI_STATUS, ProjectState

AT_ONCE = 200
GENERAL_PAGE = "A12"
GOVERNMENT, IMPLEMENTING, FUNDING = "10", "4", "1"
PARTS = (
    "countries__country",
    "sectors",
    "partners",
    "locations",
    "documents",
    "budgets",
    "transactions",
    "results__indicators__periods",
)


def activities(projects: QuerySet[Project]) -> Iterator[Activity]:
    """Each project as an activity, read little by little."""
    found = projects.select_related("body").prefetch_related(*PARTS).order_by("pk")
    rows = found.iterator(chunk_size=AT_ONCE)
    while batch := list(islice(rows, AT_ONCE)):
        yield from (activity_of(project) for project in batch)


def own_projects() -> QuerySet[Project]:
    """The projects this house publishes about."""
    return Project.objects.own().filter(is_sample=False)


def all_projects() -> QuerySet[Project]:
    """Everything, also what others have published, for a copy of the whole."""
    return Project.objects.all()


def activity_of(project: Project) -> Activity:
    """The project as others read it."""
    bare = Activity(
        identifier=project.iati_identifier or f"{publisher().ref}-{project.ref}",
        reporting=_reporting(project),
        title=_texts(project, "title"),
        description=_texts(project, "summary") or _texts(project, "title"),
        status=IATI_STATUS[ProjectState(project.state)] if project.is_own else project.iati_status,
        language=project.language,
        currency=project.currency,
        dates=_dates(project),
        organisations=_organisations(project),
        related=tuple(Related(row["ref"], row["type"]) for row in project.related),
    )
    return _with_money(project, _with_shares(project, bare))


def _with_shares(project: Project, activity: Activity) -> Activity:
    """Where the project works, and on what."""
    return replace(
        activity,
        countries=tuple(
            Share(row.country.code, percentage=row.percentage) for row in project.countries.all()
        ),
        regions=tuple(_region(project, row) for row in project.regions),
        sectors=tuple(
            Share(row.code, row.vocabulary, row.percentage, _one(project, row.name))
            for row in project.sectors.all()
        ),
        locations=tuple(_location(project, row) for row in project.locations.all()),
    )


def _with_money(project: Project, activity: Activity) -> Activity:
    """What moves, what can be read, what was reached."""
    return replace(
        activity,
        budgets=tuple(_budget(row) for row in project.budgets.all()),
        transactions=tuple(_transaction(project, row) for row in project.transactions.all()),
        documents=tuple(_document(project, row) for row in project.documents.all()),
        results=results(project),
    )


def _region(project: Project, row: dict[str, str]) -> Share:
    part = Decimal(row["percentage"]) if row["percentage"] else None
    return Share(row["code"], row["vocabulary"], part, _one(project, row["name"]))


def _dates(project: Project) -> Dates:
    """Our own projects are planned to start on the day of adoption as long as no day is known."""
    planned = project.planned_start or (project.adopted_on if project.is_own else None)
    return Dates(planned, project.actual_start, project.planned_end, project.actual_end)


def _location(project: Project, row: ProjectLocation) -> Location:
    name, description = _one(project, row.name), _one(project, row.description)
    return Location(name, description, row.latitude, row.longitude)


def _document(project: Project, row: ProjectDocument) -> Document:
    return Document(
        row.url,
        row.format or "text/html",
        _one(project, row.title or row.url),
        tuple(row.categories.split()) or (GENERAL_PAGE,),
        tuple(row.languages.split()),
    )


def publisher() -> Organisation:
    """Who publishes our own projects; the identifier is a setting."""
    ref = getattr(settings, "HIROBA_IATI_PUBLISHER", "XM-DAC-701-8")
    name = getattr(settings, "HIROBA_IATI_PUBLISHER_NAME", "ひろば")
    return Organisation(ref=ref, type=GOVERNMENT, name=(Text("ja", name),))


def _reporting(project: Project) -> Organisation:
    if project.is_own:
        return publisher()
    return Organisation(
        ref=project.reporter_ref,
        type=project.reporter_type,
        name=_one(project, project.reporter_name),
    )


def _texts(project: Project, field: str) -> Texts:
    """Each language once: the original, then English and Japanese when they are translations."""
    original = getattr(project, f"{field}_original")
    words = {project.language: original} if original else {}
    words.setdefault("en", getattr(project, f"{field}_en"))
    japanese = getattr(project, f"{field}_ja")
    if japanese not in words.values():
        words.setdefault("ja", japanese)
    return tuple(Text(language, text) for language, text in words.items() if text)


def _one(project: Project, words: str) -> Texts:
    return (Text(project.language, words),) if words else ()


def _organisations(project: Project) -> tuple[Organisation, ...]:
    """Those who take part; for our own projects the body that carries it and we who pay."""
    if not project.is_own:
        return tuple(_organisation(project, row) for row in project.partners.all())
    ours = publisher()
    carrier = project.body
    found = [Organisation(FUNDING, ours.ref, ours.type, ours.name)]
    if carrier:
        ref = carrier.identifier or (
            f"JP-JCN-{carrier.corporate_number}" if carrier.corporate_number else ""
        )
        found.append(Organisation(IMPLEMENTING, ref, "", (Text("ja", carrier.name_ja),)))
    return tuple(found)


def _organisation(project: Project, row: ProjectPartner) -> Organisation:
    return Organisation(row.role, row.identifier, row.type, _one(project, row.name))


def _budget(row: ProjectBudget) -> Budget:
    return Budget(
        row.kind,
        row.starts_on,
        row.ends_on,
        Amount(row.value, row.currency, row.value_on),
        row.type,
        row.status,
    )


def _transaction(project: Project, row: ProjectTransaction) -> Transaction:
    return Transaction(
        row.type,
        row.on,
        Amount(row.value, row.currency, row.value_on),
        _one(project, row.description),
        _side(project, row.provider_ref, row.provider),
        _side(project, row.receiver_ref, row.receiver),
        row.ref,
    )


def _side(project: Project, ref: str, name: str) -> Organisation | None:
    return Organisation(ref=ref, name=_one(project, name)) if ref or name else None
