"""Courses as everybody finds them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from hiroba.foundation.bilingual import said
from hiroba.foundation.web.paging import slice_by_key
from hiroba.foundation.web.views import actor, page, public, reads
from hiroba.programmes.training import policies, queries


@public
@reads
def courses(request: HttpRequest) -> HttpResponse:
    """All courses, the newest first."""
    found = queries.courses_seen_by(actor(request))
    return page(
        request,
        "training/open/courses.html",
        slice=slice_by_key(request, found),
        crumbs=[(_("研修"), "")],
    )


@public
@reads
def course(request: HttpRequest, ref: str) -> HttpResponse:
    """One course with its days and its rules."""
    by = actor(request)
    found = get_object_or_404(queries.courses_seen_by(by), ref=ref)
    return page(
        request,
        "training/open/course.html",
        course=found,
        days=list(queries.days_of(found)),
        may_apply=policies.may_apply(by, found),
        may_publish=policies.may_publish_course(by, found),
        may_keep=policies.may_plan_course(by),
        crumbs=[(_("研修"), reverse("training:courses")), (said(found, "title"), "")],
    )


@public
@reads
def certificate(request: HttpRequest, number: str) -> HttpResponse:
    """Whether a certificate with this number was issued, and for which course; never for whom."""
    found = queries.certificate(number)
    status = 200 if found else 404
    crumbs = [(_("研修"), reverse("training:courses")), (_("修了証の確認"), "")]
    return page(
        request,
        "training/open/certificate.html",
        status=status,
        certificate=found,
        number=number,
        crumbs=crumbs,
    )
