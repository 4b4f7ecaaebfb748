"""How an entry is written: legs first, the entry last, under a key that counts once."""

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import uuid4

from django.utils.translation import gettext as _

from hiroba.engines.ledger import policies, queries
from hiroba.engines.ledger.models import Account, Balance, Entry, Leg
from hiroba.engines.ledger.states import AccountKind
from hiroba.foundation import clock
from hiroba.foundation.calendar import fiscal_year
from hiroba.foundation.journal.actions import note
from hiroba.foundation.verdicts import Refused, require

if TYPE_CHECKING:
    from hiroba.foundation.actors import Actor

Legs = Sequence[tuple[Account, int]]


def booked(
    by: "Actor",
    programme: str,
    key: str,
    kind: str,
    booked_on: datetime.date,
    legs: Legs,
    about_ref: str = "",
    memo: str = "",
    reverses: Entry | None = None,
) -> Entry:
    """An entry in the books, within the caller's transaction.

    Raises Refused when the key stands for something else, or the books refuse.
    """
    if known := queries.entry_with(key):
        return _the_same(known, legs)
    year = fiscal_year(booked_on)
    require(policies.may_post(by, programme, [yen for _account, yen in legs], year))

    sealed = uuid4()
    Leg.objects.bulk_create(Leg(entry_id=sealed, account=one, yen=yen) for one, yen in legs)
    entry = Entry.objects.create(
        id=sealed,
        key=key,
        kind=kind,
        booked_on=booked_on,
        fiscal_year=year,
        about_ref=about_ref,
        leg_count=len(legs),
        reverses=reverses,
        memo=memo,
        posted_by=by.account,
        posted_at=clock.now(),
    )

    note(by, "ledger.post", entry, kind=kind, yen=sum(yen for _one, yen in legs if yen > 0))
    return entry


def _the_same(known: Entry, legs: Legs) -> Entry:
    if queries.legs_of(known) != {(account.pk, yen) for account, yen in legs}:
        raise Refused(_("同じ番号で、別の内容がすでに記帳されています。"))
    return known


def account_of(code: str, kind: AccountKind, name_ja: str, name_en: str) -> Account:
    """The account of a code, opened when it is first needed."""
    if known := queries.account(code):
        return known
    account = Account.objects.create(code=code, kind=kind, name_ja=name_ja, name_en=name_en)
    Balance.objects.create(account=account)
    return account
