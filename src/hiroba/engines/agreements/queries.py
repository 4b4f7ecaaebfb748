"""Questions about agreements and what is due under them."""

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from hiroba.engines.agreements.models import (
    Agreement,
    AgreementQuerySet,
    AgreementVersion,
    Delivery,
    Obligation,
    ObligationQuerySet,
    PartyAtTheTime,
    Precondition,
)
from hiroba.engines.agreements.states import AgreementState, PartyRole, PreconditionState
from hiroba.engines.registry.people import queries as bodies
from hiroba.foundation.accounts.states import Role

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User


def agreements_about(refs: Iterable[str]) -> QuerySet[Agreement]:
    """Every agreement about these things, the newest first."""
    return Agreement.objects.filter(about_ref__in=list(refs)).order_by("-pk")


def agreement_about(ref: str) -> Agreement | None:
    """The agreement about a thing: the one under way, else the last one."""
    found = list(agreements_about([ref]))
    going = [one for one in found if one.state != AgreementState.ENDED]
    return next(iter(going or found), None)


def in_force_on(day: datetime.date, programme: str) -> AgreementQuerySet:
    """Agreements of a programme that hold on a day."""
    return Agreement.objects.filter(programme=programme).in_force_on(day).order_by("pk")


def versions_of(agreement: Agreement) -> QuerySet[AgreementVersion]:
    """All versions with their parties, the newest first."""
    found = agreement.versions.select_related("supervisor", "recorded_by")
    return found.prefetch_related("parties__body").order_by("-number")


def newest_version(agreement: Agreement) -> AgreementVersion | None:
    """The version that was agreed last."""
    return versions_of(agreement).first()


def version_on(agreement: Agreement, day: datetime.date) -> AgreementVersion | None:
    """The version that holds on a day."""
    return versions_of(agreement).filter(effective_on__lte=day).first()


def preconditions_of(agreement: Agreement) -> QuerySet[Precondition]:
    """What has to be met, the first due first."""
    return agreement.preconditions.select_related("settled_by").order_by("due_on", "pk")


def preconditions_about(ref: str) -> QuerySet[Precondition]:
    """What has to be met before agreements about a thing, the first due first."""
    found = Precondition.objects.filter(agreement__about_ref=ref).select_related("agreement")
    return found.order_by("due_on", "pk")


def has_open_preconditions(agreement: Agreement) -> bool:
    """Whether something is neither met nor waived."""
    return agreement.preconditions.filter(state=PreconditionState.OPEN).exists()


def obligations() -> ObligationQuerySet:
    """What is due and was due, as the newest versions say; the first due first."""
    found = Obligation.objects.standing().select_related("agreement", "version__supervisor")
    return found.order_by("due_on", "pk")


def obligations_of(agreement: Agreement) -> ObligationQuerySet:
    """What is due under one agreement."""
    return obligations().filter(agreement=agreement)


def deliveries_of(obligation: Obligation) -> QuerySet[Delivery]:
    """What was handed in, the newest first."""
    return obligation.deliveries.select_related("handed_in_by").order_by("-number")


def last_delivery(obligation: Obligation) -> Delivery | None:
    """What was handed in last."""
    return deliveries_of(obligation).first()


def obligations_owed_by(user: "User", programme: str) -> ObligationQuerySet:
    """What the person's bodies have to hand in, the first due first."""
    mine = _partners().filter(body__in=bodies.bodies_acted_for_by(user))
    return obligations().to_hand_in().filter(Exists(mine), agreement__programme=programme)


def obligations_to_accept(by: "User", programme: str) -> ObligationQuerySet:
    """What was handed in and waits for an officer of the programme."""
    found = obligations().to_accept()
    if not by.holds(Role.OFFICER, programme=programme):
        return found.none()
    return found.filter(agreement__programme=programme)


def obligations_overdue(programme: str, day: datetime.date) -> ObligationQuerySet:
    """What should have been handed in before a day."""
    late = obligations().to_hand_in().filter(due_on__lt=day, handed_in_on=None)
    return late.filter(agreement__programme=programme)


def acts_for_a_partner(user: "User", agreement: Agreement) -> bool:
    """Whether the person acts for a body that signed the newest version."""
    newest = newest_version(agreement)
    partners = newest.parties.filter(role=PartyRole.PARTNER) if newest else None
    mine = bodies.bodies_acted_for_by(user)
    return partners is not None and partners.filter(body__in=mine).exists()


def _partners() -> QuerySet[PartyAtTheTime]:
    """The partners in the newest version of an obligation's agreement."""
    versions = AgreementVersion.objects.filter(agreement=OuterRef(OuterRef("agreement")))
    newest = versions.order_by("-number").values("pk")[:1]
    return PartyAtTheTime.objects.filter(role=PartyRole.PARTNER, version=Subquery(newest))


def newest_versions(found: Iterable[Agreement]) -> dict[int, AgreementVersion]:
    """The newest version of each of these agreements, with its parties, by the agreement's key."""
    rows = AgreementVersion.objects.filter(agreement__in=list(found)).order_by("number", "pk")
    return {row.agreement_id: row for row in rows.prefetch_related("parties")}
