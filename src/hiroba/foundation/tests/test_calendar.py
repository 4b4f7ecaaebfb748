"""Fiscal years, eras and working days."""

from datetime import date, datetime

import pytest

from hiroba.foundation import calendar


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2023, 3, 31), 2022),
        (date(2023, 4, 1), 2023),
        (date(2023, 12, 31), 2023),
        (date(2024, 3, 31), 2023),
    ],
)
def test_a_fiscal_year_begins_on_the_first_of_april(day, year):
    assert calendar.fiscal_year(day) == year


def test_a_fiscal_year_ends_on_the_last_of_march():
    assert calendar.fiscal_year_bounds(2023) == (date(2023, 4, 1), date(2024, 3, 31))


def test_fiscal_years_are_written_in_both_languages():
    assert calendar.fiscal_year_text(2023) == "2023年度"
    assert calendar.fiscal_year_text(2023, "en") == "FY2023"
    assert calendar.fiscal_years_text(2002, 2023) == "2002–2023年度"
    assert calendar.fiscal_years_text(2002, 2023, "en") == "FY2002–2023"


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2023, 11, 1), "令和5年11月1日"),
        (date(2019, 5, 1), "令和元年5月1日"),
        (date(2019, 4, 30), "平成31年4月30日"),
        (date(1989, 1, 8), "平成元年1月8日"),
        (date(1989, 1, 7), "昭和64年1月7日"),
        (date(1926, 12, 24), "大正15年12月24日"),
        (date(1912, 7, 29), "明治45年7月29日"),
        (date(1873, 1, 1), "明治6年1月1日"),
        (date(1872, 12, 31), "1872年12月31日"),
        (datetime(2023, 11, 1, 10, 0), "令和5年11月1日"),
    ],
)
def test_days_are_written_in_the_era_of_their_time(day, text):
    assert calendar.wareki(day) == text


@pytest.mark.parametrize(
    "day",
    [
        date(2023, 11, 3),  # Culture Day
        date(2023, 11, 4),  # Saturday
        date(2023, 12, 29),  # offices close
        date(2024, 1, 3),
        date(2024, 2, 12),  # the day after a holiday on Sunday
    ],
)
def test_offices_in_japan_rest(day):
    assert not calendar.is_working_day(day)


@pytest.mark.parametrize("day", [date(2023, 11, 1), date(2023, 12, 28), date(2024, 1, 4)])
def test_offices_in_japan_work(day):
    assert calendar.is_working_day(day)


def test_each_country_has_its_own_weekend():
    friday, saturday, sunday = date(2023, 11, 10), date(2023, 11, 11), date(2023, 11, 12)

    assert [calendar.is_working_day(friday, code) for code in ("BD", "NP", "KE")] == [
        False,
        True,
        True,
    ]
    assert [calendar.is_working_day(saturday, code) for code in ("BD", "NP", "IR")] == [
        False,
        False,
        True,
    ]
    assert [calendar.is_working_day(sunday, code) for code in ("BD", "KE")] == [True, False]


def test_a_country_without_known_holidays_has_at_least_its_weekend():
    assert calendar.is_working_day(date(2023, 11, 1), "XX")
    assert not calendar.is_working_day(date(2023, 11, 4), "XX")


def test_working_days_are_counted_over_the_turn_of_the_year():
    assert calendar.working_days_after(date(2023, 12, 28), 1) == date(2024, 1, 4)
    assert calendar.working_days_after(date(2023, 11, 1), 3) == date(2023, 11, 7)
    assert calendar.working_days_after(date(2023, 11, 1), 0) == date(2023, 11, 1)


def test_a_public_holiday_is_one_of_its_own_country():
    kenyan = date(2023, 12, 12)

    assert [calendar.is_public_holiday(kenyan, code) for code in ("KE", "JP", "XX")] == [
        True,
        False,
        False,
    ]
    assert not calendar.is_public_holiday(date(2023, 11, 4), "KE")
