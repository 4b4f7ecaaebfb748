"""The pages on which everybody walks a journey: no account, no script, a way out everywhere."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from hiroba.foundation.web.views import actor, acts, page, public, reads
from hiroba.programmes.journeys import actions, queries


@public
@reads
def journeys(request: HttpRequest) -> HttpResponse:
    """The journeys that can be walked."""
    return page(request, "journeys/open/journeys.html", versions=queries.versions_told())


@public
@reads
def journey(request: HttpRequest, code: str) -> HttpResponse:
    """What a journey is about, what one should know before, and its roles."""
    version = _told(code)
    return page(
        request,
        "journeys/open/journey.html",
        version=version,
        story=version.story,
        crumbs=[(_("追体験"), reverse("journeys:journeys")), (str(version.story.title), "")],
    )


@public
@acts
def set_out(request: HttpRequest, code: str) -> HttpResponse:
    """Somebody sets out in a role."""
    role = request.POST.get("role", "")
    mark = actions.set_out(by=actor(request), version=_told(code), role=role)
    return redirect("journeys:scene", code, mark.signed())


@public
@reads
def scene(request: HttpRequest, code: str, mark: str) -> HttpResponse:
    """The scene in which somebody stands, or the ending."""
    standing = _standing(code, mark)
    template = "journeys/open/ending.html" if standing.ending else "journeys/open/scene.html"
    return _walked(request, template, standing, mark)


@public
@acts
def choose(request: HttpRequest, code: str, mark: str) -> HttpResponse:
    """Somebody chooses and stands in the next scene."""
    choice = request.POST.get("choice", "")
    after = actions.choose(by=actor(request), standing=_standing(code, mark), choice=choice)
    return redirect("journeys:scene", code, after.signed())


@public
@acts
def step_out(request: HttpRequest, code: str, mark: str) -> HttpResponse:
    """Somebody steps out of the scene, to the calm place."""
    actions.step_out(by=actor(request), standing=_standing(code, mark))
    return redirect("journeys:rest", code, mark)


@public
@reads
def rest(request: HttpRequest, code: str, mark: str) -> HttpResponse:
    """The calm place, with people to talk to, a way back and a way home."""
    return _walked(request, "journeys/open/rest.html", _standing(code, mark), mark)


def _told(code: str) -> Any:
    version = queries.version_told(code)
    if version is None:
        raise Http404
    return version


def _standing(code: str, mark: str) -> Any:
    standing = queries.standing_at(code, mark)
    if standing is None:
        raise Http404
    return standing


def _walked(request: HttpRequest, template: str, standing: Any, mark: str) -> HttpResponse:
    story = standing.version.story
    role = story.role_by_key.get(standing.mark.role)
    return page(request, template, standing=standing, story=story, role=role, mark=mark)
