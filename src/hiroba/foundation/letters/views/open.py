"""The demo's mailbox: what was written to everybody, since the demo sends nothing out."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from hiroba.foundation.letters import policies, queries
from hiroba.foundation.web.paging import slice_by_key
from hiroba.foundation.web.views import actor, page, public, reads


@public
@reads
def letters(request: HttpRequest) -> HttpResponse:
    """All letters of the demo, the newest first."""
    _only_in_the_demo()
    found = queries.letters_matching(actor(request), request.GET.get("to", ""))
    return page(
        request,
        "letters/open/letters.html",
        slice=slice_by_key(request, found, by=("-pk",)),
        to=request.GET.get("to", ""),
    )


@public
@reads
def letter(request: HttpRequest, ref: str) -> HttpResponse:
    """One letter of the demo, as it would be read."""
    _only_in_the_demo()
    found = get_object_or_404(queries.letters_seen_by(actor(request)), ref=ref)
    may_read = policies.may_read(actor(request), found)
    return page(request, "letters/open/letter.html", letter=found, may_read=may_read)


def _only_in_the_demo() -> None:
    if not queries.shown_to_everyone():
        raise Http404
