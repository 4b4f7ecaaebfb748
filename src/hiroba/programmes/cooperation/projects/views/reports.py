"""Reports that are due: handed in by the body, accepted or sent back by an officer."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from hiroba.engines.agreements import policies as engine
from hiroba.engines.agreements import queries as known
from hiroba.foundation import clock
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.web.paging import slice_by_key
from hiroba.foundation.web.views import acts, asks, page, permit, person, reads, staff
from hiroba.foundation.words import said
from hiroba.programmes.cooperation.projects import agreed, agreeing
from hiroba.programmes.cooperation.projects.forms import ReportForm, WhyForm

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from hiroba.engines.agreements.models import Obligation


@reads
def owed(request: HttpRequest) -> HttpResponse:
    """What my bodies have to hand in, the first due first."""
    return _list(request, agreed.reports_owed_by(person(request)), _("提出する報告"))


@staff(Role.OFFICER)
@reads
def to_accept(request: HttpRequest) -> HttpResponse:
    """What was handed in and waits to be accepted."""
    return _list(request, agreed.reports_to_accept(person(request)), _("受領を待つ報告"))


def _list(request: HttpRequest, found: "QuerySet[Obligation]", title: str) -> HttpResponse:
    slice = slice_by_key(request, found, ("due_on", "pk"))
    return page(
        request,
        "projects/mine/reports.html",
        title=title,
        slice=slice,
        today=clock.today(),
        crumbs=[(title, "")],
    )


def _seen(request: HttpRequest, ref: str) -> "Obligation":
    return get_object_or_404(agreed.reports_seen_by(person(request)), ref=ref)


@reads
def report(request: HttpRequest, ref: str) -> HttpResponse:
    """One report: when it is due, what was handed in, and what may be done next."""
    found, user = _seen(request, ref), person(request)
    return page(
        request,
        "projects/mine/report.html",
        report=found,
        days_late=found.days_late_on(clock.today()),
        deliveries=list(known.deliveries_of(found)),
        may_hand_in=engine.may_hand_in(user, found),
        may_accept=engine.may_accept(user, found),
        crumbs=_crumbs(found, ""),
    )


def _crumbs(found: "Obligation", title: str) -> list[tuple[str, str]]:
    about = found.agreement.about_ref
    url = reverse("projects:report", args=[found.ref])
    return [
        (_("契約と報告"), reverse("projects:agreement", args=[about])),
        (said(found, "title"), url if title else ""),
        *([(title, "")] if title else []),
    ]


@asks
def hand_in(request: HttpRequest, ref: str) -> HttpResponse:
    """What is reported; what was sent back before stands there to be mended."""
    found = _seen(request, ref)
    permit(engine.may_hand_in(person(request), found))
    last = known.last_delivery(found)
    form = ReportForm(request.POST or None, initial={"text": last.text if last else ""})
    by = person(request)
    if form.is_bound and form.attempt(agreeing.hand_in, by=by, report=found) is not None:
        messages.success(request, _("提出しました。"))
        return redirect("projects:report", ref)
    return _asked(request, found, form, _("報告を提出する"), _("提出する"))


@staff(Role.OFFICER)
@acts
def accept(request: HttpRequest, ref: str) -> HttpResponse:
    """The report suffices."""
    agreeing.accept(by=person(request), report=_seen(request, ref))
    messages.success(request, _("記録しました。"))
    return redirect("projects:report", ref)


@staff(Role.OFFICER)
@asks
def send_back(request: HttpRequest, ref: str) -> HttpResponse:
    """The report does not suffice; the reason is asked for."""
    found = _seen(request, ref)
    form = WhyForm(request.POST or None)
    by = person(request)
    if form.is_bound and form.attempt(agreeing.send_back, by=by, report=found) is not None:
        messages.success(request, _("記録しました。"))
        return redirect("projects:report", ref)
    return _asked(request, found, form, _("報告を差し戻す"), _("差し戻す"))


def _asked(
    request: HttpRequest, found: "Obligation", form: ReportForm | WhyForm, title: str, submit: str
) -> HttpResponse:
    return page(
        request,
        "projects/mine/ask.html",
        form=form,
        report=found,
        title=title,
        submit=submit,
        back=reverse("projects:report", args=[found.ref]),
        crumbs=_crumbs(found, title),
    )
