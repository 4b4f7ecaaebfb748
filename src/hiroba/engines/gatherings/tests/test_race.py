"""Many book the last seats at the same moment; nobody sits on another's chair."""

from uuid import uuid4

import pytest

from hiroba.engines.gatherings import actions
from hiroba.engines.gatherings.models import Booking, Slot
from hiroba.engines.gatherings.tests.samples import opened
from hiroba.foundation.accounts.examples import somebody
from hiroba.tests.racing import at_once

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]


def test_eight_parties_of_four_and_room_for_five_of_them(transactional_db):
    slot, people = opened(capacity=20), [somebody(f"guest{number}") for number in range(8)]

    brought = at_once(
        *(
            lambda who=who: actions.book(by=who, slot=slot, people=4, party="見本", key=uuid4())
            for who in people
        )
    )

    refused = [each for each in brought if isinstance(each, str)]
    assert refused == ["満員です。ほかの回をお選びください。"] * 3
    assert Slot.objects.get().taken == sum(Booking.objects.values_list("people", flat=True)) == 20


def test_a_double_click_is_one_booking(transactional_db):
    slot, akari, key = opened(), somebody("akari"), uuid4()

    brought = at_once(
        *[lambda: actions.book(by=akari, slot=slot, people=4, party="見本", key=key)] * 4
    )

    assert len({booking.ref for booking in brought}) == 1
    assert Slot.objects.get().taken == 4
