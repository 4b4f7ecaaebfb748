"""What officers keep true: the bodies a desk knows, and its guide."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from hiroba.foundation.accounts.states import Role
from hiroba.foundation.bilingual import said
from hiroba.foundation.web.forms import ActionForm
from hiroba.foundation.web.paging import slice_by_key
from hiroba.foundation.web.views import acts, asks, page, person, reads, staff
from hiroba.programmes.desks import actions, queries
from hiroba.programmes.desks.forms import GuideForm, LocalBodyForm


@staff(Role.OFFICER)
@reads
def bodies_to_check(request: HttpRequest) -> HttpResponse:
    """Bodies whose check has grown old, the oldest first."""
    found = queries.bodies_to_check(person(request))
    return page(
        request,
        "desks/staff/bodies.html",
        slice=slice_by_key(request, found, ("checked_on", "pk")),
        crumbs=[(_("確認し直す現地団体"), "")],
    )


@staff(Role.OFFICER)
@acts
def check_local_body(request: HttpRequest, ref: str) -> HttpResponse:
    """What is said of the body is true today."""
    found = get_object_or_404(queries.bodies_to_check(person(request)), ref=ref)
    actions.check_local_body(by=person(request), local_body=found)
    messages.success(request, _("今日確かめたと記録しました。"))
    return redirect("desks:bodies_to_check")


@staff(Role.OFFICER)
@asks
def add_local_body(request: HttpRequest, ref: str) -> HttpResponse:
    """A body is entered into the directory of a desk."""
    form = LocalBodyForm(request.POST or None)
    return _kept(request, ref, form, actions.add_local_body, _("現地団体を載せる"))


@staff(Role.OFFICER)
@asks
def write_guide(request: HttpRequest, ref: str) -> HttpResponse:
    """A section of the guide is written."""
    form = GuideForm(request.POST or None)
    return _kept(request, ref, form, actions.write_guide, _("国別案内を書く"))


def _kept(
    request: HttpRequest, ref: str, form: ActionForm, action: Callable[..., Any], title: str
) -> HttpResponse:
    desk = get_object_or_404(queries.all_desks(), ref=ref)
    url = reverse("desks:desk", args=[ref])
    if form.attempt(action, by=person(request), country=desk.country):
        messages.success(request, _("記録しました。"))
        return redirect(url)
    crumbs = [
        (_("ジャパンデスク"), reverse("desks:desks")),
        (said(desk.country, "name"), url),
        (title, ""),
    ]
    return page(request, "desks/say.html", form=form, title=title, url=url, crumbs=crumbs)
