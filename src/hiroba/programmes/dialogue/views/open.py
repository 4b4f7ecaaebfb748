"""The dialogue as everybody finds it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from hiroba.foundation.bilingual import said
from hiroba.foundation.web.paging import slice_by_key
from hiroba.foundation.web.views import actor, page, public, reads
from hiroba.programmes.dialogue import policies, queries


@public
@reads
def dialogue(request: HttpRequest) -> HttpResponse:
    """Which series there are, what comes next, and what has been promised."""
    return page(
        request,
        "dialogue/open/dialogue.html",
        series=list(queries.series()[:20]),
        meetings=list(queries.meetings_to_come()[:6]),
        commitments=list(queries.commitments_open()[:10]),
        crumbs=[(_("対話"), "")],
    )


@public
@reads
def series(request: HttpRequest, ref: str) -> HttpResponse:
    """One series with all its meetings."""
    found = get_object_or_404(queries.series(), ref=ref)
    meetings = queries.meetings().filter(series=found)
    return page(
        request,
        "dialogue/open/series.html",
        series=found,
        rule=queries.rule_of(found),
        slice=slice_by_key(request, meetings, ("-slot__starts_at", "-pk")),
        crumbs=[(_("対話"), reverse("dialogue:dialogue")), (said(found, "title"), "")],
    )


@public
@reads
def meeting(request: HttpRequest, ref: str) -> HttpResponse:
    """One meeting: agenda, who comes, what was said and promised."""
    by, found = actor(request), get_object_or_404(queries.meetings(), ref=ref)
    side = queries.side_of(by, found.series)
    minutes = queries.minutes_seen_by(by, found, side)
    return page(
        request,
        "dialogue/open/meeting.html",
        meeting=found,
        items=list(queries.items_seen_by(by, found, side)[:60]),
        registered=queries.registered_to(found),
        minutes=minutes,
        is_agreed=bool(minutes and queries.are_agreed(minutes)),
        commitments=list(queries.commitments_of(found)[:60]),
        side=side,
        may_register=policies.may_register(by, found),
        may_propose=policies.may_propose_item(by, found),
        may_approve=policies.may_approve_minutes(by, minutes, side) if minutes and side else None,
        crumbs=[
            (_("対話"), reverse("dialogue:dialogue")),
            (said(found.series, "title"), reverse("dialogue:series", args=[found.series.ref])),
            (found.title, ""),
        ],
    )
