"""Tasks as this house writes them: a title, a number of attempts, perhaps a timetable."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from importlib import import_module
from importlib.util import find_spec
from typing import Any, ParamSpec, TypeVar

from django.apps import apps
from django.utils.functional import Promise
from django_tasks.base import Task

from hiroba.foundation.clock import JAPAN

P = ParamSpec("P")
R = TypeVar("R")

ATTEMPTS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Chore(Task[P, R]):
    """`@task(title=_("…"), attempts=3, daily_at="02:30")` or `every_minutes=15` makes one."""

    title: str | Promise = ""
    attempts: int = ATTEMPTS
    daily_at: str = ""
    every_minutes: int = 0
    key: str = ""
    wished_by: int | None = None

    def __post_init__(self) -> None:
        if self.daily_at and self.every_minutes:
            raise ValueError("a task is done daily or every few minutes, not both")
        if self.daily_at and not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", self.daily_at):
            raise ValueError(f"a time of day is written like 02:30, not {self.daily_at!r}")
        self.get_backend().validate_task(self)

    @property
    def is_regular(self) -> bool:
        """Whether it follows a timetable."""
        return bool(self.daily_at or self.every_minutes)

    def next_after(self, moment: datetime) -> datetime:
        """When it is due next: a time of day in Japan, or some minutes later."""
        if self.every_minutes:
            return moment + timedelta(minutes=self.every_minutes)
        there = moment.astimezone(JAPAN)
        due = datetime.combine(there, time.fromisoformat(self.daily_at), tzinfo=JAPAN)
        return due if due > there else due + timedelta(days=1)


def regular_chores() -> dict[str, Chore[Any, Any]]:
    """The tasks with a timetable in every room's tasks.py, by their path."""
    return {chore.module_path: chore for chore in _chores() if chore.is_regular}


def _chores() -> Iterator[Chore[Any, Any]]:
    for room in apps.get_app_configs():
        if room.name.startswith("hiroba.") and find_spec(f"{room.name}.tasks"):
            module = import_module(f"{room.name}.tasks")
            yield from (one for one in vars(module).values() if isinstance(one, Chore))
