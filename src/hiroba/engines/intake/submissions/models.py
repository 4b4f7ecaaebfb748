"""What bodies sent in: the draft, the receipt, and the rules under which it was begun."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

from hiroba.engines.intake.submissions.states import RECEIVED, UNRECEIVED, SubmissionState

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User


class SubmissionQuerySet(models.QuerySet["Submission"]):
    def received(self) -> Self:
        """Those that came in and were not withdrawn."""
        return self.filter(state__in=RECEIVED)

    def in_states(self, *states: str) -> Self:
        return self.filter(state__in=states)


class Submission(models.Model):
    """What one body sends in to one track of a call."""

    ref = models.CharField(max_length=20, unique=True)
    track = models.ForeignKey("calls.Track", on_delete=models.PROTECT, related_name="submissions")
    rules = models.ForeignKey("calls.TrackRules", on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey("people.Body", on_delete=models.PROTECT, related_name="submissions")
    owner: models.ForeignKey[User] = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    document = models.OneToOneField(
        "forms.Document", on_delete=models.PROTECT, related_name="submission"
    )
    revision = models.OneToOneField(
        "forms.Revision", null=True, on_delete=models.PROTECT, related_name="+"
    )
    title = models.CharField(max_length=200)
    state = models.CharField(max_length=16, choices=SubmissionState, default=SubmissionState.DRAFT)
    started_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True)
    receipt_no = models.CharField(max_length=24, null=True, unique=True)  # noqa: DJ001
    returned_because = models.TextField(blank=True)
    correct_by = models.DateTimeField(null=True)
    objects = SubmissionQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["track", "state", "submitted_at"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    state__in=[*UNRECEIVED, "withdrawn"],
                    submitted_at=None,
                    receipt_no=None,
                    revision=None,
                )
                | Q(
                    state__in=[*RECEIVED, "withdrawn"],
                    submitted_at__isnull=False,
                    receipt_no__isnull=False,
                    revision__isnull=False,
                ),
                name="submission_is_received_iff_dated_numbered_and_sealed",
            ),
            models.CheckConstraint(
                condition=~Q(state="returned") | (Q(correct_by__isnull=False)),
                name="submission_is_returned_with_a_day",
            ),
        ]

    def __str__(self) -> str:
        return self.ref
