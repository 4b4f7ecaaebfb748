"""What donors see of their gifts."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from hiroba.foundation.web.paging import slice_by_key
from hiroba.foundation.web.views import acts, page, permit, person, reads
from hiroba.programmes.giving import actions, policies, queries
from hiroba.programmes.giving.receipts import receipt_of


@reads
def gifts(request: HttpRequest) -> HttpResponse:
    """What one has given."""
    found = queries.gifts_of(person(request))
    return page(request, "giving/mine/gifts.html", slice=slice_by_key(request, found))


@reads
def gift(request: HttpRequest, ref: str) -> HttpResponse:
    """One gift: how to transfer it, its receipt, and the way of its yen."""
    by = person(request)
    found = get_object_or_404(queries.gifts_of(by), ref=ref)
    way = queries.way_of(found)
    return page(
        request,
        "giving/mine/gift.html",
        gift=found,
        way=way,
        rest=(found.received_yen or 0) - sum(row.yen for row in way),
        may_withdraw=policies.may_withdraw(by, found),
        may_read=policies.may_read_receipt(by, found),
    )


@acts
def withdraw(request: HttpRequest, ref: str) -> HttpResponse:
    """A gift that has not arrived is not expected any more."""
    found = get_object_or_404(queries.gifts_of(person(request)), ref=ref)
    actions.withdraw(by=person(request), gift=found)
    messages.success(request, _("取りやめました。"))
    return redirect("giving:gifts")


@reads
def receipt(request: HttpRequest, ref: str) -> HttpResponse:
    """The receipt as a paper."""
    by = person(request)
    known = queries.gifts_of(by) | queries.gifts_seen_by(by)
    found = get_object_or_404(known, ref=ref)
    permit(policies.may_read_receipt(by, found))
    answer = HttpResponse(receipt_of(found.receipt), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{found.receipt.ref}.pdf"'
    return answer
