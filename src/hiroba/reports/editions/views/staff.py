"""Making a yearly edition: write, look at what is to be mended, propose, publish, correct."""

from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hiroba.foundation.calendar import fiscal_year_text
from hiroba.foundation.web.views import acts, asks, page, person, reads, staff
from hiroba.reports.editions import actions, policies, queries
from hiroba.reports.editions.bundled import drafts_for
from hiroba.reports.editions.forms import CorrectionForm, OpenEditionForm, SendBackForm, TextForm

if TYPE_CHECKING:
    from hiroba.reports.editions.models import Edition

makers = staff(*queries.MAKERS)


@makers
@reads
def making(request: HttpRequest, year: int) -> HttpResponse:
    """How far the edition has come, and what can be done next."""
    edition, by = _edition(request, year), person(request)
    return page(
        request,
        "editions/staff/making.html",
        crumbs=_crumbs(edition),
        edition=edition,
        texts=queries.texts_of(edition),
        missing=queries.missing_languages(edition),
        findings=queries.findings_in(edition),
        may_write=policies.may_write(by, edition),
        may_propose=policies.may_propose(by, edition),
        may_send_back=policies.may_send_back(by, edition),
        may_publish=policies.may_publish(by, edition),
        may_correct=policies.may_correct(by, edition),
    )


@makers
@asks
def open_edition(request: HttpRequest) -> HttpResponse:
    """Begin the edition of a year; what was written beforehand stands in it."""
    form = OpenEditionForm(request.POST or None)
    if edition := form.attempt(actions.open_edition, by=person(request)):
        return redirect("editions:making", edition.fiscal_year)
    crumbs = [(_("年次版"), reverse("editions:editions")), (_("新しい年次版"), "")]
    return page(
        request,
        "editions/staff/form.html",
        crumbs=crumbs,
        form=form,
        title=_("新しい年次版"),
        submit=_("作り始める"),
    )


@makers
@asks
def write(request: HttpRequest, year: int, language: str) -> HttpResponse:
    """Write the text in one language."""
    edition = _edition(request, year)
    if language not in queries.LANGUAGES:
        raise Http404
    form = TextForm(request.POST or None, initial=_begun(edition, language))
    known = {"by": person(request), "edition": edition, "language": language}
    if form.attempt(actions.write, **known):
        return redirect("editions:making", year)
    titles = {"ja": _("日本語の文"), "en": _("英語の文")}
    return _form(request, edition, form, titles[language], _("保存する"))


@makers
@acts
def propose(request: HttpRequest, year: int) -> HttpResponse:
    """Ask the approver."""
    actions.propose(by=person(request), edition=_edition(request, year))
    return redirect("editions:making", year)


@makers
@asks
def send_back(request: HttpRequest, year: int) -> HttpResponse:
    """Say what should be changed first."""
    edition = _edition(request, year)
    form = SendBackForm(request.POST or None)
    if form.attempt(actions.send_back, by=person(request), edition=edition):
        return redirect("editions:making", year)
    return _form(request, edition, form, _("差し戻す"), _("差し戻す"))


@makers
@acts
def publish(request: HttpRequest, year: int) -> HttpResponse:
    """Let everybody read it."""
    actions.publish(by=person(request), edition=_edition(request, year))
    return redirect("editions:edition", year)


@makers
@asks
def correct(request: HttpRequest, year: int) -> HttpResponse:
    """Add a note to what is published."""
    edition = _edition(request, year)
    form = CorrectionForm(request.POST or None)
    if form.attempt(actions.correct, by=person(request), edition=edition):
        return redirect("editions:edition", year)
    return _form(request, edition, form, _("訂正を書き添える"), _("書き添える"))


def _edition(request: HttpRequest, year: int) -> "Edition":
    return get_object_or_404(queries.editions_seen_by(person(request)), fiscal_year=year)


def _begun(edition: "Edition", language: str) -> dict[str, str]:
    """What is written already, else the draft that comes with the house."""
    if text := queries.texts_of(edition).get(language):
        return {"title": text.title, "lead": text.lead, "body": text.body}
    drafts = {draft.language: draft for draft in drafts_for(edition.fiscal_year)}
    draft = drafts.get(language)
    return {"title": draft.title, "lead": draft.lead, "body": draft.body} if draft else {}


def _form(
    request: HttpRequest, edition: "Edition", form: object, title: str, submit: str
) -> HttpResponse:
    return page(
        request,
        "editions/staff/form.html",
        crumbs=_crumbs(edition, title),
        edition=edition,
        form=form,
        title=title,
        submit=submit,
        cancel=reverse("editions:making", args=[edition.fiscal_year]),
    )


def _crumbs(edition: "Edition", last: str = "") -> list[tuple[str, str]]:
    year = fiscal_year_text(edition.fiscal_year, get_language() or "ja")
    making = reverse("editions:making", args=[edition.fiscal_year])
    crumbs = [(_("年次版"), reverse("editions:editions")), (year, making if last else "")]
    return [*crumbs, (last, "")] if last else crumbs
