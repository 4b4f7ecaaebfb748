"""Under which rules an office takes requests."""

import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q


class LectureRulesQuerySet(models.QuerySet["LectureRules"]):
    def on(self, day: datetime.date) -> Self:
        """Those that hold on a day, the newest first."""
        return self.filter(since__lte=day).order_by("-since", "-pk")


class LectureRules(models.Model):
    """The rules of an office from a day on; without an office, of all that have none of their own.

    A change is a new row: what was asked under the old rules keeps them.
    """

    office = models.ForeignKey(
        "places.Office", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    since = models.DateField()
    lead_days = models.PositiveSmallIntegerField()
    minimum_pupils = models.PositiveSmallIntegerField()
    earliest = models.TimeField()
    latest = models.TimeField()
    periods = models.JSONField(default=list)
    answer_days = models.PositiveSmallIntegerField()
    link_minutes = models.PositiveSmallIntegerField()
    made_at = models.DateTimeField()
    objects = LectureRulesQuerySet.as_manager()

    class Meta:
        ordering = ["-since", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(latest__gt=F("earliest")), name="lecture_hours_end_after_they_begin"
            )
        ]

    def __str__(self) -> str:
        return f"{self.office_id or '*'} {self.since}"

    @property
    def ref(self) -> str:
        return f"lecture-rules-{self.pk}"

    @property
    def bells(self) -> list[datetime.time]:
        """When the periods of a school day begin; the first is period 1."""
        return [datetime.time.fromisoformat(text) for text in self.periods]
