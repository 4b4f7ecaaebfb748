"""The part of the actions that keeps the timetable."""

import pytest

from hiroba.foundation import clock
from hiroba.foundation.actors import CLOCKWORK
from hiroba.foundation.jobs import actions
from hiroba.foundation.jobs.chores import Chore
from hiroba.foundation.jobs.models import Job, Schedule
from hiroba.foundation.jobs.tests import samples

pytestmark = pytest.mark.django_db

TASK = "hiroba.foundation.jobs.tests.samples."


@pytest.fixture(autouse=True)
def a_worker_is_needed(settings):
    settings.TASKS = {"default": {"BACKEND": "hiroba.foundation.jobs.backend.DatabaseBackend"}}


NIGHTLY = {f"{TASK}remember": Chore(func=samples.remember.func, daily_at="02:30")}


def test_the_timetable_is_kept_in_japanese_time():
    with clock.at("2023-11-01T20:00:00+00:00"):  # five in the morning in Japan
        actions.plan(by=CLOCKWORK, chores=NIGHTLY)

    assert Schedule.objects.get().next_run_at == clock.moment("2023-11-03 02:30")


def test_what_is_due_is_enqueued_once_for_all_the_nights_that_were_missed():
    chores = {f"{TASK}count": Chore(func=samples.count.func, takes_context=True, daily_at="02:30")}
    with clock.at("2023-11-01 10:00"):
        actions.plan(by=CLOCKWORK, chores=chores)

    with clock.at("2023-11-05 10:00"):
        first = actions.run_due(by=CLOCKWORK, chores=chores)
        second = actions.run_due(by=CLOCKWORK, chores=chores)

    assert (first, second) == (1, 0)
    assert Job.objects.get().key == f"timetable:{TASK}count"
    assert Schedule.objects.get().next_run_at == clock.moment("2023-11-06 02:30")


def test_a_task_that_left_the_timetable_is_no_longer_enqueued():
    with clock.at("2023-11-01 10:00"):
        actions.plan(by=CLOCKWORK, chores=NIGHTLY)

    actions.plan(by=CLOCKWORK, chores={})

    assert Schedule.objects.count() == 0


def test_a_clock_that_was_set_back_does_not_stop_the_timetable():
    with clock.at("2026-04-01 10:00"):
        actions.plan(by=CLOCKWORK, chores=NIGHTLY)

    with clock.at("2023-11-01 10:00"):
        actions.plan(by=CLOCKWORK, chores=NIGHTLY)

    assert Schedule.objects.get().next_run_at == clock.moment("2023-11-02 02:30")
