"""What is due when, and what was handed in."""

import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q

from hiroba.engines.agreements.states import ObligationState


class ObligationQuerySet(models.QuerySet["Obligation"]):
    def standing(self) -> Self:
        """Those that no later version has replaced."""
        return self.filter(replaced_in=None)

    def to_hand_in(self) -> Self:
        return self.standing().filter(state__in=[ObligationState.OWED, ObligationState.RETURNED])

    def to_accept(self) -> Self:
        return self.standing().filter(state=ObligationState.HANDED_IN)


class Obligation(models.Model):
    """Something the partner hands in by a day; whether it is late is a question."""

    ref = models.CharField(max_length=12, unique=True)
    agreement = models.ForeignKey(
        "agreements.Agreement", on_delete=models.PROTECT, related_name="obligations"
    )
    version = models.ForeignKey(
        "agreements.AgreementVersion", on_delete=models.PROTECT, related_name="obligations"
    )
    replaced_in = models.ForeignKey(
        "agreements.AgreementVersion", null=True, on_delete=models.PROTECT, related_name="replaced"
    )
    kind = models.SlugField(max_length=40)
    title_ja = models.CharField(max_length=200)
    title_en = models.CharField(max_length=200, blank=True)
    period_from = models.DateField()
    period_until = models.DateField()
    due_on = models.DateField()
    state = models.CharField(max_length=10, choices=ObligationState, default=ObligationState.OWED)
    handed_in_on = models.DateField(null=True)
    returned_because = models.CharField(max_length=400, blank=True)
    accepted_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    accepted_at = models.DateTimeField(null=True)
    objects = ObligationQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        indexes = [models.Index(fields=["state", "due_on"], name="obligation_by_day")]
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "kind", "period_from"],
                condition=Q(replaced_in=None),
                name="an_obligation_is_generated_once",
            ),
            models.CheckConstraint(
                condition=Q(period_until__gte=F("period_from"), due_on__gte=F("period_until")),
                name="obligation_is_due_after_its_period",
            ),
            models.CheckConstraint(
                condition=Q(state=ObligationState.OWED, handed_in_on=None)
                | ~Q(state=ObligationState.OWED) & Q(handed_in_on__isnull=False),
                name="obligation_is_owed_until_it_is_handed_in",
            ),
            models.CheckConstraint(
                condition=Q(
                    state=ObligationState.ACCEPTED,
                    accepted_by__isnull=False,
                    accepted_at__isnull=False,
                )
                | ~Q(state=ObligationState.ACCEPTED) & Q(accepted_by=None, accepted_at=None),
                name="obligation_is_accepted_by_somebody_at_a_moment",
            ),
            models.CheckConstraint(
                condition=~Q(state=ObligationState.RETURNED) | ~Q(returned_because=""),
                name="obligation_is_returned_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.title_ja

    def days_late_on(self, day: datetime.date) -> int:
        """How many days after its day it was handed in, or has been waited for until a day."""
        return max(0, ((self.handed_in_on or day) - self.due_on).days)


class Delivery(models.Model):
    """What was handed in, each time; what was sent back stays readable."""

    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="deliveries")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    handed_in_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    handed_in_at = models.DateTimeField()

    class Meta:
        ordering = ["obligation", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["obligation", "number"], name="an_obligation_counts_its_deliveries"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="a_delivery_holds_something"),
        ]

    def __str__(self) -> str:
        return f"{self.obligation_id}: {self.number}"
