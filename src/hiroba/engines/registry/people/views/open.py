"""The directory of bodies, which everybody may read."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from hiroba.engines.registry.people import belonging, policies, queries
from hiroba.engines.registry.people.forms import DirectoryForm
from hiroba.foundation import clock
from hiroba.foundation.web.paging import slice_by_key
from hiroba.foundation.web.views import actor, page, public, reads
from hiroba.foundation.words import said


@public
@reads
def bodies(request: HttpRequest) -> HttpResponse:
    """Verified bodies in the order of their readings; searched and narrowed."""
    form = DirectoryForm(request.GET)
    return page(
        request,
        "people/open/bodies.html",
        fragment="people/open/_bodies.html",
        form=form,
        slice=slice_by_key(request, queries.directory(**form.wishes()), ("kana", "pk")),
        personalities=queries.counts_by_personality(),
    )


@public
@reads
def body(request: HttpRequest, ref: str) -> HttpResponse:
    """What everybody may know about one body."""
    found = get_object_or_404(queries.bodies_seen_by(actor(request)), ref=ref)
    return page(
        request,
        "people/open/body.html",
        body=found,
        survivor=queries.standing_for(found),
        names=list(queries.names_of(found)),
        office=queries.responsible_office(found, clock.today()),
        is_mine=belonging.holds_role(actor(request), found),
        is_kept=bool(policies.may_keep_registry(actor(request))),
        crumbs=[(_("団体"), reverse("people:bodies")), (said(found, "name"), "")],
    )
