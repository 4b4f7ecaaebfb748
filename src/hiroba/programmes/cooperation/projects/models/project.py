"""A project, whoever carries it."""

import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q

from hiroba.foundation.calendar import fiscal_year
from hiroba.programmes.cooperation.projects.states import GRASSROOTS, Origin, ProjectState, Scheme


class ProjectQuerySet(models.QuerySet["Project"]):
    def own(self) -> Self:
        """Those this house carries with its partners."""
        return self.filter(origin=Origin.OWN)

    def imported(self) -> Self:
        """Those that others have published."""
        return self.filter(origin=Origin.IMPORTED)

    def grassroots(self) -> Self:
        return self.own().filter(scheme__in=GRASSROOTS)


class Project(models.Model):
    """Work that somebody does with people of another country."""

    ref = models.CharField(max_length=12, unique=True)
    origin = models.CharField(max_length=10, choices=Origin)
    iati_identifier = models.CharField(max_length=150, null=True, blank=True, unique=True)
    source_ref = models.CharField(max_length=80, null=True, blank=True, unique=True)
    fingerprint = models.CharField(max_length=64, blank=True)
    scheme = models.CharField(max_length=24, choices=Scheme, blank=True)
    state = models.CharField(max_length=14, choices=ProjectState, blank=True)
    iati_status = models.CharField(max_length=2, blank=True)
    title_ja = models.CharField(max_length=500)
    title_en = models.CharField(max_length=500, blank=True)
    title_original = models.CharField(max_length=500, blank=True)
    summary_ja = models.TextField(blank=True)
    summary_en = models.TextField(blank=True)
    summary_original = models.TextField(blank=True)
    language = models.CharField(max_length=12, default="ja")
    currency = models.CharField(max_length=3, blank=True)
    body = models.ForeignKey(
        "people.Body", null=True, blank=True, on_delete=models.PROTECT, related_name="projects"
    )
    reporter_ref = models.CharField(max_length=100, blank=True)
    reporter_type = models.CharField(max_length=4, blank=True)
    reporter_name = models.CharField(max_length=300, blank=True)
    prefecture = models.ForeignKey(
        "places.Prefecture",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="projects",
    )
    planned_start = models.DateField(null=True, blank=True)
    planned_end = models.DateField(null=True, blank=True)
    actual_start = models.DateField(null=True, blank=True)
    actual_end = models.DateField(null=True, blank=True)
    adopted_on = models.DateField(null=True, blank=True)
    listed_on = models.DateField()
    regions = models.JSONField(default=list, blank=True)
    related = models.JSONField(default=list, blank=True)
    remarks = models.JSONField(default=list, blank=True)
    stopped_because = models.CharField(max_length=400, blank=True)
    excluded_from_figures_reason = models.CharField(max_length=400, blank=True)
    is_sample = models.BooleanField(default=False)
    changed_at = models.DateTimeField()
    objects = ProjectQuerySet.as_manager()

    class Meta:
        ordering = ["-listed_on", "-pk"]
        indexes = [
            models.Index(fields=["-changed_at", "-id"], name="project_by_change"),
            models.Index(fields=["origin", "scheme", "adopted_on"], name="project_by_adoption"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=(
                    Q(origin=Origin.OWN, adopted_on__isnull=False) & ~Q(state="") & ~Q(scheme="")
                )
                | Q(
                    origin=Origin.IMPORTED,
                    state="",
                    scheme="",
                    adopted_on=None,
                    iati_identifier__isnull=False,
                ),
                name="project_is_adopted_here_or_reported_elsewhere",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[ProjectState.LAPSED, ProjectState.TERMINATED])
                & ~Q(stopped_because="")
                | ~Q(state__in=[ProjectState.LAPSED, ProjectState.TERMINATED])
                & Q(stopped_because=""),
                name="project_is_stopped_iff_reasoned",
            ),
            models.CheckConstraint(condition=~Q(title_ja=""), name="project_has_a_title"),
            models.CheckConstraint(
                condition=Q(origin=Origin.IMPORTED)
                | Q(planned_start=None)
                | Q(planned_end=None)
                | Q(planned_end__gte=F("planned_start")),
                name="project_is_planned_to_end_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return self.title_ja

    @property
    def is_own(self) -> bool:
        return self.origin == Origin.OWN

    @property
    def begins_on(self) -> datetime.date | None:
        """The day it began, or shall begin."""
        return self.actual_start or self.planned_start

    @property
    def ends_on(self) -> datetime.date | None:
        """The day it ended, or shall end."""
        return self.actual_end or self.planned_end

    @property
    def title_language(self) -> str:
        """The language of the Japanese title, which stands in for a missing translation."""
        return self._language_of(self.title_ja, self.title_original, self.title_en)

    @property
    def summary_language(self) -> str:
        return self._language_of(self.summary_ja, self.summary_original, self.summary_en)

    def _language_of(self, words: str, original: str, english: str) -> str:
        if words == original:
            return self.language
        return "en" if words == english else "ja"

    @property
    def fiscal_year_adopted(self) -> int | None:
        return fiscal_year(self.adopted_on) if self.adopted_on else None
