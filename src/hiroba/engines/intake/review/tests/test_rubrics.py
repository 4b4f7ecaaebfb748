"""A rubric weighs to one hundred, and a total is exact."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiroba.engines.intake.review.examples import rubric
from hiroba.engines.intake.review.rubrics import Broken, parse


def test_the_total_is_weighed_and_exact():
    sheet = parse(rubric())

    assert sheet.total({"need": 1, "plan": 1}) == Decimal("0.00")
    assert sheet.total({"need": 4, "plan": 3}) == Decimal("60.00")
    assert sheet.total({"need": 5, "plan": 5}) == Decimal("100.00")


@given(need=st.integers(1, 5), plan=st.integers(1, 4))
def test_a_better_score_never_lowers_the_total(need, plan):
    sheet = parse(rubric())

    assert sheet.total({"need": need, "plan": plan}) < sheet.total({"need": need, "plan": plan + 1})


def spoilt(**change):
    content = rubric()
    content["criteria"][0].update(change)
    return content


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (spoilt(weight=41), "合計を100"),
        (spoilt(weight=0), "重みは1以上"),
        (spoilt(key="plan"), "同じ観点"),
        (spoilt(levels=[]), "段階は低い順"),
    ],
)
def test_a_broken_rubric_says_why(content, sentence):
    with pytest.raises(Broken, match=sentence):
        parse(content)
