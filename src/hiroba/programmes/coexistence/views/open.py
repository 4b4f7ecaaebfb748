"""What everybody reads in a disaster, on pages that a weak connection can carry."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from hiroba.foundation.web.paging import slice_by_key
from hiroba.foundation.web.views import actor, page, public, reads
from hiroba.programmes.coexistence import queries
from hiroba.programmes.coexistence.states import TONGUES


@dataclass(frozen=True)
class Choice:
    """A language in which the page can be read."""

    code: str
    name: str
    url: str
    is_chosen: bool


@public
@reads
def disasters(request: HttpRequest) -> HttpResponse:
    """Every disaster, the newest first."""
    found = slice_by_key(request, queries.disasters(), ("-happened_on", "-pk"))
    crumbs = [(_("災害時の多言語支援"), "")]
    return page(request, "coexistence/open/disasters.html", slice=found, crumbs=crumbs)


@public
@reads
def disaster(request: HttpRequest, ref: str) -> HttpResponse:
    """What holds now, and where people are helped, in the language one chooses."""
    found = get_object_or_404(queries.disasters(), ref=ref)
    language = _asked(request)
    order = ("urgency", "-valid_from", "pk")
    slice = slice_by_key(request, queries.notices_in_force(found), order)
    return page(
        request,
        "coexistence/open/disaster.html",
        disaster=found,
        slice=slice,
        notices=queries.shown(slice.rows, language),
        centres=queries.centres_of(found),
        language=language,
        choices=_choices("disaster", ref, language, queries.languages_for(found)),
    )


@public
@reads
def notice(request: HttpRequest, ref: str) -> HttpResponse:
    """One notice, also when its time is over or another took its place."""
    found = get_object_or_404(queries.notices_seen_by(actor(request)), ref=ref)
    language = _asked(request)
    return page(
        request,
        "coexistence/open/notice.html",
        notice=found,
        shown=queries.shown([found], language)[0],
        newer=queries.newer_than(found),
        language=language,
        choices=_choices("notice", ref, language, queries.languages_of(found)),
    )


def _asked(request: HttpRequest) -> str:
    """The language asked for in the address; without one, that of the house."""
    wanted = request.GET.get("lang", "")
    return wanted if wanted in TONGUES else request.LANGUAGE_CODE


def _choices(name: str, ref: str, chosen: str, written: list[str]) -> list[Choice]:
    """Japanese and English always, others where something is written; each under its own name."""
    codes = [code for code in TONGUES if code in {"ja", "en", *written}]
    return [Choice(code, TONGUES[code], _url(name, ref, code), code == chosen) for code in codes]


def _url(name: str, ref: str, code: str) -> str:
    """The words around a text are Japanese for Japanese, English for all others."""
    args: list[Any] = [ref]
    with override("ja" if code.startswith("ja") else "en"):
        plain = reverse(f"coexistence:{name}", args=args)
    return plain if code in ("ja", "en") else f"{plain}?lang={code}"
