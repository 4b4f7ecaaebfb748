"""Partner institutions: the list of them, and the memoranda with them."""

import datetime
from typing import TYPE_CHECKING

from hiroba.engines.agreements import actions as agreements
from hiroba.engines.agreements import queries as agreed
from hiroba.engines.agreements.shapes import Signing, Terms
from hiroba.engines.agreements.states import AgreementKind
from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.journal.actions import note
from hiroba.foundation.refs import new_ref
from hiroba.foundation.verdicts import require
from hiroba.programmes.legacies import policies, queries
from hiroba.programmes.legacies.findable import make_findable
from hiroba.programmes.legacies.models import LegacyPartner

if TYPE_CHECKING:
    from hiroba.engines.agreements.models import Agreement
    from hiroba.engines.registry.people.models import Body
    from hiroba.foundation.accounts.models import User


@action
def add_partner(
    *,
    by: "User",
    body: "Body",
    about_ja: str,
    contact_ja: str,
    about_en: str = "",
    contact_en: str = "",
    is_sample: bool = False,
) -> LegacyPartner:
    """A body is on the list of partners; visitors see it when there is an agreement."""
    require(policies.may_add_partner(by, body))

    partner = LegacyPartner.objects.create(
        ref=new_ref("LP"),
        body=body,
        about_ja=about_ja,
        about_en=about_en,
        contact_ja=contact_ja,
        contact_en=contact_en,
        is_sample=is_sample,
        added_by=by,
        added_at=clock.now(),
    )

    note(by, "legacies.add_partner", partner, body=body.ref)
    return partner


@action
def agree(
    *,
    by: "User",
    partner: LegacyPartner,
    text: str,
    partner_signer: str,
    partner_signed_on: datetime.date,
    house_signer: str,
    house_signed_on: datetime.date,
    ends_on: datetime.date | None = None,
) -> "Agreement":
    """There is a memorandum with the partner from today on, and visitors can find it."""
    require(policies.may_agree(by, partner))

    agreement = agreements.draft(
        by=by,
        programme=queries.PROGRAMME,
        kind=AgreementKind.MEMORANDUM,
        about_ref=partner.ref,
        title_ja=f"{partner.body.name_ja}との遺贈の紹介に関する覚書",
        title_en=f"Memorandum on referrals with {partner.body.name_en or partner.body.name_ja}",
    )
    today = clock.today()
    agreements.conclude(
        by=by,
        agreement=agreement,
        terms=Terms(text, effective_on=today, begins_on=today, ends_on=ends_on, supervisor=by),
        signings=[
            Signing(partner_signer, partner_signed_on, partner.body),
            Signing(house_signer, house_signed_on),
        ],
    )

    note(by, "legacies.agree", partner, agreement=agreement.ref)
    make_findable(partner)
    return agreement


@action
def end_agreement(*, by: "User", partner: LegacyPartner, because: str) -> LegacyPartner:
    """The memorandum ends today; nobody is introduced to this partner any more."""
    require(policies.may_end_agreement(by, partner))

    agreement = agreed.agreement_about(partner.ref)
    if agreement is not None:
        agreements.end(by=by, agreement=agreement, because=because)

    note(by, "legacies.end_agreement", partner, because=because)
    make_findable(partner)
    return partner
