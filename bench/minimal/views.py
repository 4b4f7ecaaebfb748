"""Four views, as short as they can be."""

import csv
from collections.abc import Iterator

from django.db import transaction
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path
from django.utils import timezone

from bench.minimal.models import Entry, Heading, Project

SIZE = 20


class _Echo:
    def write(self, line: str) -> str:
        return line


def newest(request: HttpRequest) -> HttpResponse:
    """Twenty rows through a template."""
    found = Heading.objects.filter(name=request.GET.get("name", "everything"))
    rows = found.select_related("project").order_by("-listed_on", "-pk")[:SIZE]
    return render(request, "list.html", {"rows": [row.project for row in rows]})


def one(request: HttpRequest, ref: str) -> HttpResponse:
    """One row through a template."""
    return render(request, "list.html", {"rows": [get_object_or_404(Project, ref=ref)]})


def write(request: HttpRequest) -> HttpResponse:
    """One insert in a transaction."""
    with transaction.atomic():
        entry = Entry.objects.create(text="one line", written_at=timezone.now())
    return HttpResponse(str(entry.pk))


def table(request: HttpRequest) -> StreamingHttpResponse:
    """Every row as CSV, streamed."""
    found = Project.objects.order_by("-listed_on", "-pk")
    rows = found.values_list("ref", "title_ja", "reporter_name", "planned_start", "planned_end")
    return StreamingHttpResponse(_lines(rows.iterator(chunk_size=1000)), content_type="text/csv")


def _lines(rows) -> Iterator[str]:  # type: ignore[no-untyped-def]
    writer = csv.writer(_Echo())
    return (writer.writerow(row) for row in rows)


urlpatterns = [
    path("health/", lambda request: HttpResponse("ok")),
    path("list/", newest),
    path("one/<str:ref>/", one),
    path("write/", write),
    path("table.csv", table),
]
