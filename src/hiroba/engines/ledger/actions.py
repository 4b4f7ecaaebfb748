"""Everything that is written into the books."""

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING

from hiroba.engines.ledger import policies
from hiroba.engines.ledger.allocating import (
    approve_allocation,
    drop_allocation,
    propose_allocation,
)
from hiroba.engines.ledger.booking import account_of, booked
from hiroba.engines.ledger.models import Account, Balance, Closing, Entry, Fund, Lot, Series
from hiroba.engines.ledger.states import AccountKind
from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.journal.actions import note
from hiroba.foundation.verdicts import require

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User
    from hiroba.foundation.actors import Actor

__all__ = [
    "approve_allocation",
    "close_year",
    "drop_allocation",
    "next_number",
    "open_fund",
    "post",
    "propose_allocation",
    "receive_into",
    "reverse",
]

BANK = ("bank", AccountKind.ASSET, "普通預金", "Bank account")


@action
def open_fund(*, by: "Actor", programme: str, code: str, name_ja: str, name_en: str) -> Fund:
    """Money can be given for a purpose; what is given is owed to it and never overdrawn."""
    require(policies.may_open_fund(by, programme))

    fund = Fund.objects.create(
        code=code, programme=programme, name_ja=name_ja, name_en=name_en, opened_at=clock.now()
    )
    told = {"kind": AccountKind.LIABILITY, "name_ja": name_ja, "name_en": name_en}
    account = Account.objects.create(code=f"fund:{code}", fund=fund, **told)
    Balance.objects.create(account=account, ceiling=0)

    note(by, "ledger.open_fund", fund)
    return fund


@action
def post(
    *,
    by: "Actor",
    programme: str,
    key: str,
    kind: str,
    booked_on: datetime.date,
    legs: Sequence[tuple[Account, int]],
    about_ref: str = "",
    memo: str = "",
) -> Entry:
    """An entry stands in the books; the same key and the same legs are the same entry."""
    return booked(by, programme, key, kind, booked_on, legs, about_ref, memo)


@action
def receive_into(
    *, by: "Actor", fund: Fund, ref: str, yen: int, booked_on: datetime.date, memo: str = ""
) -> Lot:
    """A gift has come into the bank account and is owed to its fund; told twice, it came once."""
    bank = account_of(*BANK)
    entry = booked(
        by,
        fund.programme,
        f"{ref}:in",
        "received",
        booked_on,
        [(bank, yen), (fund.account, -yen)],
        ref,
        memo,
    )
    lot, _is_new = Lot.objects.get_or_create(
        ref=ref, defaults={"fund": fund, "entry": entry, "yen": yen}
    )
    return lot


@action
def reverse(
    *, by: "Actor", programme: str, entry: Entry, booked_on: datetime.date, because: str
) -> Entry:
    """The entry is taken back by its mirror image, which says why."""
    entry = Entry.objects.select_for_update(of=("self",)).get(pk=entry.pk)
    require(policies.may_reverse(by, programme, entry, because))

    legs = [(leg.account, -leg.yen) for leg in entry.legs.select_related("account")]
    return booked(
        by,
        programme,
        f"{entry.key}:reversed",
        "reversed",
        booked_on,
        legs,
        entry.about_ref,
        because.strip(),
        entry,
    )


@action
def close_year(*, by: "User", fiscal_year: int) -> Closing:
    """Nothing is written into the year any more."""
    require(policies.may_close_year(by, fiscal_year))

    closing = Closing.objects.create(fiscal_year=fiscal_year, closed_by=by, closed_at=clock.now())

    note(by, "ledger.close_year", str(fiscal_year))
    return closing


@action
def next_number(*, by: "Actor", series: str, year: int) -> int:
    """The next number of a series in a year; what is undone leaves no gap."""
    Series.objects.get_or_create(code=series, year=year)
    found = Series.objects.select_for_update().get(code=series, year=year)

    found.last += 1
    found.save(update_fields=["last"])

    note(by, "ledger.next_number", f"{series}:{year}", number=found.last)
    return found.last
