"""Pages on which one watches a job, and the administrator's list of what went wrong."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from hiroba.foundation.jobs import actions, policies, queries
from hiroba.foundation.letters import queries as letters
from hiroba.foundation.web.paging import slice_by_key
from hiroba.foundation.web.views import acts, page, permit, person, reads

SHOWN_LETTERS = 20


@reads
def jobs(request: HttpRequest) -> HttpResponse:
    """What I asked for, the newest first."""
    found = queries.jobs_wished_by(person(request))
    return page(request, "jobs/mine/jobs.html", slice=slice_by_key(request, found, by=("-pk",)))


@reads
def job(request: HttpRequest, ref: str) -> HttpResponse:
    """How far one job has come; the fragment asks again every two seconds."""
    found = get_object_or_404(queries.jobs_seen_by(person(request)), ref=ref)
    return page(request, "jobs/mine/job.html", fragment="jobs/mine/_progress.html", job=found)


@reads
def undone(request: HttpRequest) -> HttpResponse:
    """Jobs and letters that were given up, and how much work waits."""
    permit(policies.may_see_dead_jobs(person(request)))
    return page(
        request,
        "jobs/staff/undone.html",
        slice=slice_by_key(request, queries.dead_jobs(), by=("-pk",)),
        letters=list(letters.dead_letters()[:SHOWN_LETTERS]),
        backlog=queries.backlog(),
        waiting_letters=letters.waiting_count(),
    )


@acts
def retry(request: HttpRequest, ref: str) -> HttpResponse:
    """Try again what was given up."""
    found = get_object_or_404(queries.jobs_seen_by(person(request)), ref=ref)
    actions.retry(by=person(request), job=found)
    messages.success(request, _("もう一度試します。"))
    return redirect("jobs:undone")
