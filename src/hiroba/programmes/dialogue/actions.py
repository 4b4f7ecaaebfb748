"""Everything that is written about meetings and who comes to them."""

import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from hiroba.engines.gatherings import actions as gatherings
from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.calendar import fiscal_year
from hiroba.foundation.journal.actions import note
from hiroba.foundation.letters.actions import send
from hiroba.foundation.refs import new_ref
from hiroba.foundation.verdicts import require
from hiroba.programmes.dialogue import policies, queries
from hiroba.programmes.dialogue.findable import make_findable
from hiroba.programmes.dialogue.models import (
    Coordinator,
    Meeting,
    Registration,
    Series,
    SeriesRule,
)
from hiroba.programmes.dialogue.queries import PROGRAMME
from hiroba.programmes.dialogue.recording import (
    accept_item,
    approve_minutes,
    decline_item,
    fulfil,
    promise,
    propose_item,
    write_minutes,
)

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User
    from hiroba.foundation.actors import Actor

__all__ = [
    "accept_item",
    "approve_minutes",
    "cancel_registration",
    "decline_item",
    "fulfil",
    "name_coordinator",
    "open_series",
    "plan_meeting",
    "promise",
    "propose_item",
    "register",
    "set_rule",
    "write_minutes",
]


@action
def open_series(*, by: "Actor", ref: str, kind: str, **words: Any) -> Series:
    """There are meetings that come again."""
    require(policies.may_open_series(by))

    series = Series.objects.create(ref=ref, kind=kind, **words)

    note(by, "dialogue.open_series", series)
    return series


@action
def set_rule(
    *, by: "Actor", series: Series, since: datetime.date, meetings_a_year: int, agenda_days: int
) -> SeriesRule:
    """From a day on the series meets so often, and closes its agenda so many days before."""
    require(policies.may_open_series(by))

    told = {"meetings_a_year": meetings_a_year, "agenda_days": agenda_days}
    rule = SeriesRule.objects.create(series=series, since=since, set_at=clock.now(), **told)

    note(by, "dialogue.set_rule", series, since=since, **told)
    return rule


@action
def name_coordinator(*, by: "Actor", series: Series, side: str, person: "User") -> Coordinator:
    """Somebody speaks for a side of the series from today."""
    require(policies.may_name_coordinator(by, series, person))

    named = Coordinator.objects.create(series=series, side=side, person=person, since=clock.today())

    note(by, "dialogue.name_coordinator", series, side=side, person=person.pk)
    return named


@action
def plan_meeting(
    *,
    by: "Actor",
    series: Series,
    starts_at: datetime.datetime,
    ends_at: datetime.datetime,
    capacity: int,
    chair: str,
    place_ja: str,
    place_en: str = "",
) -> Meeting:
    """One can register, and both sides can propose what to talk about."""
    year = fiscal_year(starts_at.astimezone(clock.JAPAN).date())
    series = Series.objects.select_for_update().get(pk=series.pk)
    require(policies.may_plan_meeting(by, series, year))

    gathering = gatherings.plan(
        by=by,
        programme=PROGRAMME,
        kind=series.kind,
        about_ref=series.ref,
        title_ja=series.title_ja,
        title_en=series.title_en,
        place_ja=place_ja,
        place_en=place_en,
        is_sample=series.is_sample,
    )
    slot = gatherings.add_slot(
        by=by, gathering=gathering, starts_at=starts_at, ends_at=ends_at, capacity=capacity
    )
    slot.gathering = gatherings.open_gathering(by=by, gathering=gathering)
    rule = queries.rule_of(series)
    assert rule
    held = starts_at.astimezone(clock.JAPAN).date()
    meeting = Meeting.objects.create(
        ref=new_ref("MT"),
        series=series,
        slot=slot,
        fiscal_year=year,
        number=queries.last_number(series, year) + 1,
        chair=chair,
        agenda_until=held - datetime.timedelta(days=rule.agenda_days),
    )
    make_findable(meeting)

    note(by, "dialogue.plan_meeting", meeting, series=series.ref)
    return meeting


@action
def register(
    *, by: "User", meeting: Meeting, side: str, place: str, body: str, key: UUID
) -> Registration:
    """Somebody comes for a side, into the room or online, and has a letter that says so."""
    require(policies.may_register(by, meeting))

    booking = gatherings.book(by=by, slot=meeting.slot, people=1, party=body, key=key)
    registration = Registration.objects.create(
        booking=booking, meeting=meeting, side=side, place=place
    )

    note(by, "dialogue.register", registration, meeting=meeting.ref, side=side)
    send(
        "dialogue/registered",
        to=by.email,
        about=registration,
        language=by.language,
        registration=registration,
        meeting=meeting,
        slot=meeting.slot,
    )
    return registration


@action
def cancel_registration(*, by: "User", registration: Registration) -> Registration:
    """Somebody does not come; the seat is free."""
    registration.booking = gatherings.cancel_booking(by=by, booking=registration.booking)

    note(by, "dialogue.cancel_registration", registration)
    return registration
