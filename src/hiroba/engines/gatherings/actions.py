"""Everything that is written about gatherings."""

import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import F

from hiroba.engines.gatherings import policies, queries
from hiroba.engines.gatherings.counting import correct_count, count
from hiroba.engines.gatherings.manning import accept_duty, ask_for_duty, decline_duty
from hiroba.engines.gatherings.models import Booking, Gathering, Slot
from hiroba.engines.gatherings.states import BOOKING, GATHERING
from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.journal.actions import note
from hiroba.foundation.refs import new_ref
from hiroba.foundation.verdicts import require

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User
    from hiroba.foundation.actors import Actor

__all__ = [
    "accept_duty",
    "add_slot",
    "ask_for_duty",
    "book",
    "call_off",
    "cancel_booking",
    "correct_count",
    "count",
    "decline_duty",
    "end_gathering",
    "miss",
    "open_gathering",
    "plan",
    "welcome",
]


@action
def plan(
    *,
    by: "Actor",
    programme: str,
    kind: str,
    title_ja: str,
    title_en: str = "",
    place_ja: str = "",
    place_en: str = "",
    zone: str = "Asia/Tokyo",
    about_ref: str = "",
    is_sample: bool = False,
) -> Gathering:
    """There will be a gathering; nobody can book yet."""
    require(policies.may_plan(by, programme))

    gathering = Gathering.objects.create(
        ref=new_ref("GA"),
        programme=programme,
        kind=kind,
        about_ref=about_ref,
        title_ja=title_ja,
        title_en=title_en,
        place_ja=place_ja,
        place_en=place_en,
        zone=zone,
        is_sample=is_sample,
        planned_by=by.account,
        planned_at=clock.now(),
    )

    note(by, "gatherings.plan", gathering, programme=programme, kind=kind)
    return gathering


@action
def add_slot(
    *,
    by: "Actor",
    gathering: Gathering,
    starts_at: datetime.datetime,
    ends_at: datetime.datetime,
    capacity: int,
) -> Slot:
    """So many people can come at this time."""
    gathering = Gathering.objects.select_for_update().get(pk=gathering.pk)
    require(policies.may_add_slot(by, gathering, starts_at, ends_at))

    slot = Slot.objects.create(
        gathering=gathering, starts_at=starts_at, ends_at=ends_at, capacity=capacity
    )

    note(by, "gatherings.add_slot", gathering, starts_at=starts_at, capacity=capacity)
    return slot


@action
def open_gathering(*, by: "Actor", gathering: Gathering) -> Gathering:
    """One can book."""
    gathering = Gathering.objects.select_for_update().get(pk=gathering.pk)
    require(policies.may_open_gathering(by, gathering))

    return _moved(by, gathering, "open_gathering")


@action
def end_gathering(*, by: "Actor", gathering: Gathering) -> Gathering:
    """The gathering is over."""
    gathering = Gathering.objects.select_for_update().get(pk=gathering.pk)
    require(policies.may_end_gathering(by, gathering))

    return _moved(by, gathering, "end_gathering")


@action
def call_off(*, by: "Actor", gathering: Gathering, because: str) -> Gathering:
    """Nobody can come; telling those who booked is the business of the programme."""
    gathering = Gathering.objects.select_for_update().get(pk=gathering.pk)
    require(policies.may_call_off(by, gathering, because))

    gathering.why_called_off = because.strip()
    return _moved(by, gathering, "call_off")


def _moved(by: "Actor", gathering: Gathering, verb: str) -> Gathering:
    GATHERING.move(gathering, verb)
    gathering.save(update_fields=["state", "why_called_off"])

    note(by, f"gatherings.{verb}", gathering)
    return gathering


@action
def book(
    *, by: "User", slot: Slot, people: int, party: str, key: UUID, remark: str = ""
) -> Booking:
    """A party has its seats, or a sentence says how many are left; the same key books once."""
    slot = Slot.objects.select_for_update(of=("self",)).select_related("gathering").get(pk=slot.pk)
    if known := queries.booking_with(key):
        return known
    require(policies.may_book(by, slot, people))

    Slot.objects.filter(pk=slot.pk).update(taken=F("taken") + people)
    booking = Booking.objects.create(
        ref=new_ref("GB"),
        key=key,
        slot=slot,
        people=people,
        booked_by=by,
        party=party.strip(),
        note=remark.strip(),
        booked_at=clock.now(),
    )

    note(by, "gatherings.book", booking, gathering=slot.gathering.ref, people=people)
    return booking


@action
def cancel_booking(*, by: "User", booking: Booking) -> Booking:
    """The seats are free again."""
    booking = _locked(booking)
    require(policies.may_cancel_booking(by, booking))

    BOOKING.move(booking, "cancel_booking")
    booking.save(update_fields=["state"])
    Slot.objects.filter(pk=booking.slot_id).update(taken=F("taken") - booking.people)

    note(by, "gatherings.cancel_booking", booking)
    return booking


@action
def welcome(*, by: "User", booking: Booking, came: int) -> Booking:
    """The party has come, with so many people."""
    booking = _locked(booking)
    require(policies.may_welcome(by, booking, came))

    BOOKING.move(booking, "welcome")
    booking.came = came
    booking.save(update_fields=["state", "came"])

    note(by, "gatherings.welcome", booking, came=came)
    return booking


@action
def miss(*, by: "User", booking: Booking) -> Booking:
    """The party has not come."""
    booking = _locked(booking)
    require(policies.may_miss(by, booking))

    BOOKING.move(booking, "miss")
    booking.save(update_fields=["state"])

    note(by, "gatherings.miss", booking)
    return booking


def _locked(booking: Booking) -> Booking:
    found = Booking.objects.select_for_update(of=("self",))
    return found.select_related("slot__gathering", "booked_by").get(pk=booking.pk)
