"""What is true after each step, and what the journal tells of it."""

import datetime

import pytest

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import somebody
from hiroba.foundation.verdicts import Refused
from hiroba.programmes.legacies import actions
from hiroba.programmes.legacies.examples import hiroba_trust, legacy_officer
from hiroba.programmes.legacies.models import (
    Consent,
    FileOpening,
    Legacy,
    PersonalFile,
    Referral,
)
from hiroba.programmes.legacies.tests.samples import (
    CONSENT,
    EMAIL,
    NAME,
    PHONE,
    TODAY,
    WISHES,
    WORDS,
    asked,
    done,
    in_state,
    letters,
    noted,
    told,
)

OFFICER = "小川 遺贈担当(見本)"


def test_an_enquiry_stands_there_without_a_name():
    legacy = asked()

    assert Legacy.objects.values().get(pk=legacy.pk) == {
        "id": legacy.pk,
        "ref": legacy.ref,
        "state": "enquiry",
        "opened_on": TODAY,
        "changed_on": TODAY,
        "nature": "",
        "decided_on": None,
        "committee_on": None,
        "declining": "",
        "closed_on": None,
        "closing": "",
        "erased_on": None,
        "is_sample": False,
    }


def test_who_asked_stands_apart():
    legacy = asked(language="en")

    assert PersonalFile.objects.values().get(legacy=legacy) == {
        "id": legacy.personal.pk,
        "legacy_id": legacy.pk,
        "name": NAME,
        "email": EMAIL,
        "phone": PHONE,
        "language": "en",
        "words": WORDS,
        "wishes": "",
        "expected_yen": None,
    }


def test_the_journal_says_only_that_a_guest_asked():
    assert noted(asked().ref) == [("guest", "legacies.enquire", {})]


def test_even_of_somebody_who_signed_in_the_journal_says_only_a_guest():
    legacy = actions.enquire(by=somebody("hana"), name=NAME, email=EMAIL, words=WORDS)

    assert noted(legacy.ref) == [("guest", "legacies.enquire", {})]


def test_whoever_asks_and_whoever_is_named_get_a_letter():
    assert letters(asked().ref) == [
        ("legacies/enquiry_received", EMAIL),
        ("legacies/enquiry_came", "sumire@example.jp"),
    ]


def test_without_agreeing_nothing_is_kept():
    with pytest.raises(Refused, match="同意の欄"):
        asked(is_agreed=False)

    assert Legacy.objects.count() == 0


def test_whoever_opens_a_file_is_known_with_the_reason():
    legacy = asked()

    opening = actions.open_file(by=legacy_officer(), legacy=legacy, because="answer")

    assert (opening.opened_by, opening.because, opening.opened_at) == (
        legacy_officer(),
        "answer",
        clock.now(),
    )
    assert noted(legacy.ref)[1:] == [(OFFICER, "legacies.open_file", {"because": "answer"})]


def test_each_opening_is_another():
    legacy = asked()

    for because in ("answer", "partner"):
        actions.open_file(by=legacy_officer(), legacy=legacy, because=because)

    found = FileOpening.objects.order_by("pk").values_list("because", flat=True)
    assert list(found) == ["answer", "partner"]


def test_wishes_are_written_into_the_file_and_not_into_the_journal():
    legacy = asked()

    personal = actions.write_down(
        by=legacy_officer(), legacy=legacy, wishes=f" {WISHES} ", expected_yen=5_000_000
    )

    assert (personal.wishes, personal.expected_yen) == (WISHES, 5_000_000)
    assert noted(legacy.ref)[1:] == [(OFFICER, "legacies.write_down", {})]


def test_with_a_written_consent_the_person_is_introduced():
    legacy = done(asked(), "refer")

    consent = Consent.objects.get(legacy=legacy)
    assert (consent.given_by, consent.words) == (NAME, CONSENT)
    assert (consent.given_on, consent.recorded_by) == (
        datetime.date(2023, 10, 31),
        legacy_officer(),
    )
    assert (consent.referral.referred_on, consent.referral.referred_by) == (
        TODAY,
        legacy_officer(),
    )
    assert legacy.state == "referred"


