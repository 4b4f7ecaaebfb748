"""While the database can only be read, whoever wants to write is told so, wherever it happens."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from hiroba.foundation.actions import is_closed_for_writing
from hiroba.foundation.web import errors


def polite(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[..., HttpResponseBase]:
    """Middleware: what no action has caught, such as signing in, ends on a page of our own."""

    def let_through(request: HttpRequest) -> HttpResponseBase:
        return get_response(request)

    let_through.process_exception = _told  # type: ignore[attr-defined]
    return let_through


def _told(request: HttpRequest, trouble: Exception) -> HttpResponse | None:
    return errors.closed(request) if is_closed_for_writing(trouble) else None
