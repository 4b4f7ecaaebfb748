"""Everything that is written about legacies; the journal never tells who the person is."""

import datetime
from typing import TYPE_CHECKING, Any

from hiroba.foundation import clock
from hiroba.foundation.accounts import queries as accounts
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.actions import action
from hiroba.foundation.actors import GUEST
from hiroba.foundation.journal.actions import note
from hiroba.foundation.letters.actions import forget, send
from hiroba.foundation.refs import new_ref
from hiroba.foundation.verdicts import require
from hiroba.programmes.legacies import policies, queries
from hiroba.programmes.legacies.models import (
    Consent,
    FileOpening,
    Legacy,
    LegacyPart,
    LegacyPartner,
    PersonalFile,
    Referral,
)
from hiroba.programmes.legacies.partners import add_partner, agree, end_agreement
from hiroba.programmes.legacies.states import LEGACY

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User
    from hiroba.foundation.actors import Actor

__all__ = [
    "accept",
    "add_partner",
    "agree",
    "close",
    "consult",
    "decline",
    "end_agreement",
    "enquire",
    "erase",
    "notify",
    "open_file",
    "receive",
    "record_will",
    "refer",
    "write_down",
]


@action
def enquire(
    *,
    by: "Actor",
    name: str,
    email: str,
    words: str,
    phone: str = "",
    language: str = "ja",
    is_agreed: bool = True,
    is_sample: bool = False,
) -> Legacy:
    """Somebody has asked in confidence; the journal says only that a guest did."""
    require(policies.may_enquire(by, is_agreed))

    today = clock.today()
    legacy = Legacy.objects.create(
        ref=new_ref("LG"), opened_on=today, changed_on=today, is_sample=is_sample
    )
    personal = PersonalFile.objects.create(
        legacy=legacy, name=name, email=email, phone=phone, language=language, words=words
    )

    note(GUEST, "legacies.enquire", legacy)
    _write(legacy, personal, "enquiry_received")
    for officer in accounts.holders_by_name(Role.OFFICER, queries.PROGRAMME):
        send("legacies/enquiry_came", to=officer.email, about=legacy, language=officer.language)
    return legacy


def _write(legacy: Legacy, personal: PersonalFile, kind: str, **facts: Any) -> None:
    """A letter to the person; once it has left, its words are kept nowhere."""
    send(
        f"legacies/{kind}",
        to=personal.email,
        about=legacy,
        language=personal.language,
        secret=True,
        personal=personal,
        **facts,
    )


@action
def open_file(*, by: "User", legacy: Legacy, because: str) -> FileOpening:
    """The file is open for this person for a while, and it is known who opened it and why."""
    require(policies.may_open_file(by, legacy, because))

    opening = FileOpening.objects.create(
        legacy=legacy, opened_by=by, because=because, opened_at=clock.now()
    )

    note(by, "legacies.open_file", legacy, because=because)
    return opening


@action
def write_down(
    *, by: "User", legacy: Legacy, wishes: str, expected_yen: int | None = None
) -> PersonalFile:
    """What the person wishes and may leave stands in the file, and in no account of money."""
    legacy = _locked(legacy)
    require(policies.may_write_down(by, legacy, expected_yen))

    personal = PersonalFile.objects.get(legacy=legacy)
    personal.wishes, personal.expected_yen = wishes.strip(), expected_yen
    personal.save(update_fields=["wishes", "expected_yen"])

    note(by, "legacies.write_down", legacy)
    return personal


