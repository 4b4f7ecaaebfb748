"""Sites with their rules, exhibitions, and what a visiting group tells about itself."""

import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q

from hiroba.foundation import clock
from hiroba.foundation.bilingual import said
from hiroba.programmes.plaza.hours import Opening, closing_of
from hiroba.programmes.plaza.states import ExhibitionState


class Site(models.Model):
    """A house that citizens visit."""

    ref = models.SlugField(max_length=20, unique=True)
    name_ja = models.CharField(max_length=120)
    name_en = models.CharField(max_length=160)
    about_ja = models.TextField()
    about_en = models.TextField()
    place_ja = models.CharField(max_length=200)
    place_en = models.CharField(max_length=240)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)
    is_sample = models.BooleanField(default=False)

    class Meta:
        ordering = ["opened_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(name_ja="") & ~Q(name_en=""), name="site_has_a_name_in_both_languages"
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(closed_on__gt=F("opened_on")),
                name="site_closes_after_it_opened",
            ),
        ]

    def __str__(self) -> str:
        return said(self, "name")


class SiteRule(models.Model):
    """From a day on: when the site is open and whom it takes; the next is another version."""

    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="rules")
    since = models.DateField()
    opens = models.TimeField()
    closes = models.TimeField()
    closing = models.JSONField(default=dict)
    lead_days = models.PositiveSmallIntegerField()
    party_min = models.PositiveSmallIntegerField()
    party_max = models.PositiveSmallIntegerField()
    set_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    set_at = models.DateTimeField()

    class Meta:
        ordering = ["site", "-since"]
        constraints = [
            models.UniqueConstraint(fields=["site", "since"], name="site_has_one_rule_a_day"),
            models.CheckConstraint(
                condition=Q(closes__gt=F("opens")), name="site_closes_after_it_opens"
            ),
            models.CheckConstraint(
                condition=Q(party_min__gte=1) & Q(party_max__gte=F("party_min")),
                name="site_takes_parties_of_some_size",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.site_id} {self.since}"

    def opening_on(self, day: datetime.date) -> Opening | None:
        """From when to when the site is open on a day, or nothing when it rests."""
        rests = closing_of(self.closing).rests_on(day)
        return None if rests else Opening(self.opens, self.closes)


class ClosedDay(models.Model):
    """A day on which a site is closed although its rule says otherwise."""

    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="closed_days")
    day = models.DateField()
    reason_ja = models.CharField(max_length=120)
    reason_en = models.CharField(max_length=160, blank=True)

    class Meta:
        ordering = ["day", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["site", "day"], name="a_day_is_closed_once"),
            models.CheckConstraint(condition=~Q(reason_ja=""), name="closed_day_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.site_id} {self.day}"


class ExhibitionQuerySet(models.QuerySet["Exhibition"]):
    def published(self) -> Self:
        """Those that everybody may read about."""
        return self.filter(state=ExhibitionState.PUBLISHED)

    def on(self, day: datetime.date) -> Self:
        """Those that are shown on a day; standing ones have no end."""
        ends = Q(ends_on=None) | Q(ends_on__gte=day)
        return self.published().filter(ends, starts_on__lte=day)


class Exhibition(models.Model):
    """What a site shows, for a while or for good."""

    ref = models.CharField(max_length=12, unique=True)
    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="exhibitions")
    theme = models.SlugField(max_length=40, blank=True)
    title_ja = models.CharField(max_length=200)
    title_en = models.CharField(max_length=240, blank=True)
    text_ja = models.TextField()
    text_en = models.TextField(blank=True)
    caution_ja = models.CharField(max_length=300, blank=True)
    caution_en = models.CharField(max_length=400, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    state = models.CharField(max_length=10, choices=ExhibitionState, default=ExhibitionState.DRAFT)
    is_sample = models.BooleanField(default=False)
    objects = ExhibitionQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="exhibition_ends_after_it_began",
            ),
            models.CheckConstraint(
                condition=~Q(title_ja="") & ~Q(text_ja=""), name="exhibition_says_what_it_is"
            ),
        ]

    def __str__(self) -> str:
        return said(self, "title")

    @property
    def is_standing(self) -> bool:
        """Whether it is shown for good."""
        return self.ends_on is None

    @property
    def is_on(self) -> bool:
        """Whether it is shown today."""
        today = clock.today()
        return self.starts_on <= today and (self.ends_on is None or today <= self.ends_on)


class Visit(models.Model):
    """What a group that comes to a site tells beside its booking."""

    booking = models.OneToOneField(
        "gatherings.Booking", on_delete=models.PROTECT, related_name="plaza_visit"
    )
    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="visits")
    grade = models.CharField(max_length=60, blank=True)
    wish = models.CharField(max_length=300, blank=True)
    phone = models.CharField(max_length=30)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return str(self.booking)

    @property
    def ref(self) -> str:
        return self.booking.ref

    @property
    def title(self) -> str:
        """Figures show where and when, never who."""
        return f"{self.site} {self.booking.slot.starts_at:%Y-%m-%d}"

    @property
    def adds(self) -> int:
        """How many people it adds to a figure."""
        return self.booking.came or 0
