"""What stands in the books after each verb."""

import datetime
from uuid import uuid4

import pytest

from hiroba.engines.gatherings import actions, queries
from hiroba.engines.gatherings.models import Booking, Count, Slot
from hiroba.engines.gatherings.states import BOOKING, DUTY, GATHERING
from hiroba.engines.gatherings.tests.samples import (
    PROGRAMME,
    asked,
    booked,
    counted,
    opened,
    planned,
)
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.journal.models import Record
from hiroba.foundation.verdicts import Refused


def taken(slot):
    return Slot.objects.get(pk=slot.pk).taken


def verbs():
    return list(Record.objects.order_by("pk").values_list("verb", flat=True))


def test_a_gathering_is_a_draft_with_its_words_in_both_languages():
    gathering = planned(place_ja="市ヶ谷", place_en="Ichigaya")

    assert (gathering.state, gathering.zone, str(gathering)) == (
        "draft",
        "Asia/Tokyo",
        "団体見学(見本)",
    )
    assert gathering.ref.startswith("GA-")


def test_seats_are_taken_and_given_back(akari):
    slot = opened(capacity=40)

    booking = booked(slot, people=30)
    after = taken(slot)
    actions.cancel_booking(by=akari, booking=booking)

    assert (booking.state, after, taken(slot)) == ("booked", 30, 0)


def test_the_same_key_books_once(akari):
    slot, key = opened(), uuid4()

    first = actions.book(by=akari, slot=slot, people=20, party="見本小学校", key=key)
    second = actions.book(by=akari, slot=slot, people=20, party="見本小学校", key=key)

    assert (first, taken(slot), Booking.objects.count()) == (second, 20, 1)


def test_one_seat_too_many_changes_nothing(akari):
    slot = opened(capacity=38)
    booked(slot, people=30, who="hana")

    with pytest.raises(Refused, match="残り8名です。"):
        booked(slot, people=9)

    assert (taken(slot), Booking.objects.count()) == (30, 1)


def test_who_came_is_counted_at_the_door():
    slot = opened()
    booking, late = booked(slot), booked(slot, people=2, who="hana")

    with clock.at("2023-11-08 10:10"):
        came = actions.welcome(by=officer(), booking=booking, came=28)
        missed = actions.miss(by=officer(), booking=late)

    assert (came.state, came.came, missed.state, missed.came) == ("came", 28, "missed", None)


def test_a_party_that_came_late_is_welcomed_after_all():
    booking = booked()

    with clock.at("2023-11-08 10:40"):
        booking = actions.miss(by=officer(), booking=booking)
        booking = actions.welcome(by=officer(), booking=booking, came=30)

    assert (booking.state, booking.came) == ("came", 30)


def test_a_duty_is_asked_and_answered():
    duty = asked()
    aoi = somebody("aoi")

    yes = actions.accept_duty(by=aoi, duty=duty).state
    after = actions.decline_duty(by=aoi, duty=duty, because=" 体調不良のため ")

    assert (duty.state, yes, after.state, after.why_declined) == (
        "asked",
        "accepted",
        "declined",
        "体調不良のため",
    )


def test_a_correction_is_another_row_and_the_first_one_stays():
    wrong = counted(people=3200)

    right = actions.correct_count(
        by=officer(), programme=PROGRAMME, wrong=wrong, people=320, because="けたの打ちまちがい"
    )

    assert list(Count.objects.order_by("pk").values_list("people", "because")) == [
        (3200, ""),
        (320, "けたの打ちまちがい"),
    ]
    assert list(queries.counts()) == [right]


def test_what_is_called_off_keeps_the_reason():
    gathering = actions.call_off(by=officer(), gathering=opened().gathering, because=" 台風のため ")

    assert (gathering.state, gathering.why_called_off) == ("called_off", "台風のため")


def test_the_journal_tells_the_whole_life(akari):
    before = len(verbs())
    slot = opened()
    booking = booked(slot)
    actions.accept_duty(by=somebody("aoi"), duty=asked(slot))
    with clock.at("2023-11-08 13:00"):
        actions.welcome(by=officer(), booking=booking, came=30)
        actions.end_gathering(by=officer(), gathering=slot.gathering)
    wrong = counted(day=datetime.date(2023, 10, 30))
    actions.correct_count(
        by=officer(), programme=PROGRAMME, wrong=wrong, people=1, because="数え直し"
    )

    told = [verb for verb in verbs()[before:] if verb.startswith("gatherings.")]
    assert told == [
        "gatherings.plan",
        "gatherings.add_slot",
        "gatherings.open_gathering",
        "gatherings.book",
        "gatherings.ask_for_duty",
        "gatherings.accept_duty",
        "gatherings.welcome",
        "gatherings.end_gathering",
        "gatherings.count",
        "gatherings.correct_count",
    ]


@pytest.mark.parametrize(
    ("life", "state", "verbs"),
    [
        (GATHERING, "draft", ["open_gathering", "call_off"]),
        (GATHERING, "open", ["end_gathering", "call_off"]),
        (GATHERING, "held", []),
        (GATHERING, "called_off", []),
        (BOOKING, "booked", ["cancel_booking", "welcome", "miss"]),
        (BOOKING, "missed", ["welcome"]),
        (BOOKING, "came", []),
        (BOOKING, "cancelled", []),
        (DUTY, "asked", ["accept_duty", "decline_duty"]),
        (DUTY, "accepted", ["decline_duty"]),
        (DUTY, "declined", []),
    ],
    ids=[str(number) for number in range(11)],
)
def test_what_can_happen_next(life, state, verbs):
    assert life.verbs_from(state) == verbs
