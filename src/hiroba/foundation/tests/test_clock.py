"""One place knows the time."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from hiroba.foundation import clock


def test_the_clock_can_be_held_and_runs_again_afterwards():
    with clock.at("2023-11-01 10:00"):
        held = clock.now()

    assert held == datetime(2023, 11, 1, 1, 0, tzinfo=UTC)
    assert timezone.now() - clock.now() < timedelta(seconds=5)


def test_the_clock_can_be_held_within_a_held_clock():
    with clock.at("2023-11-01 10:00"):
        with clock.at("2024-01-01 00:00"):
            assert clock.today() == date(2024, 1, 1)

        assert clock.today() == date(2023, 11, 1)


def test_today_is_the_day_in_japan():
    with clock.at("2023-10-31T15:30:00+00:00"):
        assert clock.today() == date(2023, 11, 1)


def test_a_moment_without_a_zone_is_a_moment_in_japan():
    assert clock.moment(datetime(2023, 11, 1, 10)) == clock.moment("2023-11-01 10:00")
    assert clock.moment("2023-11-01 10:00").utcoffset() == timedelta(hours=9)


@pytest.mark.parametrize("text", ["", "yesterday", "2023-02-30 10:00", "2023-11-01 25:00"])
def test_a_text_that_is_no_moment_is_refused(text):
    with pytest.raises(ValueError, match="."):
        clock.moment(text)


def test_a_shifted_clock_keeps_its_distance_and_says_so(settings):
    settings.HIROBA_CLOCK_SHIFT = timedelta(days=-365)

    assert clock.is_shifted()
    assert timezone.now() - clock.now() > timedelta(days=364)
    assert timezone.now() - clock.machine() < timedelta(seconds=5)


def test_a_clock_that_was_not_set_is_the_machine_s():
    assert not clock.is_shifted()
