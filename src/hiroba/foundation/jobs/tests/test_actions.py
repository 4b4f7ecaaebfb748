from datetime import timedelta

import pytest
from django.db import transaction

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import administrator, somebody
from hiroba.foundation.actors import CLOCKWORK, GUEST
from hiroba.foundation.jobs import actions, queries
from hiroba.foundation.jobs.doing import do
from hiroba.foundation.jobs.models import Job
from hiroba.foundation.jobs.tests import samples
from hiroba.foundation.journal.queries import records_of
from hiroba.foundation.verdicts import Refused

pytestmark = pytest.mark.django_db

TASK = "hiroba.foundation.jobs.tests.samples."


@pytest.fixture(autouse=True)
def a_worker_is_needed(settings):
    settings.TASKS = {"default": {"BACKEND": "hiroba.foundation.jobs.backend.DatabaseBackend"}}


def wished(name="教室", **known):
    return actions.enqueue(by=CLOCKWORK, task=samples.remember, name=name, **known)


def taken(worker="w1", limit=10):
    return actions.take(by=CLOCKWORK, worker=worker, limit=limit)


def test_a_job_is_done_and_its_answer_kept():
    job = wished()

    [mine] = taken()
    do(mine)

    job.refresh_from_db()
    assert (job.state, job.answer, job.attempts) == ("done", "教室を覚えました", 1)
    assert [record.verb for record in records_of("教室")] == ["samples.remember"]


def test_a_job_wished_in_a_transaction_that_is_undone_never_was():
    with pytest.raises(KeyError), transaction.atomic():
        wished()
        raise KeyError

    assert taken() == []


def test_the_standard_way_to_enqueue_leads_to_the_same_table():
    told = samples.remember.enqueue("広場")

    [mine] = taken()
    do(mine)

    told.refresh()
    assert (told.id, told.status, told.return_value) == (
        mine.ref,
        "SUCCESSFUL",
        "広場を覚えました",
    )


def test_a_task_can_be_named_by_its_path():
    job = actions.enqueue(by=CLOCKWORK, task=f"{TASK}remember", name="地図")

    assert (job.task, job.kwargs) == (f"{TASK}remember", {"name": "地図"})


def test_while_a_key_is_unfinished_there_is_one_job_for_it():
    first = wished(key="教室")

    second = wished(key="教室")
    do(taken()[0])
    third = wished(key="教室")

    assert second == first
    assert third != first


def test_a_failing_job_is_tried_again_after_growing_pauses_and_then_given_up():
    pauses = []
    with clock.at("2023-11-01 10:00"):
        job = actions.enqueue(by=CLOCKWORK, task=samples.fail, name="無理")

    while job.state == "ready":
        before = job.run_after
        with clock.at(before):
            do(taken()[0])
        job.refresh_from_db()
        pauses.append(int((job.run_after - before).total_seconds()))

    assert pauses == [10, 60, 0]
    assert (job.state, job.attempts) == ("dead", 3)
    assert job.error.splitlines()[-1] == "ValueError: 無理はできません"
    assert list(queries.dead_jobs()) == [job]


def test_a_job_is_not_taken_before_its_time():
    with clock.at("2023-11-01 10:00"):
        job = wished(after=clock.moment("2023-11-01 12:00"))

    with clock.at("2023-11-01 11:59"):
        early = taken()
    with clock.at("2023-11-01 12:00"):
        in_time = taken()

    assert (early, in_time) == ([], [job])


def test_urgent_jobs_come_first():
    slow = wished("ゆっくり")
    samples.remember.using(priority=10).enqueue("急ぎ")

    order = [job.args or job.kwargs for job in taken()]

    assert order == [["急ぎ"], slow.kwargs]


def test_a_job_in_hand_is_not_taken_by_another_worker():
    wished()

    first, second = taken("w1"), taken("w2")

    assert (len(first), second) == (1, [])


