"""Calls, their tracks with first and last moment, their rules, and what changed meanwhile."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from typing import Self

from django.db import models
from django.db.models import F, Q

from hiroba.engines.intake.calls.rules import Rules, parse
from hiroba.foundation import clock


class CallQuerySet(models.QuerySet["Call"]):
    def published(self) -> Self:
        """Those that everybody may read."""
        return self.filter(published_at__isnull=False, published_at__lte=clock.now())


class Call(models.Model):
    """An invitation to send something in; published once, by a person, at a moment."""

    ref = models.SlugField(max_length=40, unique=True)
    programme = models.CharField(max_length=30)
    fiscal_year = models.PositiveSmallIntegerField()
    title_ja = models.CharField(max_length=120)
    title_en = models.CharField(max_length=160, blank=True)
    summary_ja = models.TextField()
    summary_en = models.TextField(blank=True)
    guideline_ja = models.TextField()
    guideline_en = models.TextField(blank=True)
    is_sample = models.BooleanField(default=False)
    created_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    objects = CallQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(published_at=None, published_by=None)
                | Q(published_at__isnull=False, published_by__isnull=False),
                name="call_is_published_by_somebody_at_a_moment",
            ),
        ]

    def __str__(self) -> str:
        return self.title_ja


class TrackQuerySet(models.QuerySet["Track"]):
    def open(self) -> Self:
        """Published, and now lies in the window [opens, closes)."""
        now = clock.now()
        return self.filter(call__published_at__lte=now, opens_at__lte=now, closes_at__gt=now)


class Track(models.Model):
    """One way into a call, with its own window, form and rules."""

    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="tracks")
    code = models.SlugField(max_length=40)
    name_ja = models.CharField(max_length=80)
    name_en = models.CharField(max_length=120, blank=True)
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    form_version = models.ForeignKey(
        "forms.FormVersion", on_delete=models.PROTECT, related_name="+"
    )
    objects = TrackQuerySet.as_manager()
    rules_now: Rules  # as queries.tracks_of finds them

    class Meta:
        ordering = ["closes_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["call", "code"], name="track_is_named_once_in_a_call"),
            models.CheckConstraint(
                condition=Q(closes_at__gt=F("opens_at")), name="track_closes_after_it_opens"
            ),
        ]

    def __str__(self) -> str:
        return self.name_ja

    @property
    def ref(self) -> str:
        return f"{self.call.ref}/{self.code}"

    def announced(self) -> bool:
        """The window has not begun."""
        return clock.now() < self.opens_at

    def open(self, moment: datetime | None = None) -> bool:
        """What arrives at this moment arrives in time."""
        return self.opens_at <= (moment or clock.now()) < self.closes_at

    def closed(self) -> bool:
        """The window is over."""
        return clock.now() >= self.closes_at


class TrackRules(models.Model):
    """One version of a track's rules; a submission stays on the version it began with."""

    track = models.ForeignKey(Track, on_delete=models.PROTECT, related_name="rules")
    no = models.PositiveSmallIntegerField()
    content = models.JSONField()
    why = models.CharField(max_length=400)
    laid_down_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    laid_down_at = models.DateTimeField()

    class Meta:
        ordering = ["track", "no", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["track", "no"], name="track_rules_numbered_once"),
        ]

    def __str__(self) -> str:
        return f"{self.track_id}-{self.no}"

    @cached_property
    def rules(self) -> Rules:
        return parse(self.content)


class Extension(models.Model):
    """A deadline that was moved to a later moment, with the reason that everybody reads."""

    track = models.ForeignKey(Track, on_delete=models.PROTECT, related_name="extensions")
    closed_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    why = models.CharField(max_length=400)
    extended_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    extended_at = models.DateTimeField()

    class Meta:
        ordering = ["track", "extended_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_at__gt=F("closed_at")), name="extension_leads_to_a_later_moment"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.track_id} {self.closes_at}"
