"""What happens to every request of the API: language, limits, unchanged answers, other origins."""

from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.translation import get_supported_language_variant
from django.utils.translation.trans_real import parse_accept_lang_header
from django.views.decorators.csrf import csrf_exempt

from hiroba.foundation.web.errors import too_often
from hiroba.foundation.web.limits import address_of, seconds_to_wait
from hiroba.foundation.web.problems import problem

View = Callable[..., HttpResponseBase]
METHODS = "GET, HEAD, POST, PUT, OPTIONS"
NOT_ALLOWED = 405


def framed(view: View) -> View:
    """The view as programs meet it; a session of a browser means nothing here."""

    @csrf_exempt
    @login_not_required
    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        with translation.override(language_of(request)):
            found = _answered(view, request, *args, **kwargs)
        patch_vary_headers(found, ("Accept-Language", "Authorization"))
        found["Access-Control-Allow-Origin"] = "*"
        return found

    return answer


def language_of(request: HttpRequest) -> str:
    """The first language of Accept-Language that we speak, else Japanese."""
    for wanted, _weight in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        try:
            return get_supported_language_variant(wanted)
        except LookupError:
            continue
    return settings.LANGUAGE_CODE


def _answered(view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
    if request.method == "OPTIONS":
        return _preflight()
    has_token = "Authorization" in request.headers
    door = "api with token" if has_token else "api"
    limit = settings.HIROBA_API_WITH_TOKEN_A_MINUTE if has_token else settings.HIROBA_API_A_MINUTE
    if wait := seconds_to_wait(door, address_of(request), limit):
        return too_often(request, wait)
    is_head = request.method == "HEAD"
    request.method = "GET" if is_head else request.method
    found = view(request, *args, **kwargs)
    if found.status_code == NOT_ALLOWED:
        return _not_this_way(found)
    found = _unless_unchanged(request, found)
    return _head_of(found) if is_head else found


def _preflight() -> HttpResponse:
    """A page of another origin may ask, with a token of its own and without our cookies."""
    answer = HttpResponse(status=204)
    answer["Access-Control-Allow-Methods"] = answer["Allow"] = METHODS
    answer["Access-Control-Allow-Headers"] = "Authorization, Content-Type, Accept-Language"
    answer["Access-Control-Max-Age"] = "86400"
    return answer


def _not_this_way(found: HttpResponseBase) -> HttpResponse:
    answer = problem(NOT_ALLOWED)
    answer["Allow"] = found["Allow"]
    return answer


def _head_of(found: HttpResponseBase) -> HttpResponseBase:
    """The same headers, with the length of what is not sent."""
    if isinstance(found, HttpResponse):
        found["Content-Length"] = str(len(found.content))
        found.content = b""
    return found


def _unless_unchanged(request: HttpRequest, found: HttpResponseBase) -> HttpResponseBase:
    """An answer carries its fingerprint; who has seen it already gets 304."""
    if request.method != "GET" or found.status_code != 200 or not isinstance(found, HttpResponse):
        return found
    found["ETag"] = f'"{sha256(found.content).hexdigest()[:32]}"'
    found["Cache-Control"] = "no-cache"
    return get_conditional_response(request, etag=found["ETag"], response=found) or found
