"""What lies in heaps for somebody, counted in one question, and the tools beside it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import Promise

from hiroba.foundation import clock

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User

SHOWN = 10
# Of so many heaps the things themselves are shown; of the others only how many there are.
OPENED = 6


@dataclass(frozen=True)
class Waiting:
    """One thing that lies there: where it is looked at, and since or until when."""

    title: str
    hint: str
    url: str
    when: date | datetime | None = None
    is_late: bool = False
    tag: str = ""
    tone: str = ""


@dataclass(frozen=True)
class Heap:
    """Things of one kind before anybody has looked; `when` says what their days mean."""

    code: str
    title: str
    found: "QuerySet[Any] | list[Any]"
    told: Callable[[Any], Waiting]
    url: str
    when: str = ""


@dataclass(frozen=True)
class Pile:
    """Things of one kind, those that waited longest first; of a closed pile only the number."""

    code: str
    title: str
    count: int
    things: list[Waiting]
    url: str
    when: str = ""


@dataclass(frozen=True)
class Tool:
    """A page on which a role begins something: for whom, its name, its use, and its address."""

    role: str
    label: str | Promise
    hint: str | Promise
    page: str
    programme: str = ""
    by_name: bool = False

    def is_for(self, user: "User") -> bool:
        """Whether the person holds the role for this part of the house, or by name where asked."""
        if self.by_name:
            return f"programme:{self.programme}" in user.scopes(self.role)
        return user.holds(self.role, programme=self.programme)


@dataclass(frozen=True)
class Offered:
    """A tool as its owner reads it."""

    label: str
    hint: str
    url: str


def offered(tool: Tool) -> Offered:
    """The tool in the reader's language."""
    return Offered(str(tool.label), str(tool.hint), reverse(tool.page))


def is_over(day: date) -> bool:
    """Whether the day lies behind us."""
    return day < clock.today()


def lying(heaps: Iterable[Heap], opened: int = OPENED) -> list[Pile]:
    """The heaps in which something lies; all are counted in one question, the first are opened."""
    known = list(heaps)
    full = [(heap, count) for heap, count in zip(known, _sizes(known), strict=True) if count]
    return [
        Pile(heap.code, heap.title, count, _first(heap, place < opened), heap.url, heap.when)
        for place, (heap, count) in enumerate(full)
    ]


def _first(heap: Heap, is_opened: bool) -> list[Waiting]:
    return [heap.told(thing) for thing in heap.found[:SHOWN]] if is_opened else []


def _sizes(heaps: list[Heap]) -> list[int]:
    """How many things lie in each heap."""
    asked = {place: sql for place, heap in enumerate(heaps) if (sql := _counting(place, heap))}
    counted = {place: len(heap.found) for place, heap in enumerate(heaps) if _is_list(heap)}
    if asked:
        statement = " UNION ALL ".join(sql for sql, _ in asked.values())
        with connection.cursor() as cursor:
            cursor.execute(statement, [each for _, params in asked.values() for each in params])
            counted |= dict(cursor.fetchall())
    return [counted.get(place, 0) for place in range(len(heaps))]


def _is_list(heap: Heap) -> bool:
    return not isinstance(heap.found, QuerySet)


def _counting(place: int, heap: Heap) -> tuple[str, tuple[Any, ...]] | None:
    """The statement that counts a heap; nothing for lists and for questions without an answer."""
    if not isinstance(heap.found, QuerySet):
        return None
    try:
        sql, params = heap.found.order_by().values("pk").query.sql_with_params()
    except EmptyResultSet:
        return None
    # The place is our own number, the rest is what Django wrote with its parameters.
    return f"SELECT {place}, COUNT(*) FROM ({sql}) AS heap_{place}", params  # noqa: S608
