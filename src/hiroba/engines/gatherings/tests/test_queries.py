"""What is found among gatherings, and with how many questions."""

import datetime

import pytest

from hiroba.engines.gatherings import actions, queries
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
from hiroba.foundation.actors import GUEST

DAY = datetime.date(2023, 11, 8)


def test_drafts_are_seen_by_officers_of_the_programme_only():
    draft, public = planned(), opened().gathering

    assert list(queries.gatherings_seen_by(officer(), PROGRAMME)) == [public, draft]
    assert list(queries.gatherings_seen_by(GUEST, PROGRAMME)) == [public]
    assert list(queries.gatherings_seen_by(somebody("sumire"), PROGRAMME)) == [public]


def test_times_to_come_are_told_in_their_order_until_they_begin():
    later, sooner = opened(start="2023-11-09 10:00"), opened()

    before = list(queries.slots_to_come(PROGRAMME))
    with clock.at("2023-11-08 10:00"):
        after = list(queries.slots_to_come(PROGRAMME))

    assert (before, after) == ([sooner, later], [later])


def test_times_of_another_kind_or_about_something_else_are_not_told():
    slot = opened()

    assert list(queries.slots_to_come(PROGRAMME, "visit")) == [slot]
    assert list(queries.slots_to_come(PROGRAMME, "seminar")) == []
    assert list(queries.slots_to_come(PROGRAMME, "visit", "site:nagoya")) == []
    assert list(queries.slots_to_come("dialogue")) == []


def test_full_times_are_left_out_where_seats_are_asked_for():
    full, free = opened(capacity=2), opened(start="2023-11-09 10:00")
    booked(full, people=2)

    assert list(queries.slots_to_come(PROGRAMME).with_seats()) == [free]


@pytest.mark.parametrize("many", [1, 3])
def test_a_day_is_told_in_three_questions(django_assert_num_queries, many):
    for hour in range(many):
        slot = opened(start=f"2023-11-08 {10 + hour}:00")
        booked(slot)
        if hour == 0:
            asked(slot)

    with django_assert_num_queries(3):
        day = list(queries.slots_on(DAY, PROGRAMME))
        told = [([b.party for b in s.bookings.all()], len(s.duties.all())) for s in day]

    assert told == [(["見本小学校 6年生"], 1 if number == 0 else 0) for number in range(many)]


def test_a_cancelled_party_is_not_expected(akari):
    slot = opened()
    actions.cancel_booking(by=akari, booking=booked(slot))

    [day] = queries.slots_on(DAY, PROGRAMME)

    assert list(day.bookings.all()) == []


def test_everybody_finds_the_own_bookings(akari):
    mine, other = booked(), booked(who="hana")

    assert list(queries.bookings_of(akari)) == [mine]
    assert list(queries.bookings_of(akari, "dialogue")) == []
    assert list(queries.bookings(PROGRAMME)) == [other, mine]


def test_duties_are_told_until_they_are_over():
    duty = asked()
    aoi = somebody("aoi")

    before = list(queries.duties_of(aoi, PROGRAMME))
    with clock.at("2023-11-08 12:01"):
        after = list(queries.duties_of(aoi, PROGRAMME))

    assert (before, after) == ([duty], [])


def test_what_was_declined_is_no_duty():
    duty = asked()
    actions.decline_duty(by=somebody("aoi"), duty=duty)

    assert list(queries.duties_of(somebody("aoi"))) == []
    assert list(queries.duties_unanswered(PROGRAMME)) == []


def test_who_has_not_answered_is_known():
    duty = asked()

    assert list(queries.duties_unanswered(PROGRAMME)) == [duty]


def test_what_holds_of_a_day_is_the_last_correction():
    wrong = counted(people=100)
    right = actions.correct_count(
        by=officer(), programme=PROGRAMME, wrong=wrong, people=90, because="数え直し"
    )

    assert queries.count_on("site:ichigaya", "visitors", wrong.day) == right
    assert queries.count_on("site:ichigaya", "cafe", wrong.day) is None
