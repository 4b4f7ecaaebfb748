"""Long lists, turned by key: page 1,000 costs as much as page 1."""

import base64
import json
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.http import HttpRequest

SIZE = 20


@dataclass(frozen=True)
class Slice:
    """Some rows of a list, and where the rows before and after them are found."""

    rows: list[Any]
    next_url: str = ""
    previous_url: str = ""

    def __bool__(self) -> bool:
        return bool(self.rows)


def slice_by_key(
    request: HttpRequest,
    queryset: QuerySet[Any],
    by: tuple[str, ...] | str = ("-pk",),
    size: int = SIZE,
) -> Slice:
    """The rows after (or before) the key in the address, ordered by never-empty columns ending in pk."""
    order = (by,) if isinstance(by, str) else tuple(by)
    order = order if order[-1].lstrip("-") == "pk" else (*order, "pk")
    back = "before" in request.GET
    key = _read_key(request.GET.get("before" if back else "after", ""), len(order))
    wanted = _turned(order) if back else order
    found = queryset.order_by(*wanted)
    try:
        rows = list((found.filter(_beyond(wanted, key)) if key else found)[: size + 1])
    except (ValueError, TypeError, ValidationError):
        key, rows, back = None, list(queryset.order_by(*order)[: size + 1]), False
    more, rows = len(rows) > size, rows[:size]
    if back:
        rows.reverse()
    has_next = bool(rows) and (more or back) if not back else bool(rows)
    has_previous = bool(rows) and (more if back else key is not None)
    return Slice(
        rows,
        _address(request, "after", _key_of(rows[-1], order)) if has_next and rows else "",
        _address(request, "before", _key_of(rows[0], order)) if has_previous and rows else "",
    )


def _turned(order: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name[1:] if name.startswith("-") else f"-{name}" for name in order)


def _beyond(order: tuple[str, ...], key: list[Any]) -> Q:
    """Rows that come after the key: a > x, or a = x and b > y, and so on."""
    condition, same = Q(), Q()
    for name, value in zip(order, key, strict=True):
        column = name.lstrip("-")
        condition |= same & Q(**{f"{column}__{'lt' if name.startswith('-') else 'gt'}": value})
        same &= Q(**{column: value})
    return condition


def _key_of(row: Any, order: tuple[str, ...]) -> list[str]:
    return [str(_value(row, name.lstrip("-"))) for name in order]


def _value(row: Any, path: str) -> Any:
    for step in path.split("__"):
        row = getattr(row, step)
    return row


def _address(request: HttpRequest, direction: str, key: list[str]) -> str:
    query = request.GET.copy()
    query.pop("after", None)
    query.pop("before", None)
    packed = json.dumps(key, ensure_ascii=False).encode()
    query[direction] = base64.urlsafe_b64encode(packed).decode().rstrip("=")
    return f"{request.path}?{query.urlencode()}"


def _read_key(text: str, length: int) -> list[Any] | None:
    """The key in an address; a broken one means the first page."""
    try:
        key = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    except ValueError:
        return None
    readable = isinstance(key, list) and len(key) == length
    return key if readable and all(isinstance(part, str) for part in key) else None
