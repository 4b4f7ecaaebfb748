"""The pages about materials that everybody may open."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from hiroba.foundation.bilingual import said
from hiroba.foundation.files.giving import attachment
from hiroba.foundation.web.paging import slice_by_key
from hiroba.foundation.web.views import actor, acts, page, public, reads
from hiroba.programmes.materials import actions, queries
from hiroba.programmes.materials.forms import SearchForm
from hiroba.programmes.materials.moving import verbs_for


@public
@reads
def materials(request: HttpRequest) -> HttpResponse:
    """The materials that fit the filters, the newest first."""
    form = SearchForm(request.GET)
    found = queries.listed(form.wanted())
    return page(
        request,
        "materials/open/materials.html",
        fragment="materials/open/_materials.html",
        form=form,
        slice=slice_by_key(request, found, ("-published_on", "-pk")),
    )


@public
@reads
def material(request: HttpRequest, ref: str) -> HttpResponse:
    """One material with its files and what one may do with them."""
    by = actor(request)
    found = get_object_or_404(queries.materials_seen_by(by), ref=ref)
    return page(
        request,
        "materials/open/material.html",
        material=found,
        files=queries.files_of(found),
        downloads=queries.downloads_of(found),
        verbs=verbs_for(by, found),
        crumbs=[(_("教材"), reverse("materials:materials")), (said(found, "title"), "")],
    )


@public
@acts
def download(request: HttpRequest, ref: str, file: int) -> HttpResponseBase:
    """The file for saving; each time is counted, so it stands behind a button."""
    by = actor(request)
    material = get_object_or_404(queries.materials_seen_by(by), ref=ref)
    wanted = get_object_or_404(queries.files_of(material), pk=file)
    actions.download(by=by, file=wanted)
    return attachment(wanted.stored)
