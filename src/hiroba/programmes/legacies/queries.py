"""Questions about partners, and about legacies for the few who may see them."""

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Prefetch, QuerySet

from hiroba.engines.agreements import queries as agreements
from hiroba.foundation import clock
from hiroba.foundation.accounts.states import Role
from hiroba.programmes.legacies.models import (
    Consent,
    FileOpening,
    Legacy,
    LegacyPart,
    LegacyPartner,
    LegacyQuerySet,
    PersonalFile,
)
from hiroba.programmes.legacies.rules import rules_on
from hiroba.programmes.legacies.states import OURS

if TYPE_CHECKING:
    from hiroba.engines.agreements.models import Agreement, AgreementVersion
    from hiroba.foundation.accounts.models import User
    from hiroba.foundation.actors import Actor

PROGRAMME = "legacies"
KIND = "legacies"


@dataclass(frozen=True)
class Dossier:
    """What stands in a file that is open."""

    personal: PersonalFile | None
    consents: list[Consent]
    parts: list[LegacyPart]
    received: int
    openings: list[FileOpening]


@dataclass(frozen=True)
class Standing:
    """A partner and what is agreed with it now."""

    partner: LegacyPartner
    agreement: "Agreement | None"
    version: "AgreementVersion | None"
    is_in_force: bool


def partners() -> QuerySet[LegacyPartner]:
    """All partners, by their reading."""
    return LegacyPartner.objects.select_related("body").order_by("body__kana", "pk")


def partners_on(day: datetime.date) -> QuerySet[LegacyPartner]:
    """Partners whose agreement is in force on a day."""
    held = agreements.in_force_on(day, PROGRAMME).values("about_ref")
    return partners().filter(ref__in=held)


def standings(found: list[LegacyPartner]) -> list[Standing]:
    """What is agreed with each of these partners, in a fixed number of questions."""
    refs = [partner.ref for partner in found]
    known = {one.about_ref: one for one in reversed(agreements.agreements_about(refs))}
    newest = agreements.newest_versions(known.values())
    held = set(partners_on(clock.today()).filter(ref__in=refs).values_list("ref", flat=True))
    return [
        Standing(
            partner,
            agreement := known.get(partner.ref),
            newest.get(agreement.pk) if agreement else None,
            partner.ref in held,
        )
        for partner in found
    ]


def sees(by: "Actor") -> bool:
    """Legacies are seen only by officers named for them; a role everywhere does not suffice."""
    return f"programme:{PROGRAMME}" in by.scopes(Role.OFFICER)


def legacies_seen_by(by: "Actor") -> LegacyQuerySet:
    """Every legacy for those named for them; nothing in it tells of a person."""
    found = Legacy.objects.order_by("-changed_on", "-pk")
    return found if sees(by) else found.none()


def listed_for(by: "Actor") -> LegacyQuerySet:
    """Legacies with the partners they were referred to, as the list shows them."""
    referred = Consent.objects.select_related("partner__body").defer("given_by", "words")
    consents = Prefetch("consents", referred.order_by("pk"))
    return legacies_seen_by(by).prefetch_related(consents)


def waiting_for(by: "Actor") -> LegacyQuerySet:
    """Legacies whose next step is ours, those that waited longest first."""
    return legacies_seen_by(by).filter(state__in=OURS).order_by("changed_on", "pk")


def is_open_for(user: "User", legacy: Legacy) -> bool:
    """Whether the person opened the file a short while ago."""
    minutes = rules_on(clock.today()).open_minutes
    since = clock.now() - datetime.timedelta(minutes=minutes)
    return legacy.openings.filter(opened_by=user, opened_at__gt=since).exists()


def dossier_of(legacy: Legacy) -> Dossier:
    """Everything in the file."""
    parts = list(legacy.parts.order_by("number"))
    return Dossier(
        personal=PersonalFile.objects.filter(legacy=legacy).first(),
        consents=list(legacy.consents.select_related("partner__body", "referral").order_by("pk")),
        parts=parts,
        received=sum(part.yen for part in parts),
        openings=list(legacy.openings.select_related("opened_by")[:5]),
    )


def legacies_to_erase(day: datetime.date) -> LegacyQuerySet:
    """Closed legacies whose personal data have been kept as long as the rules say."""
    until = rules_on(day).closed_until(day)
    return Legacy.objects.filter(closed_on__lte=until, erased_on=None).order_by("closed_on", "pk")