def test_the_journal_names_the_partner_and_nobody_else():
    legacy = done(asked(), "refer")

    partner = hiroba_trust()
    assert noted(legacy.ref)[1:] == [(OFFICER, "legacies.refer", {"partner": partner.ref})]


def test_whoever_was_introduced_is_told():
    legacy = done(asked(), "refer")

    assert letters(legacy.ref)[-1] == ("legacies/referred", EMAIL)


@pytest.mark.parametrize(
    "missing",
    [
        {"given_by": " "},
        {"given_on": None},
        {"words": ""},
    ],
)
def test_without_consent_in_writing_nobody_is_introduced(missing):
    legacy = asked()

    with pytest.raises(Refused, match="書面による同意"):
        done(legacy, "refer", **missing)

    legacy.refresh_from_db()
    assert (legacy.state, Consent.objects.count(), Referral.objects.count()) == ("enquiry", 0, 0)


@pytest.mark.parametrize(
    ("verb", "before", "after", "details"),
    [
        ("consult", "referred", "consulting", {}),
        ("record_will", "consulting", "will_made", {}),
        ("notify", "will_made", "noticed", {}),
        ("notify", "consulting", "noticed", {}),
        ("accept", "noticed", "accepted", {"nature": "money"}),
        ("decline", "noticed", "declined", {"because": "debts"}),
        ("receive", "accepted", "receiving", {"number": 1, "yen": 3_000_000}),
        ("close", "will_made", "closed", {"because": "wished"}),
        ("close", "declined", "closed", {"because": "wished"}),
    ],
)
def test_each_step_is_dated_and_noted_without_a_name(verb, before, after, details):
    legacy = in_state(before)

    with clock.at("2023-12-01 10:00"):
        legacy = done(legacy, verb)

    assert (legacy.state, legacy.changed_on) == (after, datetime.date(2023, 12, 1))
    assert noted(legacy.ref)[-1] == (OFFICER, f"legacies.{verb}", details)


@pytest.mark.parametrize("verb", ["consult", "record_will", "notify", "accept", "receive"])
def test_no_stage_is_left_out(verb):
    legacy = asked()

    with pytest.raises(Refused, match="いまは「ご相談」のため、この操作はできません。"):
        done(legacy, verb)


def test_land_is_accepted_when_the_committee_has_decided():
    legacy = in_state("noticed")

    legacy = done(legacy, "accept", nature="property", committee_on=datetime.date(2023, 10, 20))

    assert (legacy.nature, legacy.committee_on, legacy.decided_on) == (
        "property",
        datetime.date(2023, 10, 20),
        TODAY,
    )


def test_what_is_declined_says_why_and_when():
    legacy = in_state("declined")

    assert (legacy.declining, legacy.decided_on) == ("debts", TODAY)


def test_money_comes_in_parts():
    legacy = in_state("receiving")

    legacy = done(legacy, "receive", yen=500_000)

    found = legacy.parts.order_by("number").values_list("number", "yen", "received_on")
    assert list(found) == [(1, 3_000_000, TODAY), (2, 500_000, TODAY)]
    assert legacy.state == "receiving"


def test_what_is_closed_says_why_and_when():
    legacy = done(in_state("receiving"), "close", closing="done")

    assert (legacy.closing, legacy.closed_on) == ("done", TODAY)


def test_after_the_end_nothing_happens_any_more():
    legacy = in_state("closed")

    for verb in ("refer", "consult", "record_will", "notify", "accept", "decline", "receive"):
        with pytest.raises(Refused):
            getattr(actions, verb)(by=legacy_officer(), legacy=legacy, **told(verb))

    assert [verb for _, verb, _ in noted(legacy.ref)] == ["legacies.enquire", "legacies.close"]
