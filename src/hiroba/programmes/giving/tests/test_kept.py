"""What the database refuses, and the numbers that reports print."""

import datetime

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from hiroba.programmes.giving import examples, figures
from hiroba.programmes.giving.models import Cause, Gift, Receipt

FIRST, LAST = datetime.date(2023, 4, 1), datetime.date(2024, 3, 31)


@pytest.mark.parametrize(
    ("changed", "name"),
    [
        ({"state": "received"}, "gift_is_received_iff_dated_and_counted"),
        ({"received_yen": 1}, "gift_is_received_iff_dated_and_counted"),
        ({"yen": 0}, "gift_is_of_something"),
        ({"wants_receipt": True}, "receipt_has_an_address"),
    ],
    ids=["state", "yen", "nothing", "address"],
)
def test_a_gift_keeps_its_promises(changed, name):
    gift = examples.promised()

    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Gift.objects.filter(pk=gift.pk).update(**changed)


@pytest.mark.parametrize("column", ["code", "key"])
def test_codes_and_keys_belong_to_one_gift(column):
    first, second = examples.promised(), examples.promised("akari", 5000)

    with pytest.raises(IntegrityError), transaction.atomic():
        Gift.objects.filter(pk=second.pk).update(**{column: getattr(first, column)})


@pytest.mark.parametrize("change", ["update", "delete"])
def test_a_receipt_is_never_changed_and_never_deleted(change):
    examples.hanas_gift()
    rows = Receipt.objects.all()

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        rows.update(yen=1) if change == "update" else rows.delete()


def test_a_cause_closes_after_it_opened():
    cause = examples.cause()

    with pytest.raises(IntegrityError), transaction.atomic():
        Cause.objects.filter(pk=cause.pk).update(closed_on=cause.opened_on)


def test_gifts_of_individuals_to_the_fund_are_counted_by_arrival():
    examples.hanas_gift()
    examples.companys_gift()
    examples.promised("akari", 5000)

    assert figures.gifts_between(FIRST, LAST).value == 1
    assert figures.gifts_between(FIRST, datetime.date(2023, 10, 12)).value == 0


def test_a_sum_of_few_gifts_is_hidden():
    examples.hanas_gift()

    counted = figures.yen_between(FIRST, LAST)

    assert (counted.value, counted.is_hidden) == (0, True)


def test_a_sum_of_many_gifts_is_told():
    for yen in (1000, 2000, 3000, 4000, 5000):
        examples.received(examples.promised("akari", yen), "2023-10-20")

    assert figures.yen_between(FIRST, LAST).value == 15_000


def test_no_gift_is_nothing_and_hides_nothing():
    counted = figures.yen_between(FIRST, LAST)

    assert (counted.value, counted.is_hidden) == (0, False)


def test_in_production_samples_count_nothing(settings):
    examples.hanas_gift()
    settings.HIROBA_ENV = "production"

    assert figures.gifts_between(FIRST, LAST).value == 0
