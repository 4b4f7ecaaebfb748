"""Addresses that nobody can have meant."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse

ZERO = "\x00"


def sensible(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[..., HttpResponse]:
    """Middleware: no database is asked for a text with a zero byte; there is nothing there."""

    def look(request: HttpRequest) -> HttpResponse:
        asked = (value for values in request.GET.lists() for value in (values[0], *values[1]))
        if ZERO in request.path_info or any(ZERO in value for value in asked):
            raise Http404
        return get_response(request)

    return look
