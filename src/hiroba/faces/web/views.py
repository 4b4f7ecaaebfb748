"""The first page, the pages about the house itself, and one's own page."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from hiroba.engines.registry.people import queries as people
from hiroba.faces.doorways.everybody import belonging_to
from hiroba.faces.web import front, showcase
from hiroba.faces.web.taking_part import ways_to_take_part
from hiroba.foundation.search import queries as index
from hiroba.foundation.web.paging import slice_by_key
from hiroba.foundation.web.views import actor, page, person, public, reads

FEW = 5


@public
@reads
def home(request: HttpRequest) -> HttpResponse:
    """What one can do here, now."""
    return page(request, "frame/open/home.html", **front.front(actor(request)))


@public
@reads
def about(request: HttpRequest) -> HttpResponse:
    """What this place is for."""
    return page(request, "frame/open/about.html")


@public
@reads
def ways(request: HttpRequest) -> HttpResponse:
    """Every way to take part, by what one would like to do."""
    return page(request, "frame/open/ways.html", ways=ways_to_take_part())


@public
@reads
def help_page(request: HttpRequest) -> HttpResponse:
    """How to find one's way."""
    return page(request, "frame/open/help.html")


@public
@reads
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept about people, and why."""
    return page(request, "frame/open/privacy.html")


@public
@reads
def accessibility(request: HttpRequest) -> HttpResponse:
    """What has been done so that everybody can use this place."""
    return page(request, "frame/open/accessibility.html")


@public
@reads
def components(request: HttpRequest) -> HttpResponse:
    """Every part that pages are made of."""
    return page(request, "frame/open/components.html", **showcase.parts())


@public
@reads
def search(request: HttpRequest) -> HttpResponse:
    """Everything public that holds the words."""
    words = request.GET.get("q", "").strip()[:100]
    found = index.found_by(actor(request), words, language=get_language() or "ja")
    slice_ = slice_by_key(request, found if words else found.none())
    return page(request, "frame/open/search.html", words=words, slice=slice_)


@reads
def my(request: HttpRequest) -> HttpResponse:
    """What belongs to the person who signed in."""
    user = person(request)
    return page(
        request,
        "frame/mine/my.html",
        piles=belonging_to(user),
        bodies=list(people.bodies_of(user)[:FEW]),
    )


@public
@reads
def offline(request: HttpRequest) -> HttpResponse:
    """What the browser shows when there is no line."""
    return page(request, "offline.html")


@public
@reads
def offline_script(request: HttpRequest) -> HttpResponse:
    """The script that keeps the offline page; it stands at the top so that it serves every page."""
    answer = page(request, "frame/open/offline.js")
    answer["Content-Type"] = "text/javascript; charset=utf-8"
    return answer
