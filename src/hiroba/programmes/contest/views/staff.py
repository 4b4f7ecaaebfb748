"""What officers, chair and approver do with a contest."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from hiroba.foundation.accounts.states import Role
from hiroba.foundation.bilingual import said
from hiroba.foundation.web.paging import slice_by_key
from hiroba.foundation.web.views import actor, acts, asks, page, permit, person, reads, staff
from hiroba.programmes.contest import actions, judging, policies, queries
from hiroba.programmes.contest.forms import AwardForm, ContestForm, ReasonForm, SettleForm

DECIDING = (Role.OFFICER, Role.CHAIR, Role.APPROVER, Role.AUDITOR)


@staff(*DECIDING)
@reads
def received(request: HttpRequest) -> HttpResponse:
    """Essays that came in, the newest first, and the contests they belong to."""
    by = actor(request)
    return page(
        request,
        "contest/staff/received.html",
        slice=slice_by_key(request, queries.essays_kept_by(by), ("-pk",)),
        contests=queries.contests_seen_by(by)[:10],
        may_open=policies.may_open_contest(by),
    )


@staff(Role.OFFICER)
@asks
def open_contest(request: HttpRequest) -> HttpResponse:
    """A year's contest is opened."""
    permit(policies.may_open_contest(person(request)))
    form = ContestForm(request.POST or None)
    if contest := form.attempt(actions.open_contest, by=person(request)):
        messages.success(request, _("コンテストを公開しました。"))
        return redirect("contest:contest", contest.ref)
    return _asked(request, form, _("コンテストを開く"))


@staff(*DECIDING)
@reads
def essay(request: HttpRequest, ref: str) -> HttpResponse:
    """One essay, who wrote it for those who may know, and what can be done next."""
    by, found = actor(request), _found(request, ref)
    award = queries.award_under_way(found)
    return page(
        request,
        "contest/staff/essay.html",
        essay=found,
        pupil=queries.pupil_seen_by(by, found) if by.holds(Role.OFFICER) else None,
        text=queries.text_of(found),
        award=award,
        may_accept=policies.may_accept(by, found),
        may_disqualify=policies.may_disqualify(by, found),
        may_award=policies.may_award(by, found),
        may_approve=policies.may_approve_award(by, award) if award else None,
        crumbs=[(_("届いた作品"), reverse("contest:received")), (found.ref, "")],
    )


@staff(Role.OFFICER)
@acts
def accept(request: HttpRequest, ref: str) -> HttpResponse:
    """An essay goes to two readers."""
    actions.accept(by=person(request), essay=_found(request, ref))
    messages.success(request, _("二人の審査員に渡しました。"))
    return redirect("contest:staff_essay", ref)


@staff(Role.OFFICER)
@asks
def disqualify(request: HttpRequest, ref: str) -> HttpResponse:
    """An essay does not take part; the reason is asked for."""
    found = _found(request, ref)
    form = ReasonForm(request.POST or None)
    if form.attempt(actions.disqualify, by=person(request), essay=found):
        messages.success(request, _("記録しました。"))
        return redirect("contest:staff_essay", ref)
    return _asked(request, form, _("応募の資格がないと記録する"), found)


@staff(*DECIDING)
@reads
def ranking(request: HttpRequest, ref: str, division: str) -> HttpResponse:
    """The essays of a division by the mean of their two reads."""
    by = actor(request)
    contest = get_object_or_404(queries.contests_seen_by(by), call__ref=ref)
    track = queries.track_of(contest, division)
    return page(
        request,
        "contest/staff/ranking.html",
        contest=contest,
        track=track,
        places=queries.ranking_of(track) if track else [],
        may_settle=policies.may_settle(by, contest),
        may_announce=policies.may_announce(by, contest),
        crumbs=[(_("届いた作品"), reverse("contest:received")), (_("順位"), "")],
    )


@staff(Role.CHAIR)
@asks
def award(request: HttpRequest, ref: str) -> HttpResponse:
    """A prize is proposed."""
    found = _found(request, ref)
    permit(policies.may_award(person(request), found))
    form = AwardForm(request.POST or None)
    if form.attempt(judging.award, by=person(request), essay=found):
        messages.success(request, _("賞の案を出しました。承認を待ちます。"))
        return redirect("contest:staff_essay", ref)
    return _asked(request, form, _("賞の案を出す"), found)


@staff(Role.APPROVER)
@acts
def approve_award(request: HttpRequest, ref: str) -> HttpResponse:
    """A second person agrees to a prize."""
    found = _found(request, ref)
    waiting = queries.awards_to_approve(person(request)).filter(submission=found.submission)
    judging.approve_award(by=person(request), decision=get_object_or_404(waiting))
    messages.success(request, _("承認しました。"))
    return redirect("contest:staff_essay", ref)


@staff(Role.OFFICER)
@asks
def settle(request: HttpRequest, ref: str) -> HttpResponse:
    """The results are settled, and the moment is set from which everybody knows them."""
    contest = get_object_or_404(queries.contests_seen_by(person(request)), call__ref=ref)
    permit(policies.may_settle(person(request), contest))
    form = SettleForm(request.POST or None)
    if form.attempt(judging.settle, by=person(request), contest=contest):
        messages.success(request, _("結果を確定しました。発表の日時までは公開されません。"))
        return redirect("contest:contest", ref)
    return _asked(request, form, _("結果を確定する"))


@staff(Role.OFFICER)
@acts
def announce(request: HttpRequest, ref: str) -> HttpResponse:
    """Published essays are found by their titles."""
    contest = get_object_or_404(queries.contests_seen_by(person(request)), call__ref=ref)
    judging.announce(by=person(request), contest=contest)
    messages.success(request, _("公開した作品が、検索とつながりに載りました。"))
    return redirect("contest:contest", ref)


def _found(request: HttpRequest, ref: str) -> Any:
    return get_object_or_404(queries.essays_kept_by(actor(request)), ref=ref)


def _asked(request: HttpRequest, form: Any, title: str, essay: Any = None) -> HttpResponse:
    back = reverse("contest:received")
    crumbs = [(_("届いた作品"), back)]
    if essay:
        back = reverse("contest:staff_essay", args=[essay.ref])
        crumbs.append((said(essay, "title"), back))
    template, crumbs = "contest/staff/ask.html", [*crumbs, (title, "")]
    return page(request, template, form=form, title=title, back=back, crumbs=crumbs)
