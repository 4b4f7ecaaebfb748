"""The world map of projects, drawn once for each state of the data and each language."""

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hiroba.engines.registry.places import queries as places
from hiroba.foundation.drawing.steps import Step, steps_for
from hiroba.foundation.drawing.world_map import Place, world_map
from hiroba.foundation.words import said
from hiroba.programmes.cooperation.projects import tallies

if TYPE_CHECKING:
    from hiroba.engines.registry.places.models import Country


@dataclass(frozen=True)
class Line:
    """A country in the table beside the map."""

    code: str
    name: str
    region: str
    count: int
    url: str


@dataclass(frozen=True)
class WorldMap:
    """The picture, its legend and the table that says the same."""

    picture: SafeString
    steps: tuple[Step, ...]
    lines: list[Line]


def map_of_projects() -> WorldMap:
    """Where the projects are, in the reader's language."""
    return _drawn(tallies.version(), get_language() or "ja")


@lru_cache(maxsize=8)
def _drawn(version: tallies.Version, language: str) -> WorldMap:
    counts = tallies.counts_under("country")
    known = list(places.countries())
    steps = steps_for(counts.values())
    lines = [_line(one, counts[one.code]) for one in known if one.code in counts]
    lines.sort(key=lambda line: -line.count)
    marks = [_mark(one, counts.get(one.code, 0)) for one in known]
    return WorldMap(world_map(marks, steps), steps, lines)


def _line(country: "Country", count: int) -> Line:
    name, region = said(country, "name"), said(country, "region")
    return Line(country.code, name, region, count, _url(country))


def _mark(country: "Country", count: int) -> Place:
    told = _("%(country)s: %(count)s件") % {"country": said(country, "name"), "count": count}
    return Place(country.code, told, count, _url(country), country.latitude, country.longitude)


def _url(country: "Country") -> str:
    return f"{reverse('projects:projects')}?country={country.code}"
