"""What the database itself refuses."""

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from hiroba.engines.agreements import actions
from hiroba.engines.agreements.models import (
    Agreement,
    AgreementVersion,
    Delivery,
    Obligation,
    PartyAtTheTime,
    Precondition,
)
from hiroba.engines.agreements.tests.samples import (
    CONSENT,
    concluded,
    day,
    drafted,
    first_due,
    handed_in,
)
from hiroba.foundation.accounts.examples import officer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]


def refused(change, name):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        change()


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ({"effective_on": day("2023-10-31")}, "agreement_is_never_back_dated"),
        ({"ends_on": day("2023-10-31")}, "agreement_ends_after_it_begins"),
        ({"terms": ""}, "agreement_says_something"),
        ({"because": ""}, "a_later_version_has_a_reason"),
    ],
)
def test_a_version_keeps_its_promises(told, name):
    concluded()
    known = AgreementVersion.objects.values().get() | {"id": None, "number": 2, "because": "延長"}

    refused(lambda: AgreementVersion.objects.create(**known | told), name)


@pytest.mark.parametrize("model", [AgreementVersion, PartyAtTheTime, Delivery])
def test_what_was_signed_and_handed_in_is_never_changed(model):
    handed_in(concluded())

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        model.objects.update(number=9) if model is not PartyAtTheTime else model.objects.update(
            signer="だれか"
        )


@pytest.mark.parametrize("model", [AgreementVersion, PartyAtTheTime, Delivery])
def test_what_was_signed_and_handed_in_is_never_deleted(model):
    handed_in(concluded())

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        model.objects.all()._raw_delete("default")


def test_a_partner_is_a_body_that_is_known():
    version = concluded().versions.get()
    party = PartyAtTheTime(
        version=version,
        order=3,
        role="partner",
        name_ja="だれか",
        signer="A",
        signed_on=day("2023-11-01"),
    )

    refused(party.save, "a_partner_is_a_known_body")


def test_an_agreement_that_ended_says_when_and_why():
    drafted()

    refused(lambda: Agreement.objects.update(state="ended"), "agreement_is_ended_iff")


def test_a_thing_has_one_agreement_of_a_kind():
    agreement = drafted()
    agreement.pk, agreement.ref = None, "AG-2"

    with pytest.raises(IntegrityError), transaction.atomic():
        agreement.save(force_insert=True)


def test_a_waived_precondition_has_a_reason_and_somebody_behind_it():
    agreement = drafted(preconditions=[CONSENT])
    refused(lambda: Precondition.objects.update(state="met"), "precondition_is_settled")

    actions.meet(by=officer(), precondition=agreement.preconditions.get())
    refused(lambda: Precondition.objects.update(state="waived"), "precondition_is_waived")


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ({"state": "handed_in"}, "obligation_is_owed_until_it_is_handed_in"),
        ({"due_on": day("2023-11-02")}, "obligation_is_due_after_its_period"),
    ],
)
def test_an_obligation_keeps_its_promises(told, name):
    first = first_due(concluded())

    refused(lambda: Obligation.objects.filter(pk=first.pk).update(**told), name)


@pytest.mark.parametrize(
    ("state", "name"),
    [
        ("accepted", "obligation_is_accepted_by_somebody"),
        ("returned", "obligation_is_returned_for_a_reason"),
    ],
)
def test_what_was_looked_at_says_by_whom_or_why(state, name):
    report = handed_in(concluded())

    refused(lambda: Obligation.objects.filter(pk=report.pk).update(state=state), name)


def test_an_obligation_is_generated_once():
    first = first_due(concluded())
    first.pk, first.ref = None, "OB-2"

    with pytest.raises(IntegrityError), transaction.atomic():
        first.save(force_insert=True)
