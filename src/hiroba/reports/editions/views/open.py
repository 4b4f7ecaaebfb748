"""Reading yearly editions."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hiroba.foundation.calendar import fiscal_year_text
from hiroba.foundation.web.views import actor, page, public, reads
from hiroba.reports.editions import queries
from hiroba.reports.editions.rendering import Setting, chapters, opening, passage


@public
@reads
def editions(request: HttpRequest) -> HttpResponse:
    """All editions one may read, the newest first."""
    found = queries.editions_seen_by(actor(request))
    return page(
        request,
        "editions/open/editions.html",
        crumbs=[(_("年次版"), "")],
        may_make=actor(request).holds(*queries.MAKERS),
        rows=[(edition, queries.text_of(edition)) for edition in found],
    )


@public
@reads
def edition(request: HttpRequest, year: int) -> HttpResponse:
    """The edition of a year, with every number leading to its figure."""
    edition = get_object_or_404(queries.editions_seen_by(actor(request)), fiscal_year=year)
    text = queries.text_of(edition)
    shown = queries.shown_in(edition)
    setting = Setting(text.language if text else "ja", year, shown)
    return page(
        request,
        "editions/open/edition.html",
        crumbs=_crumbs(edition.fiscal_year),
        edition=edition,
        text=text,
        lead=passage(opening(text.lead, text.body), setting) if text else "",
        chapters=chapters(text.body, setting) if text else [],
        changed=[each for each in shown.values() if each.has_changed],
        numbers=[(pair, each) for pair, each in shown.items()],
        corrections=queries.corrections_of(edition),
        may_make=actor(request).holds(*queries.MAKERS),
        is_other_language=bool(text) and setting.language != get_language(),
    )


def _crumbs(year: int) -> list[tuple[str, str]]:
    named = fiscal_year_text(year, get_language() or "ja")
    return [(_("年次版"), reverse("editions:editions")), (named, "")]
