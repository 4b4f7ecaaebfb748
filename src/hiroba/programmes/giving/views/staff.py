"""What officers do with gifts."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from hiroba.foundation import clock
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.web.paging import slice_by_key
from hiroba.foundation.web.tables import stream_csv
from hiroba.foundation.web.views import acts, asks, page, person, reads, staff
from hiroba.programmes.giving import actions, policies, queries
from hiroba.programmes.giving.forms import AllocateForm, ReceiveForm

if TYPE_CHECKING:
    from hiroba.programmes.giving.models import Gift

HEADER = ("ref", "code", "cause", "state", "yen", "received_on", "received_yen", "receipt")


@staff(Role.OFFICER, Role.AUDITOR)
@reads
def gifts(request: HttpRequest) -> HttpResponse:
    """Expected transfers by their code or name, or everything."""
    by, words = person(request), request.GET.get("q", "").strip()
    everything = request.GET.get("all") == "1" or bool(words)
    found = queries.gifts_seen_by(by) if everything else queries.gifts_expected(by)
    if words:
        found = queries.matching(found, words)
    order = ("-pk",) if everything else ("promised_at", "pk")
    return page(
        request,
        "giving/staff/gifts.html",
        slice=slice_by_key(request, found, order),
        words=words,
        everything=everything,
        crumbs=[(_("寄附の入金"), "")],
    )


@staff(Role.OFFICER)
@asks
def receive(request: HttpRequest, ref: str) -> HttpResponse:
    """A transfer has arrived."""
    by = person(request)
    found = get_object_or_404(queries.gifts_seen_by(by), ref=ref)
    likely = {"yen": found.yen, "received_on": clock.today()}
    form = ReceiveForm(request.POST or None, initial=likely)
    if got := form.attempt(actions.receive, by=by, gift=found):
        messages.success(request, _arrived(got))
        return redirect("giving:staff_gifts")
    back = reverse("giving:staff_gifts")
    return page(
        request,
        "giving/staff/receive.html",
        form=form,
        gift=found,
        back=back,
        may_receive=policies.may_receive(by, found),
        crumbs=[(_("寄附の入金"), back), (found.ref, "")],
    )


def _arrived(gift: "Gift") -> str:
    """Whether as much came as was promised."""
    if gift.received_yen == gift.yen:
        return _("記録しました。お礼のお便りを送ります。")
    told = _("記録しました。申し込みは%(promised)s円、入金は%(yen)s円です。")
    return told % {"promised": f"{gift.yen:,}", "yen": f"{gift.received_yen:,}"}


@staff(Role.OFFICER, Role.APPROVER, Role.AUDITOR)
@reads
def allocations(request: HttpRequest) -> HttpResponse:
    """What the funds pay for, and what waits for a second person."""
    by = person(request)
    sees = by.holds(Role.OFFICER, Role.APPROVER, Role.AUDITOR, programme=queries.PROGRAMME)
    found = queries.allocations() if sees else queries.allocations().none()
    funds = [(fund, queries.standing_of(fund)) for fund in queries.funds()[:3]] if sees else []
    return page(
        request,
        "giving/staff/allocations.html",
        slice=slice_by_key(request, found),
        me=by,
        funds=funds,
        may_allocate=policies.may_allocate(by),
        crumbs=[(_("基金の配分"), "")],
    )


@staff(Role.OFFICER)
@asks
def propose_allocation(request: HttpRequest) -> HttpResponse:
    """So much of a fund is proposed for a project."""
    form = AllocateForm(request.POST or None)
    back = reverse("giving:allocations")
    if form.attempt(actions.propose_allocation, by=person(request)):
        messages.success(request, _("提案しました。別の方の承認を待ちます。"))
        return redirect(back)
    title = _("配分を提案する")
    crumbs = [(_("基金の配分"), back), (title, "")]
    return page(request, "giving/staff/form.html", form=form, title=title, back=back, crumbs=crumbs)


@staff(Role.OFFICER, Role.APPROVER)
@acts
def approve_allocation(request: HttpRequest, ref: str) -> HttpResponse:
    """A second person agrees."""
    found = get_object_or_404(queries.allocations(), ref=ref)
    actions.approve_allocation(by=person(request), allocation=found)
    messages.success(request, _("承認しました。寄附した方にお知らせします。"))
    return redirect("giving:allocations")


@staff(Role.OFFICER)
@acts
def drop_allocation(request: HttpRequest, ref: str) -> HttpResponse:
    """A proposal is dropped."""
    found = get_object_or_404(queries.allocations(), ref=ref)
    actions.drop_allocation(by=person(request), allocation=found)
    messages.success(request, _("取り下げました。"))
    return redirect("giving:allocations")


@staff(Role.OFFICER, Role.AUDITOR)
@reads
def table(request: HttpRequest) -> HttpResponseBase:
    """All gifts as a table, without names and addresses."""
    found = queries.gifts_seen_by(person(request)).order_by("pk")

    def rows() -> Iterator[tuple[object, ...]]:
        for gift in found.iterator(chunk_size=1000):
            receipt = gift.receipt.ref if hasattr(gift, "receipt") else ""
            facts = (gift.ref, gift.code, gift.cause.ref, gift.state, gift.yen)
            yield (*facts, gift.received_on or "", gift.received_yen or "", receipt)

    return stream_csv("gifts.csv", HEADER, rows())
