"""Everything that is written about giving."""

import datetime
import secrets
from typing import TYPE_CHECKING, Any
from uuid import UUID

from hiroba.engines.ledger import actions as ledger
from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.journal.actions import note
from hiroba.foundation.letters.actions import send
from hiroba.foundation.refs import new_ref
from hiroba.foundation.verdicts import require
from hiroba.programmes.giving import policies, queries
from hiroba.programmes.giving.allocating import (
    approve_allocation,
    drop_allocation,
    propose_allocation,
)
from hiroba.programmes.giving.findable import make_findable
from hiroba.programmes.giving.models import Cause, CauseRule, Gift, Receipt
from hiroba.programmes.giving.queries import PROGRAMME
from hiroba.programmes.giving.states import GIFT, DonorKind, Publicity

if TYPE_CHECKING:
    from hiroba.engines.ledger.models import Fund
    from hiroba.foundation.accounts.models import User
    from hiroba.foundation.actors import Actor

__all__ = [
    "approve_allocation",
    "drop_allocation",
    "open_cause",
    "promise",
    "propose_allocation",
    "receive",
    "set_rule",
    "withdraw",
]

RECEIPTS = "receipts"


@action
def open_cause(
    *, by: "Actor", ref: str, opened_on: datetime.date, fund: "Fund | None" = None, **words: Any
) -> Cause:
    """One can give for something, into a fund of its own unless told."""
    require(policies.may_open_cause(by, ref))

    names = {"name_ja": words["title_ja"], "name_en": words["title_en"]}
    fund = fund or ledger.open_fund(by=by, programme=PROGRAMME, code=ref, **names)
    cause = Cause.objects.create(ref=ref, fund=fund, opened_on=opened_on, **words)
    make_findable(cause)

    note(by, "giving.open_cause", f"cause:{ref}")
    return cause


@action
def set_rule(
    *, by: "Actor", cause: Cause, since: datetime.date, least_yen: int, **told: Any
) -> CauseRule:
    """From a day on one gives by this rule; what was promised before keeps the old one."""
    cause = Cause.objects.select_for_update(of=("self",)).get(pk=cause.pk)
    require(policies.may_set_rule(by, cause, since, least_yen))

    rule = CauseRule.objects.create(
        cause=cause, since=since, least_yen=least_yen, set_at=clock.now(), **told
    )

    note(by, "giving.set_rule", f"cause:{cause.ref}", since=since, least_yen=least_yen)
    return rule


@action
def promise(
    *,
    by: "Actor",
    cause: Cause,
    key: UUID,
    yen: int,
    name: str,
    email: str,
    kind: str = DonorKind.INDIVIDUAL,
    address: str = "",
    wants_receipt: bool = False,
    publicity: str = Publicity.NOBODY,
    message: str = "",
    language: str = "ja",
    is_sample: bool = False,
) -> Gift:
    """A letter tells how to transfer, with a code that names the gift; one key promises once."""
    if known := queries.gift_with(key):
        return known
    require(policies.may_promise(cause, yen, address if wants_receipt else None))
    rule = queries.rule_of(cause)
    assert rule

    gift = Gift.objects.create(
        ref=new_ref("G"),
        code=_free_code(),
        key=key,
        cause=cause,
        rule=rule,
        donor=by.account,
        kind=kind,
        name=name.strip(),
        email=email,
        language=language,
        address=address.strip(),
        wants_receipt=wants_receipt,
        publicity=publicity,
        message=message.strip(),
        yen=yen,
        promised_at=clock.now(),
        is_sample=is_sample,
    )

    note(by, "giving.promise", gift, cause=cause.ref, yen=yen)
    _tell("promised", gift)
    return gift


@action
def receive(
    *, by: "User", gift: Gift, received_on: datetime.date, yen: int, payer: str = ""
) -> Gift:
    """The gift stands in the books, has its receipt, and its donor is thanked; once."""
    gift = _locked(gift)
    require(policies.may_receive(by, gift, received_on, yen))

    GIFT.move(gift, "receive")
    gift.received_on, gift.received_yen, gift.payer = received_on, yen, payer.strip()
    gift.save(update_fields=["state", "received_on", "received_yen", "payer"])
    fund, memo = gift.cause.fund, gift.payer
    ledger.receive_into(by=by, fund=fund, ref=gift.ref, yen=yen, booked_on=received_on, memo=memo)
    if gift.wants_receipt:
        _issue(by, gift)

    note(by, "giving.receive", gift, yen=yen, promised=gift.yen)
    _tell("received", gift)
    return gift


@action
def withdraw(*, by: "User", gift: Gift) -> Gift:
    """The gift is not expected any more."""
    gift = _locked(gift)
    require(policies.may_withdraw(by, gift))

    GIFT.move(gift, "withdraw")
    gift.save(update_fields=["state"])

    note(by, "giving.withdraw", gift)
    return gift


def _issue(by: "User", gift: Gift) -> None:
    """The receipt counts for the year in which the money arrived."""
    assert gift.received_on and gift.received_yen
    year = gift.received_on.year
    Receipt.objects.create(
        gift=gift,
        year=year,
        number=ledger.next_number(by=by, series=RECEIPTS, year=year),
        name=gift.name,
        address=gift.address,
        yen=gift.received_yen,
        received_on=gift.received_on,
        tax=gift.rule.tax_ja,
        issued_at=clock.now(),
    )


def _free_code() -> str:
    """Six digits that no other gift has, typed before the payer's name."""
    while queries.is_taken(code := f"{secrets.randbelow(1_000_000):06}"):
        continue
    return code


def _tell(kind: str, gift: Gift) -> None:
    send(
        f"giving/{kind}",
        to=gift.email,
        about=gift,
        language=gift.language,
        gift=gift,
        cause=gift.cause,
        rule=gift.rule,
    )


def _locked(gift: Gift) -> Gift:
    found = Gift.objects.select_for_update(of=("self",))
    return found.select_related("cause__fund__account", "rule", "donor").get(pk=gift.pk)
