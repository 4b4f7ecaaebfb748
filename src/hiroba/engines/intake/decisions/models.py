"""Decisions on submissions; the database wants two different people behind each."""

from django.db import models
from django.db.models import F, Q

from hiroba.engines.intake.decisions.states import DecisionState, Outcome


class Decision(models.Model):
    """What is to become of a submission: proposed by one, approved by another."""

    ref = models.CharField(max_length=20, unique=True)
    submission = models.ForeignKey(
        "submissions.Submission", on_delete=models.PROTECT, related_name="decisions"
    )
    outcome = models.CharField(max_length=12, choices=Outcome)
    reason_internal = models.TextField()
    reason_applicant = models.TextField()
    state = models.CharField(max_length=12, choices=DecisionState, default=DecisionState.PROPOSED)
    proposed_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    approved_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    approved_at = models.DateTimeField(null=True)
    released_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    released_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-proposed_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(approved_by=None) | ~Q(approved_by=F("proposed_by")),
                name="decision_is_approved_by_a_second_person",
            ),
            models.CheckConstraint(
                condition=Q(state="proposed", approved_by=None, approved_at=None)
                | Q(
                    state__in=["approved", "released"],
                    approved_by__isnull=False,
                    approved_at__isnull=False,
                )
                | Q(state="revoked"),
                name="decision_is_approved_by_somebody_at_a_moment",
            ),
            models.CheckConstraint(
                condition=Q(state="released", released_at__isnull=False, released_by__isnull=False)
                | (~Q(state="released") & Q(released_at=None, released_by=None)),
                name="decision_is_released_by_somebody_at_a_moment",
            ),
            models.UniqueConstraint(
                fields=["submission"],
                condition=Q(state__in=["proposed", "approved"]),
                name="submission_has_one_decision_under_way",
            ),
        ]

    def __str__(self) -> str:
        return self.ref
