"""The same lesson by the clocks of two places, at clock changes and date lines."""

from datetime import UTC, date, datetime, time

import pytest

from hiroba.foundation import clock
from hiroba.programmes.lectures.hours import local, quarters, reach, term_of

BELLS = [time(8, 45), time(9, 40), time(10, 45), time(11, 40), time(13, 35), time(14, 30)]
WEDNESDAY = date(2026, 11, 11)


def told(moment, zone, minutes=45):
    lesson = local(clock.moment(moment), minutes, zone)
    return lesson.day.isoformat(), lesson.hours, lesson.shift


def bells(zone, minutes=45):
    found = reach(WEDNESDAY, minutes, zone, BELLS, time(8), time(21))
    return [(bell.there.starts.strftime("%a %H:%M"), bell.is_awake) for bell in found.bells]


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("Asia/Vientiane", ("2026-11-11", "08:45–09:30", 0)),
        ("Africa/Nairobi", ("2026-11-11", "04:45–05:30", 0)),
        ("Africa/Accra", ("2026-11-11", "01:45–02:30", 0)),
        ("America/Lima", ("2026-11-10", "20:45–21:30", -1)),
        ("America/Guatemala", ("2026-11-10", "19:45–20:30", -1)),
        ("Pacific/Apia", ("2026-11-11", "14:45–15:30", 0)),
    ],
)
def test_the_third_period_by_the_clocks_of_six_countries(zone, expected):
    assert told("2026-11-11 10:45", zone) == expected


def test_east_of_the_date_line_it_may_be_the_next_day():
    assert told("2026-11-11 20:00", "Pacific/Kiritimati") == ("2026-11-12", "01:00–01:45", 1)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        # London's clocks went back on 29 October 2023: before and after.
        ("2023-10-28 17:00", ("2023-10-28", "09:00–09:45", 0)),
        ("2023-10-30 17:00", ("2023-10-30", "08:00–08:45", 0)),
        # And forward on 31 March 2024.
        ("2024-03-30 17:00", ("2024-03-30", "08:00–08:45", 0)),
        ("2024-04-01 17:00", ("2024-04-01", "09:00–09:45", 0)),
    ],
)
def test_summer_time_moves_the_lesson_there_and_never_here(moment, expected):
    assert told(moment, "Europe/London") == expected


def test_an_hour_that_the_clocks_skip_is_stepped_over():
    # At 01:00 London jumps to 02:00; a lesson of 45 minutes that begins at 00:45 ends at 02:30.
    assert told("2024-03-31 09:45", "Europe/London") == ("2024-03-31", "00:45–02:30", 0)


def test_an_hour_that_the_clocks_repeat_is_counted_twice():
    # At 02:00 London falls back to 01:00; the lesson begins at 01:30 and ends at 01:15.
    assert told("2023-10-29 09:30", "Europe/London") == ("2023-10-29", "01:30–01:15", 0)


def test_a_lesson_lasts_as_long_there_as_here():
    lesson = local(clock.moment("2024-03-31 09:45"), 45, "Europe/London")

    lasted = lesson.ends.astimezone(UTC) - lesson.starts.astimezone(UTC)
    assert lasted.total_seconds() == 45 * 60


@pytest.mark.parametrize(
    ("moment", "fits"),
    [
        ("2026-11-11 08:00", True),
        ("2026-11-11 07:59", False),
        ("2026-11-11 23:15", True),
        ("2026-11-11 23:16", False),
        ("2026-11-12 01:50", False),
    ],
)
def test_a_lesson_lies_within_hours_when_both_ends_do(moment, fits):
    lesson = local(clock.moment(moment), 45, "Asia/Vientiane")

    assert lesson.lies_within(time(6), time(22)) is fits


def test_a_lesson_over_midnight_lies_in_no_day():
    lesson = local(clock.moment("2026-11-12 01:45"), 45, "Asia/Vientiane")

    assert (lesson.hours, lesson.lies_within(time(0), time(23, 59))) == ("23:45–00:30", False)


def test_every_quarter_that_a_lesson_touches_is_held():
    begins, ends = clock.moment("2023-11-15 09:40"), clock.moment("2023-11-15 10:25")

    assert [moment.strftime("%H:%M") for moment in quarters(begins, ends)] == [
        "00:30",
        "00:45",
        "01:00",
        "01:15",
    ]


def test_a_lesson_on_the_quarter_holds_no_more_than_its_length():
    begins, ends = clock.moment("2023-11-15 10:45"), clock.moment("2023-11-15 11:30")

    assert list(quarters(begins, ends)) == [
        datetime(2023, 11, 15, 1, 45, tzinfo=UTC),
        datetime(2023, 11, 15, 2, 0, tzinfo=UTC),
        datetime(2023, 11, 15, 2, 15, tzinfo=UTC),
    ]


@pytest.mark.parametrize(
    ("day", "term"),
    [
        (date(2023, 4, 1), (date(2023, 4, 1), date(2023, 8, 31))),
        (date(2023, 8, 31), (date(2023, 4, 1), date(2023, 8, 31))),
        (date(2023, 9, 1), (date(2023, 9, 1), date(2023, 12, 31))),
        (date(2023, 12, 31), (date(2023, 9, 1), date(2023, 12, 31))),
        (date(2024, 1, 1), (date(2024, 1, 1), date(2024, 3, 31))),
        (date(2024, 2, 29), (date(2024, 1, 1), date(2024, 3, 31))),
    ],
)
def test_each_day_belongs_to_one_school_term(day, term):
    assert term_of(day) == term


def test_west_africa_is_out_of_reach_of_every_lesson():
    found = reach(WEDNESDAY, 45, "Africa/Accra", BELLS, time(8), time(21))

    assert bells("Africa/Accra") == [
        ("Tue 23:45", False),
        ("Wed 00:40", False),
        ("Wed 01:45", False),
        ("Wed 02:40", False),
        ("Wed 04:35", False),
        ("Wed 05:30", False),
    ]
    assert found.is_out_of_reach
    assert found.windows == (("15:00", "20:15"),)


def test_latin_america_is_reached_in_the_morning_on_the_day_before():
    assert bells("America/Lima") == [
        ("Tue 18:45", True),
        ("Tue 19:40", True),
        ("Tue 20:45", True),
        ("Tue 21:40", False),
        ("Tue 23:35", False),
        ("Wed 00:30", False),
    ]


def test_east_africa_is_reached_in_the_last_lessons():
    assert [awake for _at, awake in bells("Africa/Nairobi")] == [
        False,
        False,
        False,
        False,
        True,
        True,
    ]


def test_south_east_asia_is_reached_all_day():
    found = reach(WEDNESDAY, 45, "Asia/Vientiane", BELLS, time(8), time(21))

    assert not found.is_out_of_reach
    assert found.windows == (("08:00", "20:15"),)


def test_a_place_can_be_awake_twice_in_a_day():
    found = reach(WEDNESDAY, 45, "America/Lima", BELLS, time(8), time(22))

    assert found.windows == (("08:00", "11:15"), ("20:00", "21:15"))


def test_without_periods_and_hours_nothing_is_promised():
    found = reach(WEDNESDAY, 45, "Africa/Accra", [], time(8), time(12))

    assert (found.bells, found.windows) == ((), ())
