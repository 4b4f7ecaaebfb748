"""Each verb from each wrong state is refused with a sentence, and changes nothing."""

import pytest

from hiroba.engines.gatherings import actions
from hiroba.engines.gatherings.models import Booking, Gathering
from hiroba.engines.gatherings.tests.samples import asked, booked, opened, planned
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.journal.models import Record
from hiroba.foundation.verdicts import Refused

LATER = "2023-11-08 13:00"


def off():
    return actions.call_off(by=officer(), gathering=planned(), because="台風")


def over():
    gathering = opened().gathering
    with clock.at(LATER):
        return actions.end_gathering(by=officer(), gathering=gathering)


def open_one():
    return opened().gathering


GATHERINGS = [
    ("open_gathering", open_one, "受付中"),
    ("open_gathering", off, "中止"),
    ("open_gathering", over, "終了"),
    ("end_gathering", planned, "準備中"),
    ("end_gathering", off, "中止"),
    ("end_gathering", over, "終了"),
]


@pytest.mark.parametrize(
    ("verb", "built", "state"), GATHERINGS, ids=[str(number) for number in range(6)]
)
def test_a_gathering_in_the_wrong_state_stays_as_it_is(verb, built, state):
    gathering = built()
    before = (Gathering.objects.get(pk=gathering.pk).state, Record.objects.count())

    with clock.at(LATER), pytest.raises(Refused, match=f"いまは「{state}」のため"):
        getattr(actions, verb)(by=officer(), gathering=gathering)

    assert (Gathering.objects.get(pk=gathering.pk).state, Record.objects.count()) == before


@pytest.mark.parametrize("built", [off, over], ids=["off", "over"])
def test_what_is_over_is_not_called_off(built):
    with pytest.raises(Refused, match="この操作はできません。"):
        actions.call_off(by=officer(), gathering=built(), because="台風")


def cancelled():
    return actions.cancel_booking(by=somebody("akari"), booking=booked())


def came():
    booking = booked()
    with clock.at(LATER):
        return actions.welcome(by=officer(), booking=booking, came=3)


def missed():
    booking = booked()
    with clock.at(LATER):
        return actions.miss(by=officer(), booking=booking)


BOOKINGS = [
    ("welcome", cancelled, {"came": 2}, "取り消し"),
    ("welcome", came, {"came": 2}, "来場"),
    ("miss", cancelled, {}, "取り消し"),
    ("miss", came, {}, "来場"),
    ("miss", missed, {}, "来場なし"),
    ("cancel_booking", came, {}, "来場"),
    ("cancel_booking", missed, {}, "来場なし"),
    ("cancel_booking", cancelled, {}, "取り消し"),
]


@pytest.mark.parametrize(
    ("verb", "built", "told", "state"), BOOKINGS, ids=[str(number) for number in range(8)]
)
def test_a_booking_in_the_wrong_state_stays_as_it_is(verb, built, told, state):
    booking = built()
    before = Booking.objects.values("state", "came").get(pk=booking.pk)

    with clock.at(LATER), pytest.raises(Refused, match=f"いまは「{state}」のため"):
        getattr(actions, verb)(by=officer(), booking=booking, **told)

    assert Booking.objects.values("state", "came").get(pk=booking.pk) == before


def test_a_duty_is_accepted_once_and_declined_once():
    duty, aoi = asked(), somebody("aoi")
    actions.accept_duty(by=aoi, duty=duty)

    with pytest.raises(Refused, match="いまは「引き受けた」のため"):
        actions.accept_duty(by=aoi, duty=duty)
    actions.decline_duty(by=aoi, duty=duty)
    with pytest.raises(Refused, match="いまは「辞退」のため"):
        actions.decline_duty(by=aoi, duty=duty)
    with pytest.raises(Refused, match="いまは「辞退」のため"):
        actions.accept_duty(by=aoi, duty=duty)


def test_the_seats_of_who_came_or_missed_stay_taken():
    slot = opened(capacity=40)
    first, second = booked(slot, people=10), booked(slot, people=5, who="hana")

    with clock.at(LATER):
        actions.welcome(by=officer(), booking=first, came=9)
        actions.miss(by=officer(), booking=second)

    slot.refresh_from_db()
    assert (slot.taken, slot.left) == (15, 25)
