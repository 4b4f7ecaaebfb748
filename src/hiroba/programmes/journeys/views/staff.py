"""What officers do with journeys."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from hiroba.foundation.accounts.states import Role
from hiroba.foundation.web.paging import slice_by_key
from hiroba.foundation.web.views import actor, acts, asks, page, permit, person, reads, staff
from hiroba.programmes.journeys import actions, policies, queries
from hiroba.programmes.journeys.forms import VersionForm


@staff(Role.OFFICER, Role.AUDITOR)
@reads
def kept(request: HttpRequest) -> HttpResponse:
    """All versions of all journeys, the newest first."""
    by = actor(request)
    return page(
        request,
        "journeys/staff/kept.html",
        slice=slice_by_key(request, queries.versions_kept_by(by), ("-pk",)),
        may_keep=policies.may_keep(by),
        crumbs=[(_("追体験"), reverse("journeys:journeys")), (_("追体験の管理"), "")],
    )


@staff(Role.OFFICER)
@asks
def add_version(request: HttpRequest) -> HttpResponse:
    """A new version is handed in as JSON, beginning with the newest one."""
    by = person(request)
    permit(policies.may_keep(by))
    newest = queries.versions_kept_by(by).filter(pk=request.GET.get("from") or 0).first()
    form = VersionForm(request.POST or None, initial={"content": newest and newest.content})
    if version := form.attempt(actions.add_version, by=by):
        messages.success(request, _("保存しました。公開の前に、内容を確かめてください。"))
        return redirect("journeys:version", version.journey.code, version.no)
    title, back = _("新しい版を加える"), reverse("journeys:kept")
    crumbs = [(_("追体験の管理"), back), (title, "")]
    template = "journeys/staff/add.html"
    return page(request, template, form=form, title=title, back=back, crumbs=crumbs)


@staff(Role.OFFICER, Role.AUDITOR)
@reads
def version(request: HttpRequest, code: str, no: int) -> HttpResponse:
    """A version as a whole, what stands against it, and what people chose."""
    found, by = _found(request, code, no), actor(request)
    return page(
        request,
        "journeys/staff/version.html",
        version=found,
        story=found.story,
        findings=queries.findings_of(found),
        cells=queries.statistics_of(found),
        fewest=queries.FEWEST,
        may_publish=policies.may_publish(by, found),
        may_retire=policies.may_retire(by, found),
        crumbs=[(_("追体験の管理"), reverse("journeys:kept")), (found.ref, "")],
    )


@staff(Role.OFFICER)
@acts
def publish(request: HttpRequest, code: str, no: int) -> HttpResponse:
    """The version can be walked by everybody."""
    actions.publish(by=person(request), version=_found(request, code, no))
    messages.success(request, _("公開しました。"))
    return redirect("journeys:version", code, no)


@staff(Role.OFFICER)
@acts
def retire(request: HttpRequest, code: str, no: int) -> HttpResponse:
    """Nobody sets out on the version any more."""
    actions.retire(by=person(request), version=_found(request, code, no))
    messages.success(request, _("公開を終えました。"))
    return redirect("journeys:version", code, no)


def _found(request: HttpRequest, code: str, no: int) -> Any:
    known = queries.versions_kept_by(actor(request))
    return get_object_or_404(known, journey__code=code, no=no)
