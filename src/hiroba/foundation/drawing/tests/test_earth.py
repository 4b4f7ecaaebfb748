"""The earth on a flat map."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiroba.foundation.drawing.earth import (
    CENTRE,
    HEIGHT,
    TOP,
    WIDTH,
    on_map,
    outlines,
    place_on_map,
)
from hiroba.foundation.drawing.tests.pictures import spots

LONGITUDES = st.floats(-180, 180)
LATITUDES = st.floats(-55, 83)
NORTH = st.floats(0, 83)
MIDDLE = WIDTH / 2


@given(LONGITUDES, LATITUDES)
def test_every_inhabited_place_lies_inside_the_frame(longitude, latitude):
    x, y = place_on_map(longitude, latitude)

    assert 0 <= x <= WIDTH
    assert 0 <= y <= HEIGHT


@given(LONGITUDES, LATITUDES)
def test_east_and_west_mirror_each_other(longitude, latitude):
    (east, y), (west, same) = on_map(longitude, latitude), on_map(-longitude, latitude)

    assert east - MIDDLE == pytest.approx(MIDDLE - west, abs=1e-6)
    assert y == pytest.approx(same)


@given(LONGITUDES, NORTH)
def test_north_and_south_mirror_each_other(longitude, latitude):
    (x, north), (same, south) = on_map(longitude, latitude), on_map(longitude, -latitude)

    assert TOP - north == pytest.approx(south - TOP, abs=1e-6)
    assert x == pytest.approx(same)


@given(LATITUDES, LATITUDES)
def test_what_lies_further_north_stands_higher(one, other):
    low, high = sorted((one, other))

    assert on_map(0, high)[1] <= on_map(0, low)[1]


@given(LATITUDES, LONGITUDES, LONGITUDES)
def test_what_lies_further_east_of_the_centre_stands_further_right(latitude, one, other):
    west, east = sorted((one, other))

    assert on_map(west, latitude)[0] <= on_map(east, latitude)[0] + 1e-9


@given(LONGITUDES, LATITUDES)
def test_a_turn_around_the_earth_leads_back(longitude, latitude):
    x, y = place_on_map(longitude, latitude)

    assert place_on_map(longitude + 360, latitude) == pytest.approx((x, y), abs=1e-6) or abs(
        x - place_on_map(longitude + 360, latitude)[0]
    ) == pytest.approx(2 * abs(x - MIDDLE), abs=1e-3)


@given(st.floats(-170, 170), st.floats(-55, 80))
def test_areas_keep_their_size(longitude, latitude):
    step = 0.01

    def area(at):
        (x1, y1), (_, y2) = on_map(longitude, at), on_map(longitude + step, at + step)
        x3, _ = on_map(longitude + step, at)
        return abs((x3 - x1) * (y2 - y1)) / math.cos(math.radians(at + step / 2))

    assert area(latitude) == pytest.approx(area(0), rel=2e-3)


def test_the_centre_of_the_map_is_the_pacific():
    assert place_on_map(CENTRE, 0) == (MIDDLE, TOP)


def test_the_outlines_are_read_once():
    assert outlines() is outlines()


def test_every_outline_is_a_closed_path():
    for code, path in outlines():
        assert path.startswith("M") and path.endswith("z"), code


@pytest.mark.parametrize(
    ("code", "longitude", "latitude"),
    [("JP", 139.7, 35.7), ("KE", 36.8, -1.3), ("PE", -77.0, -12.0), ("FJ", 178.0, -17.8)],
)
def test_a_capital_lies_within_the_reach_of_its_country(code, longitude, latitude):
    x, y = place_on_map(longitude, latitude)
    found = list(spots(dict(outlines())[code]))

    assert min(x for x, _ in found) - 6 <= x <= max(x for x, _ in found) + 6
    assert min(y for _, y in found) - 6 <= y <= max(y for _, y in found) + 6


@pytest.mark.parametrize("code", ["RU", "GL", "NO", "GB", "FR"])
def test_a_country_that_the_edge_cuts_lies_on_its_own_side_of_the_line(code):
    found = list(spots(dict(outlines())[code]))

    assert max(x for x, _ in found) <= WIDTH
    assert min(x for x, _ in found) >= 0


def test_no_shape_is_drawn_straight_across_the_whole_map():
    for code, path in outlines():
        found = list(spots(path))
        jumps = [abs(x2 - x1) for (x1, _), (x2, _) in zip(found, found[1:], strict=False)]
        rings = path.count("M")
        assert sum(jump > WIDTH / 3 for jump in jumps) < rings, code
