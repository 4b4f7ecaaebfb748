"""Where officers keep the registry: verify, suspend, merge."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from hiroba.engines.registry.people import actions, policies, queries
from hiroba.engines.registry.people.comparing import compared
from hiroba.engines.registry.people.forms import MergeForm, ReasonForm, RevisionForm
from hiroba.foundation import clock
from hiroba.foundation.web.paging import slice_by_key
from hiroba.foundation.web.views import acts, asks, page, permit, person, reads, staff


@staff(*queries.REGISTRARS)
@reads
def kept_bodies(request: HttpRequest) -> HttpResponse:
    """What waits to be verified, and every body by its name."""
    by, words = person(request), request.GET.get("q", "").strip()
    found = queries.matching(queries.bodies_kept_by(by), words)
    return page(
        request,
        "people/staff/bodies.html",
        waiting=list(queries.waiting_for(by)[:50]) if not words else [],
        slice=slice_by_key(request, found, ("kana", "pk")),
        words=words,
    )


@staff(*queries.REGISTRARS)
@reads
def kept_body(request: HttpRequest, ref: str) -> HttpResponse:
    """One body with everything an officer must know to decide."""
    by = person(request)
    body = get_object_or_404(queries.bodies_kept_by(by), ref=ref)
    return page(
        request,
        "people/staff/body.html",
        body=body,
        alike=list(queries.bodies_alike(body)[:5]),
        office=queries.responsible_office(body, clock.today()),
        names=list(queries.names_of(body)),
        members=list(queries.members_of(body)),
        merges=list(queries.merges_of(body)),
        may_verify=policies.may_verify(by, body),
        may_lift=policies.may_lift(by, body),
    )


@staff(*queries.REGISTRARS)
@acts
def verify(request: HttpRequest, ref: str) -> HttpResponse:
    """Say that the body is what it says it is."""
    body = get_object_or_404(queries.bodies_kept_by(person(request)), ref=ref)
    actions.verify(by=person(request), body=body)
    messages.success(request, _("%(body)sを確認しました。") % {"body": body.name_ja})
    return redirect("people:kept_body", body.ref)


@staff(*queries.REGISTRARS)
@asks
def revise_kept_body(request: HttpRequest, ref: str) -> HttpResponse:
    """Put right what is known about a body."""
    body = get_object_or_404(queries.bodies_kept_by(person(request)), ref=ref)
    permit(policies.may_revise_body(person(request), body))
    form = RevisionForm(request.POST or None, initial=RevisionForm.known(body))
    if form.attempt(actions.revise_body, by=person(request), body=body):
        messages.success(request, _("登録内容を直しました。"))
        return redirect("people:kept_body", body.ref)
    return page(request, "people/mine/revise_body.html", body=body, form=form)


@staff(*queries.REGISTRARS)
@asks
def suspend(request: HttpRequest, ref: str) -> HttpResponse:
    """Stop a body, and say why."""
    body = get_object_or_404(queries.bodies_kept_by(person(request)), ref=ref)
    form = ReasonForm(request.POST or None)
    if form.attempt(actions.suspend, by=person(request), body=body):
        messages.success(request, _("%(body)sを停止しました。") % {"body": body.name_ja})
        return redirect("people:kept_body", body.ref)
    return page(request, "people/staff/suspend.html", body=body, form=form)


@staff(*queries.REGISTRARS)
@acts
def lift(request: HttpRequest, ref: str) -> HttpResponse:
    """End a suspension."""
    body = get_object_or_404(queries.bodies_kept_by(person(request)), ref=ref)
    actions.lift(by=person(request), body=body)
    messages.success(request, _("%(body)sの停止を解きました。") % {"body": body.name_ja})
    return redirect("people:kept_body", body.ref)


@staff(*queries.REGISTRARS)
@reads
def survivors(request: HttpRequest, ref: str) -> HttpResponse:
    """Look for the body into which another shall be merged."""
    by, words = person(request), request.GET.get("q", "").strip()
    body = get_object_or_404(queries.bodies_kept_by(by), ref=ref)
    found = queries.matching(queries.bodies(), words) if words else queries.bodies_alike(body)
    return page(
        request,
        "people/staff/survivors.html",
        body=body,
        words=words,
        found=list(found.exclude(pk=body.pk)[:20]),
    )


@staff(*queries.REGISTRARS)
@asks
def merge(request: HttpRequest, ref: str, into: str) -> HttpResponse:
    """Show both bodies side by side, and merge the one into the other."""
    by = person(request)
    absorbed = get_object_or_404(queries.bodies_kept_by(by), ref=ref)
    survivor = get_object_or_404(queries.bodies_kept_by(by), ref=into)
    form = MergeForm(request.POST or None)
    if form.attempt(actions.merge, by=by, absorbed=absorbed, survivor=survivor):
        messages.success(request, _("統合しました。団体の画面から取り消せます。"))
        return redirect("people:kept_body", survivor.ref)
    return page(
        request,
        "people/staff/merge.html",
        form=form,
        absorbed=absorbed,
        survivor=survivor,
        preview=compared(absorbed, survivor),
    )


@staff(*queries.REGISTRARS)
@acts
def unmerge(request: HttpRequest, ref: str) -> HttpResponse:
    """Take a merge back."""
    found = get_object_or_404(queries.merges_kept_by(person(request)), ref=ref)
    merge = actions.unmerge(by=person(request), merge=found)
    messages.success(request, _("統合を取り消しました。"))
    return redirect("people:kept_body", merge.absorbed.ref)
