"""What somebody who signed in does at the plaza: groups book, guides answer."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from hiroba.engines.gatherings import policies as gatherings
from hiroba.foundation.web.paging import slice_by_key
from hiroba.foundation.web.views import acts, asks, page, person, reads
from hiroba.programmes.plaza import actions, policies, queries
from hiroba.programmes.plaza.forms import DeclineForm, VisitForm


@asks
def book_visit(request: HttpRequest, pk: int) -> HttpResponse:
    """A group is entered for one time."""
    by, slot = person(request), queries.slot_to_book(pk)
    if slot is None:
        raise Http404
    form = VisitForm(request.POST or None)
    if visit := form.attempt(actions.book_visit, by=by, slot=slot):
        messages.success(request, _("予約しました。確認のお便りをお送りします。"))
        return redirect("plaza:visit", visit.ref)
    site = queries.site_of(slot)
    return page(
        request,
        "plaza/mine/book.html",
        form=form,
        slot=queries.slot_to_book(pk),
        site=site,
        rule=queries.rule_of(site, slot.starts_at.date()),
        may_book=policies.may_book_visit(by, slot),
        back=reverse("plaza:site", args=[site.ref]),
    )


@reads
def visits(request: HttpRequest) -> HttpResponse:
    """What one has booked."""
    found = queries.visits_of(person(request))
    return page(request, "plaza/mine/visits.html", slice=slice_by_key(request, found))


@reads
def visit(request: HttpRequest, ref: str) -> HttpResponse:
    """One booking, with what can still be done."""
    found = get_object_or_404(queries.visits_of(person(request)), booking__ref=ref)
    may_cancel = gatherings.may_cancel_booking(person(request), found.booking)
    return page(request, "plaza/mine/visit.html", visit=found, may_cancel=may_cancel)


@acts
def cancel_visit(request: HttpRequest, ref: str) -> HttpResponse:
    """The group does not come."""
    found = get_object_or_404(queries.visits_of(person(request)), booking__ref=ref)
    actions.cancel_visit(by=person(request), visit=found)
    messages.success(request, _("予約を取り消しました。"))
    return redirect("plaza:visits")


@reads
def duties(request: HttpRequest) -> HttpResponse:
    """Which visits a guide was asked to look after."""
    return page(request, "plaza/mine/duties.html", duties=list(queries.duties_of(person(request))))


@acts
def accept_duty(request: HttpRequest, ref: str) -> HttpResponse:
    """The guide comes."""
    duty = get_object_or_404(queries.duties_of(person(request)), ref=ref)
    actions.accept_duty(by=person(request), duty=duty)
    messages.success(request, _("ありがとうございます。引き受けを記録しました。"))
    return redirect("plaza:duties")


@asks
def decline_duty(request: HttpRequest, ref: str) -> HttpResponse:
    """The guide cannot come."""
    duty = get_object_or_404(queries.duties_of(person(request)), ref=ref)
    form, back = DeclineForm(request.POST or None), reverse("plaza:duties")
    if form.attempt(actions.decline_duty, by=person(request), duty=duty):
        messages.success(request, _("辞退を記録しました。"))
        return redirect(back)
    title = _("案内を辞退する")
    return page(request, "plaza/form.html", form=form, title=title, slot=duty.slot, back=back)
