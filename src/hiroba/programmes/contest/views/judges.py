"""What readers see: essays without a name, and the form for their scores."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from hiroba.engines.intake.review.queries import sheets_for
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.web.paging import slice_by_key
from hiroba.foundation.web.views import asks, page, person, reads, staff
from hiroba.programmes.contest import judging, queries
from hiroba.programmes.contest.forms import ScoreForm


@staff(Role.REVIEWER)
@reads
def essays_to_read(request: HttpRequest) -> HttpResponse:
    """The essays that the reader still owes, the first to fall due first."""
    found = queries.reads_owed_by(person(request))
    slice = slice_by_key(request, found, ("due_on", "pk"))
    return page(request, "contest/staff/reads.html", slice=slice)


@staff(Role.REVIEWER)
@asks
def score(request: HttpRequest, ref: str) -> HttpResponse:
    """An essay is read without a name and scored."""
    user = person(request)
    read = get_object_or_404(queries.reads_owed_by(user), ref=ref)
    form = ScoreForm(read.stage.criteria, request.POST or None)
    if form.attempt(judging.score, by=user, assignment=read):
        messages.success(request, _("採点を受け付けました。"))
        return redirect("contest:essays_to_read")
    crumbs = [(_("読む作品"), reverse("contest:essays_to_read")), (read.submission.title, "")]
    return page(
        request,
        "contest/staff/score.html",
        read=read,
        sheets=sheets_for(read),
        form=form,
        crumbs=crumbs,
    )
