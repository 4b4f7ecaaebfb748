"""The shape of what waits: piles of things of one kind."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from hiroba.foundation import clock

SHOWN = 10


@dataclass(frozen=True)
class Waiting:
    """One thing that waits: where it is looked at, and since or until when."""

    title: str
    hint: str
    url: str
    when: date | datetime | None = None
    is_late: bool = False


@dataclass(frozen=True)
class Pile:
    """Things of one kind that wait, those that waited longest first; `when` says what days mean."""

    code: str
    title: str
    count: int
    things: list[Waiting]
    url: str
    when: str = ""


def pile(
    code: str,
    title: str,
    found: "QuerySet[Any] | list[Any]",
    told: Callable[[Any], Waiting],
    url: str,
    when: str = "",
) -> Pile:
    """The first things of a pile; counts only when there are more than are shown."""
    things = [told(thing) for thing in found[:SHOWN]]
    count = _size(found) if len(things) == SHOWN else len(things)
    return Pile(code, title, count, things, url, when)


def is_over(day: date) -> bool:
    """Whether the day lies behind us."""
    return day < clock.today()


def lying(piles: Iterable[Pile]) -> list[Pile]:
    """Piles in which something lies."""
    return [each for each in piles if each.count]


def _size(found: "QuerySet[Any] | list[Any]") -> int:
    return found.count() if isinstance(found, QuerySet) else len(found)
