"""What officers do with courses: plan, select, record who came, and issue certificates."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from hiroba.foundation.accounts.states import Role
from hiroba.foundation.web.forms import ActionForm
from hiroba.foundation.web.views import acts, asks, page, permit, person, reads, staff
from hiroba.programmes.training import actions, policies, queries
from hiroba.programmes.training.forms import CourseForm, SelectionForm

SECONDS = (Role.OFFICER, Role.APPROVER)


@staff(Role.OFFICER)
@asks
def plan_course(request: HttpRequest) -> HttpResponse:
    """A course is planned as a draft."""
    permit(policies.may_plan_course(person(request)))
    form = CourseForm(request.POST or None)
    if made := form.attempt(actions.plan_course, by=person(request)):
        messages.success(request, _("下書きを保存しました。確かめてから募集を始めてください。"))
        return redirect("training:course", made.ref)
    return _form(request, form, _("研修を計画する"), reverse("training:courses"))


@staff(Role.OFFICER)
@acts
def publish_course(request: HttpRequest, ref: str) -> HttpResponse:
    """The course is opened for applications."""
    actions.publish_course(by=person(request), course=_course(request, ref))
    messages.success(request, _("募集を始めました。"))
    return redirect("training:course", ref)


@staff(*SECONDS, Role.AUDITOR)
@reads
def participants(request: HttpRequest, ref: str) -> HttpResponse:
    """Who applied, who was selected, and who came on which day."""
    by, found = person(request), _course(request, ref)
    sees = by.holds(*SECONDS, Role.AUDITOR, programme=queries.PROGRAMME)
    return page(
        request,
        "training/staff/participants.html",
        course=found,
        applications=list(queries.applications_of(found)) if sees else [],
        attendance=list(queries.attendance_of(found)) if sees else [],
        may_propose=policies.may_propose_selection(by, found),
        may_approve=policies.may_approve_selection(by, found),
        may_end=policies.may_end_course(by, found),
        crumbs=[(_("研修"), reverse("training:courses")), (str(found), "")],
    )


@staff(Role.OFFICER)
@asks
def propose_selection(request: HttpRequest, ref: str) -> HttpResponse:
    """Who is proposed."""
    found = _course(request, ref)
    permit(policies.may_propose_selection(person(request), found))
    form = SelectionForm(request.POST or None, course=found)
    back = reverse("training:participants", args=[ref])
    if form.attempt(actions.propose_selection, by=person(request), course=found):
        messages.success(request, _("提案しました。別の方の承認を待ちます。"))
        return redirect(back)
    return _form(request, form, _("参加者を選ぶ"), back)


@staff(*SECONDS)
@acts
def approve_selection(request: HttpRequest, ref: str) -> HttpResponse:
    """A second person agrees."""
    return _acted(
        request, ref, actions.approve_selection, _("承認しました。応募した方に知らせます。")
    )


@staff(*SECONDS)
@acts
def return_selection(request: HttpRequest, ref: str) -> HttpResponse:
    """A second person asks to look again."""
    return _acted(request, ref, actions.return_selection, _("差し戻しました。"))


@staff(Role.OFFICER)
@acts
def end_course(request: HttpRequest, ref: str) -> HttpResponse:
    """The certificates are issued."""
    return _acted(request, ref, actions.end_course, _("修了証を出しました。"))


@staff(Role.OFFICER)
@acts
def attend(request: HttpRequest, ref: str, booking_ref: str) -> HttpResponse:
    """Somebody came on a day."""
    return _recorded(request, ref, booking_ref, actions.attend)


@staff(Role.OFFICER)
@acts
def miss(request: HttpRequest, ref: str, booking_ref: str) -> HttpResponse:
    """Somebody did not come on a day."""
    return _recorded(request, ref, booking_ref, actions.miss)


def _recorded(
    request: HttpRequest, ref: str, booking_ref: str, action: Callable[..., Any]
) -> HttpResponse:
    known = queries.attendance_of(_course(request, ref))
    action(by=person(request), booking=get_object_or_404(known, ref=booking_ref))
    messages.success(request, _("記録しました。"))
    return redirect("training:participants", ref)


def _acted(request: HttpRequest, ref: str, action: Callable[..., Any], told: str) -> HttpResponse:
    action(by=person(request), course=_course(request, ref))
    messages.success(request, told)
    return redirect("training:participants", ref)


def _course(request: HttpRequest, ref: str) -> Any:
    return get_object_or_404(queries.courses_seen_by(person(request)), ref=ref)


def _form(request: HttpRequest, form: ActionForm, title: str, back: str) -> HttpResponse:
    return page(request, "training/staff/form.html", form=form, title=title, back=back)
