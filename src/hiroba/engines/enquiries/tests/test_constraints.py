"""What the database itself refuses, and the working days it is told."""

import datetime

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from hiroba.engines.enquiries.models import Case, Message, Promise
from hiroba.engines.enquiries.reckoning import later, working_days_between
from hiroba.engines.enquiries.states import CASE, PUBLIC_LABELS, CaseState
from hiroba.engines.enquiries.tests.samples import asked

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

FRIDAY = datetime.date(2023, 11, 3)
MONDAY = datetime.date(2023, 11, 6)


@pytest.mark.parametrize(
    ("changed", "name"),
    [
        ({"guest_email": "a@example.jp"}, "case_is_asked_by_somebody_known_or_a_guest"),
        ({"asked_by": None}, "case_is_asked_by_somebody_known_or_a_guest"),
        ({"state": "paused"}, "case_is_paused_iff_dated"),
        ({"state": "resolved"}, "case_is_resolved_iff_dated"),
        ({"solution_due_on": FRIDAY}, "case_is_answered_before_it_is_solved"),
    ],
)
def test_a_case_keeps_its_promises(changed, name):
    case = asked()

    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Case.objects.filter(pk=case.pk).update(**changed)


@pytest.mark.parametrize("model", [Promise, Message])
def test_promises_and_words_are_never_changed_and_never_deleted(model):
    asked()

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        model.objects.update(number=9)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        model.objects.all()._raw_delete("default")


def test_only_the_house_talks_internally():
    said = Message.objects.filter(case=asked()).values().get() | {"id": None, "number": 2}

    with pytest.raises(IntegrityError, match="only_the_house_talks_internally"):
        Message.objects.create(**said | {"is_internal": True})


def test_a_state_has_a_label_for_the_staff_and_another_for_whoever_asked():
    assert set(PUBLIC_LABELS) == set(CaseState)
    assert CASE.verbs_from("waiting") == ["answer", "pause", "write_again", "refer"]


def test_working_days_are_those_of_the_country():
    assert working_days_between(FRIDAY, MONDAY, "JP") == 1
    assert working_days_between(FRIDAY, MONDAY, "BD") == 2
    assert later(MONDAY, FRIDAY, FRIDAY, "JP") == MONDAY
