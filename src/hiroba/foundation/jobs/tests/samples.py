"""Tasks for the tests; what they did can be read in the journal."""

import time
from typing import Any

from django_tasks import task

from hiroba.foundation.actors import CLOCKWORK
from hiroba.foundation.jobs.actions import progress
from hiroba.foundation.journal.actions import note


@task(title="覚える")
def remember(name: str) -> str:
    note(CLOCKWORK, "samples.remember", name)
    return f"{name}を覚えました"


@task
def repeat(thing: Any) -> Any:
    return thing


@task(attempts=3)
def fail(name: str) -> None:
    note(CLOCKWORK, "samples.fail", name)
    raise ValueError(f"{name}はできません")


@task
def be_slow(name: str, seconds: float) -> None:
    note(CLOCKWORK, "samples.begin", name)
    time.sleep(seconds)
    note(CLOCKWORK, "samples.end", name)


@task(takes_context=True)
def count(context: Any, total: int) -> None:
    for done in range(1, total + 1):
        progress(
            by=CLOCKWORK, job=context.task_result.id, done=done, total=total, message=f"{done}件目"
        )
