"""Proposals that came in, for the officers who check them and ask reviewers."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from hiroba.engines.forms import queries as documents
from hiroba.engines.intake.calls.queries import standings_of
from hiroba.engines.intake.review.queries import assignments_for
from hiroba.engines.intake.submissions.states import RECEIVED
from hiroba.foundation import clock
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.web.paging import slice_by_key
from hiroba.foundation.web.tables import stream_csv
from hiroba.foundation.web.views import acts, asks, page, permit, person, reads, staff
from hiroba.programmes.cooperation.proposals import actions, policies, queries
from hiroba.programmes.cooperation.proposals.forms import AssignForm, IneligibleForm, SendBackForm

LOOKING = (Role.OFFICER, Role.AUDITOR)


def _asked_for(request: HttpRequest) -> QuerySet[Any]:
    return queries.narrowed(
        queries.proposals_received(person(request)),
        state=request.GET.get("state", ""),
        track=request.GET.get("track", ""),
        words=request.GET.get("q", ""),
    )


@staff(*LOOKING)
@reads
def received(request: HttpRequest) -> HttpResponse:
    """Everything that came in, the first to arrive first."""
    return page(
        request,
        "proposals/staff/received.html",
        slice=slice_by_key(request, _asked_for(request), by=("submission__submitted_at", "pk")),
        states=[state for state in queries.STATES if state in RECEIVED],
        schemes=queries.schemes(),
        asked=request.GET,
    )


@staff(*LOOKING)
@reads
def received_csv(request: HttpRequest) -> HttpResponseBase:
    """The same list for a spreadsheet."""
    header = (_("番号"), _("事業名"), _("団体"), _("枠"), _("状態"), _("受付"), _("総額(円)"))
    return stream_csv("proposals.csv", header, _lines(_asked_for(request)))


def _lines(found: QuerySet[Any]) -> Iterator[tuple[Any, ...]]:
    for proposal in found.iterator(chunk_size=500):
        submission = proposal.submission
        yield (
            submission.receipt_no,
            submission.title,
            submission.body.name_ja,
            submission.track.name_ja,
            submission.get_state_display(),
            submission.submitted_at.astimezone(clock.JAPAN).isoformat(),
            proposal.yen_total,
        )


@staff(*LOOKING)
@reads
def proposal(request: HttpRequest, ref: str) -> HttpResponse:
    """One proposal as it came in, its body against the rules, and who reads it."""
    user = person(request)
    found = get_object_or_404(queries.proposals_received(user), ref=ref)
    submission = found.submission
    return page(
        request,
        "proposals/staff/proposal.html",
        proposal=found,
        sheets=queries.sheets_received(found),
        revisions=documents.revisions_of(submission.document),
        standings=standings_of(submission.body, submission.rules, submission.track),
        assignments=assignments_for(submission),
        may_open_review=policies.may_open_review(user, found),
        may_find_ineligible=policies.may_find_any_ineligible(user, found),
        may_assign=policies.may_assign_reviewers(user, found),
    )


@staff(Role.OFFICER)
@acts
def open_review(request: HttpRequest, ref: str) -> HttpResponse:
    """Checked: on to the reviewers."""
    found = get_object_or_404(queries.proposals_received(person(request)), ref=ref)
    actions.open_review(by=person(request), proposal=found)
    messages.success(request, _("審査に進めました。審査員を割り当ててください。"))
    return redirect("proposals:assign_reviewers", ref)


@staff(Role.OFFICER)
@asks
def send_back(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask the body to correct something."""
    user = person(request)
    found = get_object_or_404(queries.proposals_received(user), ref=ref)
    permit(policies.may_open_review(user, found))
    form = SendBackForm(request.POST or None)
    done = (
        form.attempt(actions.send_back, by=user, proposal=found)
        if request.method == "POST"
        else None
    )
    if done:
        messages.success(request, _("差し戻し、団体へ知らせました。"))
        return redirect("proposals:staff_proposal", ref)
    return page(request, "proposals/staff/send_back.html", proposal=found, form=form)


@staff(Role.OFFICER)
@asks
def find_ineligible(request: HttpRequest, ref: str) -> HttpResponse:
    """Say that it may not take part, and why."""
    user = person(request)
    found = get_object_or_404(queries.proposals_received(user), ref=ref)
    permit(policies.may_find_any_ineligible(user, found))
    form = IneligibleForm(request.POST or None)
    done = (
        form.attempt(actions.find_ineligible, by=user, proposal=found)
        if request.method == "POST"
        else None
    )
    if done:
        messages.success(request, _("資格なしとし、団体へ知らせました。"))
        return redirect("proposals:staff_proposal", ref)
    return page(request, "proposals/staff/find_ineligible.html", proposal=found, form=form)


@staff(Role.OFFICER)
@asks
def assign_reviewers(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask reviewers who stand far enough away."""
    user = person(request)
    found = get_object_or_404(queries.proposals_received(user), ref=ref)
    permit(policies.may_assign_reviewers(user, found))
    form = AssignForm(found.submission, request.POST or None)
    done = (
        form.attempt(actions.assign_reviewers, by=user, proposal=found)
        if request.method == "POST"
        else None
    )
    if done:
        messages.success(request, _("審査をお願いしました。"))
        return redirect("proposals:staff_proposal", ref)
    return page(
        request,
        "proposals/staff/assign_reviewers.html",
        proposal=found,
        form=form,
        assignments=assignments_for(found.submission),
    )
