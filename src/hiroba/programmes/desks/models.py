"""Japan Desks, the bodies they know, and what they tell about their countries."""

import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q

from hiroba.foundation.bilingual import said
from hiroba.programmes.desks.states import GuideTopic


class DeskQuerySet(models.QuerySet["Desk"]):
    def open_on(self, day: datetime.date) -> Self:
        """Those that were open on a day; the day of closing is the first without the desk."""
        return self.filter(Q(closed_on=None) | Q(closed_on__gt=day), opened_on__lte=day)


class Desk(models.Model):
    """A place in a country abroad where people from Japan ask, from a day, until a day."""

    ref = models.CharField(max_length=12, unique=True)
    country = models.ForeignKey("places.Country", on_delete=models.PROTECT, related_name="desks")
    queue = models.OneToOneField("enquiries.Queue", on_delete=models.PROTECT, related_name="+")
    hours_ja = models.CharField(max_length=200)
    hours_en = models.CharField(max_length=200)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)
    is_sample = models.BooleanField(default=False)
    objects = DeskQuerySet.as_manager()

    class Meta:
        ordering = ["country__kana", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["country"], condition=Q(closed_on=None), name="country_has_one_desk_now"
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(closed_on__gt=F("opened_on")),
                name="desk_closes_after_it_opened",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.country}"

    @property
    def title(self) -> str:
        """What a list of records calls the desk."""
        return said(self.country, "name")


class CheckingRule(models.Model):
    """For how many days what was checked counts as fresh, from a day on."""

    since = models.DateField(unique=True)
    fresh_days = models.PositiveSmallIntegerField()
    set_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["-since"]
        constraints = [
            models.CheckConstraint(condition=Q(fresh_days__gte=1), name="a_check_holds_for_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.since} {self.fresh_days}"


class CheckedQuerySet(models.QuerySet[models.Model]):
    def with_age(self, fresh_since: datetime.date) -> Self:
        """Each with the mark whether it has to be checked again."""
        return self.annotate(
            is_stale=models.Case(
                models.When(checked_on__lt=fresh_since, then=True),
                default=False,
                output_field=models.BooleanField(),
            )
        )


class Checked(models.Model):
    """What is true on the day somebody checked it, and grows stale after."""

    checked_on = models.DateField()
    checked_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    objects = CheckedQuerySet.as_manager()

    class Meta:
        abstract = True


class LocalBody(Checked):
    """A body of the country that a desk knows."""

    ref = models.CharField(max_length=12, unique=True)
    country = models.ForeignKey(
        "places.Country", on_delete=models.PROTECT, related_name="local_bodies"
    )
    name_ja = models.CharField(max_length=160)
    name_en = models.CharField(max_length=160)
    work_ja = models.CharField(max_length=300)
    work_en = models.CharField(max_length=300)
    homepage = models.URLField(blank=True)
    is_sample = models.BooleanField(default=False)

    class Meta:
        ordering = ["name_en", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(name_en="") & ~Q(name_ja=""), name="local_body_has_a_name"
            ),
            models.UniqueConstraint(
                fields=["country", "name_en"], name="local_body_is_known_once_in_a_country"
            ),
        ]

    def __str__(self) -> str:
        return said(self, "name")


class CountryGuide(Checked):
    """One section of what a desk tells about its country."""

    ref = models.CharField(max_length=12, unique=True)
    country = models.ForeignKey("places.Country", on_delete=models.PROTECT, related_name="guide")
    topic = models.CharField(max_length=20, choices=GuideTopic)
    text_ja = models.TextField()
    text_en = models.TextField(blank=True)

    class Meta:
        ordering = ["country", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["country", "topic"], name="guide_has_one_section_for_a_topic"
            ),
            models.CheckConstraint(condition=~Q(text_ja=""), name="guide_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.country_id} {self.topic}"
