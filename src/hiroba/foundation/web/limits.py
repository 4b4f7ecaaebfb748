"""How often somebody may knock at a door: so many times a minute, counted in the cache."""

from collections.abc import Callable
from hashlib import sha256

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from hiroba.foundation import clock
from hiroba.foundation.web import errors

MINUTE = 60
SAFE = ("GET", "HEAD", "OPTIONS", "TRACE")


def seconds_to_wait(door: str, who: str, a_minute: int) -> int:
    """How long somebody must wait at a door; nothing means come in, and a limit of 0 means none."""
    if not a_minute:
        return 0
    moment = int(clock.machine().timestamp())
    name = sha256(f"{door}:{who}".encode()).hexdigest()[:32]
    key = f"knocks-{name}-{moment // MINUTE}"
    counter = caches["limits"]
    counter.add(key, 0, 2 * MINUTE)
    try:
        knocks = counter.incr(key)
    except ValueError:
        knocks = 1
    return MINUTE - moment % MINUTE if knocks > a_minute else 0


def who_knocks(request: HttpRequest) -> str:
    """The person who signed in, else the address from which the request comes."""
    user = getattr(request, "user", None)
    if user is not None and user.is_authenticated:
        return f"user-{user.pk}"
    return address_of(request)


def address_of(request: HttpRequest) -> str:
    """The client's address: our own proxies are believed, what a client claims is not."""
    proxies = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    passed = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    if proxies and len(passed) >= proxies and passed[-proxies]:
        return passed[-proxies]
    return str(request.META.get("REMOTE_ADDR", ""))


def measured(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[..., HttpResponseBase]:
    """Middleware: nobody writes more often than a person can; the API counts for itself."""

    def let_in(request: HttpRequest) -> HttpResponseBase:
        if request.method in SAFE or request.path_info.startswith("/api/"):
            return get_response(request)
        wait = seconds_to_wait("writes", who_knocks(request), settings.HIROBA_WRITES_A_MINUTE)
        return errors.too_often(request, wait) if wait else get_response(request)

    return let_in