def test_a_job_whose_worker_fell_silent_is_taken_up_by_another():
    with clock.at("2023-11-01 10:00:00"):
        wished()
        [lost] = taken("w1")

    with clock.at("2023-11-01 10:00:46"):
        actions.take_back_lost(by=CLOCKWORK)
        [found] = taken("w2")

    assert (found, found.attempts, found.worker) == (lost, 2, "w2")


def test_a_worker_that_reports_keeps_its_job():
    with clock.at("2023-11-01 10:00:00"):
        job = wished()
        taken("w1")
    with clock.at("2023-11-01 10:00:30"):
        held = actions.hold(by=CLOCKWORK, worker="w1", refs=[job.ref])

    with clock.at("2023-11-01 10:01:00"):
        actions.take_back_lost(by=CLOCKWORK)

    assert (held, taken("w2")) == (1, [])


def test_a_worker_spares_its_own_jobs_even_when_its_report_came_late():
    with clock.at("2023-11-01 10:00:00"):
        wished()
        taken("w1")

    with clock.at("2023-11-01 10:05:00"):
        by_itself = actions.take_back_lost(by=CLOCKWORK, sparing="w1")
        by_another = actions.take_back_lost(by=CLOCKWORK, sparing="w2")

    assert (by_itself, by_another) == (0, 1)


def test_a_job_that_kills_its_worker_again_and_again_is_given_up():
    job = wished()
    Job.objects.update(max_attempts=2)

    for start in ("2030-01-01 10:00", "2030-01-01 11:00"):
        with clock.at(start):
            taken("w1")
        with clock.at(clock.moment(start) + timedelta(minutes=5)):
            actions.take_back_lost(by=CLOCKWORK)

    job.refresh_from_db()
    assert (job.state, job.error) == (
        "dead",
        "The worker w1 ended in the middle of attempt 2.",
    )


def test_a_worker_that_lost_its_job_cannot_finish_it():
    with clock.at("2023-11-01 10:00"):
        wished()
        [mine] = taken("w1")
    with clock.at("2023-11-01 10:05"):
        actions.take_back_lost(by=CLOCKWORK)
        taken("w2")

    finished = actions.finish(by=CLOCKWORK, job=mine)

    mine.refresh_from_db()
    assert (finished, mine.state, mine.worker) == (None, "running", "w2")


def test_a_worker_that_stops_hands_its_jobs_back_without_counting_the_attempt():
    job = wished()
    taken("w1")

    left = actions.hand_back(by=CLOCKWORK, worker="w1", refs=[job.ref])

    job.refresh_from_db()
    assert (left, job.state, job.attempts, job.lease_until) == (1, "ready", 0, None)


def test_progress_is_told_while_the_job_runs():
    job = actions.enqueue(by=CLOCKWORK, task=samples.count, total=3)

    do(taken()[0])

    job.refresh_from_db()
    told = (job.progress_done, job.progress_total, job.progress_message)
    assert told == (3, 3, "3件目")


def test_what_was_given_up_is_tried_again_by_an_administrator():
    job = given_up()

    actions.retry(by=administrator(), job=job)

    job.refresh_from_db()
    assert (job.state, job.attempts, job.finished_at) == ("ready", 0, None)
    assert [record.verb for record in records_of(job.ref)] == ["jobs.retry"]


def test_others_do_not_try_again():
    job = given_up()

    with pytest.raises(Refused) as refusal:
        actions.retry(by=somebody("akari"), job=job)

    assert refusal.value.reason == "もう一度試せるのは管理者だけです。"


def test_nobody_but_the_clockwork_takes_jobs():
    with pytest.raises(Refused) as refusal:
        actions.take(by=GUEST, worker="w1")

    assert refusal.value.reason == "この仕事は自動で進みます。"


def test_jobs_done_a_month_ago_are_forgotten():
    with clock.at("2023-11-01 10:00"):
        wished("昔")
        do(taken()[0])
        waiting = wished("まだ")

    gone = actions.forget_done(by=CLOCKWORK, before=clock.moment("2023-12-01 00:00"))

    assert (gone, list(Job.objects.all())) == (1, [waiting])


def given_up():
    wished(key="教室")
    return actions.give_up(by=CLOCKWORK, job=taken()[0], error="無理でした")
