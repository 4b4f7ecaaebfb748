"""The numbers beside a chart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiroba.foundation.drawing.scales import MARKS, mark_text, marks_to

LARGEST = st.floats(min_value=1e-6, max_value=1e15)


@given(LARGEST)
def test_the_last_mark_is_never_below_the_largest_value(largest):
    assert marks_to(largest)[-1] >= largest * (1 - 1e-9)


@given(LARGEST)
def test_the_chart_is_never_more_than_half_empty(largest):
    assert marks_to(largest)[-1] <= largest * 2.5


@given(LARGEST)
def test_there_are_few_marks_and_the_first_is_nought(largest):
    marks = marks_to(largest)

    assert marks[0] == 0
    assert 2 <= len(marks) <= MARKS + 1


@given(LARGEST)
def test_marks_stand_at_equal_distances(largest):
    marks = marks_to(largest)
    distances = [after - before for before, after in zip(marks, marks[1:], strict=False)]

    assert distances == pytest.approx([distances[0]] * len(distances))


@given(LARGEST)
def test_no_two_marks_read_the_same(largest):
    told = [mark_text(mark) for mark in marks_to(largest)]

    assert len(set(told)) == len(told)


@pytest.mark.parametrize("largest", [0, -1, -1e9, 5e-324, 1e-10])
def test_where_nothing_rises_there_is_still_a_scale(largest):
    assert marks_to(largest) == [0, 1]


@pytest.mark.parametrize(
    ("largest", "marks"),
    [
        (1, [0, 0.25, 0.5, 0.75, 1]),
        (3, [0, 1, 2, 3]),
        (4, [0, 1, 2, 3, 4]),
        (10, [0, 2.5, 5, 7.5, 10]),
        (11, [0, 5, 10, 15]),
        (100, [0, 25, 50, 75, 100]),
        (2_499_622, [0, 1_000_000, 2_000_000, 3_000_000]),
        (1e12, [0, 2.5e11, 5e11, 7.5e11, 1e12]),
    ],
)
def test_steps_are_numbers_people_count_in(largest, marks):
    assert marks_to(largest) == pytest.approx(marks)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (7, "7"),
        (0.25, "0.25"),
        (7.5, "7.5"),
        (12.5, "12.5"),
        (100, "100"),
        (999.5, "999.5"),
        (1405, "1,405"),
        (1500.0, "1,500"),
        (2_499_622, "2,499,622"),
        (1e12, "1,000,000,000,000"),
        (-3, "-3"),
        (-12_345, "-12,345"),
        (-2_499_622, "-2,499,622"),
        (0.1 + 0.2, "0.3"),
    ],
)
def test_a_number_is_written_as_on_paper(value, text):
    assert mark_text(value) == text
