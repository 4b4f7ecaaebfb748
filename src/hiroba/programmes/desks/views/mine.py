"""One's own questions to the desks."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from hiroba.engines.enquiries import policies
from hiroba.engines.enquiries import queries as enquiries
from hiroba.foundation.web.paging import slice_by_key
from hiroba.foundation.web.views import acts, asks, page, person, reads
from hiroba.programmes.desks import actions, queries
from hiroba.programmes.desks.forms import SayForm


@reads
def my_cases(request: HttpRequest) -> HttpResponse:
    """What one asked, the newest first."""
    return page(
        request,
        "desks/mine/cases.html",
        slice=slice_by_key(request, queries.cases_of(person(request))),
        crumbs=[(_("デスクへの質問"), "")],
    )


@reads
def my_case(request: HttpRequest, ref: str) -> HttpResponse:
    """One question and what was answered."""
    by = person(request)
    case = get_object_or_404(queries.cases_of(by), ref=ref)
    return page(
        request,
        "desks/mine/case.html",
        case=case,
        said=enquiries.messages_of(case, by).filter(is_internal=False),
        may_write_again=policies.may_write_again(by, case),
        may_resolve=policies.may_resolve(by, case),
        may_reopen=policies.may_reopen(by, case),
        crumbs=[(_("デスクへの質問"), reverse("desks:my_cases")), (case.ref, "")],
    )


@asks
def write_again(request: HttpRequest, ref: str) -> HttpResponse:
    """Add something to one's question."""
    return _with_words(request, ref, actions.write_again, _("書き足す"))


@asks
def reopen(request: HttpRequest, ref: str) -> HttpResponse:
    """Say why the question is not at its end."""
    return _with_words(request, ref, actions.reopen, _("もう一度開く"))


@acts
def resolve(request: HttpRequest, ref: str) -> HttpResponse:
    """One's question is answered."""
    case = get_object_or_404(queries.cases_of(person(request)), ref=ref)
    actions.resolve(by=person(request), case=case)
    messages.success(request, _("終わりにしました。もう一度開くこともできます。"))
    return redirect("desks:my_case", ref)


def _with_words(
    request: HttpRequest, ref: str, action: Callable[..., Any], title: str
) -> HttpResponse:
    case = get_object_or_404(queries.cases_of(person(request)), ref=ref)
    form, url = SayForm(request.POST or None), reverse("desks:my_case", args=[ref])
    if form.attempt(action, by=person(request), case=case):
        messages.success(request, _("送りました。"))
        return redirect(url)
    crumbs = [(_("デスクへの質問"), reverse("desks:my_cases")), (ref, url), (title, "")]
    return page(
        request, "desks/say.html", form=form, case=case, title=title, url=url, crumbs=crumbs
    )
