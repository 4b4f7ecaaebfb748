"""Rankings and decisions, for the chair, the approver, and the officer who tells the bodies."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from hiroba.engines.intake.calls.queries import track_of
from hiroba.engines.intake.review.queries import stage_of, submitted_reviews
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.web.paging import slice_by_key
from hiroba.foundation.web.views import acts, asks, page, permit, person, reads, staff
from hiroba.programmes.cooperation.proposals import judging, policies, queries
from hiroba.programmes.cooperation.proposals.forms import DecisionForm, RevokeForm
from hiroba.programmes.cooperation.proposals.rankings import ranking as ranked
from hiroba.programmes.cooperation.proposals.rankings import stages_judged

DECIDING = (Role.OFFICER, Role.CHAIR, Role.APPROVER, Role.AUDITOR)


@staff(*DECIDING)
@reads
def rankings(request: HttpRequest) -> HttpResponse:
    """Tracks in which something is read or decided."""
    return page(
        request,
        "proposals/staff/rankings.html",
        slice=slice_by_key(request, stages_judged(person(request)), by=("-pk",)),
    )


@staff(*DECIDING)
@reads
def ranking(request: HttpRequest, call: str, track: str) -> HttpResponse:
    """The proposals of a track by their scores."""
    user = person(request)
    found = track_of(get_object_or_404(queries.calls_seen_by(user), ref=call), track)
    stage = stage_of(found) if found else None
    if stage is None:
        raise Http404
    return page(
        request,
        "proposals/staff/ranking.html",
        stage=stage,
        rows=ranked(stage, user),
        is_chair=user.holds(Role.CHAIR, programme=queries.PROGRAMME),
    )


@staff(Role.CHAIR)
@asks
def propose_decision(request: HttpRequest, ref: str) -> HttpResponse:
    """All scores and comments side by side, and what the chair proposes."""
    user = person(request)
    found = get_object_or_404(queries.proposals_judged(user), ref=ref)
    form = DecisionForm(request.POST or None)
    done = (
        form.attempt(judging.propose_decision, by=user, proposal=found)
        if request.method == "POST"
        else None
    )
    if done:
        messages.success(request, _("採否の案を出しました。承認者の承認を待ちます。"))
        track = found.submission.track
        return redirect("proposals:ranking", track.call.ref, track.code)
    return page(
        request,
        "proposals/staff/decide.html",
        proposal=found,
        reviews=submitted_reviews(found.submission),
        form=form,
        may_propose=policies.may_propose_decision(user, found),
    )


@staff(*DECIDING)
@reads
def decisions(request: HttpRequest) -> HttpResponse:
    """Decisions under way and those that were told."""
    found = queries.decisions_seen_by(person(request))
    return page(
        request,
        "proposals/staff/decisions.html",
        slice=slice_by_key(request, found, by=("-proposed_at", "-pk")),
    )


@staff(*DECIDING)
@reads
def decision(request: HttpRequest, ref: str) -> HttpResponse:
    """One decision with its reasons, the scores behind it, and the next button."""
    user = person(request)
    found = get_object_or_404(queries.decisions_seen_by(user), ref=ref)
    return page(
        request,
        "proposals/staff/decision.html",
        decision=found,
        proposal=queries.proposal_of(found.submission),
        reviews=submitted_reviews(found.submission),
        may_approve=policies.may_approve_decision(user, found),
        may_revoke=policies.may_revoke_decision(user, found),
        may_release=policies.may_release_decision(user, found),
    )


@staff(Role.APPROVER)
@acts
def approve_decision(request: HttpRequest, ref: str) -> HttpResponse:
    """Agree, as a second person."""
    found = get_object_or_404(queries.decisions_seen_by(person(request)), ref=ref)
    judging.approve_decision(by=person(request), decision=found)
    messages.success(request, _("承認しました。担当の職員が団体へ通知します。"))
    return redirect("proposals:decision", ref)


@staff(Role.CHAIR, Role.APPROVER)
@asks
def revoke_decision(request: HttpRequest, ref: str) -> HttpResponse:
    """Take it back before anybody is told."""
    user = person(request)
    found = get_object_or_404(queries.decisions_seen_by(user), ref=ref)
    permit(policies.may_revoke_decision(user, found))
    form = RevokeForm(request.POST or None)
    done = (
        form.attempt(judging.revoke_decision, by=user, decision=found)
        if request.method == "POST"
        else None
    )
    if done:
        messages.success(request, _("採否の案を取り消しました。"))
        return redirect("proposals:decision", ref)
    return page(request, "proposals/staff/revoke_decision.html", decision=found, form=form)


@staff(Role.OFFICER)
@acts
def release_decision(request: HttpRequest, ref: str) -> HttpResponse:
    """Tell the body; a selected proposal becomes a project."""
    found = get_object_or_404(queries.decisions_seen_by(person(request)), ref=ref)
    judging.release_decision(by=person(request), decision=found)
    messages.success(request, _("結果を団体へ通知しました。"))
    return redirect("proposals:decision", ref)
