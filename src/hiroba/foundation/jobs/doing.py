"""Doing one job, and settling how it went."""

import logging
import traceback
from typing import Any

from django.utils.module_loading import import_string
from django_tasks.base import TaskContext, TaskError, TaskResult, TaskResultStatus
from django_tasks.utils import normalize_json

from hiroba.foundation.actors import CLOCKWORK
from hiroba.foundation.jobs import actions
from hiroba.foundation.jobs.models import Job
from hiroba.foundation.jobs.states import JobState

STATUS = {
    JobState.READY: TaskResultStatus.READY,
    JobState.RUNNING: TaskResultStatus.RUNNING,
    JobState.DONE: TaskResultStatus.SUCCESSFUL,
    JobState.DEAD: TaskResultStatus.FAILED,
}

log = logging.getLogger(__name__)


def do(job: Job) -> None:
    """Do a job that was taken; whatever goes wrong in it is written down, never raised."""
    log.info("job %s begins: %s", job.ref, job.task)
    try:
        answer = call(job)
    except Exception as trouble:
        log.exception("job %s failed (attempt %s)", job.ref, job.attempts)
        told = "".join(traceback.format_exception(trouble))
        actions.postpone(by=CLOCKWORK, job=job, error=told)
    else:
        actions.finish(by=CLOCKWORK, job=job, answer=answer)
        log.info("job %s is done", job.ref)


def call(job: Job) -> Any:
    """Run the task's function with the job's arguments."""
    task = import_string(job.task)
    context = [TaskContext(task_result=result_of(job))] if task.takes_context else []
    return normalize_json(task.call(*context, *job.args, **job.kwargs))


def result_of(job: Job) -> TaskResult[Any]:
    """The job as the Django Tasks API describes it."""
    result: TaskResult[Any] = TaskResult(
        task=import_string(job.task),
        id=job.ref,
        status=STATUS[JobState(job.state)],
        enqueued_at=job.enqueued_at,
        started_at=job.started_at,
        finished_at=job.finished_at,
        last_attempted_at=job.started_at,
        args=job.args,
        kwargs=job.kwargs,
        backend="default",
        errors=[TaskError(exception_class_path="builtins.Exception", traceback=job.error)]
        if job.error
        else [],
        worker_ids=[job.worker] * job.attempts,
    )
    object.__setattr__(result, "_return_value", job.answer)
    return result
