import signal
import threading
import time

import pytest
from django.db import connection, transaction

from hiroba.foundation import clock
from hiroba.foundation.actors import CLOCKWORK
from hiroba.foundation.jobs import actions
from hiroba.foundation.jobs.models import Job, Schedule
from hiroba.foundation.jobs.tests import samples
from hiroba.foundation.jobs.tests.workers import Workers, wait_until
from hiroba.foundation.jobs.working import Worker, work
from hiroba.foundation.journal.models import Record
from hiroba.foundation.journal.queries import records_of

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.worker]


@pytest.fixture(autouse=True)
def a_worker_is_needed(settings):
    settings.TASKS = {"default": {"BACKEND": "hiroba.foundation.jobs.backend.DatabaseBackend"}}


@pytest.fixture
def workers():
    found = Workers()
    yield found
    found.end()


def slow(name, seconds, **known):
    return actions.enqueue(by=CLOCKWORK, task=samples.be_slow, name=name, seconds=seconds, **known)


def marks(name):
    return [record.verb.removeprefix("samples.") for record in records_of(name)]


def state(job):
    return Job.objects.values_list("state", flat=True).get(pk=job.pk)


def test_a_worker_does_what_was_committed_and_only_that(workers):
    workers.start()
    with transaction.atomic():
        job = slow("授業", 0)
        if connection.vendor == "postgresql":  # SQLite has one writer: it would wait for us
            time.sleep(2)
        assert marks("授業") == []

    assert wait_until(lambda: state(job) == "done")
    assert marks("授業") == ["begin", "end"]


def test_a_job_of_a_killed_worker_is_taken_up_again(workers):
    job = slow("長い仕事", 3)
    first = workers.start()
    assert wait_until(lambda: marks("長い仕事") == ["begin"])

    first.kill()
    first.wait(10)
    workers.start()

    assert wait_until(lambda: state(job) == "done")
    assert marks("長い仕事") == ["begin", "begin", "end"]
    assert Job.objects.get(pk=job.pk).attempts == 2


def test_a_job_that_is_longer_than_the_lease_is_done_once(workers):
    job = slow("とても長い仕事", 5)
    workers.start(lease=2)
    workers.start(lease=2)

    assert wait_until(lambda: state(job) == "done")
    assert marks("とても長い仕事") == ["begin", "end"]


@pytest.mark.parametrize("ask", [signal.SIGTERM, signal.SIGINT])
def test_a_worker_that_is_asked_to_stop_ends_its_job_first(workers, ask):
    job = slow("もう少し", 2)
    worker = workers.start()
    assert wait_until(lambda: marks("もう少し") == ["begin"])

    worker.send_signal(ask)

    assert worker.wait(10) == 0
    assert (state(job), marks("もう少し")) == ("done", ["begin", "end"])


def test_a_worker_that_cannot_wait_leaves_its_job_to_the_next_one(workers):
    job = slow("長すぎる仕事", 60)
    worker = workers.start(grace=1)
    assert wait_until(lambda: marks("長すぎる仕事") == ["begin"])

    worker.terminate()

    assert worker.wait(10) == 0
    left = Job.objects.get(pk=job.pk)
    assert (left.state, left.attempts, left.run_after <= clock.machine()) == ("ready", 0, True)


def test_several_workers_share_the_jobs_and_each_is_done_once(workers):
    for number in range(60):
        actions.enqueue(by=CLOCKWORK, task=samples.remember, name=f"部屋{number}")

    for _ in range(3):
        workers.start()

    assert wait_until(lambda: not Job.objects.unfinished().exists())
    assert sorted(Record.objects.values_list("subject", flat=True)) == sorted(
        f"部屋{number}" for number in range(60)
    )


def test_the_timetable_is_followed_once_by_several_workers(workers):
    with clock.at("2023-11-01 10:00"):
        sweep = "hiroba.foundation.jobs.tasks.sweep"
        Schedule.objects.create(task=sweep, next_run_at=clock.now())

    for _ in range(2):
        workers.start()

    assert wait_until(lambda: Job.objects.filter(task=sweep, state="done").exists())
    time.sleep(1.5)
    assert Job.objects.filter(task=sweep).count() == 1
    assert Schedule.objects.get(task=sweep).next_run_at > clock.now()


@pytest.mark.race
def test_many_hands_that_reach_at_once_never_take_the_same_job():
    for number in range(20):
        actions.enqueue(by=CLOCKWORK, task=samples.remember, name=str(number))
    taken, start = [], threading.Barrier(4)

    def reach(name):
        start.wait()
        while jobs := actions.take(by=CLOCKWORK, worker=name, limit=2):
            taken.extend(jobs)
        connection.close()

    threads = [threading.Thread(target=reach, args=(f"w{n}",)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(job.pk for job in taken) == sorted(Job.objects.values_list("pk", flat=True))


@pytest.mark.race
def test_the_same_key_wished_by_many_at_once_is_one_job():
    refs, start = [], threading.Barrier(4)

    def wish():
        start.wait()
        refs.append(slow("同じ", 0, key="同じ").ref)
        connection.close()

    threads = [threading.Thread(target=wish) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (len(refs), set(refs)) == (4, {Job.objects.get().ref})


def test_once_does_everything_that_is_due_and_ends():
    slow("いま", 0)
    slow("あとで", 0, after=clock.machine().replace(year=2999))

    done = work(once=True)

    assert (done, marks("いま"), marks("あとで")) == (1, ["begin", "end"], [])


def test_trouble_with_one_errand_does_not_keep_the_letters_waiting(monkeypatch):
    def stumble(**known):
        raise RuntimeError("the timetable is broken")

    worker, sent = Worker(chores={}), []
    worker.stop.set()  # no rest after the stumble
    Schedule.objects.create(task="x", next_run_at=clock.moment("2023-11-01 10:00"))
    monkeypatch.setattr("hiroba.foundation.jobs.working.actions.run_due", stumble)
    monkeypatch.setattr(
        "hiroba.foundation.jobs.working.deliver_due", lambda stop: sent.append(1) or 0
    )

    worker._errands()

    assert sent == [1]
