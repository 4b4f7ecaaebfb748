"""What officers do with questions to the desks."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from hiroba.engines.enquiries import policies
from hiroba.engines.enquiries import queries as enquiries
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.web.forms import ActionForm
from hiroba.foundation.web.paging import slice_by_key
from hiroba.foundation.web.views import acts, asks, page, permit, person, reads, staff
from hiroba.programmes.desks import actions, queries
from hiroba.programmes.desks.forms import FaqForm, ReferForm, SayForm


@staff(Role.OFFICER)
@reads
def cases(request: HttpRequest) -> HttpResponse:
    """What waits for an answer by its day, or everything."""
    by, everything = person(request), request.GET.get("all") == "1"
    found = queries.cases_kept_by(by) if everything else queries.cases_waiting_for(by)
    return page(
        request,
        "desks/staff/cases.html",
        slice=slice_by_key(request, found, ("-pk",) if everything else ("due_on", "pk")),
        everything=everything,
        drafts=list(queries.faq_waiting_for(by)[:20]),
        crumbs=[(_("デスクに届いた質問"), "")],
    )


@staff(Role.OFFICER)
@reads
def case(request: HttpRequest, ref: str) -> HttpResponse:
    """One question with everything that was said, and what can be done."""
    by = person(request)
    found = get_object_or_404(queries.cases_kept_by(by), ref=ref)
    return page(
        request,
        "desks/staff/case.html",
        case=found,
        said=enquiries.messages_of(found, by),
        topics=found.topics.all(),
        faq=enquiries.faq_of(found),
        may={
            verb: getattr(policies, f"may_{verb}")(by, found)
            for verb in ("answer", "pause", "resume", "resolve", "reopen", "refer", "draft_faq")
        },
        crumbs=[(_("デスクに届いた質問"), reverse("desks:cases")), (found.ref, "")],
    )


@staff(Role.OFFICER)
@asks
def answer(request: HttpRequest, ref: str) -> HttpResponse:
    """The answer is typed and sent."""
    return _with_words(request, ref, actions.answer, _("回答する"))


@staff(Role.OFFICER)
@asks
def note_internally(request: HttpRequest, ref: str) -> HttpResponse:
    """A word for colleagues is typed."""
    return _with_words(request, ref, actions.note_internally, _("内部のメモを書く"))


@staff(Role.OFFICER)
@asks
def pause(request: HttpRequest, ref: str) -> HttpResponse:
    """What has to be asked back is typed and sent."""
    return _with_words(request, ref, actions.pause, _("相手に尋ねる"))


@staff(Role.OFFICER)
@asks
def reopen(request: HttpRequest, ref: str) -> HttpResponse:
    """Why the question is not at its end is typed."""
    return _with_words(request, ref, actions.reopen, _("もう一度開く"))


@staff(Role.OFFICER)
@asks
def refer(request: HttpRequest, ref: str) -> HttpResponse:
    """Another desk is chosen."""
    found = get_object_or_404(queries.cases_kept_by(person(request)), ref=ref)
    form = ReferForm(request.POST or None, case=found)
    return _asked(request, found, form, actions.refer, _("取り次ぐ"))


@staff(Role.OFFICER)
@asks
def draft_faq(request: HttpRequest, ref: str) -> HttpResponse:
    """An answer for everybody is written from a case."""
    found = get_object_or_404(queries.cases_kept_by(person(request)), ref=ref)
    permit(policies.may_draft_faq(person(request), found))
    form = FaqForm(request.POST or None, initial={"question_ja": found.subject})
    return _asked(request, found, form, actions.draft_faq, _("よくある質問にする"))


@staff(Role.OFFICER)
@acts
def approve_faq(request: HttpRequest, ref: str) -> HttpResponse:
    """The answer for everybody stands beside the desk."""
    entry = get_object_or_404(queries.faq_waiting_for(person(request)), ref=ref)
    actions.approve_faq(by=person(request), entry=entry)
    messages.success(request, _("公開しました。"))
    return redirect("desks:cases")


@staff(Role.OFFICER)
@acts
def resume(request: HttpRequest, ref: str) -> HttpResponse:
    """The clock runs again."""
    return _clicked(request, ref, actions.resume)


@staff(Role.OFFICER)
@acts
def resolve(request: HttpRequest, ref: str) -> HttpResponse:
    """The question has come to its end."""
    return _clicked(request, ref, actions.resolve)


def _clicked(request: HttpRequest, ref: str, action: Callable[..., Any]) -> HttpResponse:
    found = get_object_or_404(queries.cases_kept_by(person(request)), ref=ref)
    action(by=person(request), case=found)
    messages.success(request, _("記録しました。"))
    return redirect("desks:case", ref)


def _with_words(
    request: HttpRequest, ref: str, action: Callable[..., Any], title: str
) -> HttpResponse:
    found = get_object_or_404(queries.cases_kept_by(person(request)), ref=ref)
    return _asked(request, found, SayForm(request.POST or None), action, title)


def _asked(
    request: HttpRequest, found: Any, form: ActionForm, action: Callable[..., Any], title: str
) -> HttpResponse:
    url = reverse("desks:case", args=[found.ref])
    if form.attempt(action, by=person(request), case=found):
        messages.success(request, _("記録しました。"))
        return redirect(url)
    crumbs = [(_("デスクに届いた質問"), reverse("desks:cases")), (found.ref, url), (title, "")]
    return page(
        request, "desks/say.html", form=form, case=found, title=title, url=url, crumbs=crumbs
    )
