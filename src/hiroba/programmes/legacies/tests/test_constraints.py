"""What the database itself refuses."""

import datetime

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from hiroba.foundation import clock
from hiroba.programmes.legacies.examples import hiroba_trust, legacy_officer
from hiroba.programmes.legacies.models import (
    Consent,
    FileOpening,
    Legacy,
    LegacyPart,
    Referral,
)
from hiroba.programmes.legacies.tests.samples import (
    CONSENT,
    NAME,
    TODAY,
    asked,
    done,
    in_state,
    opened,
)


def refused(change, name="UNIQUE|unique"):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        change()


def consent(**changed):
    known = {
        "legacy": asked(),
        "partner": hiroba_trust(),
        "given_by": NAME,
        "given_on": TODAY,
        "words": CONSENT,
        "recorded_by": legacy_officer(),
        "recorded_at": clock.now(),
        **changed,
    }
    return Consent(**known)


@pytest.mark.parametrize(
    "missing",
    [
        {"given_by": ""},
        {"words": ""},
        {"given_by": "", "words": ""},
        {"erased_on": TODAY},
        {"erased_on": TODAY, "given_by": ""},
        {"erased_on": TODAY, "words": ""},
    ],
)
def test_a_consent_is_in_writing_until_it_is_erased(missing):
    refused(consent(**missing).save, "consent_is_in_writing_until_it_is_erased")


def test_there_is_no_consent_without_a_day():
    refused(consent(given_on=None).save, "given_on")


def test_there_is_no_referral_without_a_consent():
    referral = Referral(ref="RF-1", referred_on=TODAY, referred_by=legacy_officer())

    refused(referral.save, "consent_id")


def test_a_consent_serves_for_one_referral():
    done(asked(), "refer")
    second = Referral(
        ref="RF-2",
        consent=Consent.objects.get(),
        referred_on=TODAY,
        referred_by=legacy_officer(),
    )

    refused(second.save)


@pytest.mark.parametrize(
    ("state", "changed", "name"),
    [
        ("enquiry", {"state": "closed"}, "legacy_is_closed_iff_dated_and_reasoned"),
        ("enquiry", {"closing": "done"}, "legacy_is_closed_iff_dated_and_reasoned"),
        ("closed", {"closing": ""}, "legacy_is_closed_iff_dated_and_reasoned"),
        ("closed", {"closed_on": None}, "legacy_is_closed_iff_dated_and_reasoned"),
        ("noticed", {"state": "accepted"}, "legacy_is_decided_on_a_day"),
        ("accepted", {"decided_on": None}, "legacy_is_decided_on_a_day"),
        ("declined", {"declining": ""}, "legacy_is_declined_for_a_reason"),
        ("accepted", {"nature": "property"}, "legacy_with_burdens_was_before_the_committee"),
        ("accepted", {"nature": "universal"}, "legacy_with_burdens_was_before_the_committee"),
        (
            "closed",
            {"erased_on": datetime.date(2023, 10, 31)},
            "legacy_is_erased_after_it_is_closed",
        ),
    ],
)
def test_a_legacy_keeps_its_promises(state, changed, name):
    legacy = in_state(state)

    refused(lambda: Legacy.objects.filter(pk=legacy.pk).update(**changed), name)


def test_nothing_is_no_part():
    part = LegacyPart(
        legacy=in_state("accepted"),
        number=1,
        yen=0,
        received_on=TODAY,
        noted_by=legacy_officer(),
    )

    refused(part.save, "a_part_is_money")


def test_parts_are_counted():
    legacy = in_state("receiving")
    part = LegacyPart(
        legacy=legacy,
        number=1,
        yen=1,
        received_on=TODAY,
        noted_by=legacy_officer(),
    )

    refused(part.save)


@pytest.mark.parametrize(
    ("model", "changed"),
    [
        (Referral, {"referred_on": datetime.date(2023, 1, 1)}),
        (LegacyPart, {"yen": 1}),
        (FileOpening, {"because": "own_wish"}),
    ],
)
def test_what_happened_is_never_changed_and_never_deleted(model, changed):
    opened(in_state("receiving"))

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        model.objects.update(**changed)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        model.objects.all()._raw_delete("default")


def test_things_are_called_by_what_tells_nothing_of_a_person():
    legacy = opened(in_state("receiving"))

    told = [
        str(legacy),
        str(legacy.personal),
        str(legacy.consents.get()),
        str(legacy.consents.get().referral),
        str(legacy.parts.get()),
        str(legacy.openings.get()),
    ]
    assert all(NAME not in each for each in told)
    assert told[:2] == [legacy.ref, legacy.ref]
    assert str(hiroba_trust()) == "ひろば信託銀行(見本)"
