"""What somebody who signed in does about courses."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from hiroba.foundation.web.paging import slice_by_key
from hiroba.foundation.web.views import acts, asks, page, permit, person, reads
from hiroba.programmes.training import actions, policies, queries
from hiroba.programmes.training.certificates import certificate_of
from hiroba.programmes.training.forms import ApplyForm


@reads
def applications(request: HttpRequest) -> HttpResponse:
    """For which courses one applied."""
    found = queries.my_applications(person(request))
    return page(request, "training/mine/applications.html", slice=slice_by_key(request, found))


@asks
def apply(request: HttpRequest, ref: str) -> HttpResponse:
    """One applies for a course."""
    by = person(request)
    course = get_object_or_404(queries.courses_seen_by(by), ref=ref)
    form = ApplyForm(request.POST or None)
    if form.attempt(actions.apply, by=by, course=course):
        messages.success(request, _("応募を受け付けました。結果はお便りでお知らせします。"))
        return redirect("training:applications")
    return page(
        request,
        "training/mine/apply.html",
        form=form,
        course=course,
        may_apply=policies.may_apply(by, course),
        back=reverse("training:course", args=[ref]),
    )


@acts
def confirm_place(request: HttpRequest, ref: str) -> HttpResponse:
    """One takes part."""
    found = get_object_or_404(queries.my_applications(person(request)), ref=ref)
    actions.confirm_place(by=person(request), application=found)
    messages.success(request, _("参加を確認しました。お待ちしています。"))
    return redirect("training:applications")


@acts
def withdraw(request: HttpRequest, ref: str) -> HttpResponse:
    """One does not take part."""
    found = get_object_or_404(queries.my_applications(person(request)), ref=ref)
    actions.withdraw(by=person(request), application=found)
    messages.success(request, _("辞退を記録しました。"))
    return redirect("training:applications")


@reads
def paper(request: HttpRequest, ref: str) -> HttpResponse:
    """One's certificate as a paper."""
    found = get_object_or_404(queries.my_applications(person(request)), ref=ref)
    permit(policies.may_read_certificate(person(request), found))
    certificate = queries.certificate(found.certificate.number)
    assert certificate
    answer = HttpResponse(certificate_of(certificate), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{certificate.number}.pdf"'
    return answer
