"""What somebody who signed in does at meetings; coordinators decide and write down."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from hiroba.foundation.accounts.states import Role
from hiroba.foundation.web.forms import ActionForm
from hiroba.foundation.web.paging import slice_by_key
from hiroba.foundation.web.views import acts, asks, page, permit, person, reads, staff
from hiroba.programmes.dialogue import actions, forms, policies, queries

if TYPE_CHECKING:
    from hiroba.programmes.dialogue.models import Meeting


@reads
def registrations(request: HttpRequest) -> HttpResponse:
    """To which meetings one goes."""
    found = queries.registrations_of(person(request))
    return page(request, "dialogue/mine/registrations.html", slice=slice_by_key(request, found))


@asks
def register(request: HttpRequest, ref: str) -> HttpResponse:
    """One comes to a meeting."""
    meeting = _meeting(ref)
    form = forms.RegisterForm(request.POST or None)
    may = policies.may_register(person(request), meeting)
    return _asked(request, meeting, form, actions.register, _("会合に申し込む"), may)


@acts
def cancel_registration(request: HttpRequest, ref: str) -> HttpResponse:
    """One does not come after all."""
    known = queries.registrations_of(person(request))
    found = get_object_or_404(known, booking__ref=ref)
    actions.cancel_registration(by=person(request), registration=found)
    messages.success(request, _("申し込みを取り消しました。"))
    return redirect("dialogue:registrations")


@asks
def propose_item(request: HttpRequest, ref: str) -> HttpResponse:
    """Something to talk about."""
    meeting = _meeting(ref)
    form = forms.ItemForm(request.POST or None)
    may = policies.may_propose_item(person(request), meeting)
    return _asked(request, meeting, form, actions.propose_item, _("議題を提案する"), may)


@acts
def accept_item(request: HttpRequest, ref: str, item_ref: str) -> HttpResponse:
    """A coordinator takes an item up."""
    meeting = _meeting(ref)
    item = get_object_or_404(queries.items_seen_by(person(request), meeting), ref=item_ref)
    actions.accept_item(by=person(request), item=item)
    messages.success(request, _("記録しました。"))
    return redirect("dialogue:meeting", ref)


@asks
def decline_item(request: HttpRequest, ref: str, item_ref: str) -> HttpResponse:
    """A coordinator declines an item."""
    meeting = _meeting(ref)
    item = get_object_or_404(queries.items_seen_by(person(request), meeting), ref=item_ref)
    permit(policies.may_decline_item(person(request), item))
    form, title = forms.DeclineForm(request.POST or None), _("議題を取り上げない")
    return _asked(request, meeting, form, actions.decline_item, title, item=item)


@asks
def write_minutes(request: HttpRequest, ref: str) -> HttpResponse:
    """A coordinator writes down what was said."""
    meeting = _meeting(ref)
    permit(policies.may_write_minutes(person(request), meeting))
    last = queries.minutes_of(meeting)
    form = forms.MinutesForm(request.POST or None, initial={"text": last.text if last else ""})
    return _asked(request, meeting, form, actions.write_minutes, _("議事録を書く"))


@acts
def approve_minutes(request: HttpRequest, ref: str, number: int) -> HttpResponse:
    """A coordinator agrees for a side."""
    minutes = get_object_or_404(_meeting(ref).minutes, number=number)
    actions.approve_minutes(by=person(request), minutes=minutes)
    messages.success(request, _("確認を記録しました。"))
    return redirect("dialogue:meeting", ref)


@asks
def promise(request: HttpRequest, ref: str) -> HttpResponse:
    """A coordinator writes down a promise."""
    meeting = _meeting(ref)
    permit(policies.may_promise(person(request), meeting))
    form = forms.PromiseForm(request.POST or None)
    return _asked(request, meeting, form, actions.promise, _("約束を書く"))


@asks
def fulfil(request: HttpRequest, ref: str, commitment_ref: str) -> HttpResponse:
    """A promise was kept."""
    meeting = _meeting(ref)
    found = get_object_or_404(queries.commitments_of(meeting), ref=commitment_ref)
    permit(policies.may_fulfil(person(request), found))
    form, title = forms.FulfilForm(request.POST or None), _("約束を果たしたと記録する")
    return _asked(request, meeting, form, actions.fulfil, title, commitment=found)


@staff(Role.OFFICER)
@asks
def plan_meeting(request: HttpRequest) -> HttpResponse:
    """An officer plans when a series meets next."""
    form = forms.MeetingForm(request.POST or None)
    if made := form.attempt(actions.plan_meeting, by=person(request)):
        messages.success(request, _("会合を公開しました。"))
        return redirect("dialogue:meeting", made.ref)
    return _form(request, form, _("会合を予定する"), reverse("dialogue:dialogue"))


def _meeting(ref: str) -> "Meeting":
    return get_object_or_404(queries.meetings(), ref=ref)


def _asked(
    request: HttpRequest,
    meeting: "Meeting",
    form: ActionForm,
    action: Callable[..., Any],
    title: str,
    may: Any = None,
    **known: Any,
) -> HttpResponse:
    back = reverse("dialogue:meeting", args=[meeting.ref])
    about = known or {"meeting": meeting}
    if form.attempt(action, by=person(request), **about):
        messages.success(request, _("記録しました。"))
        return redirect(back)
    return _form(request, form, title, back, meeting, may)


def _form(
    request: HttpRequest,
    form: ActionForm,
    title: str,
    back: str,
    meeting: "Meeting | None" = None,
    may: Any = None,
) -> HttpResponse:
    told = {"form": form, "title": title, "back": back, "meeting": meeting, "may": may}
    return page(request, "dialogue/form.html", **told)
