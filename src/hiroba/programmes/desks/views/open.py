"""The desks as everybody finds them, and the form on which a question is asked."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from hiroba.engines.enquiries import queries as enquiries
from hiroba.foundation.bilingual import said
from hiroba.foundation.web.paging import slice_by_key
from hiroba.foundation.web.views import actor, asks, page, public, reads
from hiroba.programmes.desks import actions, policies, queries
from hiroba.programmes.desks.forms import AskForm


@public
@reads
def desks(request: HttpRequest) -> HttpResponse:
    """Every desk that is open today."""
    found = queries.desks()
    return page(
        request,
        "desks/open/desks.html",
        slice=slice_by_key(request, found, ("country__kana", "pk"), size=40),
        count=found.count(),
        crumbs=[(_("ジャパンデスク"), "")],
    )


@public
@reads
def desk(request: HttpRequest, ref: str) -> HttpResponse:
    """One desk: when it is there, what it tells, whom it knows, what others asked."""
    found = get_object_or_404(queries.all_desks(), ref=ref)
    return page(
        request,
        "desks/open/desk.html",
        desk=found,
        promise=enquiries.promise_of(found.queue),
        guide=queries.guide_to(found.country),
        bodies=slice_by_key(request, queries.local_bodies(found.country), ("name_en", "pk")),
        faq=queries.answers_for_everybody(found)[:10],
        may_ask=policies.may_ask(found),
        may_keep=policies.may_add_local_body(actor(request)),
        crumbs=[(_("ジャパンデスク"), reverse("desks:desks")), (said(found.country, "name"), "")],
    )


@public
@asks
def ask(request: HttpRequest, ref: str) -> HttpResponse:
    """A question is typed; whoever signed in finds it among the own ones."""
    by, found = actor(request), get_object_or_404(queries.all_desks(), ref=ref)
    form = AskForm(request.POST or None, by=by, initial={"language": request.LANGUAGE_CODE})
    if case := form.attempt(actions.ask, by=by, desk=found):
        day = date_format(case.first_answer_due_on, _("Y年n月j日(D)"))
        told = _("受け付けました。受付番号は %(ref)s です。%(day)sまでにお答えします。")
        messages.success(request, told % {"ref": case.ref, "day": day})
        back = ("desks:my_case", case.ref) if by.account else ("desks:desk", found.ref)
        return redirect(*back)
    url = reverse("desks:desk", args=[ref])
    return page(
        request,
        "desks/open/ask.html",
        form=form,
        desk=found,
        url=url,
        promise=enquiries.promise_of(found.queue),
        may_ask=policies.may_ask(found),
        crumbs=[
            (_("ジャパンデスク"), reverse("desks:desks")),
            (said(found.country, "name"), url),
            (_("質問する"), ""),
        ],
    )
