"""Everything that is written about what the funds of giving pay for."""

from typing import TYPE_CHECKING

from hiroba.engines.ledger import actions as ledger
from hiroba.engines.ties import actions as ties
from hiroba.engines.ties.states import Relation
from hiroba.foundation.actions import action
from hiroba.foundation.letters.actions import send
from hiroba.foundation.verdicts import require
from hiroba.programmes.giving import findable, policies
from hiroba.programmes.giving.models import Cause, Gift

if TYPE_CHECKING:
    from hiroba.engines.ledger.models import Allocation, Fund
    from hiroba.foundation.accounts.models import User


@action
def propose_allocation(
    *, by: "User", fund: "Fund", to_ref: str, yen: int, because: str
) -> "Allocation":
    """Somebody else can agree that so much of a fund is used for a project."""
    require(policies.may_allocate(by, to_ref.strip()))

    return ledger.propose_allocation(
        by=by, fund=fund, to_ref=to_ref.strip(), yen=yen, because=because
    )


@action
def approve_allocation(*, by: "User", allocation: "Allocation") -> "Allocation":
    """The project is paid for, tied to the cause and to each gift, and the donors are told."""
    allocation = ledger.approve_allocation(by=by, allocation=allocation)

    project = findable.project_tied(allocation.to_ref)
    for cause in Cause.objects.filter(fund=allocation.fund):
        ties.tie(by=by, source=findable.cause_tied(cause), target=project, relation=Relation.FUNDS)
    yen = {draw.lot.ref: draw.yen for draw in allocation.draws.select_related("lot")}
    for gift in Gift.objects.filter(ref__in=yen).select_related("cause").order_by("pk"):
        ties.tie(by=by, source=findable.gift_tied(gift), target=project, relation=Relation.FUNDS)
        send(
            "giving/allocated",
            to=gift.email,
            about=gift,
            language=gift.language,
            key=f"{allocation.ref}:{gift.ref}",
            gift=gift,
            project=project,
            yen=yen[gift.ref],
        )
    return allocation


@action
def drop_allocation(*, by: "User", allocation: "Allocation") -> "Allocation":
    """Nothing is used."""
    return ledger.drop_allocation(by=by, allocation=allocation)
