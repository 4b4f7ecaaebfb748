"""Every question about money."""

import datetime
from collections.abc import Iterable

from django.db.models import F, QuerySet, Sum

from hiroba.engines.ledger.models import (
    Account,
    Allocation,
    Balance,
    Closing,
    Draw,
    Entry,
    Fund,
    Leg,
    Lot,
)
from hiroba.engines.ledger.states import AllocationState


def funds(programme: str = "") -> QuerySet[Fund]:
    """Funds, those of one programme if told."""
    found = Fund.objects.order_by("code")
    return found.filter(programme=programme) if programme else found


def account(code: str) -> Account | None:
    """The account of a code."""
    return Account.objects.filter(code=code).first()


def entry_with(key: str) -> Entry | None:
    """What was booked under a key already."""
    return Entry.objects.filter(key=key).first()


def legs_of(entry: Entry) -> set[tuple[int, int]]:
    """The account and the yen of each leg."""
    return set(entry.legs.values_list("account_id", "yen"))


def is_reversed(entry: Entry) -> bool:
    """Whether an entry was taken back by another one."""
    return Entry.objects.filter(reverses=entry).exists()


def entries_about(ref: str) -> QuerySet[Entry]:
    """What was booked about a thing, the newest first."""
    return Entry.objects.filter(about_ref=ref).prefetch_related("legs__account")


def is_closed(fiscal_year: int) -> bool:
    """Whether nothing is written into a year any more."""
    return Closing.objects.filter(fiscal_year=fiscal_year).exists()


def balance_of(account: Account, on: datetime.date | None = None) -> int:
    """What an account's legs add up to in yen, now or at the end of a day."""
    if on is None:
        return Balance.objects.get(account=account).yen
    found = Leg.objects.filter(account=account, entry__booked_on__lte=on)
    return found.aggregate(all=Sum("yen"))["all"] or 0


def free_in(fund: Fund) -> int:
    """How many yen of a fund are not promised to anything."""
    return -Balance.objects.get(account__fund=fund).yen


def received_by(fund: Fund) -> int:
    """How many yen were ever given to a fund."""
    return Lot.objects.filter(fund=fund).aggregate(all=Sum("yen"))["all"] or 0


def allocations_of(fund: Fund) -> QuerySet[Allocation]:
    """What a fund pays for, the newest first."""
    return _allocations().filter(fund=fund)


def allocations(programme: str) -> QuerySet[Allocation]:
    """What the funds of a programme pay for, the newest first."""
    return _allocations().filter(fund__programme=programme)


def allocations_to(ref: str) -> QuerySet[Allocation]:
    """What pays for a thing."""
    return _allocations().filter(to_ref=ref, state=AllocationState.APPROVED)


def _allocations() -> QuerySet[Allocation]:
    found = Allocation.objects.select_related("fund", "proposed_by", "approved_by")
    return found.order_by("-pk")


def lots_to_draw(fund: Fund) -> QuerySet[Lot]:
    """Gifts of which something is left, the first given first."""
    return Lot.objects.filter(fund=fund, drawn__lt=F("yen")).order_by("pk")


def draws_of(refs: Iterable[str]) -> QuerySet[Draw]:
    """Where the yen of gifts have gone, by the gifts' public names."""
    found = Draw.objects.filter(lot__ref__in=list(refs)).select_related("allocation", "lot")
    return found.order_by("lot", "pk")
