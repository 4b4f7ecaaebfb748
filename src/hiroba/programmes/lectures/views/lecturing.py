"""A lecturer answers offers, says when nobody should ask, and reads what teachers said."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from hiroba.engines.forms import queries as documents
from hiroba.foundation.web.paging import slice_by_key
from hiroba.foundation.web.views import acts, asks, page, permit, person, reads
from hiroba.programmes.lectures import actions, policies, queries
from hiroba.programmes.lectures.forms import AbsenceForm, ReasonForm
from hiroba.programmes.lectures.tokens import LECTURER, path_of
from hiroba.programmes.lectures.views.steps import asked, is_done


@reads
def offers(request: HttpRequest) -> HttpResponse:
    """What I was asked to give, and how my lectures were received."""
    user = person(request)
    lecturer = queries.lecturer_of(user)
    found = queries.offers_to(user)
    return page(
        request,
        "lectures/mine/offers.html",
        lecturer=lecturer,
        slice=slice_by_key(request, found, by=("-offered_at", "-pk")),
        voices=queries.voices(queries.answers_about(lecturer)) if lecturer else None,
        absences=lecturer.absences.order_by("since", "pk")[:20] if lecturer else (),
    )


@reads
def offer(request: HttpRequest, ref: str) -> HttpResponse:
    """One offer: the class, the time by both clocks, and the two answers."""
    user = person(request)
    found = get_object_or_404(queries.offers_to(user), ref=ref)
    is_mine = found.lecture.agreed_id == found.pk
    written = queries.answer_about(found.lecture) if is_mine else None
    return page(
        request,
        "lectures/mine/offer.html",
        offer=found,
        lecture=found.lecture,
        is_mine=is_mine,
        clocks=queries.clocks_of(found),
        calendar=path_of(found.lecture, LECTURER),
        link=policies.may_see_link(user, found.lecture),
        may_accept=policies.may_accept(user, found),
        may_decline=policies.may_decline(user, found),
        sheets=documents.document_in_words(written.document) if written else (),
    )


@acts
def accept(request: HttpRequest, ref: str) -> HttpResponse:
    """Yes; the time is held."""
    found = get_object_or_404(queries.offers_to(person(request)), ref=ref)
    actions.accept(by=person(request), offer=found)
    messages.success(request, _("引き受けました。この時間を押さえました。"))
    return redirect("lectures:my_offer", ref)


@asks
def decline(request: HttpRequest, ref: str) -> HttpResponse:
    """No, and why."""
    user = person(request)
    found = get_object_or_404(queries.offers_to(user), ref=ref)
    form = ReasonForm(request.POST or None)
    if is_done(request, form, actions.decline, by=user, offer=found):
        messages.success(request, _("お返事を受け付けました。"))
        return redirect("lectures:my_offer", ref)
    back = reverse("lectures:my_offer", args=[ref])
    return asked(request, _("この講座を断る"), form, back, found.lecture.body.name_ja)


@asks
def add_absence(request: HttpRequest) -> HttpResponse:
    """Days on which nobody should ask me."""
    user = person(request)
    lecturer = queries.lecturer_of(user)
    permit(policies.may_see_offers(lecturer))
    form = AbsenceForm(request.POST or None)
    if is_done(request, form, actions.add_absence, by=user, lecturer=lecturer):
        messages.success(request, _("記録しました。"))
        return redirect("lectures:offers")
    return asked(request, _("受けられない日を加える"), form, reverse("lectures:offers"))
