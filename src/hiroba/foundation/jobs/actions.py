"""Everything that is written about jobs and their timetable."""

import logging
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeVar

from django.db import connection
from django.db.models import Model
from django.utils.module_loading import import_string

from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.jobs import policies, queries
from hiroba.foundation.jobs.chores import Chore
from hiroba.foundation.jobs.models import Job, Schedule
from hiroba.foundation.jobs.states import JOB, JobState
from hiroba.foundation.journal.actions import note
from hiroba.foundation.refs import new_ref
from hiroba.foundation.verdicts import require

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from hiroba.foundation.actors import Actor

M = TypeVar("M", bound=Model)

LEASE = timedelta(seconds=45)
PAUSES = [timedelta(seconds=s) for s in (10, 60, 5 * 60, 30 * 60, 2 * 60 * 60)]
ERROR_LENGTH = 8000

log = logging.getLogger(__name__)


@action
def enqueue(
    *,
    by: "Actor",
    task: Any,
    key: str = "",
    after: datetime | None = None,
    **arguments: Any,
) -> Job:
    """The task will be done once this transaction is committed, and the actor can watch it.

    While a job with the same key waits or runs, that job is answered instead. An action names the
    task by its path ("hiroba.….tasks.read_file"), because tasks themselves call actions.
    """
    chore = import_string(task) if isinstance(task, str) else task

    wisher = by.account.pk if by.account else None
    chore = replace(chore, key=key, wished_by=wisher, run_after=after or chore.run_after)
    told = chore.enqueue(**arguments)

    return queries.job_of(told.id)


@action
def store(*, by: "Actor", chore: Chore[Any, Any], args: Any, kwargs: Any) -> Job:
    """The job lies in the table, in the transaction of whoever asked; used by the back-end."""
    job = Job(
        ref=new_ref("J"),
        task=chore.module_path,
        args=list(args),
        kwargs=dict(kwargs),
        queue=chore.queue_name,
        priority=chore.priority,
        key=chore.key,
        wished_by_id=chore.wished_by,
        run_after=chore.run_after or clock.machine(),
        max_attempts=chore.attempts,
        enqueued_at=clock.now(),
    )
    if not job.key:
        job.save(force_insert=True)
        return job
    return _put_once(job)


def _put_once(job: Job) -> Job:
    """The unfinished job with the key; if it ends between two looks, this one goes in."""
    while True:
        Job.objects.bulk_create([job], ignore_conflicts=True)
        if found := Job.objects.unfinished().filter(key=job.key).first():
            return found


@action
def take(*, by: "Actor", worker: str, limit: int = 1, lease: timedelta = LEASE) -> list[Job]:
    """Some jobs are in this worker's hands; two workers never take the same one."""
    require(policies.may_work(by))

    jobs = _locked(Job.objects.due(clock.machine()), limit)
    for job in jobs:
        require(policies.may_take(by, job))
        JOB.move(job, "take")
        job.attempts += 1
        job.worker, job.lease_until = worker, clock.machine() + lease
        job.started_at = clock.now()
    Job.objects.bulk_update(jobs, ["state", "attempts", "worker", "lease_until", "started_at"])

    return jobs


@action
def hold(*, by: "Actor", worker: str, refs: list[str], lease: timedelta = LEASE) -> int:
    """The worker still works on these jobs; answers how many are still its own."""
    require(policies.may_work(by))

    held = Job.objects.filter(ref__in=refs, worker=worker, state=JobState.RUNNING)
    return held.update(lease_until=clock.machine() + lease)


@action
def finish(*, by: "Actor", job: Job, answer: Any = None) -> Job | None:
    """The job is done; None when it had been taken over by another worker meanwhile."""
    mine = _still_held(job)
    if mine is None:
        return None
    require(policies.may_finish(by, mine))

    JOB.move(mine, "finish")
    mine.lease_until, mine.finished_at, mine.answer, mine.error = None, clock.now(), answer, ""
    mine.save(update_fields=["state", "lease_until", "finished_at", "answer", "error"])

    return mine


@action
def postpone(*, by: "Actor", job: Job, error: str, pause: timedelta | None = None) -> Job | None:
    """The job is tried again after a pause that grows; after the last attempt it is given up."""
    mine = _still_held(job)
    if mine is None:
        return None
    if mine.attempts >= mine.max_attempts:
        return give_up(by=by, job=mine, error=error)
    require(policies.may_postpone(by, mine))

    JOB.move(mine, "postpone")
    wait = PAUSES[min(mine.attempts, len(PAUSES)) - 1] if pause is None else pause
    mine.lease_until, mine.run_after = None, clock.machine() + wait
    mine.error = error[-ERROR_LENGTH:]
    mine.save(update_fields=["state", "lease_until", "run_after", "error"])

    return mine


