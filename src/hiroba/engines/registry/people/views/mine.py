"""What members do for their bodies."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from hiroba.engines.registry.people import actions, belonging, policies, queries
from hiroba.engines.registry.people.forms import (
    BodyForm,
    InvitationForm,
    NameForm,
    RevisionForm,
    RoleForm,
)
from hiroba.foundation import clock
from hiroba.foundation.web.views import acts, asks, page, permit, person, reads


@reads
def my_bodies(request: HttpRequest) -> HttpResponse:
    """The bodies one belongs to, and invitations that wait for an answer."""
    return page(
        request,
        "people/mine/bodies.html",
        bodies=list(queries.bodies_of(person(request))),
        invitations=list(queries.invitations_of(person(request))),
    )


@asks
def register_body(request: HttpRequest) -> HttpResponse:
    """Ask what is known about a body, and let it wait to be verified."""
    form = BodyForm(request.POST or None)
    if body := form.attempt(actions.register_body, by=person(request)):
        messages.success(request, _("団体を登録しました。担当職員が内容を確かめます。"))
        return redirect("people:my_body", body.ref)
    return page(request, "people/mine/register_body.html", form=form)


@reads
def my_body(request: HttpRequest, ref: str) -> HttpResponse:
    """One's own body: what is known, what is missing, who belongs to it."""
    by = person(request)
    body = get_object_or_404(queries.bodies_of(by), ref=ref)
    return page(
        request,
        "people/mine/body.html",
        body=body,
        offices=queries.offices_of(body, clock.today()),
        names=list(queries.names_of(body)),
        members=list(queries.members_of(body)),
        may_revise=policies.may_revise_body(by, body),
        may_manage=policies.may_manage_members(by, body),
    )


@asks
def revise_body(request: HttpRequest, ref: str) -> HttpResponse:
    """Put right what is known about one's body."""
    body = get_object_or_404(queries.bodies_of(person(request)), ref=ref)
    permit(policies.may_revise_body(person(request), body))
    form = RevisionForm(request.POST or None, initial=RevisionForm.known(body))
    if form.attempt(actions.revise_body, by=person(request), body=body):
        messages.success(request, _("登録内容を直しました。"))
        return redirect("people:my_body", body.ref)
    return page(request, "people/mine/revise_body.html", body=body, form=form)


@asks
def rename_body(request: HttpRequest, ref: str) -> HttpResponse:
    """Give one's body its new name; the old one stays known."""
    body = get_object_or_404(queries.bodies_of(person(request)), ref=ref)
    permit(policies.may_revise_body(person(request), body))
    form = NameForm(request.POST or None)
    if form.attempt(actions.rename_body, by=person(request), body=body):
        messages.success(request, _("名称を改めました。これまでの名称も記録に残ります。"))
        return redirect("people:my_body", body.ref)
    return page(request, "people/mine/rename_body.html", body=body, form=form)


@asks
def invite(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask somebody to belong to one's body."""
    body = get_object_or_404(queries.bodies_of(person(request)), ref=ref)
    permit(policies.may_manage_members(person(request), body))
    form = InvitationForm(request.POST or None)
    if form.attempt(actions.invite, by=person(request), body=body):
        messages.success(request, _("招待のお便りを送りました。"))
        return redirect("people:my_body", body.ref)
    return page(request, "people/mine/invite.html", body=body, form=form)


@acts
def accept_invitation(request: HttpRequest, ref: str) -> HttpResponse:
    """Belong to the body one was invited to."""
    found = get_object_or_404(queries.invitations_of(person(request)), ref=ref)
    membership = actions.accept_invitation(by=person(request), membership=found)
    messages.success(request, _("招待をお受けしました。"))
    return redirect("people:my_body", queries.standing_for(membership.body).ref)


@asks
def change_role(request: HttpRequest, ref: str) -> HttpResponse:
    """Let a member do other things for the body."""
    member = get_object_or_404(belonging.memberships_seen_by(person(request)), ref=ref)
    permit(policies.may_manage_members(person(request), queries.standing_for(member.body)))
    form = RoleForm(request.POST or None, initial={"role": member.role})
    if form.attempt(actions.change_role, by=person(request), membership=member):
        messages.success(request, _("役割を変えました。"))
        return redirect("people:my_body", queries.standing_for(member.body).ref)
    return page(request, "people/mine/change_role.html", member=member, form=form)


@acts
def leave(request: HttpRequest, ref: str) -> HttpResponse:
    """End a membership: one's own, or that of somebody in one's body."""
    member = get_object_or_404(belonging.memberships_seen_by(person(request)), ref=ref)
    actions.leave(by=person(request), membership=member)
    messages.success(request, _("所属を終えました。"))
    if belonging.holds_role(person(request), member.body):
        return redirect("people:my_body", queries.standing_for(member.body).ref)
    return redirect("people:my_bodies")
