"""Every question about gatherings."""

import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from hiroba.engines.gatherings.models import Booking, Count, Duty, Gathering, Slot, SlotQuerySet
from hiroba.engines.gatherings.states import BookingState, DutyState, GatheringState
from hiroba.foundation import clock
from hiroba.foundation.accounts.states import Role

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User
    from hiroba.foundation.actors import Actor


def gatherings(programme: str, kind: str = "") -> QuerySet[Gathering]:
    """All gatherings of a programme, the newest first."""
    found = Gathering.objects.filter(programme=programme).order_by("-pk")
    return found.filter(kind=kind) if kind else found


def gatherings_seen_by(by: "Actor", programme: str, kind: str = "") -> QuerySet[Gathering]:
    """What everybody may know of; officers of the programme see drafts too."""
    found = gatherings(programme, kind)
    if by.holds(Role.OFFICER, programme=programme):
        return found
    return found.exclude(state=GatheringState.DRAFT)


def slots_to_come(programme: str, kind: str = "", about_ref: str = "") -> SlotQuerySet:
    """Times at which one can still come, the next first."""
    found = Slot.objects.to_come().filter(gathering__programme=programme)
    found = found.filter(gathering__kind=kind) if kind else found
    return found.filter(gathering__about_ref=about_ref) if about_ref else found


def slots_on(day: datetime.date, programme: str, kind: str = "") -> SlotQuerySet:
    """The times of a day with who comes and who is on duty, in three questions."""
    coming = Booking.objects.exclude(state=BookingState.CANCELLED).order_by("pk")
    found = Slot.objects.filter(gathering__programme=programme, starts_at__date=day)
    found = found.filter(gathering__kind=kind) if kind else found
    return (
        found.exclude(gathering__state=GatheringState.DRAFT)
        .select_related("gathering")
        .prefetch_related(
            Prefetch("bookings", coming.select_related("booked_by")),
            Prefetch("duties", Duty.objects.select_related("person").order_by("pk")),
        )
        .order_by("starts_at", "pk")
    )


def booking_with(key: UUID) -> Booking | None:
    """What a first click has booked already."""
    return Booking.objects.filter(key=key).select_related("slot__gathering").first()


def bookings_of(user: "User", programme: str = "") -> QuerySet[Booking]:
    """What a person has booked, the newest first."""
    found = _bookings().filter(booked_by=user)
    return found.filter(slot__gathering__programme=programme) if programme else found


def bookings(programme: str) -> QuerySet[Booking]:
    """All bookings of a programme, the newest first."""
    return _bookings().filter(slot__gathering__programme=programme)


def _bookings() -> QuerySet[Booking]:
    return Booking.objects.select_related("slot__gathering", "booked_by").order_by("-pk")


def duties_of(user: "User", programme: str = "") -> QuerySet[Duty]:
    """What a person was asked to look after and has not declined, from today on."""
    found = Duty.objects.filter(person=user, slot__ends_at__gte=clock.now())
    found = found.exclude(state=DutyState.DECLINED).select_related("slot__gathering", "asked_by")
    found = found.filter(slot__gathering__programme=programme) if programme else found
    return found.order_by("slot__starts_at", "pk")


def duties_unanswered(programme: str) -> QuerySet[Duty]:
    """Who was asked and has not answered, the next first."""
    found = Duty.objects.filter(state=DutyState.ASKED, slot__gathering__programme=programme)
    return found.select_related("slot__gathering", "person").order_by("slot__starts_at", "pk")


def is_on_duty(user: "User", slot: Slot) -> bool:
    """Whether somebody has agreed to look after a slot."""
    return slot.duties.filter(person=user, state=DutyState.ACCEPTED).exists()


def was_asked(user: "User", slot: Slot) -> bool:
    """Whether somebody was asked to look after a slot already."""
    return slot.duties.filter(person=user).exists()


def is_busy(user: "User", slot: Slot) -> bool:
    """Whether somebody looks after another slot at the same time."""
    same = Duty.objects.filter(person=user, slot__starts_at__lt=slot.ends_at)
    same = same.filter(slot__ends_at__gt=slot.starts_at).exclude(slot=slot)
    return same.exclude(state=DutyState.DECLINED).exists()


def counts() -> QuerySet[Count]:
    """What holds today of every count, the newest day first."""
    found = Count.objects.filter(corrected_by=None).select_related("counted_by", "corrects")
    return found.order_by("-day", "-pk")


def is_corrected(count: Count) -> bool:
    """Whether another number holds instead of a count."""
    return Count.objects.filter(corrects=count).exists()


def count_on(about_ref: str, kind: str, day: datetime.date) -> Count | None:
    """What holds today of the count of one day."""
    return counts().filter(about_ref=about_ref, kind=kind, day=day).first()
