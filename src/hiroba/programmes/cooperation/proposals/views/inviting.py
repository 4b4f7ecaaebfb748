"""Calls, for the officers who prepare and publish them."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from hiroba.engines.intake.calls.queries import rules_in_force, track_of
from hiroba.foundation import calendar, clock
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.web.paging import slice_by_key
from hiroba.foundation.web.views import acts, asks, page, permit, person, reads, staff
from hiroba.programmes.cooperation.proposals import calling, policies, queries
from hiroba.programmes.cooperation.proposals.forms import (
    AmendForm,
    CallForm,
    ExtendForm,
    TrackForm,
)

if TYPE_CHECKING:
    from hiroba.engines.intake.calls.models import Track


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
        changes=queries.changes_of(found),
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
@asks
def extend_track(request: HttpRequest, ref: str, track: str) -> HttpResponse:
    """Move a deadline to a later moment, with a reason that everybody reads."""
    user, found = person(request), _track(request, ref, track)
    permit(policies.may_change_track(user, found))
    form = ExtendForm(found, request.POST or None)
    done = (
        form.attempt(calling.extend_track, by=user, track=found)
        if request.method == "POST"
        else None
    )
    if done:
        messages.success(request, _("締切を延ばし、書いている団体へ知らせました。"))
        return redirect("proposals:staff_call", ref)
    return page(request, "proposals/staff/extend_track.html", track=found, form=form)


@staff(Role.OFFICER)
@asks
def amend_rules(request: HttpRequest, ref: str, track: str) -> HttpResponse:
    """Amend the rules for drafts begun from now on, with a reason that everybody reads."""
    user, found = person(request), _track(request, ref, track)
    permit(policies.may_change_track(user, found))
    form = AmendForm(rules_in_force(found).content, request.POST or None)
    done = (
        form.attempt(calling.amend_rules, by=user, track=found)
        if request.method == "POST"
        else None
    )
    if done:
        messages.success(request, _("決まりを改め、書いている団体へ知らせました。"))
        return redirect("proposals:staff_call", ref)
    return page(request, "proposals/staff/amend_rules.html", track=found, form=form)


def _track(request: HttpRequest, ref: str, code: str) -> "Track":
    found = track_of(get_object_or_404(queries.calls_seen_by(person(request)), ref=ref), code)
    if found is None:
        raise Http404
    return found


@staff(Role.OFFICER)
@acts
def publish_call(request: HttpRequest, ref: str) -> HttpResponse:
    """Everybody can read it from now on."""
    found = get_object_or_404(queries.calls_seen_by(person(request)), ref=ref)
    calling.publish_call(by=person(request), call=found)
    messages.success(request, _("公開しました。"))
    return redirect("proposals:staff_call", ref)
