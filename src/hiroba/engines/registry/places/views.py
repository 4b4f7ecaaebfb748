"""The pages about countries."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from hiroba.engines.registry.places import queries
from hiroba.foundation import clock
from hiroba.foundation.web.paging import slice_by_key
from hiroba.foundation.web.views import page, public, reads
from hiroba.foundation.words import said


@public
@reads
def countries(request: HttpRequest) -> HttpResponse:
    """Countries in the order of their readings; searched and narrowed."""
    words, everywhere = request.GET.get("q", ""), request.GET.get("all") == "1"
    found = queries.countries(words, partners_only=not everywhere)
    return page(
        request,
        "places/open/countries.html",
        fragment="places/open/_countries.html",
        slice=slice_by_key(request, found, ("kana", "pk"), size=60),
        least_developed=set(queries.least_developed_codes(clock.today())),
        words=words,
        everywhere=everywhere,
    )


@public
@reads
def country(request: HttpRequest, code: str) -> HttpResponse:
    """What is known about one country."""
    found = get_object_or_404(queries.countries(), code=code.upper())
    today = clock.today()
    return page(
        request,
        "places/open/country.html",
        country=found,
        is_least_developed=queries.is_least_developed(found, today),
        office=queries.office_responsible_abroad(found, today),
        clocks=queries.clocks_in(found, clock.now()),
        crumbs=[(_("国と地域"), reverse("places:countries")), (said(found, "name"), "")],
    )
