"""Proposals as reviewers read them: without what tells who wrote them, and only their own."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from hiroba.engines.intake.review import queries as review
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.web.paging import slice_by_key
from hiroba.foundation.web.views import asks, page, permit, person, reads, staff
from hiroba.programmes.cooperation.proposals import judging, policies, queries
from hiroba.programmes.cooperation.proposals.forms import ConflictForm, ScoreForm


@staff(Role.REVIEWER)
@reads
def reads_owed(request: HttpRequest) -> HttpResponse:
    """What I was asked to read."""
    found = queries.reads_of(person(request))
    return page(
        request,
        "proposals/staff/reads.html",
        slice=slice_by_key(request, found, by=("due_on", "pk")),
    )


@staff(Role.REVIEWER)
@asks
def score(request: HttpRequest, ref: str) -> HttpResponse:
    """One proposal beside its rubric; scores are kept as a draft, or handed in."""
    user = person(request)
    found = get_object_or_404(queries.reads_of(user), ref=ref)
    known = getattr(found, "review", None)
    form = ScoreForm(found.stage.criteria, known, request.POST or None)
    if request.method == "POST":
        hands_in = "submit" in request.POST
        action = judging.submit_review if hands_in else judging.save_review
        if form.attempt(action, by=user, assignment=found):
            told = _("審査結果を提出しました。") if hands_in else _("保存しました。")
            messages.success(request, told)
            return redirect("proposals:reads") if hands_in else redirect("proposals:score", ref)
    return page(
        request,
        "proposals/staff/score.html",
        assignment=found,
        review=known,
        form=form,
        sheets=review.sheets_for(found),
        may_score=policies.may_save_review(user, found, {}),
    )


@staff(Role.REVIEWER)
@asks
def declare_conflict(request: HttpRequest, ref: str) -> HttpResponse:
    """Say that one stands too near to judge."""
    user = person(request)
    found = get_object_or_404(queries.reads_of(user), ref=ref)
    permit(policies.may_declare_conflict(user, found))
    form = ConflictForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        judging.declare_conflict(by=user, assignment=found, **form.cleaned_data)
        messages.success(request, _("届け出ました。この応募は審査しなくて大丈夫です。"))
        return redirect("proposals:reads")
    return page(request, "proposals/staff/declare_conflict.html", assignment=found, form=form)
