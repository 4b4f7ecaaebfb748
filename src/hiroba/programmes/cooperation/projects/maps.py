"""The world map of projects, drawn once for each state of the data and each language."""

from dataclasses import dataclass
from functools import lru_cache

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hiroba.engines.registry.places import queries as places
from hiroba.foundation.drawing.steps import Step, steps_for
from hiroba.foundation.drawing.world_map import Place, world_map
from hiroba.foundation.words import said
from hiroba.programmes.cooperation.projects import tallies


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
    url = reverse("projects:projects")
    steps = steps_for(counts.values())
    known = list(places.countries())
    lines = [
        Line(
            country.code,
            said(country, "name"),
            said(country, "region"),
            counts[country.code],
            f"{url}?country={country.code}",
        )
        for country in known
        if country.code in counts
    ]
    marks = [
        Place(
            country.code,
            _("%(country)s: %(count)s件")
            % {"country": said(country, "name"), "count": counts.get(country.code, 0)},
            counts.get(country.code, 0),
            f"{url}?country={country.code}",
            country.latitude,
            country.longitude,
        )
        for country in known
    ]
    lines.sort(key=lambda line: -line.count)
    return WorldMap(world_map(marks, steps), steps, lines)
