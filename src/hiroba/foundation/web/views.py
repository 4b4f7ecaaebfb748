"""The three shapes of a view: it reads, it asks, or it acts."""

import re
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required as public
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hiroba.foundation.actors import GUEST, Actor
from hiroba.foundation.verdicts import Refused, Verdict

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User

__all__ = ["actor", "acts", "asks", "page", "permit", "person", "public", "reads", "staff"]

View = Callable[..., HttpResponseBase]

READING = re.compile(r"[(\s]*(SELECT|WITH)\b", re.IGNORECASE)
WRITING = re.compile(r"\b(INSERT\s+INTO|UPDATE\s+\S+\s+SET|DELETE\s+FROM)\b", re.IGNORECASE)


def _select_only(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
    if not READING.match(sql) or WRITING.search(sql):
        raise RuntimeError(f"a reading view tried to write: {sql[:80]}")
    return execute(sql, params, many, context)


def reads(view: View) -> View:
    """A view that only looks: GET, and the database is asked nothing but SELECT."""

    @require_safe
    @wraps(view)
    def look(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        _settle(request)
        with connection.execute_wrapper(_select_only):
            return view(request, *args, **kwargs)

    look.shape = "reads"  # type: ignore[attr-defined]
    return look


def _settle(request: HttpRequest) -> bool:
    """A session that is no longer good is thrown away now, before writing is forbidden."""
    return hasattr(request, "user") and request.user.is_authenticated


def asks(view: View) -> View:
    """A view that shows a form on GET and hands it to one action on POST."""
    ask = wraps(view)(require_http_methods(["GET", "HEAD", "POST"])(view))
    ask.shape = "asks"  # type: ignore[attr-defined]
    return ask


def acts(view: View) -> View:
    """A view behind a button: POST, one action; a refusal is told on the page one came from."""

    @require_POST
    @wraps(view)
    def do(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except Refused as refusal:
            messages.error(request, refusal.reason)
            return redirect(came_from(request))

    do.shape = "acts"  # type: ignore[attr-defined]
    return do


def came_from(request: HttpRequest) -> str:
    """The page of this house on which the person pressed the button."""
    back = request.headers.get("Referer", "")
    safe = url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure())
    return back if safe else "/"


def staff(*roles: str) -> Callable[[View], View]:
    """A door for those who hold one of the roles; others are told whom to ask."""

    def door(view: View) -> View:
        @wraps(view)
        def enter(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not actor(request).holds(*roles):
                raise PermissionDenied(
                    _("この画面は担当の職員のためのものです。必要な方は管理者へご相談ください。")
                )
            return view(request, *args, **kwargs)

        return enter

    return door


def permit(verdict: Verdict) -> None:
    """Stop with 403 and the reason when a page may not be opened."""
    if not verdict:
        raise PermissionDenied(verdict.reason)


def actor(request: HttpRequest) -> Actor:
    """Who is asking: the person who signed in, or a guest."""
    return request.user if request.user.is_authenticated else GUEST


def person(request: HttpRequest) -> "User":
    """The person who signed in; the page is behind the door, so there is one."""
    assert request.user.is_authenticated
    return request.user


def page(
    request: HttpRequest, template: str, /, fragment: str = "", status: int = 200, **context: Any
) -> HttpResponse:
    """Answer with the page, or only with its fragment when htmx asks for it."""
    asked = "HX-Request" in request.headers and "HX-History-Restore-Request" not in request.headers
    answer = render(request, fragment if fragment and asked else template, context, status=status)
    if fragment:
        patch_vary_headers(answer, ["HX-Request"])
    return answer
