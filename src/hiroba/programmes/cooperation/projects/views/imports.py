"""How an officer brings in an IATI file: upload, look at what would happen, bring in."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from hiroba.foundation.accounts.states import Role
from hiroba.foundation.files import queries as files
from hiroba.foundation.web.views import acts, asks, page, person, reads, staff
from hiroba.programmes.cooperation.projects import actions, plans, queries
from hiroba.programmes.cooperation.projects.forms import UploadForm
from hiroba.programmes.cooperation.projects.policies import UPLOAD_MEGABYTES

IMPORTERS = (Role.OFFICER, Role.ADMINISTRATOR)


def _crumbs(label: str) -> list[tuple[str, str]]:
    return [(_("IATI の取り込み"), reverse("projects:import_runs")), (label, "")]


@staff(*IMPORTERS)
@reads
def import_runs(request: HttpRequest) -> HttpResponse:
    """The files that were brought in."""
    return page(
        request,
        "projects/staff/import_runs.html",
        runs=queries.import_runs()[:100],
        crumbs=[(_("IATI の取り込み"), "")],
    )


@staff(*IMPORTERS)
@asks
def upload(request: HttpRequest) -> HttpResponse:
    """A file is handed over; nothing is brought in yet."""
    form = UploadForm(request.POST or None, request.FILES or None)
    if form.is_bound and (kept := form.attempt(actions.keep_upload, by=person(request))):
        return redirect("projects:plan", kept.ref)
    return page(
        request, "projects/staff/upload.html", form=form, crumbs=_crumbs(_("ファイルを選ぶ"))
    )


@staff(*IMPORTERS)
@reads
def plan(request: HttpRequest, ref: str) -> HttpResponse:
    """What an import of the file would do, and everything that is wrong with it."""
    kept = get_object_or_404(files.kept_for(actions.PURPOSE), ref=ref)
    with files.opened(kept) as source:
        found = plans.plan_import(source, megabytes=UPLOAD_MEGABYTES)
    return page(
        request,
        "projects/staff/plan.html",
        file=kept,
        plan=found,
        crumbs=_crumbs(_("内容の確認")),
    )


@staff(*IMPORTERS)
@acts
def import_activities(request: HttpRequest, ref: str) -> HttpResponse:
    """The activities of the file are projects now."""
    kept = get_object_or_404(files.kept_for(actions.PURPOSE), ref=ref)
    with files.opened(kept) as source:
        run = actions.import_activities(
            by=person(request), source=source, file_name=kept.name, megabytes=UPLOAD_MEGABYTES
        )
    messages.success(request, _("取り込みました。"))
    return redirect("projects:import_run", run.ref)


@staff(*IMPORTERS)
@reads
def import_run(request: HttpRequest, ref: str) -> HttpResponse:
    """What came of a file, with all faults."""
    run = get_object_or_404(queries.import_runs(), ref=ref)
    return page(
        request,
        "projects/staff/import_run.html",
        run=run,
        faults=plans.from_json(run.faults),
        crumbs=_crumbs(run.file_name),
    )
