"""Everything that is written about who looks after a slot."""

from typing import TYPE_CHECKING

from hiroba.engines.gatherings import policies
from hiroba.engines.gatherings.models import Duty, Slot
from hiroba.engines.gatherings.states import DUTY
from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.journal.actions import note
from hiroba.foundation.refs import new_ref
from hiroba.foundation.verdicts import require

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User


@action
def ask_for_duty(*, by: "User", slot: Slot, person: "User") -> Duty:
    """Somebody is asked to look after a slot."""
    slot = Slot.objects.select_for_update(of=("self",)).select_related("gathering").get(pk=slot.pk)
    require(policies.may_ask_for_duty(by, slot, person))

    duty = Duty.objects.create(
        ref=new_ref("DT"), slot=slot, person=person, asked_by=by, asked_at=clock.now()
    )

    note(by, "gatherings.ask_for_duty", duty, gathering=slot.gathering.ref)
    return duty


@action
def accept_duty(*, by: "User", duty: Duty) -> Duty:
    """The slot has somebody who looks after it."""
    duty = _locked(duty)
    require(policies.may_accept_duty(by, duty))

    DUTY.move(duty, "accept_duty")
    duty.save(update_fields=["state"])

    note(by, "gatherings.accept_duty", duty)
    return duty


@action
def decline_duty(*, by: "User", duty: Duty, because: str = "") -> Duty:
    """Somebody else has to be asked."""
    duty = _locked(duty)
    require(policies.may_decline_duty(by, duty))

    DUTY.move(duty, "decline_duty")
    duty.why_declined = because.strip()
    duty.save(update_fields=["state", "why_declined"])

    note(by, "gatherings.decline_duty", duty)
    return duty


def _locked(duty: Duty) -> Duty:
    found = Duty.objects.select_for_update(of=("self",))
    return found.select_related("slot__gathering", "person", "asked_by").get(pk=duty.pk)