@action
def hand_back(*, by: "Actor", worker: str, refs: list[str]) -> int:
    """The worker stops; its jobs are free for the next one, and this attempt does not count."""
    mine = Job.objects.filter(ref__in=refs, worker=worker, state=JobState.RUNNING)
    jobs = list(mine.select_for_update().order_by("pk"))
    for job in jobs:
        require(policies.may_hand_back(by, job))
        JOB.move(job, "hand_back")
        job.attempts, job.lease_until, job.run_after = job.attempts - 1, None, clock.machine()
    Job.objects.bulk_update(jobs, ["state", "attempts", "lease_until", "run_after"])

    return len(jobs)


@action
def give_up(*, by: "Actor", job: Job, error: str) -> Job:
    """The job lies among the dead ones, with the reason, until an administrator sees to it."""
    job = Job.objects.select_for_update().get(pk=job.pk)
    require(policies.may_give_up(by, job))

    JOB.move(job, "give_up")
    job.lease_until, job.finished_at, job.error = None, clock.now(), error[-ERROR_LENGTH:]
    job.save(update_fields=["state", "lease_until", "finished_at", "error"])

    log.error("job %s (%s) is given up: %s", job.ref, job.task, job.error[-300:])
    return job


@action
def retry(*, by: "Actor", job: Job) -> Job:
    """The job is ready again, with all its attempts before it."""
    job = Job.objects.select_for_update().get(pk=job.pk)
    require(policies.may_retry(by, job))

    JOB.move(job, "retry")
    job.attempts, job.run_after, job.finished_at = 0, clock.machine(), None
    job.save(update_fields=["state", "attempts", "run_after", "finished_at"])

    note(by, "jobs.retry", job, task=job.task)
    return job


@action
def take_back_lost(*, by: "Actor", sparing: str = "") -> int:
    """Jobs of killed workers are ready again, or dead when that happened too often.

    A worker spares its own jobs: it knows that they live, even when its report came late.
    """
    require(policies.may_work(by))

    lost = _locked(Job.objects.lost(clock.machine()).exclude(worker=sparing))
    for job in lost:
        log.warning("job %s (%s) lost its worker %s", job.ref, job.task, job.worker)
        error = f"The worker {job.worker} ended in the middle of attempt {job.attempts}."
        postpone(by=by, job=job, error=error, pause=timedelta(0))

    return len(lost)


@action
def progress(*, by: "Actor", job: str, done: int, total: int, message: str = "") -> None:
    """The page that watches the job with this number shows how far it has come."""
    require(policies.may_work(by))

    Job.objects.filter(ref=job).update(
        progress_done=done, progress_total=total, progress_message=message[:200]
    )


@action
def plan(*, by: "Actor", chores: dict[str, Chore[Any, Any]]) -> None:
    """The timetable holds exactly these tasks; what was due while nobody worked is due now."""
    require(policies.may_work(by))

    Schedule.objects.exclude(task__in=chores).delete()
    for path, chore in chores.items():
        due = chore.next_after(clock.now())
        row, is_new = Schedule.objects.get_or_create(task=path, defaults={"next_run_at": due})
        if not is_new and row.next_run_at > due:
            row.next_run_at = due
            row.save(update_fields=["next_run_at"])


@action
def run_due(*, by: "Actor", chores: dict[str, Chore[Any, Any]]) -> int:
    """What the timetable asks for is enqueued, once for all the times that were missed."""
    require(policies.may_work(by))

    rows = _locked(queries.due_schedules().filter(task__in=chores))
    for row in rows:
        enqueue(by=by, task=chores[row.task], key=f"timetable:{row.task}")
        row.next_run_at = chores[row.task].next_after(clock.now())
        row.save(update_fields=["next_run_at"])

    return len(rows)


@action
def forget_done(*, by: "Actor", before: datetime) -> int:
    """Jobs that ended well before this moment are no longer kept."""
    require(policies.may_work(by))

    gone, _ = Job.objects.filter(state=JobState.DONE, finished_at__lt=before).delete()
    return gone


def _still_held(job: Job) -> Job | None:
    """The job, locked, if the attempt that we know of is still the current one."""
    current = Job.objects.select_for_update().get(pk=job.pk)
    is_same = current.state == JobState.RUNNING and current.attempts == job.attempts
    if not is_same or current.worker != job.worker:
        log.warning("job %s is in other hands now", job.ref)
        return None
    return current


def _locked(found: "QuerySet[M]", limit: int | None = None) -> list[M]:
    """These rows for us alone; SQLite has locked everything when the transaction began."""
    if connection.features.has_select_for_update_skip_locked:
        found = found.select_for_update(skip_locked=True)
    return list(found[:limit])
