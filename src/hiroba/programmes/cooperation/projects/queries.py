"""Questions about projects."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, QuerySet

from hiroba.engines.registry.people import queries as bodies
from hiroba.engines.registry.themes import queries as themes
from hiroba.engines.results import queries as results
from hiroba.foundation.bilingual import said
from hiroba.foundation.search import queries as search
from hiroba.programmes.cooperation.projects import headings, tallies
from hiroba.programmes.cooperation.projects.models import (
    Heading,
    ImportRun,
    Project,
    ProjectCountry,
)

if TYPE_CHECKING:
    from hiroba.engines.registry.people.models import Body
    from hiroba.engines.registry.places.models import Country
    from hiroba.engines.results.models import Adoption, Lesson, Practice
    from hiroba.foundation.accounts.models import User
    from hiroba.foundation.actors import Actor

KIND = "projects"
PROGRAMME = "cooperation"
# What a line of a list needs; the long texts stay where they are.
LINE = (
    "ref", "origin", "scheme", "state", "iati_identifier", "iati_status", "title_ja", "title_en",
    "title_original", "language", "reporter_name", "planned_start", "planned_end", "actual_start",
    "actual_end", "adopted_on", "is_sample", "body__ref", "body__name_ja", "body__name_en",
)  # fmt: skip
FEW = 500
COUNTED_TO = 100


@dataclass(frozen=True)
class Wanted:
    """What somebody looks for in the list; everything empty means everything."""

    country: str = ""
    sector: str = ""
    year: str = ""
    body: str = ""
    origin: str = ""
    scheme: str = ""
    words: str = ""

    @property
    def headings(self) -> list[str]:
        """The headings under which a project must stand."""
        asked = (
            (self.country.upper(), headings.of_country),
            (self.sector, headings.of_sector),
            (self.year, headings.of_year),
            (self.body, headings.of_body),
            (self.origin, headings.of_origin),
            (self.scheme, headings.of_scheme),
        )
        return [heading(value) for value, heading in asked if value]


def projects_seen_by(by: "Actor") -> QuerySet[Project]:
    """Everybody sees every project: ours from the day of adoption, others as published."""
    return Project.objects.select_related("body", "prefecture").order_by("-listed_on", "-pk")


def listed(wanted: Wanted) -> QuerySet[Heading]:
    """The projects somebody looks for, the newest first, as rows of the rarest heading."""
    names = _rarest_first(wanted.headings) or [headings.EVERYTHING]
    found = Heading.objects.filter(name=names[0])
    for name in names[1:]:
        also = Heading.objects.filter(project=OuterRef("project"), name=name)
        found = found.filter(Exists(also))
    if wanted.words:
        found = _holding(found, wanted.words)
    columns = ("listed_on", *(f"project__{name}" for name in LINE))
    return found.select_related("project__body").only(*columns).order_by("-listed_on", "-pk")


def _rarest_first(names: list[str]) -> list[str]:
    """One name needs no counting."""
    counts = tallies.tally() if len(names) > 1 else {}
    return sorted(names, key=lambda name: counts.get(name, 0))


def _holding(found: QuerySet[Heading], words: str) -> QuerySet[Heading]:
    """Of few hits each is fetched; of many, the list is walked until the page is full."""
    few = _few(words)
    if few is None:
        return found.filter(Exists(_hits(words).filter(ref=OuterRef("project__ref"))))
    keys = list(Project.objects.filter(ref__in=few).values_list("pk", flat=True))
    return found.filter(project__in=keys)


def _hits(words: str) -> QuerySet[Any, str]:
    """Every project is in the index once for each language, with the same words."""
    return search.refs_matching(words, KIND).filter(language="ja")


def _few(words: str) -> list[str] | None:
    """The hits when they are few, else nothing."""
    return _few_of(words, tallies.version())


@lru_cache(maxsize=64)
def _few_of(words: str, version: tallies.Version) -> list[str] | None:
    hits = list(_hits(words)[: FEW + 1])
    return hits if len(hits) <= FEW else None


@dataclass(frozen=True)
class Count:
    """How many there are, or that there are more."""

    number: int
    more: bool = False


def count_up_to(found: QuerySet[Heading], wanted: Wanted) -> Count:
    """How many there are; where counting would take long, only that there are more."""
    names = wanted.headings or [headings.EVERYTHING]
    if len(names) == 1 and not wanted.words:
        return Count(tallies.tally().get(names[0], 0))
    if wanted.words and not wanted.headings and _few(wanted.words) is None:
        return Count(FEW, more=True)
    number = found.order_by()[: COUNTED_TO + 1].count()
    return Count(min(number, COUNTED_TO), number > COUNTED_TO)


def body_looked_for(ref: str) -> "Body | None":
    """The body whose projects are listed."""
    return bodies.bodies().filter(ref=ref).first() if ref else None


def countries_of(projects: Iterable[Project]) -> dict[int, list[ProjectCountry]]:
    """The countries of each of these projects, in one question."""
    found: dict[int, list[ProjectCountry]] = {project.pk: [] for project in projects}
    rows = ProjectCountry.objects.filter(project__in=list(found)).select_related("country")
    named = rows.only("project_id", "country__code", "country__name_ja", "country__name_en")
    for row in named.order_by("pk"):
        found[row.project_id].append(row)
    return found


def adopted_from(source_ref: str) -> Project | None:
    """The project that came out of this proposal."""
    return Project.objects.filter(source_ref=source_ref).first() if source_ref else None


def fingerprints(identifiers: Iterable[str]) -> dict[str, str]:
    """The fingerprint of each of these activities that is known."""
    rows = Project.objects.imported().filter(iati_identifier__in=list(identifiers))
    found = rows.order_by("pk").values_list("iati_identifier", "fingerprint")
    return {str(identifier): fingerprint for identifier, fingerprint in found}


def import_runs() -> QuerySet[ImportRun]:
    """Files that were brought in, the newest first."""
    return ImportRun.objects.select_related("imported_by").order_by("-imported_at", "-pk")


def first_country_of(project: Project) -> "Country | None":
    """The country in which most of the work is done."""
    rows = project.countries.select_related("country").order_by("-percentage", "pk")
    first = rows.first()
    return first.country if first else None


def lessons_of(by: "Actor", project: Project) -> "QuerySet[Lesson]":
    """What a project teaches, as far as somebody may read it."""
    return results.lessons_seen_by(by, PROGRAMME).filter(about_ref=project.ref)


def lessons_to_review(user: "User") -> "QuerySet[Lesson]":
    """Drafts that somebody else has written."""
    return results.lessons_to_review(user, PROGRAMME)


def lessons_to_publish() -> "QuerySet[Lesson]":
    """Lessons that were checked and that nobody can read yet."""
    return results.lessons_to_publish(PROGRAMME)


def practices_of(project: Project) -> "QuerySet[Practice]":
    """What others can take over from a project."""
    return results.practices().filter(origin_ref=project.ref)


def adoptions_from(project: Project) -> "QuerySet[Adoption]":
    """Where the practices of a project were taken up."""
    return results.adoptions().filter(practice__origin_ref=project.ref)


def adoption_of(practice: "Practice", ref: str) -> "Adoption | None":
    """One place at which a practice was taken up."""
    return results.adoptions().filter(practice=practice, ref=ref).first() if ref else None


def field_name(code: str) -> str:
    """What a field is called in the reader's language; nothing when it is unknown."""
    found = themes.fields().filter(code=code).first() if code else None
    return said(found, "name") if found else ""
