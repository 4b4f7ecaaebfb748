"""Everything that is written about what a fund pays for."""

from typing import TYPE_CHECKING

from django.db.models import F

from hiroba.engines.ledger import policies, queries
from hiroba.engines.ledger.booking import account_of, booked
from hiroba.engines.ledger.models import Allocation, Draw, Fund, Lot
from hiroba.engines.ledger.states import ALLOCATION, AccountKind
from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.journal.actions import note
from hiroba.foundation.refs import new_ref
from hiroba.foundation.verdicts import require

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User

PROMISED = ("promised", AccountKind.LIABILITY, "交付予定", "Promised to projects")


@action
def propose_allocation(
    *, by: "User", fund: Fund, to_ref: str, yen: int, because: str
) -> Allocation:
    """Somebody else can agree that so much of the fund is used for a thing."""
    require(policies.may_propose_allocation(by, fund, yen))

    allocation = Allocation.objects.create(
        ref=new_ref("AL"),
        fund=fund,
        to_ref=to_ref,
        yen=yen,
        because=because.strip(),
        proposed_by=by,
        proposed_at=clock.now(),
    )

    note(by, "ledger.propose_allocation", allocation, to=to_ref, yen=yen)
    return allocation


@action
def approve_allocation(*, by: "User", allocation: Allocation) -> Allocation:
    """The yen are promised to the thing, those that were given first before the others."""
    allocation = _locked(allocation)
    require(policies.may_approve_allocation(by, allocation))

    fund, today = allocation.fund, clock.today()
    legs = [(fund.account, allocation.yen), (account_of(*PROMISED), -allocation.yen)]
    about, key = allocation.to_ref, f"{allocation.ref}:out"
    entry = booked(by, fund.programme, key, "allocated", today, legs, about, allocation.because)
    ALLOCATION.move(allocation, "approve_allocation")
    allocation.entry, allocation.approved_by = entry, by
    allocation.approved_at = clock.now()
    allocation.save(update_fields=["state", "entry", "approved_by", "approved_at"])
    _draw(allocation)

    note(by, "ledger.approve_allocation", allocation, to=allocation.to_ref)
    return allocation


@action
def drop_allocation(*, by: "User", allocation: Allocation) -> Allocation:
    """Nothing is used."""
    allocation = _locked(allocation)
    require(policies.may_drop_allocation(by, allocation))

    ALLOCATION.move(allocation, "drop_allocation")
    allocation.save(update_fields=["state"])

    note(by, "ledger.drop_allocation", allocation)
    return allocation


def _locked(allocation: Allocation) -> Allocation:
    """The fund first, so that two allocations of one fund wait for each other."""
    Fund.objects.select_for_update().get(pk=allocation.fund_id)
    found = Allocation.objects.select_for_update(of=("self",))
    return found.select_related("fund__account", "proposed_by").get(pk=allocation.pk)


def _draw(allocation: Allocation) -> None:
    left = allocation.yen
    for lot in queries.lots_to_draw(allocation.fund):
        taken = min(left, lot.yen - lot.drawn)
        Draw.objects.create(allocation=allocation, lot=lot, yen=taken)
        Lot.objects.filter(pk=lot.pk).update(drawn=F("drawn") + taken)
        left -= taken
        if not left:
            return
