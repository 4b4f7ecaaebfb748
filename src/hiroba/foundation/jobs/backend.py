"""The house's jobs behind the Django Tasks API."""

from typing import Any

from django_tasks.backends.base import BaseTaskBackend
from django_tasks.base import Task, TaskResult
from django_tasks.exceptions import TaskResultDoesNotExist
from django_tasks.utils import normalize_json

from hiroba.foundation.actors import CLOCKWORK
from hiroba.foundation.jobs import actions
from hiroba.foundation.jobs.chores import Chore
from hiroba.foundation.jobs.doing import call, result_of
from hiroba.foundation.jobs.models import Job


class DatabaseBackend(BaseTaskBackend):
    """A job is a row of the same database, written in the transaction of whoever asks for it."""

    task_class = Chore
    supports_defer = True
    supports_async_task = True
    supports_get_result = True
    supports_priority = True

    def enqueue(self, task: Task[Any, Any], args: Any, kwargs: Any) -> TaskResult[Any]:
        """The task waits for a worker."""
        self.validate_task(task)
        return result_of(self._stored(task, args, kwargs))

    def get_result(self, result_id: str) -> TaskResult[Any]:
        """What is known about a job by its number."""
        try:
            return result_of(Job.objects.get(ref=result_id))
        except Job.DoesNotExist as unknown:
            raise TaskResultDoesNotExist(result_id) from unknown

    def _stored(self, task: Task[Any, Any], args: Any, kwargs: Any) -> Job:
        assert isinstance(task, Chore)
        return actions.store(
            by=CLOCKWORK, chore=task, args=normalize_json(args), kwargs=normalize_json(kwargs)
        )


class AtOnceBackend(DatabaseBackend):
    """For tests: a job is done where it is asked for, and what it raises fails the test."""

    def enqueue(self, task: Task[Any, Any], args: Any, kwargs: Any) -> TaskResult[Any]:
        """The task has been done, unless it is wished for later."""
        self.validate_task(task)
        job = self._stored(task, args, kwargs)
        while taken := actions.take(by=CLOCKWORK, worker="at once"):
            actions.finish(by=CLOCKWORK, job=taken[0], answer=call(taken[0]))
        job.refresh_from_db()
        return result_of(job)
