"""Lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from hiroba.foundation.drawing.bars import BOTTOM, HEIGHT, LEFT, TOP, WIDTH
from hiroba.foundation.drawing.lines import COLOURS, DASHES, lines
from hiroba.foundation.drawing.tests.pictures import numbers, parts, titles, written

TOLD = "年度ごとの人数"
YEARS = ["2021", "2022", "2023"]
VALUES = st.lists(st.none() | st.floats(0, 1e12), min_size=3, max_size=3)


def drawn(rows, labels=YEARS):
    return lines(labels, rows, told=TOLD)


def strokes(picture):
    return [one["d"] for one in parts(picture, "path") if one.get("fill") == "none"]


def test_a_line_has_a_point_for_each_value():
    picture = drawn({"案件": [1, 2, 3]})

    assert len(parts(picture, "circle")) == 3
    assert titles(picture) == ["案件 2021: 1", "案件 2022: 2", "案件 2023: 3"]


def test_a_rising_row_rises_and_goes_to_the_right():
    points = numbers(drawn({"案件": [1, 2, 3]}), "circle", "cx", "cy")

    assert [x for x, _ in points] == sorted(x for x, _ in points)
    assert [y for _, y in points] == sorted((y for _, y in points), reverse=True)


def test_one_value_is_a_point_in_the_middle_and_no_stroke():
    picture = drawn({"案件": [5]}, ["2023"])

    [(x, _)] = numbers(picture, "circle", "cx", "cy")
    assert x == pytest.approx((LEFT + WIDTH - 8) / 2, abs=1)
    assert strokes(picture)[0].count("L") == 0


def test_no_rows_and_no_labels_are_an_empty_chart():
    picture = lines([], {}, told=TOLD)

    assert parts(picture, "circle") == []
    assert written(picture) == ["0", "1"]


def test_a_row_of_gaps_has_neither_points_nor_a_name():
    picture = drawn({"案件": [None, None, None]})

    assert parts(picture, "circle") == []
    assert "案件" not in written(picture)


def test_a_gap_at_the_end_leaves_the_name_at_the_last_value():
    picture = etree.fromstring(drawn({"案件": [1, 2, None]}))

    [name] = [one for one in picture.iter("text") if one.text == "案件"]
    assert float(name.get("x")) == float(list(picture.iter("circle"))[-1].get("cx"))


def test_lines_are_told_apart_without_colour():
    picture = drawn({name: [1, 2, 3] for name in "abcd"})
    found = [one for one in parts(picture, "path") if one.get("fill") == "none"]

    assert [one["stroke"] for one in found] == list(COLOURS)
    assert [one["stroke-dasharray"] for one in found] == list(DASHES)


def test_a_fifth_line_begins_anew_with_the_colours():
    found = [
        one["stroke"]
        for one in parts(drawn({name: [1, 2, 3] for name in "abcde"}), "path")
        if one.get("fill") == "none"
    ]

    assert found[4] == found[0]


def test_all_lines_share_one_scale():
    picture = drawn({"小": [10, 10, 10], "大": [100, 100, 100]})
    heights = [HEIGHT - BOTTOM - y for _, y in numbers(picture, "circle", "cx", "cy")]

    assert heights[3] == pytest.approx(10 * heights[0], abs=6)


def test_values_of_nought_lie_on_the_floor():
    assert [y for _, y in numbers(drawn({"案件": [0, 0, 0]}), "circle", "cx", "cy")] == [
        HEIGHT - BOTTOM
    ] * 3


@given(VALUES, VALUES)
def test_every_point_lies_inside_the_chart(one, other):
    for x, y in numbers(drawn({"一": one, "二": other}), "circle", "cx", "cy"):
        assert LEFT <= x <= WIDTH
        assert TOP - 1 <= y <= HEIGHT - BOTTOM + 1


def test_names_and_labels_cannot_break_out():
    picture = lines(["<b>"], {"</svg><script>": [1]}, told='"onload="')

    assert "<script" not in picture and "<b>" not in picture
    assert titles(picture) == ["</svg><script> <b>: 1"]


def test_of_many_labels_only_some_are_written():
    labels = [f"{year}年" for year in range(1974, 2024)]
    picture = lines(labels, {"案件": [1] * 50}, told=TOLD)

    assert len([text for text in written(picture) if text.endswith("年")]) <= 12
