"""The records behind a figure, in the one shape in which pages and tables show them."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from django.urls import NoReverseMatch, reverse

from hiroba.foundation.words import said

if TYPE_CHECKING:
    from hiroba.foundation.figures import Counted
    from hiroba.reports.figures.models import Baseline

HEADER = ("ref", "title", "counts", "reason")


@dataclass(frozen=True)
class Line:
    """One record: its public name, what it is called, and where it is read."""

    ref: str
    title: str
    url: str = ""
    reason: str = ""


def line_of(record: Any, reason: str = "") -> Line:
    """Any thing with a `ref`; its title and its page when it has them."""
    ref = str(getattr(record, "ref", record))
    title = said(record, "title") if hasattr(record, "title_ja") else getattr(record, "title", ref)
    return Line(ref, str(title), _page_of(record, ref), reason)


def _page_of(record: Any, ref: str) -> str:
    """The page of a thing by the house's custom: room and kind, such as projects:project."""
    meta = getattr(record, "_meta", None)
    try:
        return reverse(f"{meta.app_label}:{meta.model_name}", args=[ref]) if meta else ""
    except NoReverseMatch:
        return ""


def first_lines(counted: "Counted", count: int = 20) -> list[Line]:
    """The first records of a count."""
    return [line_of(record) for record in islice(_each(counted.records), count)]


def excluded_lines(counted: "Counted") -> list[Line]:
    """What was found and not counted, with the reason."""
    return [line_of(record, str(reason)) for record, reason in counted.excluded]


def rows(added: "Counted", contained: "Counted") -> Iterator[tuple[str, str, str, str]]:
    """Every record as a row of a table: what counts, what print already holds, what is left out.

    A record counts 1 unless it says how many it `adds`, such as the visitors of a day.
    """
    for record in _each(added.records):
        line = line_of(record)
        yield line.ref, line.title, str(getattr(record, "adds", 1)), ""
    for record in _each(contained.records):
        line = line_of(record)
        yield line.ref, line.title, "0", "in_published_value"
    for line in excluded_lines(added):
        yield line.ref, line.title, "0", line.reason


def fingerprint(added: "Counted", baseline: "Baseline | None") -> str:
    """What a snapshot remembers of the records and of the published value behind it."""
    lines = sorted(f"+{getattr(record, 'ref', record)}" for record in _each(added.records))
    lines += sorted(f"-{getattr(record, 'ref', record)}" for record, _ in added.excluded)
    lines += [f"={baseline.pk}:{baseline.value}"] if baseline else []
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _each(records: Any) -> Iterable[Any]:
    """The records one after the other, without holding all of a long list in memory."""
    iterator = getattr(records, "iterator", None)
    return iterator(chunk_size=2000) if iterator else records
