"""The world map of lecturers, drawn once for each state of the data and each language."""

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hiroba.foundation import clock
from hiroba.foundation.drawing.steps import Step, steps_for
from hiroba.foundation.drawing.world_map import Place, world_map
from hiroba.foundation.words import said
from hiroba.programmes.lectures import queries

if TYPE_CHECKING:
    from hiroba.engines.registry.places.models import Country


@dataclass(frozen=True)
class Meeting:
    """A country in the table beside the map, and what time it is there."""

    country: "Country"
    name: str
    number: int


@dataclass(frozen=True)
class MeetingMap:
    """The picture, its legend and the table that says the same."""

    picture: SafeString
    steps: tuple[Step, ...]
    lines: list[Meeting]


def map_of_lecturers() -> MeetingMap:
    """Where lecturers are today, in the reader's language."""
    found = queries.countries_to_meet(clock.today())
    lines = [Meeting(one, said(one, "name"), number) for one, number in found]
    marks = tuple(_mark(line) for line in lines)
    picture, steps = _drawn(marks, get_language() or "ja")
    return MeetingMap(picture, steps, lines)


@lru_cache(maxsize=8)
def _drawn(marks: tuple[Place, ...], language: str) -> tuple[SafeString, tuple[Step, ...]]:
    steps = steps_for([mark.count for mark in marks])
    return world_map(marks, steps), steps


def _mark(line: Meeting) -> Place:
    told = _("%(country)s: 講師%(count)s人") % {"country": line.name, "count": line.number}
    place = line.country
    return Place(place.code, told, line.number, "", place.latitude, place.longitude)
