"""The contract of a project: prepared, concluded, and what is due under it."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from hiroba.engines.agreements import queries as known
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.web.views import acts, asks, page, person, reads, staff
from hiroba.foundation.words import said
from hiroba.programmes.cooperation.projects import agreed, agreeing, policies
from hiroba.programmes.cooperation.projects.forms import ConcludeForm, WhyForm

if TYPE_CHECKING:
    from hiroba.engines.agreements.models import Precondition
    from hiroba.foundation.web.forms import ActionForm
    from hiroba.programmes.cooperation.projects.models import Project


def _seen(request: HttpRequest, ref: str) -> "Project":
    return get_object_or_404(agreed.projects_agreed_for(person(request)), ref=ref)


def _crumbs(project: "Project", title: str) -> list[tuple[str, str]]:
    return [
        (said(project, "title"), reverse("projects:project", args=[project.ref])),
        (_("契約と報告"), reverse("projects:agreement", args=[project.ref]) if title else ""),
        *([(title, "")] if title else []),
    ]


@reads
def agreement(request: HttpRequest, ref: str) -> HttpResponse:
    """What is agreed about a project, for its body and for the staff."""
    project = _seen(request, ref)
    found = agreed.agreement_of(project)
    return page(
        request,
        "projects/staff/agreement.html",
        project=project,
        agreement=found,
        version=known.newest_version(found) if found else None,
        preconditions=list(known.preconditions_of(found)) if found else [],
        reports=list(agreed.reports_of(project)),
        may_draft=policies.may_draft_agreement(person(request), project),
        is_officer=person(request).holds(Role.OFFICER, programme=agreed.PROGRAMME),
        crumbs=_crumbs(project, ""),
    )


@staff(Role.OFFICER)
@acts
def draft(request: HttpRequest, ref: str) -> HttpResponse:
    """The contract is prepared."""
    agreeing.draft_agreement(by=person(request), project=_seen(request, ref))
    return _done(request, ref)


def _precondition(request: HttpRequest, ref: str, pk: int) -> "Precondition":
    found = known.preconditions_about(_seen(request, ref).ref)
    return get_object_or_404(found, pk=pk)


@staff(Role.OFFICER)
@acts
def meet(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """A precondition is met."""
    agreeing.meet(by=person(request), precondition=_precondition(request, ref, pk))
    return _done(request, ref)


@staff(Role.OFFICER)
@asks
def waive(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """The contract does without a precondition; the reason is asked for."""
    precondition = _precondition(request, ref, pk)
    form = WhyForm(request.POST or None)
    by = person(request)
    if form.is_bound and form.attempt(agreeing.waive, by=by, precondition=precondition) is not None:
        return _done(request, ref)
    return _asked(request, ref, form, _("前提条件を免除する"))


@staff(Role.OFFICER)
@asks
def conclude(request: HttpRequest, ref: str) -> HttpResponse:
    """What both sides have signed."""
    project = _seen(request, ref)
    initial = {"begins_on": project.planned_start, "ends_on": project.planned_end}
    form = ConcludeForm(request.POST or None, initial=initial)
    told = {"by": person(request), "project": project}
    if form.is_bound and form.attempt(agreeing.conclude_agreement, **told) is not None:
        return _done(request, ref)
    return _asked(request, ref, form, _("契約の締結を記録する"))


def _asked(request: HttpRequest, ref: str, form: "ActionForm", title: str) -> HttpResponse:
    project = _seen(request, ref)
    return page(
        request,
        "projects/staff/reason.html",
        form=form,
        title=title,
        project=project,
        url=reverse("projects:agreement", args=[ref]),
        crumbs=_crumbs(project, title),
    )


def _done(request: HttpRequest, ref: str) -> HttpResponse:
    messages.success(request, _("記録しました。"))
    return redirect("projects:agreement", ref)
