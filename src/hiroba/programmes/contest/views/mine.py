"""What schools do: enter essays one by one or as a list, repair rows, withdraw, print."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from hiroba.foundation.bilingual import said
from hiroba.foundation.web.paging import slice_by_key
from hiroba.foundation.web.tables import stream_csv
from hiroba.foundation.web.views import acts, asks, page, permit, person, reads
from hiroba.programmes.contest import actions, policies, queries
from hiroba.programmes.contest.certificates import certificate_of
from hiroba.programmes.contest.columns import HEADER
from hiroba.programmes.contest.forms import EntryForm, RepairForm, UploadForm


@reads
def entries(request: HttpRequest) -> HttpResponse:
    """What my schools have entered, and the contests that are open."""
    user = person(request)
    return page(
        request,
        "contest/mine/entries.html",
        slice=slice_by_key(request, queries.entries_of(user), ("-pk",)),
        contests=queries.contests_open(),
        uploads=queries.uploads_of(user)[:5],
        has_school=queries.schools_of(user).exists(),
    )


@reads
def entry(request: HttpRequest, ref: str) -> HttpResponse:
    """One entry of my school, with its result once everybody may know it."""
    essay, user = _mine(request, ref), person(request)
    pupil = queries.pupil_seen_by(user, essay)
    return page(
        request,
        "contest/mine/entry.html",
        essay=essay,
        pupil=pupil,
        text=queries.text_of(essay),
        is_out=essay.contest.results_are_out(),
        may_withdraw=policies.may_withdraw(user, essay),
        may_print=policies.may_see_certificate(user, essay, pupil),
        crumbs=[(_("コンテストの応募"), reverse("contest:entries")), (essay.ref, "")],
    )


@asks
def enter(request: HttpRequest, ref: str) -> HttpResponse:
    """A pupil's essay is entered."""
    user, contest = person(request), _open(request, ref)
    form = EntryForm(user, request.POST or None)
    if essay := form.attempt(actions.enter, by=user, contest=contest):
        messages.success(request, _("応募を受け付けました。控えをメールで送りました。"))
        return redirect("contest:entry", essay.ref)
    return _asked(request, form, _("作品を応募する"), contest)


@asks
def upload(request: HttpRequest, ref: str) -> HttpResponse:
    """A school's list is sent in."""
    user, contest = person(request), _open(request, ref)
    form = UploadForm(user, request.POST or None, request.FILES or None)
    if kept := form.attempt(actions.upload, by=user, contest=contest):
        return redirect("contest:uploaded", kept.ref)
    return _asked(request, form, _("一覧でまとめて応募する"), contest)


@reads
def sheet(request: HttpRequest) -> HttpResponse:
    """An empty list to write in."""
    return stream_csv("essays.csv", HEADER, ())  # type: ignore[return-value]


@reads
def uploaded(request: HttpRequest, ref: str) -> HttpResponse:
    """What came of a list, and the rows that wait to be repaired."""
    found = get_object_or_404(queries.uploads_of(person(request)), ref=ref)
    slice = slice_by_key(request, queries.rows_to_repair(found), ("line", "pk"))
    crumbs = [(_("コンテストの応募"), reverse("contest:entries")), (found.file_name, "")]
    return page(request, "contest/mine/uploaded.html", upload=found, slice=slice, crumbs=crumbs)


@asks
def repair(request: HttpRequest, ref: str, row: int) -> HttpResponse:
    """A row is put right and entered."""
    user = person(request)
    found = get_object_or_404(queries.uploads_of(user), ref=ref)
    faulty = get_object_or_404(queries.rows_to_repair(found), pk=row)
    form = RepairForm(user, request.POST or None, initial=faulty.facts)
    if form.attempt(actions.repair, by=user, row=faulty):
        messages.success(request, _("直して応募しました。"))
        return redirect("contest:uploaded", ref)
    told = _("%(line)s行めを直す: %(fault)s") % {"line": faulty.line, "fault": faulty.fault}
    return _asked(request, form, told, found.contest)


@acts
def drop_row(request: HttpRequest, ref: str, row: int) -> HttpResponse:
    """A row is erased."""
    user = person(request)
    found = get_object_or_404(queries.uploads_of(user), ref=ref)
    actions.drop_row(by=user, row=get_object_or_404(queries.rows_to_repair(found), pk=row))
    messages.success(request, _("この行を消しました。"))
    return redirect("contest:uploaded", ref)


@acts
def withdraw(request: HttpRequest, ref: str) -> HttpResponse:
    """An essay takes part no longer."""
    actions.withdraw(by=person(request), essay=_mine(request, ref))
    messages.success(request, _("取り下げました。生徒の情報を消しました。"))
    return redirect("contest:entry", ref)


@reads
def certificate(request: HttpRequest, ref: str) -> HttpResponse:
    """The certificate of a prize as PDF."""
    essay, user = _mine(request, ref), person(request)
    pupil = queries.pupil_seen_by(user, essay)
    permit(policies.may_see_certificate(user, essay, pupil))
    assert pupil
    answer = HttpResponse(certificate_of(essay, pupil), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{essay.ref}.pdf"'
    return answer


def _mine(request: HttpRequest, ref: str) -> Any:
    return get_object_or_404(queries.entries_of(person(request)), ref=ref)


def _open(request: HttpRequest, ref: str) -> Any:
    return get_object_or_404(queries.contests_seen_by(person(request)), call__ref=ref)


def _asked(request: HttpRequest, form: Any, title: str, contest: Any) -> HttpResponse:
    back = reverse("contest:entries")
    crumbs = [(_("コンテストの応募"), back), (said(contest, "title"), ""), (title, "")]
    template = "contest/mine/ask.html"
    return page(
        request, template, form=form, title=title, contest=contest, back=back, crumbs=crumbs
    )
