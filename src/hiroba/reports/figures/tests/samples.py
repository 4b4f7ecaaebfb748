"""Small worlds for the tests of figures: definitions that count what the test says."""

from collections.abc import Iterable
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from hiroba.foundation.calendar import fiscal_year
from hiroba.foundation.figures import Counted, FigureDefinition
from hiroba.reports.figures.catalogue import catalogue
from hiroba.reports.figures.models import Baseline


@dataclass(frozen=True)
class Visit:
    """A record of one day; one with a reason is found and not counted."""

    ref: str
    on: date
    reason: str = ""
    title: str = "来館"


def visits(*days: str, reason: str = "") -> list[Visit]:
    """One visit on each of the days."""
    return [Visit(f"V-{day}", date.fromisoformat(day), reason) for day in days]


def definition(
    kind: str,
    records: Iterable[Visit] | None = None,
    since: str = "",
    code: str = "visits",
) -> FigureDefinition:
    """Visits of a kind of figure; without records it lives by print alone."""
    rows = list(records or ())

    def counted(first: date, last: date) -> Counted:
        within = [row for row in rows if first <= row.on <= last]
        counting = [row for row in within if not row.reason]
        left_out = tuple((row, row.reason) for row in within if row.reason)
        return Counted(len(counting), records=counting, excluded=left_out)

    return FigureDefinition(
        code=code,
        name_ja="来館",
        name_en="Visits",
        unit_ja="回",
        unit_en="visits",
        kind=kind,  # type: ignore[arg-type]
        style="plain",
        definition_ja="門を通った回数です。",
        definition_en="How often somebody came through the gate.",
        counted=counted if records is not None else None,
        records_since=date.fromisoformat(since) if since else None,
    )


def printed(value: int, first: str, last: str, year: int = 0, pk: int = 1) -> Baseline:
    """A published value; its first day may be empty."""
    return Baseline(
        pk=pk,
        figure="visits",
        fiscal_year=year or fiscal_year(date.fromisoformat(last)),
        first_day=date.fromisoformat(first) if first else None,
        last_day=date.fromisoformat(last),
        value=value,
    )


@contextmanager
def known_as(definition: FigureDefinition):
    """The house defines one more figure, or another one of the same code."""
    found = catalogue()
    before = found.get(definition.code)
    found[definition.code] = definition
    try:
        yield definition
    finally:
        if before is None:
            del found[definition.code]
        else:
            found[definition.code] = before
