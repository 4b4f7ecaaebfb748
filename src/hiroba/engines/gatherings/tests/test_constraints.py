"""What the database itself refuses."""

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from hiroba.engines.gatherings.models import Booking, Count, Duty, Gathering, Slot
from hiroba.engines.gatherings.tests.samples import asked, booked, counted, opened


def refused(name, rows, **changed):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        rows.update(**changed)


def test_a_slot_is_never_overbooked():
    slot = opened(capacity=40)

    refused("slot_is_never_overbooked", Slot.objects.filter(pk=slot.pk), taken=41)


def test_a_slot_ends_after_it_begins():
    slot = opened()

    refused("slot_has_a_length", Slot.objects.filter(pk=slot.pk), ends_at=slot.starts_at)


def test_a_slot_never_has_less_than_nobody():
    slot = opened()

    with pytest.raises(IntegrityError), transaction.atomic():
        Slot.objects.filter(pk=slot.pk).update(taken=-1)


@pytest.mark.parametrize(
    "changed", [{"state": "came"}, {"came": 3}, {"state": "came", "came": 0}], ids=["1", "2", "3"]
)
def test_a_party_is_counted_iff_it_came(changed):
    booking = booked()

    refused("party_is_counted_iff_it_came", Booking.objects.filter(pk=booking.pk), **changed)


def test_a_party_has_people():
    booking = booked()

    refused("party_has_people", Booking.objects.filter(pk=booking.pk), people=0)


@pytest.mark.parametrize(
    "changed", [{"state": "called_off"}, {"why_called_off": "台風"}], ids=["state", "reason"]
)
def test_a_gathering_is_called_off_iff_there_is_a_reason(changed):
    rows = Gathering.objects.filter(pk=opened().gathering_id)

    refused("gathering_is_called_off_iff", rows, **changed)


def test_a_gathering_has_a_title():
    rows = Gathering.objects.filter(pk=opened().gathering_id)

    refused("gathering_has_a_title", rows, title_ja="")


def test_a_key_books_once():
    booking, other = booked(), booked(who="hana")

    with pytest.raises(IntegrityError), transaction.atomic():
        Booking.objects.filter(pk=other.pk).update(key=booking.key)


def test_a_person_is_asked_once_for_a_slot():
    duty = asked()

    with pytest.raises(IntegrityError), transaction.atomic():
        Duty.objects.create(
            ref="DT-X",
            slot=duty.slot,
            person=duty.person,
            asked_by=duty.asked_by,
            asked_at=duty.asked_at,
        )


def again(count, **changed):
    kept = ("about_ref", "kind", "day", "people", "counted_by_id", "counted_at")
    return Count(**{name: getattr(count, name) for name in kept} | changed)


def test_a_day_is_counted_once_by_kind():
    known = counted()

    with pytest.raises(IntegrityError), transaction.atomic():
        again(known).save()


def test_a_correction_has_a_reason():
    known = counted()

    with pytest.raises(IntegrityError, match="corrected_with_a_reason"), transaction.atomic():
        again(known, corrects=known).save()


def test_a_count_is_corrected_once():
    known = counted()
    again(known, corrects=known, because="数え直し").save()

    with pytest.raises(IntegrityError), transaction.atomic():
        again(known, corrects=known, because="もう一度").save()


@pytest.mark.parametrize("change", ["update", "delete"])
def test_counts_are_never_changed_and_never_deleted(change):
    rows = Count.objects.filter(pk=counted().pk)

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        rows.update(people=1) if change == "update" else rows.delete()
