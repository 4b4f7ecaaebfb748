"""Everything that is written on the day of a visit, and about who guides it."""

import datetime
from typing import TYPE_CHECKING

from hiroba.engines.gatherings import actions as gatherings
from hiroba.foundation.actions import action
from hiroba.foundation.letters.actions import send
from hiroba.programmes.plaza.queries import PROGRAMME

if TYPE_CHECKING:
    from hiroba.engines.gatherings.models import Booking, Count, Duty, Slot
    from hiroba.foundation.accounts.models import User
    from hiroba.programmes.plaza.models import Site


@action
def ask_guide(*, by: "User", slot: "Slot", person: "User") -> "Duty":
    """A guide is asked to look after a visit, by letter."""
    duty = gatherings.ask_for_duty(by=by, slot=slot, person=person)

    send(
        "plaza/asked",
        to=person.email,
        about=duty,
        language=person.language,
        duty=duty,
        slot=duty.slot,
    )
    return duty


@action
def accept_duty(*, by: "User", duty: "Duty") -> "Duty":
    """The visit has a guide."""
    return gatherings.accept_duty(by=by, duty=duty)


@action
def decline_duty(*, by: "User", duty: "Duty", because: str = "") -> "Duty":
    """Another guide has to be asked; whoever asked is told."""
    duty = gatherings.decline_duty(by=by, duty=duty, because=because)

    asker = duty.asked_by
    send(
        "plaza/declined",
        to=asker.email,
        about=duty,
        language=asker.language,
        duty=duty,
        slot=duty.slot,
    )
    return duty


@action
def welcome_visit(*, by: "User", booking: "Booking", came: int) -> "Booking":
    """The group has come, with so many people."""
    return gatherings.welcome(by=by, booking=booking, came=came)


@action
def miss_visit(*, by: "User", booking: "Booking") -> "Booking":
    """The group has not come."""
    return gatherings.miss(by=by, booking=booking)


@action
def count(
    *,
    by: "User",
    site: "Site",
    kind: str,
    day: datetime.date,
    people: int,
    exhibition: str = "",
    is_sample: bool = False,
) -> "Count":
    """So many people came on a day, groups with a booking not among them."""
    return gatherings.count(
        by=by,
        programme=PROGRAMME,
        about_ref=exhibition or site.ref,
        kind=kind,
        day=day,
        people=people,
        is_sample=is_sample,
    )


@action
def correct_count(*, by: "User", wrong: "Count", people: int, because: str) -> "Count":
    """Another number holds for the day; the first one stays readable."""
    return gatherings.correct_count(
        by=by, programme=PROGRAMME, wrong=wrong, people=people, because=because
    )
