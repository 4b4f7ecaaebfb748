"""Two want the same yen at the same moment; one has them."""

import pytest

from hiroba.engines.ledger import actions, queries
from hiroba.engines.ledger.models import Entry, Lot
from hiroba.engines.ledger.tests.samples import fund, given, proposed
from hiroba.foundation.accounts.examples import officer
from hiroba.tests.racing import at_once

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]


def test_of_four_allocations_of_the_same_yen_one_is_booked(transactional_db):
    given(yen=3000)
    sato, waiting = officer(), [proposed(2000) for _ in range(4)]

    brought = at_once(
        *(lambda one=one: actions.approve_allocation(by=sato, allocation=one) for one in waiting)
    )

    assert sum(isinstance(each, str) for each in brought) == 3
    assert queries.free_in(fund()) == 1000


def test_numbers_told_at_once_have_no_gap(transactional_db):
    sato = officer()

    brought = at_once(*[lambda: actions.next_number(by=sato, series="receipts", year=2023)] * 4)

    assert sorted(brought) == [1, 2, 3, 4]


def test_a_gift_booked_by_two_hands_at_once_came_once(transactional_db):
    fund()
    given("G-0", 1)

    brought = at_once(*[lambda: given("G-1", 3000)] * 2)

    refs = {getattr(each, "ref", each) for each in brought}
    assert "G-1" in refs
    assert Entry.objects.filter(key="G-1:in").count() == Lot.objects.filter(ref="G-1").count() == 1
