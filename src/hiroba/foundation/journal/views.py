"""The journal, for auditors."""

import json
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone

from hiroba.foundation.journal import policies, queries
from hiroba.foundation.journal.forms import SearchForm
from hiroba.foundation.web.paging import slice_by_key
from hiroba.foundation.web.tables import stream_csv
from hiroba.foundation.web.views import page, permit, person, reads

HEADER = ("happened_at", "hand", "verb", "subject", "details")


@reads
def journal(request: HttpRequest) -> HttpResponse:
    """What was done, newest first, narrowed by verb, thing and person."""
    permit(policies.may_read_journal(person(request)))
    form = SearchForm(request.GET)
    found = form.narrow(queries.records_seen_by(person(request)))
    return page(
        request, "journal/journal.html", form=form, slice=slice_by_key(request, found, size=50)
    )


@reads
def journal_csv(request: HttpRequest) -> HttpResponseBase:
    """The same records as a table."""
    permit(policies.may_read_journal(person(request)))
    found = SearchForm(request.GET).narrow(queries.records_seen_by(person(request)))
    rows = found.values_list(*HEADER).iterator(chunk_size=2000)
    return stream_csv("journal.csv", HEADER, map(_written, rows))


def _written(row: tuple[datetime, str, str, str, dict[str, Any]]) -> tuple[str, ...]:
    happened_at, hand, verb, subject, details = row
    when = timezone.localtime(happened_at).isoformat(timespec="seconds")
    return when, hand, verb, subject, json.dumps(details, ensure_ascii=False)
