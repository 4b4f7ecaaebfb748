"""Health, readiness and metrics; plain answers for machines."""

import os
from pathlib import Path
from secrets import compare_digest

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse

from hiroba.faces.health import metrics
from hiroba.foundation.web.views import public, reads


@public
@reads
def health(request: HttpRequest) -> JsonResponse:
    """The process answers; nothing else is asked."""
    return JsonResponse({"status": "ok"})


@public
@reads
def ready(request: HttpRequest) -> JsonResponse:
    """The house can take people in: database, tables and files are there. Else 503."""
    found = {"database": _database(), "files": _files()}
    well = all(answer == "ok" for answer in found.values())
    return JsonResponse(found, status=200 if well else 503)


@public
@reads
def numbers(request: HttpRequest) -> HttpResponse:
    """Metrics for Prometheus; in production only with the token of HIROBA_METRICS_TOKEN."""
    wanted = os.environ.get("HIROBA_METRICS_TOKEN", "")
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    known = bool(wanted) and compare_digest(given.encode(), wanted.encode())
    if settings.HIROBA_ENV == "production" and not known:
        return HttpResponse(status=404)
    return HttpResponse(metrics.latest(), content_type="text/plain; version=0.0.4; charset=utf-8")


def _database() -> str:
    try:
        executor = MigrationExecutor(connection)
        behind = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as trouble:
        return type(trouble).__name__
    return f"{len(behind)} migrations behind" if behind else "ok"


def _files() -> str:
    folder = Path(settings.HIROBA_DATA)
    return "ok" if folder.is_dir() and os.access(folder, os.W_OK) else "not writable"
