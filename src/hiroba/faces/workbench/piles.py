"""What waits for somebody, gathered from the rooms that know."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from hiroba.foundation.accounts.states import Role
from hiroba.foundation.jobs import queries as jobs
from hiroba.foundation.letters import queries as letters

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User

SHOWN = 10


@dataclass(frozen=True)
class Waiting:
    """One thing that waits: where it is looked at, and since or until when."""

    title: str
    hint: str
    url: str
    since: date | datetime | None = None
    is_late: bool = False


@dataclass(frozen=True)
class Pile:
    """Things of one kind that wait, those that waited longest first."""

    code: str
    title: str
    count: int
    things: list[Waiting]
    url: str = ""


def piles_for(user: "User") -> list[Pile]:
    """Every pile in which something waits for this person."""
    return [pile for pile in _piles(user) if pile.count]


def _piles(user: "User") -> Iterator[Pile]:
    if user.holds(Role.ADMINISTRATOR):
        yield _dead_letters()
        yield _dead_jobs()


def _dead_letters() -> Pile:
    found = letters.dead_letters()
    things = [
        Waiting(
            letter.subject, letter.to, _at("letters:staff_letter", letter.ref), letter.queued_at
        )
        for letter in found[:SHOWN]
    ]
    return _pile("letters", _("届かなかったお便り"), found, things, _at("letters:staff_letters"))


def _dead_jobs() -> Pile:
    found = jobs.dead_jobs()
    undone = _at("jobs:undone")
    things = [
        Waiting(job.title, job.progress_message, undone, job.enqueued_at) for job in found[:SHOWN]
    ]
    return _pile("jobs", _("終えられなかった処理"), found, things, undone)


def _pile(code: str, title: str, found: QuerySet, things: list[Waiting], url: str = "") -> Pile:
    """Counts only when there is more than what is shown."""
    count = found.count() if len(things) == SHOWN else len(things)
    return Pile(code, title, count, things, url)


def _at(name: str, *args: object) -> str:
    return reverse(name, args=args)
