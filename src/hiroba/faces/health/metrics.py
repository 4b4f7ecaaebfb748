"""How long requests take, counted for Prometheus over all web processes."""

import os
import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from prometheus_client import REGISTRY, CollectorRegistry, Histogram, generate_latest, multiprocess

REQUESTS = Histogram(
    "hiroba_request_seconds",
    "Seconds a request took, by page, method and status.",
    ("page", "method", "status"),
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10),
)
# A stranger may invent methods without end; each would be a row of its own.
METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}


def measured(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[..., HttpResponse]:
    """Middleware: each request is counted under the name of its page, never under its address."""

    def measure(request: HttpRequest) -> HttpResponse:
        started = time.perf_counter()
        response = get_response(request)
        match = request.resolver_match
        name = match.view_name if match and match.view_name else "none"
        method = request.method if request.method in METHODS else "other"
        labels = (name, method, str(response.status_code))
        REQUESTS.labels(*labels).observe(time.perf_counter() - started)
        return response

    return measure


def latest() -> bytes:
    """All numbers in Prometheus' text form."""
    if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
        return generate_latest(REGISTRY)
    registry = CollectorRegistry()
    multiprocess.MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return generate_latest(registry)
