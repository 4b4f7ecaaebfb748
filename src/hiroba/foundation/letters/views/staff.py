"""The outbox, for administrators."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from hiroba.foundation.letters import actions, policies, queries
from hiroba.foundation.letters.states import LetterState
from hiroba.foundation.web.paging import slice_by_key
from hiroba.foundation.web.views import acts, page, permit, person, reads


@reads
def letters(request: HttpRequest) -> HttpResponse:
    """Letters by state: those that wait, those that left, those that could not be delivered."""
    permit(policies.may_see_letters(person(request)))
    state = request.GET.get("state", "")
    found = queries.letters_seen_by(person(request)).in_state(state)
    return page(
        request,
        "letters/staff/letters.html",
        slice=slice_by_key(request, found, by=("-pk",)),
        states=LetterState.choices,
        state=state,
    )


@reads
def letter(request: HttpRequest, ref: str) -> HttpResponse:
    """One letter, its attempts and the last error."""
    permit(policies.may_see_letters(person(request)))
    found = get_object_or_404(queries.letters_seen_by(person(request)), ref=ref)
    return page(
        request,
        "letters/staff/letter.html",
        letter=found,
        may_read=policies.may_read(person(request), found),
        may_retry=policies.may_retry(person(request), found),
    )


@acts
def retry(request: HttpRequest, ref: str) -> HttpResponse:
    """Send again what was given up."""
    found = get_object_or_404(queries.letters_seen_by(person(request)), ref=ref)
    actions.retry(by=person(request), letter=found)
    messages.success(request, _("もう一度送ります。"))
    return redirect("letters:staff_letter", ref=ref)