@action
def refer(
    *,
    by: "User",
    legacy: Legacy,
    partner: LegacyPartner,
    given_by: str,
    given_on: datetime.date,
    words: str,
) -> Referral:
    """With their written consent the person is introduced to a partner."""
    legacy = _locked(legacy)
    require(policies.may_refer(by, legacy, partner, given_by, given_on, words))

    consent = Consent.objects.create(
        legacy=legacy,
        partner=partner,
        given_by=given_by.strip(),
        given_on=given_on,
        words=words.strip(),
        recorded_by=by,
        recorded_at=clock.now(),
    )
    referral = Referral.objects.create(
        ref=new_ref("RF"), consent=consent, referred_on=clock.today(), referred_by=by
    )
    _moved(by, legacy, "refer", partner=partner.ref)

    personal = PersonalFile.objects.get(legacy=legacy)
    _write(legacy, personal, "referred", partner=partner)
    return referral


@action
def consult(*, by: "User", legacy: Legacy) -> Legacy:
    """The partner speaks with the person."""
    legacy = _locked(legacy)
    require(policies.may_consult(by, legacy))

    return _moved(by, legacy, "consult")


@action
def record_will(*, by: "User", legacy: Legacy) -> Legacy:
    """There is a will; nothing is done until an executor tells."""
    legacy = _locked(legacy)
    require(policies.may_record_will(by, legacy))

    return _moved(by, legacy, "record_will")


@action
def notify(*, by: "User", legacy: Legacy) -> Legacy:
    """The executor has told that the will is to be carried out."""
    legacy = _locked(legacy)
    require(policies.may_notify(by, legacy))

    return _moved(by, legacy, "notify")


@action
def accept(
    *, by: "User", legacy: Legacy, nature: str, committee_on: datetime.date | None = None
) -> Legacy:
    """The legacy is accepted; until money comes this is no money."""
    legacy = _locked(legacy)
    require(policies.may_accept(by, legacy, nature, committee_on))

    legacy.nature, legacy.committee_on = nature, committee_on
    legacy.decided_on = clock.today()
    return _moved(by, legacy, "accept", nature=nature)


@action
def decline(*, by: "User", legacy: Legacy, declining: str) -> Legacy:
    """The legacy is not accepted, for a reason that tells nothing about the person."""
    legacy = _locked(legacy)
    require(policies.may_decline(by, legacy, declining))

    legacy.declining, legacy.decided_on = declining, clock.today()
    return _moved(by, legacy, "decline", because=declining)


@action
def receive(*, by: "User", legacy: Legacy, yen: int, received_on: datetime.date) -> LegacyPart:
    """A part of the legacy has come."""
    legacy = _locked(legacy)
    require(policies.may_receive(by, legacy, yen, received_on))

    number = legacy.parts.count() + 1
    part = LegacyPart.objects.create(
        legacy=legacy, number=number, yen=yen, received_on=received_on, noted_by=by
    )

    _moved(by, legacy, "receive", number=number, yen=yen)
    return part


@action
def close(*, by: "User", legacy: Legacy, closing: str) -> Legacy:
    """The file is closed; from now on the years of keeping run."""
    legacy = _locked(legacy)
    require(policies.may_close(by, legacy, closing))

    legacy.closing, legacy.closed_on = closing, clock.today()
    return _moved(by, legacy, "close", because=closing)


@action
def erase(*, by: "Actor", legacy: Legacy) -> Legacy:
    """Nobody can tell any more who the person was; days and sums stay and are still counted."""
    legacy = _locked(legacy)
    require(policies.may_erase(by, legacy))

    PersonalFile.objects.filter(legacy=legacy).delete()
    legacy.consents.update(given_by="", words="", erased_on=clock.today())
    legacy.erased_on = clock.today()
    legacy.save(update_fields=["erased_on"])
    forget(legacy.ref)

    note(by, "legacies.erase", legacy)
    return legacy


def _locked(legacy: Legacy) -> Legacy:
    return Legacy.objects.select_for_update().get(pk=legacy.pk)


def _moved(by: "User", legacy: Legacy, verb: str, **told: Any) -> Legacy:
    """The last beats of every step: change, note."""
    LEGACY.move(legacy, verb)
    legacy.changed_on = clock.today()
    legacy.save()

    note(by, f"legacies.{verb}", legacy, **told)
    return legacy
