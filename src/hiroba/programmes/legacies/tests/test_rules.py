"""The rules lie in a file, each with the day from which it is valid."""

import datetime

import pytest

from hiroba.programmes.legacies import rules
from hiroba.programmes.legacies.rules import Rules, editions, rules_on

OLD = Rules(datetime.date(2010, 4, 1), 3, 30, 5, "旧")
NEW = Rules(datetime.date(2020, 4, 1), 7, 60, 10, "新")


@pytest.fixture
def two_editions(monkeypatch):
    monkeypatch.setattr(rules, "editions", lambda: (NEW, OLD))


def test_the_rules_of_the_house_say_where_they_come_from():
    (first,) = editions()

    assert (first.keep_years, first.open_minutes, first.small_below) == (5, 60, 5)
    assert first.source.startswith("見本の決まり")


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (datetime.date(2000, 1, 1), OLD),
        (datetime.date(2010, 4, 1), OLD),
        (datetime.date(2020, 3, 31), OLD),
        (datetime.date(2020, 4, 1), NEW),
        (datetime.date(2030, 1, 1), NEW),
    ],
)
def test_on_each_day_one_version_is_valid(two_editions, day, found):
    assert rules_on(day) == found


@pytest.mark.parametrize(
    ("day", "until"),
    [
        (datetime.date(2023, 11, 1), datetime.date(2020, 11, 1)),
        (datetime.date(2024, 2, 29), datetime.date(2021, 2, 28)),
        (datetime.date(2024, 3, 1), datetime.date(2021, 3, 1)),
    ],
)
def test_years_of_keeping_are_counted_back_from_the_day(day, until):
    assert OLD.closed_until(day) == until
