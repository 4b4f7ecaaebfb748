"""Disasters, where people find support, and what they have to know."""

import datetime
from typing import Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from hiroba.foundation import clock
from hiroba.foundation.bilingual import said
from hiroba.programmes.coexistence.states import TONGUES, Category, NoticeState, Phase, Severity


class Disaster(models.Model):
    """Something that happened to many people at once."""

    ref = models.CharField(max_length=12, unique=True)
    name_ja = models.CharField(max_length=120)
    name_en = models.CharField(max_length=160)
    happened_on = models.DateField()
    state = models.CharField(max_length=10, choices=Phase, default=Phase.EMERGENCY)
    is_sample = models.BooleanField(default=False)

    class Meta:
        ordering = ["-happened_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(name_ja="") & ~Q(name_en=""), name="disaster_has_a_name"
            )
        ]

    def __str__(self) -> str:
        return said(self, "name")


class Area(models.Model):
    """A prefecture as a whole, or one of its municipalities."""

    prefecture = models.ForeignKey("places.Prefecture", on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(
        "places.Municipality", null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        if self.municipality:
            return f"{said(self.prefecture, 'name')} {said(self.municipality, 'name')}"
        return said(self.prefecture, "name")


class DisasterArea(Area):
    """Where a disaster happened."""

    disaster = models.ForeignKey(Disaster, on_delete=models.PROTECT, related_name="areas")

    class Meta:
        ordering = ["disaster", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["disaster", "prefecture"],
                condition=Q(municipality=None),
                name="disaster_names_a_prefecture_once",
            ),
            models.UniqueConstraint(
                fields=["disaster", "municipality"], name="disaster_names_a_municipality_once"
            ),
        ]


class SupportCentre(models.Model):
    """Where people are helped in their languages, from a day, until a day."""

    ref = models.CharField(max_length=12, unique=True)
    disaster = models.ForeignKey(Disaster, on_delete=models.PROTECT, related_name="centres")
    host = models.ForeignKey("people.Body", on_delete=models.PROTECT, related_name="+")
    name_ja = models.CharField(max_length=120)
    name_en = models.CharField(max_length=160)
    languages = models.JSONField(default=list)
    hours_ja = models.CharField(max_length=160)
    hours_en = models.CharField(max_length=160)
    phone = models.CharField(max_length=30, blank=True)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)
    is_sample = models.BooleanField(default=False)

    class Meta:
        ordering = ["opened_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(closed_on__gte=F("opened_on")),
                name="centre_closes_after_it_opened",
            ),
        ]

    def __str__(self) -> str:
        return said(self, "name")

    @property
    def tongues(self) -> str:
        """The languages spoken there, each by its own name."""
        return "、".join(TONGUES.get(code, code) for code in self.languages)

    @property
    def is_open(self) -> bool:
        """Whether somebody is there today; the day of closing is the last."""
        today = clock.today()
        return self.opened_on <= today and (self.closed_on is None or today <= self.closed_on)


class NoticeQuerySet(models.QuerySet["Notice"]):
    def published(self) -> Self:
        return self.filter(state=NoticeState.PUBLISHED)

    def in_force_at(self, moment: datetime.datetime) -> Self:
        """Published, begun, neither expired nor replaced by one that is published."""
        newer = Notice.objects.filter(supersedes=OuterRef("pk"), state=NoticeState.PUBLISHED)
        found = self.published().filter(valid_from__lte=moment, expires_at__gt=moment)
        return found.exclude(Exists(newer))


class Notice(models.Model):
    """What people have to know for a time; its words stand in many languages beside it."""

    ref = models.CharField(max_length=12, unique=True)
    disaster = models.ForeignKey(Disaster, on_delete=models.PROTECT, related_name="notices")
    category = models.CharField(max_length=14, choices=Category)
    severity = models.CharField(max_length=10, choices=Severity)
    valid_from = models.DateTimeField()
    expires_at = models.DateTimeField()
    source = models.CharField(max_length=200)
    source_at = models.DateTimeField()
    supersedes = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="superseded_by"
    )
    state = models.CharField(max_length=10, choices=NoticeState, default=NoticeState.DRAFT)
    written_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    published_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    published_at = models.DateTimeField(null=True)
    objects = NoticeQuerySet.as_manager()
    # Written beside by the query that lists notices; the words themselves are texts.
    title: str = ""

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("valid_from")), name="notice_expires_after_it_began"
            ),
            models.CheckConstraint(condition=~Q(source=""), name="notice_names_its_source"),
            models.CheckConstraint(
                condition=Q(
                    state=NoticeState.PUBLISHED,
                    published_by__isnull=False,
                    published_at__isnull=False,
                )
                | Q(state=NoticeState.DRAFT, published_by=None, published_at=None),
                name="notice_is_published_iff_signed",
            ),
        ]

    def __str__(self) -> str:
        return self.ref

    @property
    def is_expired(self) -> bool:
        """Whether its time is over."""
        return self.expires_at <= clock.now()


class NoticeArea(Area):
    """Whom a notice concerns."""

    notice = models.ForeignKey(Notice, on_delete=models.PROTECT, related_name="areas")

    class Meta:
        ordering = ["notice", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["notice", "prefecture"],
                condition=Q(municipality=None),
                name="notice_names_a_prefecture_once",
            ),
            models.UniqueConstraint(
                fields=["notice", "municipality"], name="notice_names_a_municipality_once"
            ),
        ]
