"""A proposal stays within the money and the months of its track, and its sums add up."""

from datetime import date

import pytest

from hiroba.engines.intake.calls.rules import Rules
from hiroba.programmes.cooperation.proposals.frames import Strain, months_between, strains

RULES = Rules(yen_ceiling=10_000_000, months_ceiling=36, personalities=("npo",))
FITTING = {
    "yen_1": 2_800_000,
    "yen_2": 3_600_000,
    "yen_3": 3_600_000,
    "yen_total": 10_000_000,
    "planned_start": "2024-04-01",
    "planned_end": "2027-03-31",
}


def test_the_whole_frame_may_be_used():
    assert strains(RULES, FITTING) == ()


def test_answers_that_are_missing_are_asked_for_elsewhere():
    assert strains(RULES, {}) == ()


@pytest.mark.parametrize(
    ("change", "key", "sentence"),
    [
        (
            {"yen_3": 3_600_001, "yen_total": 10_000_001},
            "yen_total",
            "総額10,000,001円は、上限10,000,000円を超えています。",
        ),
        (
            {"yen_total": 9_999_999},
            "yen_total",
            "年ごとの合計10,000,000円と、総額9,999,999円が違います。",
        ),
        (
            {"planned_end": "2027-04-01"},
            "planned_end",
            "期間37か月は、上限36か月を超えています。",
        ),
        (
            {"planned_end": "2024-03-31"},
            "planned_end",
            "終わりの日を、始まりの日より後にしてください。",
        ),
    ],
)
def test_what_leaves_the_frame_is_said_at_its_field(change, key, sentence):
    [strain] = strains(RULES, {**FITTING, **change})

    page = "budget" if key == "yen_total" else "outline"
    assert strain == Strain(page, key, sentence)


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        (date(2024, 4, 1), date(2024, 4, 30), 1),
        (date(2024, 4, 15), date(2025, 4, 14), 12),
        (date(2024, 4, 15), date(2025, 4, 15), 13),
    ],
)
def test_months_count_both_days(start, end, months):
    assert months_between(start, end) == months
