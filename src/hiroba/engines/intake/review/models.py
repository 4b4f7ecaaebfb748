"""Stages of review, who reads what until when, who stands too near, and what they think."""

from __future__ import annotations

from functools import cached_property

from django.db import models
from django.db.models import Q

from hiroba.engines.intake.review.rubrics import Rubric, parse
from hiroba.engines.intake.review.states import ConflictKind, ReviewState


class Stage(models.Model):
    """One round of reading in a track, with its rubric and the number of readers wanted."""

    track = models.ForeignKey("calls.Track", on_delete=models.PROTECT, related_name="stages")
    no = models.PositiveSmallIntegerField(default=1)
    name_ja = models.CharField(max_length=80)
    name_en = models.CharField(max_length=120, blank=True)
    rubric = models.JSONField()
    reads = models.PositiveSmallIntegerField()
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["track", "no", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["track", "no"], name="stage_numbered_once_in_a_track"),
            models.CheckConstraint(condition=Q(reads__gte=1), name="stage_wants_a_reader"),
        ]

    def __str__(self) -> str:
        return self.name_ja

    @property
    def ref(self) -> str:
        return f"{self.track.ref}/{self.no}"

    @cached_property
    def criteria(self) -> Rubric:
        return parse(self.rubric)


class Assignment(models.Model):
    """One reviewer is asked to read one submission by a day."""

    ref = models.CharField(max_length=20, unique=True)
    stage = models.ForeignKey(Stage, on_delete=models.PROTECT, related_name="assignments")
    submission = models.ForeignKey(
        "submissions.Submission", on_delete=models.PROTECT, related_name="assignments"
    )
    reviewer = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="assignments"
    )
    due_on = models.DateField()
    assigned_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    assigned_at = models.DateTimeField()

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["stage", "submission", "reviewer"],
                name="reviewer_reads_a_submission_once_in_a_stage",
            ),
        ]

    def __str__(self) -> str:
        return self.ref


class Conflict(models.Model):
    """A reviewer stands too near to a body to judge it."""

    reviewer = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="conflicts"
    )
    body = models.ForeignKey("people.Body", on_delete=models.PROTECT, related_name="conflicts")
    kind = models.CharField(max_length=12, choices=ConflictKind)
    why = models.CharField(max_length=400, blank=True)
    declared_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    declared_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["reviewer", "body"], name="conflict_with_a_body_declared_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reviewer_id}-{self.body_id}"


class Review(models.Model):
    """What one reviewer thinks of one submission, as it stood when it was read."""

    assignment = models.OneToOneField(Assignment, on_delete=models.PROTECT, related_name="review")
    revision = models.ForeignKey("forms.Revision", on_delete=models.PROTECT, related_name="+")
    scores = models.JSONField(default=dict)
    total = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    comment_panel = models.TextField(blank=True)
    comment_applicant = models.TextField(blank=True)
    state = models.CharField(max_length=12, choices=ReviewState, default=ReviewState.DRAFT)
    saved_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=ReviewState.DRAFT, submitted_at=None, total=None)
                | Q(state=ReviewState.SUBMITTED, submitted_at__isnull=False, total__isnull=False),
                name="review_is_submitted_iff_dated_and_totalled",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.assignment_id}"
