"""Long lists, turned by key: page 1,000 costs as much as page 1."""

from dataclasses import dataclass
from typing import Any

from django.core.signing import BadSignature, Signer
from django.db.models import Q, QuerySet
from django.http import HttpRequest

SIZE = 20

# Keys are signed, so that one that a stranger made up is as good as none.
_signer = Signer(salt="hiroba.foundation.web.paging")

Order = tuple[str, ...]
Key = list[str]


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
    """The rows after (or before) the key in the address; without a key, the first rows.

    The columns of the order are never empty; pk is added where it does not end the order.
    """
    order = _ending_in_pk((by,) if isinstance(by, str) else tuple(by))
    if key := _read(request.GET.get("before", ""), order):
        rows = _rows(queryset, _turned(order), key, size + 1)
        before, after, rows = len(rows) > size, bool(rows), rows[:size][::-1]
    else:
        key = _read(request.GET.get("after", ""), order)
        rows = _rows(queryset, order, key, size + 1)
        before, after, rows = key is not None, len(rows) > size, rows[:size]
    if key and not rows:
        return _first(request, queryset, order, size)
    return Slice(
        rows,
        _address(request, "after", order, rows[-1]) if after else "",
        _address(request, "before", order, rows[0]) if before else "",
    )


def _first(request: HttpRequest, queryset: QuerySet[Any], order: Order, size: int) -> Slice:
    """What stood beside the key is gone; the list begins anew."""
    rows = _rows(queryset, order, None, size + 1)
    shown = rows[:size]
    return Slice(shown, _address(request, "after", order, shown[-1]) if rows[size:] else "")


def _ending_in_pk(order: Order) -> Order:
    return order if order[-1].lstrip("-") == "pk" else (*order, "pk")


def _turned(order: Order) -> Order:
    return tuple(name[1:] if name.startswith("-") else f"-{name}" for name in order)


def _rows(queryset: QuerySet[Any], order: Order, key: Key | None, count: int) -> list[Any]:
    found = queryset.filter(_beyond(order, key)) if key else queryset
    return list(found.order_by(*order)[:count])


def _beyond(order: Order, key: Key) -> Q:
    """Rows after the key: a >= x and (a > x, or a = x and b > y); an index can begin at x."""
    name, value = order[0], key[0]
    column, side = name.lstrip("-"), "lt" if name.startswith("-") else "gt"
    further = Q((f"{column}__{side}", value))
    if len(order) == 1:
        return further
    same = Q((column, value)) & _beyond(order[1:], key[1:])
    return Q((f"{column}__{side}e", value)) & (further | same)


def _value(row: Any, path: str) -> str:
    for step in path.split("__"):
        row = getattr(row, step)
    return str(row)


def _address(request: HttpRequest, direction: str, order: Order, row: Any) -> str:
    query = request.GET.copy()
    query.pop("after", None)
    query.pop("before", None)
    key = [_value(row, name.lstrip("-")) for name in order]
    query[direction] = _signer.sign_object([*order, *key], compress=True)
    return f"{request.path}?{query.urlencode()}"


def _read(text: str, order: Order) -> Key | None:
    """The key in an address, when this house made it for a list of this order."""
    try:
        written = _signer.unsign_object(text)
    except (BadSignature, ValueError):
        return None
    names, key = written[: len(order)], written[len(order) :]
    return key if tuple(names) == order and len(key) == len(order) else None
