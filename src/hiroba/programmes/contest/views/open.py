"""The pages about the contest that everybody may open."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from hiroba.foundation.bilingual import said
from hiroba.foundation.web.paging import slice_by_key
from hiroba.foundation.web.views import actor, page, public, reads
from hiroba.programmes.contest import queries


@public
@reads
def contests(request: HttpRequest) -> HttpResponse:
    """The contests of all years, the newest first."""
    found = queries.contests_seen_by(actor(request))
    slice = slice_by_key(request, found, ("-pk",))
    return page(request, "contest/open/contests.html", slice=slice)


@public
@reads
def contest(request: HttpRequest, ref: str) -> HttpResponse:
    """One contest: theme, divisions, and the winners once everybody may know them."""
    by = actor(request)
    found = get_object_or_404(queries.contests_seen_by(by), call__ref=ref)
    tracks = [(track, queries.longest(track)) for track in queries.tracks_of(found)]
    return page(
        request,
        "contest/open/contest.html",
        contest=found,
        tracks=tracks,
        is_open=any(track.open() for track, _longest in tracks),
        winners=queries.winners_of(found),
        school_prizes=queries.school_prizes_of(found),
        crumbs=[(_("エッセイコンテスト"), reverse("contest:contests")), (said(found, "title"), "")],
    )


@public
@reads
def essay(request: HttpRequest, ref: str) -> HttpResponse:
    """An essay with a prize, where pupil and guardian agreed that everybody reads it."""
    published = queries.essay_published(ref)
    if published is None:
        raise Http404
    found, winner = published
    url = reverse("contest:contest", args=[found.contest.ref])
    return page(
        request,
        "contest/open/essay.html",
        essay=found,
        winner=winner,
        text=queries.text_of(found),
        crumbs=[(said(found.contest, "title"), url), (winner.title, "")],
    )
