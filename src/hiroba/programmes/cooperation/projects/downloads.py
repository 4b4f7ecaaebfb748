"""Projects and their money as rows of a table, read little by little."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.db.models import QuerySet

from hiroba.programmes.cooperation.projects.models import (
    Heading,
    Project,
    ProjectCountry,
    ProjectTransaction,
)

AT_ONCE = 1000
HEADER = (
    "ref",
    "iati_identifier",
    "title_ja",
    "title_en",
    "origin",
    "scheme",
    "state",
    "iati_status",
    "body",
    "countries",
    "starts_on",
    "ends_on",
)
COLUMNS = (
    "ref",
    "iati_identifier",
    "title_ja",
    "title_en",
    "origin",
    "scheme",
    "state",
    "iati_status",
    "body__name_ja",
    "reporter_name",
    "actual_start",
    "planned_start",
    "actual_end",
    "planned_end",
)
TRANSACTION_HEADER = (
    "on",
    "type",
    "value",
    "currency",
    "provider_ref",
    "provider",
    "receiver_ref",
    "receiver",
    "description",
)


def rows_of(found: QuerySet[Heading]) -> Iterator[list[Any]]:
    """The list as rows of a table, however long it is."""
    columns = ("project_id", *(f"project__{name}" for name in COLUMNS))
    rows = found.select_related(None).values_list(*columns).iterator(chunk_size=AT_ONCE)
    while batch := list(islice(rows, AT_ONCE)):
        countries = _countries([row[0] for row in batch])
        yield from (_row(row, countries.get(row[0], "")) for row in batch)


def _countries(keys: list[int]) -> dict[int, str]:
    """The codes of the countries of some projects."""
    found: dict[int, str] = {}
    rows = ProjectCountry.objects.filter(project__in=keys).order_by("pk")
    for key, code in rows.values_list("project_id", "country__code"):
        found[key] = f"{found[key]} {code}" if key in found else code
    return found


def _row(row: tuple[Any, ...], countries: str) -> list[Any]:
    *facts, body, reporter, began, begins, ended, ends = row[1:]
    dates = (began or begins or "", ended or ends or "")
    return [*facts, body or reporter, countries, *dates]


def transactions_of(project: Project) -> QuerySet[ProjectTransaction]:
    """Every movement of a project's money, the newest first."""
    return project.transactions.order_by("-on", "-pk")
