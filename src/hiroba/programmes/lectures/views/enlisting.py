"""Officers keep lecturers and the rules of offices."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from hiroba.foundation import clock
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.web.paging import slice_by_key
from hiroba.foundation.web.views import asks, page, person, reads, staff
from hiroba.programmes.lectures import actions, queries
from hiroba.programmes.lectures.forms import LecturerForm, NewLecturerForm, RulesForm
from hiroba.programmes.lectures.views.steps import asked, is_done


@staff(Role.OFFICER)
@reads
def lecturers(request: HttpRequest) -> HttpResponse:
    """Everybody who gives lectures."""
    found = queries.lecturers_kept_by(person(request))
    slice_ = slice_by_key(request, found, by=("pk",))
    return page(request, "lectures/staff/lecturers.html", slice=slice_)


@staff(Role.OFFICER)
@asks
def register_lecturer(request: HttpRequest) -> HttpResponse:
    """Somebody new."""
    form = NewLecturerForm(request.POST or None)
    if is_done(request, form, actions.register_lecturer, by=person(request)):
        messages.success(request, _("講師を登録しました。"))
        return redirect("lectures:lecturers")
    back = reverse("lectures:lecturers")
    return asked(request, _("講師を登録する"), form, back)


@staff(Role.OFFICER)
@asks
def revise_lecturer(request: HttpRequest, ref: str) -> HttpResponse:
    """What is known about a lecturer, put right."""
    user = person(request)
    found = get_object_or_404(queries.lecturers_kept_by(user), ref=ref)
    form = LecturerForm(request.POST or None, found)
    if is_done(request, form, actions.revise_lecturer, by=user, lecturer=found):
        messages.success(request, _("保存しました。"))
        return redirect("lectures:lecturers")
    back = reverse("lectures:lecturers")
    return asked(request, _("講師の登録内容"), form, back, found.person.name)


@staff(Role.OFFICER)
@reads
def rules(request: HttpRequest) -> HttpResponse:
    """Every version of the rules of every office."""
    slice_ = slice_by_key(request, queries.all_rules(), by=("-since", "-pk"))
    return page(request, "lectures/staff/rules.html", slice=slice_)


@staff(Role.OFFICER)
@asks
def change_rules(request: HttpRequest) -> HttpResponse:
    """New rules from a day on; what was asked before keeps its own."""
    form = RulesForm(request.POST or None, queries.rules_on(None, clock.today()))
    if is_done(request, form, actions.change_rules, by=person(request)):
        messages.success(request, _("新しい規則を記録しました。"))
        return redirect("lectures:rules")
    back = reverse("lectures:rules")
    return asked(request, _("規則を変える"), form, back)
