"""Officers match requests with lecturers, settle them, and see how they went."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from hiroba.engines.forms import queries as documents
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.web.paging import Slice, slice_by_key
from hiroba.foundation.web.views import acts, asks, page, person, reads, staff
from hiroba.programmes.lectures import actions, policies, queries, rankings
from hiroba.programmes.lectures.forms import DrawOnForm, LinkForm, ReasonForm
from hiroba.programmes.lectures.states import LectureState
from hiroba.programmes.lectures.views.steps import asked, is_done, with_form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hiroba.programmes.lectures.matching import Candidate

SHOWN = 20


@staff(Role.OFFICER)
@reads
def lectures(request: HttpRequest) -> HttpResponse:
    """Every request, those of one state when asked, and what teachers said."""
    state = request.GET.get("state", "")
    found = queries.lectures_kept_by(person(request), state)
    return page(
        request,
        "lectures/staff/lectures.html",
        state=state,
        states=LectureState.choices,
        slice=slice_by_key(request, found, by=("-asked_at", "-pk")),
        voices=queries.voices(queries.answers_about()),
    )


@staff(Role.OFFICER)
@reads
def lecture(request: HttpRequest, ref: str) -> HttpResponse:
    """One request with everybody who was asked, and the next step."""
    user = person(request)
    found = get_object_or_404(queries.lectures_kept_by(user), ref=ref)
    written = queries.answer_about(found)
    return page(
        request,
        "lectures/staff/lecture.html",
        lecture=found,
        wishes=found.wishes.order_by("rank", "pk"),
        offers=[(offer, queries.clocks_of(offer)) for offer in queries.offers_for(found)],
        clocks=queries.clocks_of(found.agreed) if found.agreed else None,
        link=policies.may_see_link(user, found),
        may_offer=policies.may_offer(user, found),
        may_confirm=policies.may_confirm(user, found),
        may_set_link=policies.may_set_link(user, found),
        may_cancel=policies.may_cancel(user, found),
        may_record=policies.may_record_held(user, found),
        sheets=documents.document_in_words(written.document) if written else (),
    )


@staff(Role.OFFICER)
@reads
def candidates(request: HttpRequest, ref: str) -> HttpResponse:
    """Who could give it and why; who could not, and why not."""
    user = person(request)
    found = get_object_or_404(queries.lectures_kept_by(user), ref=ref)
    match = rankings.match_for(found)
    shows_others = request.GET.get("show") == "others"
    return page(
        request,
        "lectures/staff/candidates.html",
        lecture=found,
        match=match,
        shows_others=shows_others,
        slice=_some(request, match.others if shows_others else match.fitting),
        reach=None if match.fitting else rankings.reach_of(found),
        may_offer=policies.may_offer(user, found),
    )


def _some(request: HttpRequest, rows: "Sequence[Candidate]") -> Slice:
    """Some of the judged, after the one the address names."""
    refs = [row.able.ref for row in rows]
    after = request.GET.get("after", "")
    first = refs.index(after) + 1 if after in refs else 0
    shown = list(rows[first : first + SHOWN])
    more = first + SHOWN < len(rows)
    back = refs[first - SHOWN - 1] if first > SHOWN else ""
    return Slice(
        shown,
        _turned(request, shown[-1].able.ref) if more else "",
        _turned(request, back) if first else "",
    )


def _turned(request: HttpRequest, after: str) -> str:
    asked = request.GET.copy()
    asked["after"] = after
    return f"{request.path}?{asked.urlencode()}"


@staff(Role.OFFICER)
@acts
def offer(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask a lecturer for the time of one wish."""
    user = person(request)
    found = get_object_or_404(queries.lectures_kept_by(user), ref=ref)
    lecturer = get_object_or_404(
        queries.lecturers_kept_by(user), ref=request.POST.get("lecturer", "")
    )
    rank = request.POST.get("rank", "")
    wish = get_object_or_404(found.wishes, rank=int(rank) if rank.isdecimal() else 0)
    actions.offer(by=user, lecture=found, wish=wish, lecturer=lecturer)
    messages.success(request, _("講師に打診しました。"))
    return redirect("lectures:staff_lecture", ref)


@staff(Role.OFFICER)
@asks
def withdraw(request: HttpRequest, ref: str) -> HttpResponse:
    """Take an offer back, with the reason."""
    user = person(request)
    found = get_object_or_404(queries.lectures_kept_by(user), ref=ref)
    live = queries.live_offer(found)
    if live is None:
        raise Http404
    form = ReasonForm(request.POST or None)
    if is_done(request, form, actions.withdraw, by=user, offer=live):
        messages.success(request, _("記録しました。"))
        return redirect("lectures:staff_lecture", ref)
    back = reverse("lectures:staff_lecture", args=[ref])
    return asked(request, _("打診を取り下げる"), form, back, live.lecturer.person.name)


@staff(Role.OFFICER)
@acts
def confirm(request: HttpRequest, ref: str) -> HttpResponse:
    """It is settled; both sides are told."""
    found = get_object_or_404(queries.lectures_kept_by(person(request)), ref=ref)
    actions.confirm(by=person(request), lecture=found)
    messages.success(request, _("確定し、学校と講師に知らせました。"))
    return redirect("lectures:staff_lecture", ref)


@staff(Role.OFFICER)
@asks
def turn_down(request: HttpRequest, ref: str) -> HttpResponse:
    """Nobody could be found, and why."""
    form = ReasonForm(request.POST or None)
    return with_form(request, ref, _("お受けできないと伝える"), form, actions.turn_down)


@staff(Role.OFFICER)
@asks
def set_link(request: HttpRequest, ref: str) -> HttpResponse:
    """Where the two sides meet."""
    form = LinkForm(request.POST or None)
    return with_form(request, ref, _("会議のリンクを入れる"), form, actions.set_link)


@staff(Role.OFFICER)
@asks
def draw_on(request: HttpRequest, ref: str) -> HttpResponse:
    """Which project or material it used."""
    form = DrawOnForm(request.POST or None)
    return with_form(request, ref, _("使った事業や教材をつなぐ"), form, actions.draw_on)
