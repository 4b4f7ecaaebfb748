"""Agreements with their versions and parties, and what had to be met before."""

import datetime
from typing import Self

from django.db import models
from django.db.models import F, OuterRef, Q, Subquery

from hiroba.engines.agreements.states import (
    AgreementKind,
    AgreementState,
    PartyRole,
    PreconditionState,
)


class AgreementQuerySet(models.QuerySet["Agreement"]):
    def in_force_on(self, day: datetime.date) -> Self:
        """Those with a version that holds on the day and has not run out."""
        begun = AgreementVersion.objects.filter(agreement=OuterRef("pk"), effective_on__lte=day)
        latest = begun.order_by("-number")
        found = self.annotate(
            held=Subquery(latest.values("number")[:1]), until=Subquery(latest.values("ends_on")[:1])
        )
        return found.filter(
            Q(until=None) | Q(until__gte=day),
            Q(ended_on=None) | Q(ended_on__gt=day),
            held__isnull=False,
        )


class Agreement(models.Model):
    """What a house and its partners agree on about one thing."""

    ref = models.CharField(max_length=12, unique=True)
    programme = models.SlugField(max_length=20)
    kind = models.CharField(max_length=12, choices=AgreementKind)
    about_ref = models.CharField(max_length=20, db_index=True)
    title_ja = models.CharField(max_length=300)
    title_en = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=10, choices=AgreementState, default=AgreementState.DRAFT)
    drafted_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField()
    ended_on = models.DateField(null=True)
    ended_because = models.CharField(max_length=400, blank=True)
    objects = AgreementQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["about_ref", "kind"],
                condition=~Q(state=AgreementState.ENDED),
                name="a_thing_has_one_agreement_of_a_kind_at_a_time",
            ),
            models.CheckConstraint(condition=~Q(title_ja=""), name="agreement_has_a_title"),
            models.CheckConstraint(
                condition=Q(state=AgreementState.ENDED, ended_on__isnull=False)
                & ~Q(ended_because="")
                | ~Q(state=AgreementState.ENDED) & Q(ended_on=None, ended_because=""),
                name="agreement_is_ended_iff_dated_and_reasoned",
            ),
        ]

    def __str__(self) -> str:
        return self.title_ja


class AgreementVersion(models.Model):
    """What was agreed, from one day on; a change is the next version, never an older day."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    approved_on = models.DateField()
    effective_on = models.DateField()
    begins_on = models.DateField()
    ends_on = models.DateField(null=True)
    yen = models.PositiveBigIntegerField(null=True)
    terms = models.TextField()
    supervisor = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    manager = models.CharField(max_length=120, blank=True)
    edition = models.CharField(max_length=80, blank=True)
    because = models.CharField(max_length=400, blank=True)
    recorded_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["agreement", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "number"], name="agreement_counts_its_versions"
            ),
            models.CheckConstraint(
                condition=Q(effective_on__gte=F("approved_on")),
                name="agreement_is_never_back_dated",
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("begins_on")),
                name="agreement_ends_after_it_begins",
            ),
            models.CheckConstraint(condition=~Q(terms=""), name="agreement_says_something"),
            models.CheckConstraint(
                condition=Q(number=1) | Q(number__gt=1) & ~Q(because=""),
                name="a_later_version_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agreement_id} v{self.number}"


class PartyAtTheTime(models.Model):
    """Who signed a version, in which order, under the name of that day."""

    version = models.ForeignKey(AgreementVersion, on_delete=models.PROTECT, related_name="parties")
    order = models.PositiveSmallIntegerField()
    role = models.CharField(max_length=10, choices=PartyRole)
    body = models.ForeignKey("people.Body", null=True, on_delete=models.PROTECT, related_name="+")
    name_ja = models.CharField(max_length=300)
    name_en = models.CharField(max_length=300, blank=True)
    signer = models.CharField(max_length=120)
    signed_on = models.DateField()

    class Meta:
        ordering = ["version", "order"]
        constraints = [
            models.UniqueConstraint(fields=["version", "order"], name="parties_sign_in_order"),
            models.CheckConstraint(
                condition=~Q(name_ja="") & ~Q(signer=""), name="a_party_has_a_name_and_a_signer"
            ),
            models.CheckConstraint(
                condition=Q(role=PartyRole.HOUSE) | Q(body__isnull=False),
                name="a_partner_is_a_known_body",
            ),
        ]

    def __str__(self) -> str:
        return self.name_ja


class Precondition(models.Model):
    """What has to be met before the parties can conclude: whose task, and until when."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="preconditions")
    title_ja = models.CharField(max_length=200)
    title_en = models.CharField(max_length=200, blank=True)
    owner = models.CharField(max_length=10, choices=PartyRole)
    due_on = models.DateField()
    state = models.CharField(
        max_length=8, choices=PreconditionState, default=PreconditionState.OPEN
    )
    because = models.CharField(max_length=400, blank=True)
    settled_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    settled_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=PreconditionState.OPEN, settled_by=None, settled_at=None)
                | ~Q(state=PreconditionState.OPEN)
                & Q(settled_by__isnull=False, settled_at__isnull=False),
                name="precondition_is_settled_by_somebody_at_a_moment",
            ),
            models.CheckConstraint(
                condition=~Q(state=PreconditionState.WAIVED) | ~Q(because=""),
                name="precondition_is_waived_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.title_ja
