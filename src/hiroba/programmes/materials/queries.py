"""Questions about materials."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, QuerySet

from hiroba.engines.registry.places import queries as places
from hiroba.engines.registry.themes import queries as themes
from hiroba.foundation.roles import Role
from hiroba.foundation.search import queries as search
from hiroba.programmes.materials import headings
from hiroba.programmes.materials.models import Heading, Licence, Material, MaterialFile
from hiroba.programmes.materials.states import MaterialState

if TYPE_CHECKING:
    from hiroba.engines.registry.places.models import Country
    from hiroba.engines.registry.themes.models import Theme
    from hiroba.foundation.actors import Actor

PROGRAMME = "materials"
KIND = "materials"
LOOKING = (Role.OFFICER, Role.AUDITOR)


@dataclass(frozen=True)
class Wanted:
    """What somebody looks for in the list; everything empty means everything."""

    words: str = ""
    grade: str = ""
    theme: str = ""
    country: str = ""
    kind: str = ""

    @property
    def headings(self) -> list[str]:
        """The headings under which a material must stand; the narrowest kinds come first."""
        asked = (
            ("country", self.country.upper()),
            ("theme", self.theme),
            ("kind", self.kind),
            ("grade", self.grade),
        )
        return [headings.of(sort, value) for sort, value in asked if value]


def listed(wanted: Wanted) -> QuerySet[Heading]:
    """Published materials that somebody looks for, the newest first, as rows of a heading."""
    first, *others = wanted.headings or [headings.EVERYTHING]
    found = Heading.objects.filter(name=first)
    for name in others:
        found = found.filter(
            Exists(Heading.objects.filter(material=OuterRef("material"), name=name))
        )
    if wanted.words:
        hits = search.refs_matching(wanted.words, KIND).filter(language="ja")
        found = found.filter(material__ref__in=hits)
    return found.select_related("material__licence").order_by("-published_on", "-pk")


def materials_seen_by(by: "Actor") -> QuerySet[Material]:
    """Everybody sees what is or was public; drafts are seen by those who look after them."""
    found = Material.objects.select_related("licence").order_by("-pk")
    if by.holds(*LOOKING, programme=PROGRAMME):
        return found
    return found.exclude(state=MaterialState.DRAFT)


def drafts_kept_by(by: "Actor") -> QuerySet[Material]:
    """What an officer still has to publish, the oldest first."""
    found = Material.objects.filter(state=MaterialState.DRAFT).order_by("changed_at", "pk")
    return found if by.holds(Role.OFFICER, programme=PROGRAMME) else found.none()


def files_of(material: Material) -> QuerySet[MaterialFile]:
    """The files of a material in the order in which they were added."""
    return material.files.select_related("stored", "material").order_by("pk")


def downloads_of(material: Material) -> int:
    """How often its files were saved."""
    return material.downloads.count()


def licences() -> QuerySet[Licence]:
    """What a material can be given under."""
    return Licence.objects.order_by("name_ja", "pk")


def licence(code: str) -> Licence | None:
    """The licence of this code."""
    return Licence.objects.filter(code=code).first()


def themes_offered() -> "QuerySet[Theme]":
    """The themes by which materials are found: the 17 goals."""
    return themes.goals()


def countries_offered() -> "QuerySet[Country]":
    """The countries by which materials are found."""
    return places.countries()
