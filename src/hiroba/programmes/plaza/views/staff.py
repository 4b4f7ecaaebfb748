"""What officers and guides do at the plaza."""

import datetime
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from hiroba.engines.gatherings import policies as gatherings
from hiroba.foundation import clock
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.web.forms import ActionForm
from hiroba.foundation.web.views import acts, asks, page, permit, person, reads, staff
from hiroba.programmes.plaza import actions, forms, policies, queries


def _day_of(request: HttpRequest) -> datetime.date:
    try:
        return parse_date(request.GET.get("on", "")) or clock.today()
    except ValueError:
        return clock.today()


@staff(Role.OFFICER, Role.GUIDE, Role.AUDITOR)
@reads
def day(request: HttpRequest) -> HttpResponse:
    """Who comes on a day, who guides, and what was counted."""
    by, on = person(request), _day_of(request)
    permit(policies.may_keep_the_day(by))
    return page(
        request,
        "plaza/staff/day.html",
        on=on,
        before=on - datetime.timedelta(days=1),
        after=on + datetime.timedelta(days=1),
        slots=list(queries.slots_on(on)),
        counts=list(queries.counts_on(on)),
        sites=queries.sites_on(on),
        is_keeper=by.holds(Role.OFFICER, programme=queries.PROGRAMME),
        crumbs=[(_("地球ひろばの一日"), "")],
    )


@staff(Role.OFFICER)
@asks
def ask_guide(request: HttpRequest, pk: int) -> HttpResponse:
    """A guide is chosen for a visit."""
    slot = get_object_or_404(queries.visit_slots(), pk=pk)
    form = forms.GuideForm(request.POST or None)
    return _asked(request, form, actions.ask_guide, _("案内人にお願いする"), slot=slot)


@staff(Role.OFFICER, Role.GUIDE)
@asks
def welcome_visit(request: HttpRequest, ref: str) -> HttpResponse:
    """How many people of a group came."""
    visit = get_object_or_404(queries.visits(), booking__ref=ref)
    permit(gatherings.may_welcome(person(request), visit.booking))
    form = forms.WelcomeForm(request.POST or None, initial={"came": visit.booking.people})
    title = _("来場を記録する")
    return _asked(request, form, actions.welcome_visit, title, booking=visit.booking)


@staff(Role.OFFICER, Role.GUIDE)
@acts
def miss_visit(request: HttpRequest, ref: str) -> HttpResponse:
    """The group has not come."""
    visit = get_object_or_404(queries.visits(), booking__ref=ref)
    actions.miss_visit(by=person(request), booking=visit.booking)
    messages.success(request, _("記録しました。"))
    return redirect("plaza:day")


@staff(Role.OFFICER)
@asks
def count(request: HttpRequest) -> HttpResponse:
    """How many people came on a day."""
    form = forms.CountForm(request.POST or None, initial={"day": _day_of(request)})
    return _asked(request, form, actions.count, _("来館者を数える"))


@staff(Role.OFFICER)
@asks
def correct_count(request: HttpRequest, pk: int) -> HttpResponse:
    """Another number holds for a day."""
    wrong = get_object_or_404(queries.counts(), pk=pk)
    form = forms.CorrectForm(request.POST or None, initial={"people": wrong.people})
    return _asked(request, form, actions.correct_count, _("数を訂正する"), wrong=wrong)


@staff(Role.OFFICER)
@asks
def offer_visits(request: HttpRequest) -> HttpResponse:
    """A time at which groups can come."""
    form = forms.OfferForm(request.POST or None, initial={"capacity": 40})
    return _asked(request, form, actions.offer_visit, _("団体見学の枠をつくる"))


@staff(Role.OFFICER)
@asks
def close_on(request: HttpRequest) -> HttpResponse:
    """A day on which a site rests."""
    return _asked(
        request, forms.CloseForm(request.POST or None), actions.close_on, _("臨時休館を決める")
    )


@staff(Role.OFFICER)
@asks
def prepare_exhibition(request: HttpRequest) -> HttpResponse:
    """What will be shown is written down."""
    form = forms.ExhibitionForm(request.POST or None)
    if made := form.attempt(actions.prepare_exhibition, by=person(request)):
        messages.success(request, _("下書きを保存しました。確かめてから公開してください。"))
        return redirect("plaza:exhibition", made.ref)
    back, title = reverse("plaza:day"), _("展示を準備する")
    return page(request, "plaza/form.html", form=form, title=title, back=back)


@staff(Role.OFFICER)
@acts
def publish_exhibition(request: HttpRequest, ref: str) -> HttpResponse:
    """Everybody can read about the exhibition."""
    found = get_object_or_404(queries.exhibitions_seen_by(person(request)), ref=ref)
    actions.publish_exhibition(by=person(request), exhibition=found)
    messages.success(request, _("公開しました。"))
    return redirect("plaza:exhibition", ref)


def _asked(
    request: HttpRequest, form: ActionForm, action: Callable[..., Any], title: str, **known: Any
) -> HttpResponse:
    back = reverse("plaza:day")
    if form.attempt(action, by=person(request), **known):
        messages.success(request, _("記録しました。"))
        return redirect(back)
    return page(request, "plaza/form.html", form=form, title=title, back=back, **known)
