"""The list of partners as its keepers see it, and the memoranda with them."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from hiroba.foundation.web.paging import slice_by_key
from hiroba.foundation.web.views import asks, page, permit, person, reads
from hiroba.programmes.legacies import actions, policies, queries
from hiroba.programmes.legacies.forms import AgreeForm, EndForm, PartnerForm

if TYPE_CHECKING:
    from hiroba.foundation.web.forms import ActionForm


@reads
def partners(request: HttpRequest) -> HttpResponse:
    """All partners, with the memorandum of each."""
    permit(policies.may_see(person(request)))
    slice = slice_by_key(request, queries.partners(), ("body__kana", "pk"))
    return page(
        request,
        "legacies/staff/partners.html",
        slice=slice,
        standings=queries.standings(slice.rows),
        crumbs=[(_("遺贈の提携先"), "")],
    )


@asks
def add_partner(request: HttpRequest) -> HttpResponse:
    """A body of the registry becomes a partner."""
    permit(policies.may_add_partner(person(request)))
    form = PartnerForm(request.POST or None)
    if form.is_bound and form.attempt(actions.add_partner, by=person(request)) is not None:
        return _done(request)
    return _asked(request, form, _("提携先を加える"))


@asks
def agree(request: HttpRequest, ref: str) -> HttpResponse:
    """The memorandum that both sides have signed."""
    return _about(request, ref, AgreeForm, actions.agree, _("覚書の締結を記録する"))


@asks
def end_agreement(request: HttpRequest, ref: str) -> HttpResponse:
    """The memorandum ends today."""
    return _about(request, ref, EndForm, actions.end_agreement, _("覚書の終了を記録する"))


def _about(
    request: HttpRequest,
    ref: str,
    form_class: "type[ActionForm]",
    action: Callable[..., Any],
    title: str,
) -> HttpResponse:
    permit(policies.may_see(person(request)))
    partner = get_object_or_404(queries.partners(), ref=ref)
    form = form_class(request.POST or None)
    if form.is_bound and form.attempt(action, by=person(request), partner=partner):
        return _done(request)
    return _asked(request, form, title, partner.body.name_ja)


def _done(request: HttpRequest) -> HttpResponse:
    messages.success(request, _("記録しました。"))
    return redirect("legacies:staff_partners")


def _asked(request: HttpRequest, form: "ActionForm", title: str, lead: str = "") -> HttpResponse:
    return page(
        request,
        "legacies/staff/partner.html",
        form=form,
        title=title,
        lead=lead,
        crumbs=[(_("遺贈の提携先"), reverse("legacies:staff_partners")), (title, "")],
    )
