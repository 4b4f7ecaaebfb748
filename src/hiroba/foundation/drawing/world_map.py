"""A world map that shows how many of something there are in each country."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from hiroba.foundation.drawing.earth import HEIGHT, WIDTH, outlines, place_on_map
from hiroba.foundation.drawing.steps import COLOURS, EMPTY, Step, step_of

DOT = 11


@dataclass(frozen=True)
class Place:
    """A country on the map: what the mouse reads, how much there is, and where a click leads."""

    code: str
    told: str
    count: int = 0
    url: str = ""
    latitude: float | None = None
    longitude: float | None = None


def world_map(places: Iterable[Place], steps: tuple[Step, ...]) -> SafeString:
    """The map as SVG; readers of the screen are given the table beside it instead."""
    known = {place.code: place for place in places}
    drawn = [(known.get(code), path) for code, path in outlines()]
    shapes = format_html_join("", "{}", ((_shape(place, path, steps),) for place, path in drawn))
    outlined = {place.code for place, _ in drawn if place}
    small = [place for place in known.values() if place.count and place.code not in outlined]
    dots = format_html_join("", "{}", ((_dot(place, steps),) for place in small))
    return format_html(
        '<svg class="world-map" viewBox="0 0 {} {}" aria-hidden="true" focusable="false"'
        ' stroke="#fff" stroke-width="1.5" stroke-linejoin="round">{}{}</svg>',
        WIDTH,
        HEIGHT,
        shapes,
        dots,
    )


def _shape(place: Place | None, path: str, steps: tuple[Step, ...]) -> SafeString:
    if place is None:
        return format_html('<path fill="{}" d="{}"/>', EMPTY, path)
    shape = format_html(
        '<path fill="{}" d="{}"><title>{}</title></path>', _fill(place, steps), path, place.told
    )
    return _linked(place, shape)


def _dot(place: Place, steps: tuple[Step, ...]) -> SafeString:
    if place.latitude is None or place.longitude is None:
        return SafeString("")
    x, y = place_on_map(place.longitude, place.latitude)
    dot = format_html(
        '<circle fill="{}" stroke="#1a1a1c" cx="{}" cy="{}" r="{}"><title>{}</title></circle>',
        _fill(place, steps),
        round(x),
        round(y),
        DOT,
        place.told,
    )
    return _linked(place, dot)


def _linked(place: Place, shape: SafeString) -> SafeString:
    """A click leads on; the keyboard uses the links of the table."""
    if not (place.url and place.count):
        return shape
    return format_html('<a href="{}" tabindex="-1">{}</a>', place.url, shape)


def _fill(place: Place, steps: tuple[Step, ...]) -> str:
    step = step_of(place.count, steps)
    return COLOURS[steps.index(step)] if step else EMPTY
