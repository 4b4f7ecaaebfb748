"""Calls, for the officers who prepare and publish them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from hiroba.foundation import calendar, clock
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.web.paging import slice_by_key
from hiroba.foundation.web.views import acts, asks, page, person, reads, staff
from hiroba.programmes.cooperation.proposals import calling, policies, queries
from hiroba.programmes.cooperation.proposals.forms import CallForm, TrackForm


@staff(Role.OFFICER)
@reads
def calls(request: HttpRequest) -> HttpResponse:
    """All calls, those being prepared too."""
    found = queries.calls_seen_by(person(request))
    return page(
        request,
        "proposals/staff/calls.html",
        slice=slice_by_key(request, found, by=("-created_at", "-pk")),
    )


@staff(Role.OFFICER)
@asks
def prepare_call(request: HttpRequest) -> HttpResponse:
    """Write a call; nobody outside sees it yet."""
    year = calendar.fiscal_year(clock.today())
    form = CallForm(request.POST or None, initial={"fiscal_year": year})
    if request.method == "POST":
        made = form.attempt(calling.prepare_call, by=person(request))
        if made:
            return redirect("proposals:staff_call", made.ref)
    return page(request, "proposals/staff/prepare_call.html", form=form)


@staff(Role.OFFICER)
@reads
def call(request: HttpRequest, ref: str) -> HttpResponse:
    """One call as it will be read, with the button that publishes it."""
    user = person(request)
    found = get_object_or_404(queries.calls_seen_by(user), ref=ref)
    return page(
        request,
        "proposals/staff/call.html",
        call=found,
        ways=queries.ways_into(found),
        may_publish=policies.may_publish_call(user, found),
    )


@staff(Role.OFFICER)
@asks
def add_track(request: HttpRequest, ref: str) -> HttpResponse:
    """Open a scheme in the call."""
    found = get_object_or_404(queries.calls_seen_by(person(request)), ref=ref)
    form = TrackForm(request.POST or None)
    done = (
        form.attempt(calling.add_track, by=person(request), call=found)
        if request.method == "POST"
        else None
    )
    if done:
        return redirect("proposals:staff_call", ref)
    return page(request, "proposals/staff/add_track.html", call=found, form=form)


@staff(Role.OFFICER)
@acts
def publish_call(request: HttpRequest, ref: str) -> HttpResponse:
    """Everybody can read it from now on."""
    found = get_object_or_404(queries.calls_seen_by(person(request)), ref=ref)
    calling.publish_call(by=person(request), call=found)
    messages.success(request, _("公開しました。"))
    return redirect("proposals:staff_call", ref)
