"""Proposals of one's own bodies: start, write, check, submit, follow."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from hiroba.engines.forms import queries as documents
from hiroba.engines.forms.forms import edits_of, page_form
from hiroba.engines.intake.calls.queries import track_of
from hiroba.engines.intake.decisions.queries import released_for
from hiroba.engines.intake.review.queries import submitted_reviews
from hiroba.foundation import clock
from hiroba.foundation.verdicts import Refused
from hiroba.foundation.web.paging import slice_by_key
from hiroba.foundation.web.views import acts, asks, page, permit, person, reads
from hiroba.programmes.cooperation.proposals import actions, policies, progress, queries
from hiroba.programmes.cooperation.proposals.forms import StartForm

if TYPE_CHECKING:
    from hiroba.engines.forms.definitions import Page
    from hiroba.engines.forms.forms import PageForm
    from hiroba.programmes.cooperation.proposals.models import Proposal


@reads
def proposals(request: HttpRequest) -> HttpResponse:
    """What my bodies are writing, have sent in, and were told."""
    found = queries.proposals_of(person(request))
    return page(
        request,
        "proposals/mine/proposals.html",
        slice=slice_by_key(request, found, by=("-submission__started_at", "-pk")),
        open_calls=queries.open_calls()[:3],
    )


@asks
def start_proposal(request: HttpRequest, call: str, track: str) -> HttpResponse:
    """How my bodies stand against each rule; then begin."""
    user = person(request)
    found = track_of(get_object_or_404(queries.calls_seen_by(user), ref=call), track)
    if found is None:
        raise Http404
    form = StartForm(user, request.POST or None)
    if request.method == "POST":
        begun = form.attempt(actions.start_proposal, by=user, track=found)
        if begun:
            first = begun.submission.document.form_version.definition.pages[0]
            return redirect("proposals:save_answers", begun.ref, first.key)
    return page(
        request,
        "proposals/mine/start.html",
        track=found,
        form=form,
        chances=queries.chances(user, found),
    )


@reads
def proposal(request: HttpRequest, ref: str) -> HttpResponse:
    """Where the proposal stands, and what can be done next."""
    user = person(request)
    found = get_object_or_404(queries.proposals_of(user), ref=ref)
    decision = released_for(found.submission)
    return page(
        request,
        "proposals/mine/proposal.html",
        proposal=found,
        decision=decision,
        reviews=submitted_reviews(found.submission) if decision else (),
        revisions=documents.revisions_of(found.submission.document),
        may_write=policies.may_save_answers(user, found),
        may_take_back=policies.may_take_back_proposal(user, found),
        may_withdraw=policies.may_withdraw_proposal(user, found),
    )


@asks
def save_answers(request: HttpRequest, ref: str, page_key: str) -> HttpResponse:
    """One page of the form; whatever is typed is kept."""
    user = person(request)
    found = get_object_or_404(queries.proposals_of(user), ref=ref)
    sheet = progress.page_named(found, page_key)
    if sheet is None:
        raise Http404
    permit(policies.may_save_answers(user, found))
    form = _written(request, found, sheet)
    after = progress.page_after(found, page_key)
    if form is None:
        return _onward(request, ref, page_key, after)
    return page(
        request,
        "proposals/mine/write.html",
        proposal=found,
        sheet=sheet,
        form=form,
        steps=progress.steps(found, page_key),
        before=progress.page_before(found, page_key),
        after=after,
    )


@reads
def check(request: HttpRequest, ref: str) -> HttpResponse:
    """The whole proposal as it will be read, what is still to mend, and the button."""
    user = person(request)
    found = get_object_or_404(queries.proposals_of(user), ref=ref)
    permit(policies.may_save_answers(user, found))
    obstacles = progress.obstacles(found)
    return page(
        request,
        "proposals/mine/check.html",
        proposal=found,
        obstacles=obstacles,
        steps=progress.steps(found, "check", obstacles),
        sheets=documents.document_in_words(found.submission.document),
        may_submit=policies.may_submit_proposal(user, found, clock.now()),
    )


@acts
def submit_proposal(request: HttpRequest, ref: str) -> HttpResponse:
    """Hand it in; what counts is when this request arrived."""
    arrived_at = clock.now()
    found = get_object_or_404(queries.proposals_of(person(request)), ref=ref)
    actions.submit_proposal(by=person(request), proposal=found, arrived_at=arrived_at)
    return redirect("proposals:receipt", ref)


@reads
def receipt(request: HttpRequest, ref: str) -> HttpResponse:
    """What was received, when, under which number, with which fingerprint."""
    found = get_object_or_404(
        queries.proposals_of(person(request)).exclude(submission__revision=None), ref=ref
    )
    return page(
        request,
        "proposals/mine/receipt.html",
        proposal=found,
        sheets=queries.sheets_received(found),
    )


@acts
def take_back_proposal(request: HttpRequest, ref: str) -> HttpResponse:
    """Go on writing before the deadline."""
    found = get_object_or_404(queries.proposals_of(person(request)), ref=ref)
    actions.take_back_proposal(by=person(request), proposal=found)
    messages.success(request, _("提出を取り消しました。締切までにもう一度提出してください。"))
    return redirect("proposals:proposal", ref)


@acts
def withdraw_proposal(request: HttpRequest, ref: str) -> HttpResponse:
    """Stop here."""
    found = get_object_or_404(queries.proposals_of(person(request)), ref=ref)
    actions.withdraw_proposal(by=person(request), proposal=found)
    messages.success(request, _("取り下げました。"))
    return redirect("proposals:proposal", ref)


def _written(request: HttpRequest, found: "Proposal", sheet: "Page") -> "PageForm | None":
    """The page to show; nothing when everything that was typed is kept and nothing clashes."""
    document = found.submission.document
    if request.method != "POST":
        return page_form(sheet, document.answers)
    typed = {item.key: request.POST.get(item.key, "") for item in sheet.items}
    edits = edits_of(sheet, request.POST)
    try:
        written = actions.save_answers(by=person(request), proposal=found, edits=edits)
    except Refused as refusal:
        form = page_form(sheet, document.answers, typed=typed)
        form.add_error(None, refusal.reason)
        return form
    found.submission.document = written.document
    clashes = written.clashes
    if not clashes:
        return None
    return page_form(sheet, written.document.answers, typed=typed, clashes=clashes)


def _onward(request: HttpRequest, ref: str, page_key: str, after: object) -> HttpResponse:
    """Back to the same page, or on to the next one; the time of saving stands on both."""
    if "next" not in request.POST:
        messages.success(request, _("保存しました。"))
        return redirect("proposals:save_answers", ref, page_key)
    key = getattr(after, "key", "")
    if key:
        return redirect("proposals:save_answers", ref, key)
    return redirect("proposals:check", ref)
