"""Long lists for programs: some rows, and the addresses of the rows before and after them."""

from collections.abc import Callable
from typing import Annotated, Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.functional import Promise
from ninja import Query, Schema

from hiroba.foundation.web.paging import slice_by_key

MOST = 100
# A key holds the texts that order the list, and a signature.
KEY = 2000


class Page(Schema):
    """What every list of the API has beside its items."""

    next: str | None
    previous: str | None


class Turn(Schema):
    """How a list is turned: how many rows, and after or before which key."""

    limit: Annotated[int, Query(ge=1, le=MOST)] = 20
    after: Annotated[str, Query(max_length=KEY, description="From the address in `next`.")] = ""
    before: Annotated[str, Query(max_length=KEY, description="As above, in `previous`.")] = ""


class BothLanguages(Schema):
    """A text in Japanese, and in English where there is one."""

    ja: str
    en: str


def listing(
    request: HttpRequest,
    found: QuerySet[Any],
    by: tuple[str, ...],
    limit: int,
    told: Callable[[list[Any]], list[Any]],
) -> dict[str, Any]:
    """One page of the list, each row as `told` tells it."""
    page = slice_by_key(request, found, by, limit)
    return {
        "items": told(page.rows),
        "next": page.next_url or None,
        "previous": page.previous_url or None,
    }


def both(thing: Any, field: str) -> dict[str, str]:
    """The two columns of a bilingual thing."""
    return {"ja": getattr(thing, f"{field}_ja"), "en": getattr(thing, f"{field}_en")}


def named(text: str | Promise) -> dict[str, Any]:
    """What an operation is called in the OpenAPI document, in the language asked for."""
    return {"openapi_extra": {"summary": text}}
