"""The shapes of the countries (Natural Earth 1:110m) on a flat map around the Pacific."""

import json
import math
from functools import cache
from pathlib import Path

import pycountry

ATLAS = Path(__file__).parents[1] / "web/geometry/countries-110m.json"
ANTARCTICA = "010"
CENTRE = 150.0
SCALE = 365.0
WIDTH, TOP, HEIGHT = 1980, 480, 866

Point = tuple[float, float]
Ring = list[Point]

# Equal Earth (Šavrič, Patterson, Jenny 2018): areas keep their size.
A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
M = math.sqrt(3) / 2


def on_map(longitude: float, latitude: float) -> Point:
    """Where a place lies on the map; the longitude counts from the centre of the map."""
    angle = math.asin(M * math.sin(math.radians(latitude)))
    square = angle * angle
    sixth = square**3
    spread = M * (A1 + 3 * A2 * square + sixth * (7 * A3 + 9 * A4 * square))
    x = math.radians(longitude) * math.cos(angle) / spread
    y = angle * (A1 + A2 * square + sixth * (A3 + A4 * square))
    return WIDTH / 2 + SCALE * x, TOP - SCALE * y


def place_on_map(longitude: float, latitude: float) -> Point:
    """Where a place on earth lies on the map."""
    return on_map((longitude - CENTRE + 540) % 360 - 180, latitude)


@cache
def outlines() -> list[tuple[str, str]]:
    """Each country by its two letters (or nothing) with its outline as an SVG path."""
    atlas = json.loads(ATLAS.read_text())
    arcs = [_unpacked(arc, atlas["transform"]) for arc in atlas["arcs"]]
    found = []
    for shape in atlas["objects"]["countries"]["geometries"]:
        if shape.get("id") == ANTARCTICA:
            continue
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        rings = [_joined(ring, arcs) for polygon in polygons for ring in polygon]
        path = "".join(_path(piece) for ring in rings for piece in _pieces(ring))
        found.append((_two_letters(shape.get("id", "")), path))
    return found


def _two_letters(number: str) -> str:
    country = pycountry.countries.get(numeric=number) if number else None
    return country.alpha_2 if country else ""


def _unpacked(arc: list[list[int]], transform: dict[str, list[float]]) -> Ring:
    """TopoJSON keeps differences of whole numbers; this gives degrees."""
    (scale_x, scale_y), (left, bottom) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * scale_x + left, y * scale_y + bottom))
    return points


def _joined(numbers: list[int], arcs: list[Ring]) -> Ring:
    """One ring from its arcs; a negative number is an arc walked backwards."""
    ring: Ring = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring.extend(arc[1:] if ring else arc)
    return ring


def _pieces(ring: Ring) -> list[Ring]:
    """The ring counted from the centre of the map, cut where the map ends."""
    whole, last = [], ring[0][0] - CENTRE
    for longitude, latitude in ring:
        turned = longitude - CENTRE
        last = turned + 360 * round((last - turned) / 360)
        whole.append((last, latitude))
    pieces = []
    for turn in (-360, 0, 360):
        piece = [(longitude + turn, latitude) for longitude, latitude in whole]
        piece = _cut(_cut(piece, -180, 1), 180, -1)
        if len(piece) > 2:
            pieces.append(piece)
    return pieces


def _cut(ring: Ring, edge: float, side: int) -> Ring:
    """The part of a ring on one side of a meridian (Sutherland and Hodgman)."""
    kept: Ring = []
    for (x1, y1), (x2, y2) in zip(ring[-1:] + ring[:-1], ring, strict=True):
        inside_before, inside = side * (x1 - edge) >= 0, side * (x2 - edge) >= 0
        if inside_before != inside:
            kept.append((edge, y1 + (y2 - y1) * (edge - x1) / (x2 - x1)))
        if inside:
            kept.append((x2, y2))
    return kept


def _path(ring: Ring) -> str:
    """Whole numbers, each relative to the one before: a third of the length."""
    spots = [tuple(round(value) for value in on_map(*point)) for point in ring]
    (x, y), steps = spots[0], []
    path = f"M{x} {y}l"
    for nx, ny in spots[1:]:
        if (nx, ny) != (x, y):
            steps.append(f"{nx - x} {ny - y}")
            x, y = nx, ny
    return path + " ".join(steps).replace(" -", "-") + "z" if len(steps) > 1 else ""
