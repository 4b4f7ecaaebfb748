import pytest

from hiroba.foundation import clock
from hiroba.foundation.jobs.chores import Chore, regular_chores
from hiroba.foundation.jobs.tests import samples


def chore(**known):
    return Chore(func=samples.remember.func, **known)


def test_a_daily_task_is_due_at_its_time_of_day_in_japan():
    nightly = chore(daily_at="02:30")

    due = [nightly.next_after(clock.moment(f"2023-11-01 {at}")) for at in ("02:29", "02:30")]

    assert due == [clock.moment("2023-11-01 02:30"), clock.moment("2023-11-02 02:30")]


def test_a_frequent_task_is_due_some_minutes_later():
    often = chore(every_minutes=15)

    assert often.next_after(clock.moment("2023-11-01 10:00")) == clock.moment("2023-11-01 10:15")


@pytest.mark.parametrize(
    "wrong",
    [{"daily_at": "25:00"}, {"daily_at": "2:30"}, {"daily_at": "02:30", "every_minutes": 5}],
)
def test_a_timetable_that_means_nothing_is_refused_where_it_is_written(wrong):
    with pytest.raises(ValueError):
        chore(**wrong)


def test_the_house_finds_the_regular_tasks_of_its_rooms():
    assert regular_chores()["hiroba.foundation.jobs.tasks.sweep"].daily_at == "03:30"
