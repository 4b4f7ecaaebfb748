"""Columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from hiroba.foundation.drawing.bars import BOTTOM, HEIGHT, LABELS_THAT_FIT, LEFT, TOP, WIDTH, bars
from hiroba.foundation.drawing.tests.pictures import numbers, parts, titles, written

TOLD = "年度ごとの案件数"
FLOOR = HEIGHT - BOTTOM
ROWS = st.lists(
    st.tuples(st.text(alphabet="あ<&>\"'年2023", max_size=6), st.floats(-1e9, 1e12)), max_size=40
)


def columns(rows):
    return numbers(bars(rows, told=TOLD), "rect", "x", "y", "width", "height")


def test_one_column_stands_in_the_middle():
    [(left, _, wide, _)] = columns([("2023年度", 3)])

    assert left + wide / 2 == pytest.approx((LEFT + WIDTH - 8) / 2, abs=0.2)


def test_no_column_means_an_empty_chart_that_says_what_it_would_show():
    picture = bars([], told=TOLD)

    assert parts(picture, "rect") == []
    assert etree.fromstring(picture).get("aria-label") == TOLD
    assert written(picture) == ["0", "1"]


def test_a_column_of_nought_has_no_height_and_is_still_named():
    picture = bars([("2022", 0), ("2023", 4)], told=TOLD)

    assert [height for _, _, _, height in columns([("2022", 0), ("2023", 4)])][0] == 0
    assert titles(picture) == ["2022: 0", "2023: 4"]


def test_all_columns_of_nought_divide_by_nothing():
    assert [height for _, _, _, height in columns([("2022", 0), ("2023", 0)])] == [0, 0]


def test_a_negative_value_is_drawn_as_nought_and_told_as_it_is():
    picture = bars([("2022", -5), ("2023", 4)], told=TOLD)

    assert [height for _, _, _, height in columns([("2022", -5), ("2023", 4)])][0] == 0
    assert titles(picture)[0] == "2022: -5"


def test_the_largest_value_of_all_fills_the_chart_and_no_more():
    [(_, top, _, height)] = columns([("2023", 1_000_000_000_000)])

    assert (top, height) == (TOP, FLOOR - TOP)


def test_columns_stand_side_by_side_and_never_touch():
    found = columns([(str(year), year) for year in range(2002, 2024)])

    for (left, _, wide, _), (following, *_) in zip(found, found[1:], strict=False):
        assert left + wide < following


@given(ROWS)
def test_whatever_is_drawn_stays_inside_the_chart(rows):
    for left, top, wide, height in columns(rows):
        assert left >= LEFT and left + wide <= WIDTH
        assert top >= TOP - 0.1 and top + height <= FLOOR + 0.1


@given(ROWS)
def test_whatever_is_written_is_a_picture_that_can_be_read(rows):
    picture = etree.fromstring(bars(rows, told=TOLD))

    assert [one.text.rpartition(": ")[0] for one in picture.iter("title")] == [
        text for text, _ in rows
    ]


@pytest.mark.parametrize("count", [1, 11, 12, 13, 24, 25, 100])
def test_never_are_more_labels_written_than_fit(count):
    picture = bars([(f"第{at}回", 1) for at in range(count)], told=TOLD)
    labels = [text for text in written(picture) if text.startswith("第")]

    assert len(labels) == min(count, -(-count // -(-count // LABELS_THAT_FIT)))
    assert len(labels) <= LABELS_THAT_FIT


def test_the_first_label_is_always_written():
    picture = bars([(f"第{at}回", 1) for at in range(77)], told=TOLD)

    assert "第0回" in written(picture)


def test_labels_and_the_sentence_cannot_break_out():
    picture = bars([('"><script>alert(1)</script>', 1)], told='"><script>')

    assert "<script" not in picture
    assert titles(picture) == ['"><script>alert(1)</script>: 1']
    assert etree.fromstring(picture).get("aria-label") == '"><script>'


def test_long_and_rare_characters_arrive_whole():
    label = "𠮷野家🍚" * 20

    assert titles(bars([(label, 2)], told=TOLD)) == [f"{label}: 2"]


def test_the_numbers_stand_level_with_their_lines():
    picture = bars([("2023", 1405)], told=TOLD)

    assert written(picture)[:4] == ["0", "500", "1,000", "1,500"]
    lines = [one["d"] for one in parts(picture, "path")]
    heights = [float(line.split()[1].split("H")[0]) for line in lines]
    assert heights == sorted(heights, reverse=True)
    assert (heights[0], heights[-1]) == (FLOOR, TOP)


def test_a_great_number_beside_the_chart_has_room():
    picture = bars([("2023", 99_999_999)], told=TOLD)
    longest = max(
        (one for one in etree.fromstring(picture).iter("text") if one.get("text-anchor") == "end"),
        key=lambda one: len(one.text),
    )

    assert longest.text == "100,000,000"
    assert len(longest.text) * 7 <= float(longest.get("x"))
