"""What officers do with our own projects."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from hiroba.foundation.accounts.states import Role
from hiroba.foundation.web.views import actor, acts, asks, page, person, staff
from hiroba.foundation.words import said
from hiroba.programmes.cooperation.projects import actions, queries
from hiroba.programmes.cooperation.projects.forms import ReasonForm

CLICKED = {
    "contract": actions.contract,
    "start": actions.start,
    "end": actions.end,
    "settle": actions.settle,
    "post-check": actions.post_check,
}


@staff(Role.OFFICER)
@acts
def move(request: HttpRequest, ref: str, verb: str) -> HttpResponse:
    """The project has gone one step further."""
    if verb not in CLICKED:
        raise Http404
    project = get_object_or_404(queries.projects_seen_by(actor(request)), ref=ref)
    CLICKED[verb](by=person(request), project=project)
    messages.success(request, _("記録しました。"))
    return redirect("projects:project", ref)


@staff(Role.OFFICER)
@asks
def lapse(request: HttpRequest, ref: str) -> HttpResponse:
    """No contract came about; the reason is asked for."""
    return _with_reason(request, ref, actions.lapse, _("契約に至らなかったことを記録する"))


@staff(Role.OFFICER)
@asks
def terminate(request: HttpRequest, ref: str) -> HttpResponse:
    """The project is broken off; the reason is asked for."""
    return _with_reason(request, ref, actions.terminate, _("中止を記録する"))


@staff(Role.OFFICER)
@asks
def exclude_from_figures(request: HttpRequest, ref: str) -> HttpResponse:
    """Figures leave the project out; the reason is asked for."""
    return _with_reason(request, ref, actions.exclude_from_figures, _("数値から除く"))


@staff(Role.OFFICER)
@acts
def include_in_figures(request: HttpRequest, ref: str) -> HttpResponse:
    """Figures count the project again."""
    project = get_object_or_404(queries.projects_seen_by(actor(request)), ref=ref)
    actions.include_in_figures(by=person(request), project=project)
    messages.success(request, _("記録しました。"))
    return redirect("projects:project", ref)


def _with_reason(
    request: HttpRequest, ref: str, action: Callable[..., Any], title: str
) -> HttpResponse:
    project = get_object_or_404(queries.projects_seen_by(actor(request)), ref=ref)
    form = ReasonForm(request.POST or None)
    if form.is_bound and form.attempt(action, by=person(request), project=project):
        messages.success(request, _("記録しました。"))
        return redirect("projects:project", ref)
    url = reverse("projects:project", args=[ref])
    return page(
        request,
        "projects/staff/reason.html",
        form=form,
        title=title,
        project=project,
        url=url,
        crumbs=[
            (_("事業"), reverse("projects:projects")),
            (said(project, "title"), url),
            (title, ""),
        ],
    )
