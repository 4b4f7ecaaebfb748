"""Columns and lines."""

import pytest
from lxml import etree

from hiroba.foundation.drawing.bars import bars
from hiroba.foundation.drawing.lines import lines
from hiroba.foundation.drawing.scales import mark_text, marks_to


def heights(picture):
    return [float(rect.get("height")) for rect in etree.fromstring(picture).iter("rect")]


@pytest.mark.parametrize(
    ("largest", "marks"),
    [
        (0, [0, 1]),
        (0.7, [0, 0.2, 0.4, 0.6, 0.8]),
        (9, [0, 2.5, 5, 7.5, 10]),
        (29, [0, 10, 20, 30]),
        (1405, [0, 500, 1000, 1500]),
    ],
)
def test_a_scale_ends_at_a_round_number(largest, marks):
    assert marks_to(largest) == pytest.approx(marks)


def test_marks_read_like_numbers_on_paper():
    assert [mark_text(value) for value in (0, 2.5, 1500.0)] == ["0", "2.5", "1,500"]


def test_columns_are_as_high_as_their_values():
    low, high = heights(bars([("2022", 20), ("2023", 40)], told="案件数"))

    assert high == pytest.approx(2 * low)


def test_a_chart_without_rows_is_an_empty_frame():
    assert heights(bars([], told="案件数")) == []
    assert "circle" not in lines([], {"案件": []}, told="案件数")


def test_of_many_labels_only_some_are_written():
    picture = bars([(str(year), 1) for year in range(2000, 2024)], told="案件数")
    written = [text.text for text in etree.fromstring(picture).iter("text")]

    assert "2000" in written
    assert "2001" not in written
    assert len([text for text in written if text.startswith("2")]) == 12


def test_a_missing_value_leaves_a_gap_in_the_line():
    picture = etree.fromstring(
        lines(["a", "b", "c", "d"], {"案件": [1, None, 2, 3]}, told="案件数")
    )

    (line,) = [path for path in picture.iter("path") if path.get("fill") == "none"]
    assert line.get("d").count("M") == 2
    assert line.get("d").count("L") == 1


def test_a_chart_says_what_it_shows_and_holds_no_style():
    picture = bars([("<2023>", 1)], told="年度ごとの案件数")

    assert etree.fromstring(picture).get("aria-label") == "年度ごとの案件数"
    assert "style" not in picture
