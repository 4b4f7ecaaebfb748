"""Under which headings a project stands in the lists; each filter is one of them."""

import datetime
from collections.abc import Iterable, Iterator

from hiroba.foundation.calendar import fiscal_year

EVERYTHING = "everything"
LONGEST = 30
SECTOR_DIGITS, CATEGORY_DIGITS = 5, 3


def of_country(code: str) -> str:
    return f"country:{code}"


def of_sector(code: str) -> str:
    """A sector of five digits, or a category of three."""
    return f"sector:{code}" if len(code) == SECTOR_DIGITS else f"category:{code}"


def of_year(year: int | str) -> str:
    return f"year:{year}"


def of_body(ref: str) -> str:
    return f"body:{ref}"


def of_origin(origin: str) -> str:
    return f"origin:{origin}"


def of_scheme(scheme: str) -> str:
    return f"scheme:{scheme}"


def headings_for(
    *,
    origin: str,
    scheme: str = "",
    body_ref: str = "",
    countries: Iterable[str] = (),
    sectors: Iterable[str] = (),
    begins_on: datetime.date | None = None,
    ends_on: datetime.date | None = None,
) -> list[str]:
    """Every heading once, in a stable order."""
    found = [EVERYTHING, of_origin(origin)]
    found += [of_scheme(scheme)] if scheme else []
    found += [of_body(body_ref)] if body_ref else []
    found += [of_country(code) for code in countries]
    for code in sectors:
        found += [of_sector(code[:CATEGORY_DIGITS]), of_sector(code)]
    found += [of_year(year) for year in _years(begins_on, ends_on)]
    return list(dict.fromkeys(found))


def _years(begins_on: datetime.date | None, ends_on: datetime.date | None) -> Iterator[int]:
    """The fiscal years in which it runs; without an end, only the one in which it began."""
    if begins_on:
        first = fiscal_year(begins_on)
        last = fiscal_year(ends_on) if ends_on and ends_on >= begins_on else first
        yield from range(first, min(last, first + LONGEST) + 1)
