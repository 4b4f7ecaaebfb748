"""A teacher asks, follows, says how it went, and answers afterwards."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from hiroba.engines.forms import queries as documents
from hiroba.engines.forms.definitions import parse
from hiroba.engines.forms.forms import edits_of, page_form
from hiroba.foundation.verdicts import Refused
from hiroba.foundation.web.paging import slice_by_key
from hiroba.foundation.web.views import asks, page, permit, person, reads
from hiroba.programmes.lectures import actions, policies, queries
from hiroba.programmes.lectures.definitions import ANSWER
from hiroba.programmes.lectures.forms import AskForm, HeldForm, ReasonForm
from hiroba.programmes.lectures.tokens import SCHOOL, path_of
from hiroba.programmes.lectures.views.steps import with_form

if TYPE_CHECKING:
    from django import forms

    from hiroba.foundation.accounts.models import User
    from hiroba.programmes.lectures.models import Lecture


@reads
def lectures(request: HttpRequest) -> HttpResponse:
    """What my schools have asked for."""
    found = queries.lectures_of(person(request))
    return page(
        request,
        "lectures/mine/lectures.html",
        slice=slice_by_key(request, found, by=("-asked_at", "-pk")),
        owed=queries.to_answer_about(person(request))[:5],
    )


@asks
def ask(request: HttpRequest) -> HttpResponse:
    """Three wishes and what the class wants to hear; what was typed stays."""
    user = person(request)
    rules = queries.rules_for_schools_of(user)
    form = AskForm(user, rules, request.POST or None)
    if request.method == "POST":
        asked = form.attempt(actions.ask, by=user)
        if asked:
            messages.success(request, _("申し込みを受け付けました。講師をさがします。"))
            return redirect("lectures:my_lecture", asked.ref)
    return page(request, "lectures/mine/ask.html", form=form, rules=rules)


@reads
def lecture(request: HttpRequest, ref: str) -> HttpResponse:
    """Where the request stands, when it will be by both clocks, and what can be done."""
    user = person(request)
    found = get_object_or_404(queries.lectures_of(user), ref=ref)
    written = queries.answer_about(found)
    return page(
        request,
        "lectures/mine/lecture.html",
        lecture=found,
        wishes=found.wishes.order_by("rank", "pk"),
        clocks=queries.clocks_of(found.agreed) if found.agreed else None,
        calendar=path_of(found, SCHOOL),
        link=policies.may_see_link(user, found),
        may_cancel=policies.may_cancel(user, found),
        may_record=policies.may_record_held(user, found),
        may_answer=policies.may_answer(user, found),
        sheets=documents.document_in_words(written.document) if written else (),
    )


@asks
def cancel(request: HttpRequest, ref: str) -> HttpResponse:
    """Call it off, with the reason."""
    return with_form(
        request, ref, _("出前講座を取りやめる"), ReasonForm(request.POST or None), actions.cancel
    )


@asks
def record_held(request: HttpRequest, ref: str) -> HttpResponse:
    """It took place; how many heard it."""
    return with_form(
        request, ref, _("開いたことを記録する"), HeldForm(request.POST or None), actions.record_held
    )


@asks
def record_not_held(request: HttpRequest, ref: str) -> HttpResponse:
    """It did not take place, and why."""
    form = ReasonForm(request.POST or None)
    act = actions.record_not_held
    return with_form(request, ref, _("開けなかったことを記録する"), form, act)


@asks
def answer(request: HttpRequest, ref: str) -> HttpResponse:
    """How it was; the house keeps the form in versions."""
    user = person(request)
    found = get_object_or_404(queries.lectures_of(user), ref=ref)
    permit(policies.may_answer(user, found))
    form = _answered(request, user, found)
    if form is None:
        messages.success(request, _("ありがとうございました。"))
        return redirect("lectures:my_lecture", ref)
    return page(
        request,
        "lectures/mine/answer.html",
        form=form,
        lecture=found,
        back=reverse("lectures:my_lecture", args=[ref]),
    )


def _answered(request: HttpRequest, user: "User", found: "Lecture") -> "forms.Form | None":
    """The form to show; nothing when the answer is kept."""
    sheet = parse(ANSWER).pages[0]
    if request.method != "POST":
        return page_form(sheet, {})
    typed = {item.key: request.POST.get(item.key, "") for item in sheet.items}
    form = page_form(sheet, {}, typed=typed)
    if form.is_valid():
        try:
            actions.answer(by=user, lecture=found, edits=edits_of(sheet, form.data))
            return None
        except Refused as refusal:
            form.add_error(None, refusal.reason)
    return form
