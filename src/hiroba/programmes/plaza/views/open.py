"""The plaza as everybody finds it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from hiroba.foundation import clock
from hiroba.foundation.bilingual import said
from hiroba.foundation.web.paging import slice_by_key
from hiroba.foundation.web.views import actor, page, public, reads
from hiroba.programmes.plaza import policies, queries


@public
@reads
def plaza(request: HttpRequest) -> HttpResponse:
    """What is open and what is shown today."""
    return page(
        request,
        "plaza/open/plaza.html",
        sites=queries.sites_on(),
        exhibitions=list(queries.on_now()[:12]),
        today=clock.today(),
        crumbs=[(_("地球ひろば"), "")],
    )


@public
@reads
def site(request: HttpRequest, ref: str) -> HttpResponse:
    """One site: its hours, what it shows, and when groups can come."""
    found = get_object_or_404(queries.sites(), ref=ref)
    slots = slice_by_key(request, queries.visit_slots(found), ("starts_at", "pk"), size=12)
    return page(
        request,
        "plaza/open/site.html",
        fragment="plaza/open/_slots.html",
        site=found,
        today=queries.site_on(found),
        exhibitions=list(queries.on_now().filter(site=found)[:12]),
        slots=slots,
        crumbs=[(_("地球ひろば"), reverse("plaza:plaza")), (said(found, "name"), "")],
    )


@public
@reads
def exhibition(request: HttpRequest, ref: str) -> HttpResponse:
    """One exhibition; officers see it before it is published."""
    by = actor(request)
    found = get_object_or_404(queries.exhibitions_seen_by(by), ref=ref)
    return page(
        request,
        "plaza/open/exhibition.html",
        exhibition=found,
        may_publish=policies.may_publish_exhibition(by, found),
        crumbs=[(_("地球ひろば"), reverse("plaza:plaza")), (said(found, "title"), "")],
    )
