"""A step that asks something first, whoever takes it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from hiroba.foundation.web.views import page, person
from hiroba.programmes.lectures import queries


def is_done(request: HttpRequest, form: Any, act: Callable[..., Any], **known: Any) -> bool:
    """Whether the form was sent and the action was done with it."""
    return request.method == "POST" and form.attempt(act, **known) is not None


def with_form(
    request: HttpRequest, ref: str, title: str, form: Any, act: Callable[..., Any]
) -> HttpResponse:
    """A step of a lecture; schools and officers take it alike."""
    user = person(request)
    found = get_object_or_404(queries.lectures_seen_by(user), ref=ref)
    room = "staff_lecture" if queries.keeps_lectures(user) else "my_lecture"
    back = reverse(f"lectures:{room}", args=[found.ref])
    if is_done(request, form, act, by=user, lecture=found):
        messages.success(request, _("記録しました。"))
        return redirect(back)
    return asked(request, title, form, back, found.body.name_ja)


def asked(request: HttpRequest, title: str, form: Any, back: str, lead: str = "") -> HttpResponse:
    """The page on which something is asked."""
    told = {"title": title, "form": form, "back": back, "lead": lead}
    return page(request, "lectures/form.html", **told)
