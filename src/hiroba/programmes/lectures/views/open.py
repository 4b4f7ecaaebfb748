"""What everybody sees of lectures, and the calendar behind a signed address."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from hiroba.foundation import clock
from hiroba.foundation.web.paging import slice_by_key
from hiroba.foundation.web.views import page, public, reads
from hiroba.programmes.lectures import calendars, queries, tokens
from hiroba.programmes.lectures.maps import map_of_lecturers


@public
@reads
def lectures(request: HttpRequest) -> HttpResponse:
    """What lectures are, whom one can meet, and how to ask."""
    return page(
        request,
        "lectures/open/lectures.html",
        world=map_of_lecturers(),
        rules=queries.rules_on(None, clock.today()),
        slice=slice_by_key(request, queries.lectures_held(), by=("-held_on", "-pk"), size=6),
    )


@public
@reads
def lecture(request: HttpRequest, ref: str) -> HttpResponse:
    """A lecture that took place, without its school's name."""
    found = get_object_or_404(queries.lectures_held(), ref=ref)
    return page(request, "lectures/open/lecture.html", lecture=found)


@public
@reads
def calendar(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar file of one side; the address is signed, so nobody needs to sign in."""
    named = tokens.read(token)
    found = queries.lecture_named(named[0]) if named else None
    if named is None or found is None or found.agreed is None or found.confirmed_at is None:
        raise Http404
    content = calendars.file_of(found, found.agreed, named[1])
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{found.ref}.ics"'
    return answer
