"""The pages about projects that everybody may open."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from hiroba.foundation.web.paging import slice_by_key
from hiroba.foundation.web.tables import stream_csv
from hiroba.foundation.web.views import actor, page, public, reads
from hiroba.foundation.words import said
from hiroba.programmes.cooperation.projects import agreed, downloads, queries
from hiroba.programmes.cooperation.projects.dossiers.dossier import dossier_of
from hiroba.programmes.cooperation.projects.dossiers.lines import lines_of
from hiroba.programmes.cooperation.projects.forms import SearchForm
from hiroba.programmes.cooperation.projects.learned import learned_from
from hiroba.programmes.cooperation.projects.maps import map_of_projects
from hiroba.programmes.cooperation.projects.moving import verbs_for


@public
@reads
def projects(request: HttpRequest) -> HttpResponse:
    """The projects that fit the filters, the newest first."""
    form = SearchForm(request.GET)
    wanted = form.wanted(body=request.GET.get("body", ""))
    found = queries.listed(wanted)
    slice = slice_by_key(request, found, ("-listed_on", "-pk"))
    return page(
        request,
        "projects/open/projects.html",
        fragment="projects/open/_projects.html",
        form=form,
        wanted=wanted,
        body=queries.body_looked_for(wanted.body),
        slice=slice,
        lines=lines_of(row.project for row in slice.rows),
        count=queries.count_up_to(found, wanted),
        query=request.GET.urlencode(),
    )


@public
@reads
def world(request: HttpRequest) -> HttpResponse:
    """How many projects there are in each country, as a map and as a table."""
    return page(
        request,
        "projects/open/map.html",
        world=map_of_projects(),
        crumbs=[(_("事業"), reverse("projects:projects")), (_("世界地図"), "")],
    )


@public
@reads
def table(request: HttpRequest) -> HttpResponseBase:
    """The same list as CSV, however long it is."""
    wanted = SearchForm(request.GET).wanted(body=request.GET.get("body", ""))
    rows = downloads.rows_of(queries.listed(wanted))
    return stream_csv("projects.csv", downloads.HEADER, rows)


@public
@reads
def project(request: HttpRequest, ref: str) -> HttpResponse:
    """Everything that is known about one project."""
    by = actor(request)
    found = get_object_or_404(queries.projects_seen_by(by), ref=ref)
    return page(
        request,
        "projects/open/project.html",
        project=found,
        dossier=dossier_of(found),
        learned=learned_from(by, found),
        verbs=verbs_for(by, found),
        has_agreement_page=agreed.may_look_at(by, found),
        crumbs=[(_("事業"), reverse("projects:projects")), (said(found, "title"), "")],
    )


@public
@reads
def transactions(request: HttpRequest, ref: str) -> HttpResponseBase:
    """Every movement of a project's money as CSV."""
    found = get_object_or_404(queries.projects_seen_by(actor(request)), ref=ref)
    return stream_csv(
        f"{found.ref}-transactions.csv",
        downloads.TRANSACTION_HEADER,
        downloads.transactions_of(found).values_list(*downloads.TRANSACTION_HEADER).iterator(),
    )
