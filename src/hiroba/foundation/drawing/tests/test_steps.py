"""From counts to shades."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiroba.foundation.drawing.steps import COLOURS, step_of, steps_for

COUNTS = st.lists(st.integers(0, 10**7), max_size=30)


@given(COUNTS)
def test_there_are_never_more_steps_than_shades(counts):
    steps = steps_for(counts)

    assert len(steps) <= len(COLOURS)
    assert [step.colour for step in steps] == list(COLOURS[: len(steps)])


@given(COUNTS)
def test_steps_follow_each_other_without_a_gap(counts):
    steps = steps_for(counts)

    assert [step.last + 1 for step in steps[:-1]] == [step.first for step in steps[1:]]
    assert [step.first for step in steps[:1]] in ([], [1])
    assert [step.last for step in steps[-1:]] in ([], [None])


@given(COUNTS)
def test_every_count_above_nought_has_exactly_one_shade(counts):
    steps = steps_for(counts)

    for count in (one for one in counts if one):
        step = step_of(count, steps)
        assert step.first <= count <= (step.last or count)


@given(COUNTS)
def test_the_darkest_shade_is_used(counts):
    steps = steps_for(counts)

    assert not steps or step_of(max(counts), steps) == steps[-1]


@pytest.mark.parametrize("counts", [[], [0], [0, 0], [-1]])
def test_where_nothing_is_there_are_no_steps(counts):
    assert steps_for(counts) == ()
    assert step_of(0, steps_for(counts)) is None


@pytest.mark.parametrize(
    ("largest", "texts"),
    [
        (2, ["1", "2–"]),
        (4, ["1", "2–"]),
        (10, ["1", "2–4", "5–9", "10–"]),
        (99, ["1–4", "5–9", "10–19", "20–49", "50–"]),
        (100, ["1–9", "10–19", "20–49", "50–99", "100–"]),
        (54_321, ["1–4,999", "5,000–9,999", "10,000–19,999", "20,000–49,999", "50,000–"]),
    ],
)
def test_a_legend_reads_in_round_numbers(largest, texts):
    assert [step.text for step in steps_for([largest])] == texts
