"""Calls, for everyone."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from hiroba.foundation.web.paging import slice_by_key
from hiroba.foundation.web.views import actor, page, public, reads
from hiroba.programmes.cooperation.proposals import queries


@public
@reads
def calls(request: HttpRequest) -> HttpResponse:
    """What one can answer now, and what was called for before."""
    found = queries.calls_seen_by(actor(request)).published()
    return page(
        request,
        "proposals/open/calls.html",
        slice=slice_by_key(request, found, by=("-published_at", "-pk"), size=12),
    )


@public
@reads
def call(request: HttpRequest, ref: str) -> HttpResponse:
    """One call: its tracks, their rules in words, their deadlines."""
    found = get_object_or_404(queries.calls_seen_by(actor(request)), ref=ref)
    return page(
        request,
        "proposals/open/call.html",
        call=found,
        ways=queries.ways_into(found),
        changes=queries.changes_of(found),
    )
