"""Questions about jobs."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Min, Q

from hiroba.foundation import clock
from hiroba.foundation.jobs.models import Job, JobQuerySet, Schedule
from hiroba.foundation.jobs.states import JobState
from hiroba.foundation.roles import Role

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from hiroba.foundation.accounts.models import User
    from hiroba.foundation.actors import Actor


@dataclass(frozen=True)
class Backlog:
    """How much work lies there, and how long the oldest of it has been due."""

    ready: int
    running: int
    dead: int
    waiting_seconds: float


def jobs_seen_by(by: "Actor") -> JobQuerySet:
    """The jobs a person asked for, every job for an administrator; the newest first."""
    jobs = Job.objects.order_by("-pk")
    if by.holds(Role.ADMINISTRATOR):
        return jobs
    return jobs.filter(wished_by=by.account) if by.account else jobs.none()


def jobs_wished_by(user: "User") -> JobQuerySet:
    """What this person asked for, the newest first."""
    return Job.objects.filter(wished_by=user).order_by("-pk")


def dead_jobs() -> JobQuerySet:
    """Jobs that were given up, the newest first."""
    return Job.objects.filter(state=JobState.DEAD).order_by("-pk")


def job_of(ref: str) -> Job:
    """The job with this number, for those who have just asked for it."""
    return Job.objects.get(ref=ref)


def is_on_its_way(key: str) -> bool:
    """Whether a job with this key waits or runs."""
    return bool(key) and Job.objects.unfinished().filter(key=key).exists()


def is_anything_due() -> bool:
    """Whether a worker would find something to do; asks without taking a lock."""
    return Job.objects.due(clock.machine()).exists()


def is_anything_lost() -> bool:
    """Whether the worker of some job has not reported in time."""
    return Job.objects.lost(clock.machine()).exists()


def due_schedules() -> "QuerySet[Schedule]":
    """Rows of the timetable whose time has come."""
    return Schedule.objects.filter(next_run_at__lte=clock.now()).order_by("next_run_at", "pk")


def backlog() -> Backlog:
    """The state of the work at this moment, for the health page and the metrics."""
    counted = Job.objects.exclude(state=JobState.DONE).aggregate(
        **{state: Count("pk", filter=Q(state=state)) for state in ("ready", "running", "dead")},
        oldest=Min("run_after", filter=Q(state="ready")),
    )
    oldest = counted.pop("oldest")
    waiting = (clock.machine() - oldest).total_seconds() if oldest else 0.0
    return Backlog(**counted, waiting_seconds=max(waiting, 0.0))
