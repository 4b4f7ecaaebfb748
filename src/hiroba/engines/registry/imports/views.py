"""Where officers bring lists of bodies, mend their rows, and take them in."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from hiroba.engines.registry.imports import actions, policies, queries
from hiroba.engines.registry.imports.columns import COLUMNS, SAMPLE
from hiroba.engines.registry.imports.forms import ListForm, RowForm
from hiroba.engines.registry.imports.states import RowState
from hiroba.engines.registry.people.queries import REGISTRARS
from hiroba.foundation.web.paging import slice_by_key
from hiroba.foundation.web.tables import stream_csv
from hiroba.foundation.web.views import acts, asks, page, person, reads, staff

ROWS_SHOWN = 20


@staff(*REGISTRARS)
@asks
def imports(request: HttpRequest) -> HttpResponse:
    """Lists that came in, and a form for another one."""
    form = ListForm(request.POST or None, request.FILES or None)
    if brought := form.attempt(actions.bring, by=person(request)):
        messages.success(request, _("一覧を読み取りました。直すところを確かめてください。"))
        return redirect("imports:brought", brought.ref)
    return page(
        request,
        "imports/staff/imports.html",
        form=form,
        columns=COLUMNS,
        slice=slice_by_key(request, queries.imports_seen_by(person(request)), ("-pk",)),
    )


@staff(*REGISTRARS)
@reads
def sample(request: HttpRequest) -> HttpResponseBase:
    """A list that shows how one is written."""
    return stream_csv("bodies-sample.csv", [str(column.label) for column in COLUMNS], SAMPLE)


@staff(*REGISTRARS)
@reads
def brought(request: HttpRequest, ref: str) -> HttpResponse:
    """One list: how far it has come, and the rows that need somebody."""
    found = get_object_or_404(queries.imports_seen_by(person(request)), ref=ref)
    progress = queries.progress(found)
    state = request.GET.get("state") or progress.first_open
    rows = slice_by_key(request, queries.rows_of(found, state), ("line", "pk"), ROWS_SHOWN)
    return page(
        request,
        "imports/staff/brought.html",
        brought=found,
        progress=progress,
        state=state,
        tabs=[(one.value, one.label, progress.of(one)) for one in RowState],
        slice=rows,
        forms=[(row, RowForm(initial=row.cells, problems=row.problems)) for row in rows.rows],
        may_take_in=policies.may_take_in(person(request), found),
        may_call_same=policies.may_call_same(person(request), found),
    )


@staff(*REGISTRARS)
@acts
def mend(request: HttpRequest, ref: str, line: int) -> HttpResponse:
    """Put a row right; it is checked again at once."""
    found = get_object_or_404(queries.imports_seen_by(person(request)), ref=ref)
    row = get_object_or_404(queries.rows_of(found), line=line)
    form = RowForm(request.POST, problems=row.problems)
    if form.is_valid():
        row = actions.mend(by=person(request), row=row, **form.cleaned_data)
    told = _("%(line)s行目: %(state)s。") % {"line": line, "state": row.get_state_display()}
    if row.state == RowState.MEND:
        messages.warning(request, told)
        return redirect(f"{reverse('imports:brought', args=[ref])}?state=mend#line-{line}")
    messages.success(request, told)
    return redirect("imports:brought", ref)


@staff(*REGISTRARS)
@acts
def decide(request: HttpRequest, ref: str, line: int) -> HttpResponse:
    """Say whether a row is the body it looks like."""
    found = get_object_or_404(queries.imports_seen_by(person(request)), ref=ref)
    row = get_object_or_404(queries.rows_of(found), line=line)
    decision = request.POST.get("decision", "")
    actions.decide(by=person(request), row=row, decision=decision)
    messages.success(request, _("%(line)s行目を決めました。") % {"line": line})
    return redirect("imports:brought", ref)


@staff(*REGISTRARS)
@acts
def call_same(request: HttpRequest, ref: str) -> HttpResponse:
    """Say that all doubtful rows are the bodies they look like."""
    found = get_object_or_404(queries.imports_seen_by(person(request)), ref=ref)
    actions.call_same(by=person(request), brought=found)
    messages.success(request, _("似た団体のある行を、すべて同じ団体としました。"))
    return redirect("imports:brought", ref)


@staff(*REGISTRARS)
@acts
def take_in(request: HttpRequest, ref: str) -> HttpResponse:
    """Take good rows in: a few at once, many behind the pages with their progress shown."""
    found = get_object_or_404(queries.imports_seen_by(person(request)), ref=ref)
    if job := actions.take_in(by=person(request), brought=found):
        return redirect("jobs:job", job.ref)
    messages.success(request, _("取り込める行をすべて取り込みました。"))
    return redirect("imports:brought", ref)
