"""Where things are: countries, prefectures, municipalities, offices, territories, sites."""

import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q

from hiroba.engines.registry.places.states import OfficeKind
from hiroba.foundation.bilingual import said


class CountryQuerySet(models.QuerySet["Country"]):
    def partners(self) -> Self:
        """Countries on the list of recipients of development aid."""
        return self.filter(is_dac_recipient=True)

    def least_developed(self, on: datetime.date) -> Self:
        return self.filter(
            Q(ldc_until=None) | Q(ldc_until__gt=on), ldc_since__isnull=False, ldc_since__lte=on
        )


class Country(models.Model):
    """A country or territory of ISO 3166-1, with the names we use for it."""

    code = models.CharField(max_length=2, unique=True)
    alpha3 = models.CharField(max_length=3, unique=True)
    numeric = models.CharField(max_length=3, unique=True)
    name_ja = models.CharField(max_length=80)
    name_en = models.CharField(max_length=80)
    kana = models.CharField(max_length=80)
    region_code = models.CharField(max_length=3)
    region_ja = models.CharField(max_length=40)
    region_en = models.CharField(max_length=60)
    continent_ja = models.CharField(max_length=40)
    continent_en = models.CharField(max_length=60)
    is_dac_recipient = models.BooleanField(default=False)
    dac_as_of = models.DateField(null=True, blank=True)
    ldc_since = models.DateField(null=True, blank=True)
    ldc_until = models.DateField(null=True, blank=True)
    time_zones = models.JSONField(default=list)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    objects = CountryQuerySet.as_manager()

    class Meta:
        ordering = ["kana", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ldc_until=None) | Q(ldc_until__gt=F("ldc_since")),
                name="country_stops_being_least_developed_after_it_began",
            )
        ]

    def __str__(self) -> str:
        return said(self, "name")

    @property
    def ref(self) -> str:
        return self.code


class Prefecture(models.Model):
    """One of the 47 prefectures; the code is that of JIS X 0401."""

    code = models.CharField(max_length=2, unique=True)
    name_ja = models.CharField(max_length=8)
    name_en = models.CharField(max_length=20)
    kana = models.CharField(max_length=20)
    latitude = models.FloatField()
    longitude = models.FloatField()

    class Meta:
        ordering = ["code", "pk"]

    def __str__(self) -> str:
        return said(self, "name")


class Municipality(models.Model):
    """A city, ward, town or village; six digits of JIS X 0402, the last of which checks."""

    code = models.CharField(max_length=6, unique=True)
    prefecture = models.ForeignKey(
        Prefecture, on_delete=models.PROTECT, related_name="municipalities"
    )
    part_of = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="wards"
    )
    name_ja = models.CharField(max_length=40)
    name_en = models.CharField(max_length=80)
    kana = models.CharField(max_length=80)

    class Meta:
        ordering = ["code", "pk"]

    def __str__(self) -> str:
        return said(self, "name")

    @property
    def ref(self) -> str:
        return self.code


class Office(models.Model):
    """A place from which the agency works; the past ones stay."""

    ref = models.SlugField(max_length=40, unique=True)
    kind = models.CharField(max_length=12, choices=OfficeKind)
    name_ja = models.CharField(max_length=60)
    name_en = models.CharField(max_length=80)
    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="offices")
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    is_sample = models.BooleanField(default=False)

    class Meta:
        ordering = ["kind", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(since=None) | Q(until__gte=F("since")),
                name="office_closes_after_it_opened",
            )
        ]

    def __str__(self) -> str:
        return said(self, "name")


class TerritoryQuerySet(models.QuerySet["Territory"]):
    def on(self, day: datetime.date) -> Self:
        """Those that hold on a day; the last day is included."""
        return self.filter(Q(until=None) | Q(until__gte=day), since__lte=day)


class Territory(models.Model):
    """An office is responsible for a prefecture or a country, from a day, until a day."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="territories")
    prefecture = models.ForeignKey(
        Prefecture, null=True, on_delete=models.PROTECT, related_name="territories"
    )
    country = models.ForeignKey(
        Country, null=True, on_delete=models.PROTECT, related_name="territories"
    )
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    objects = TerritoryQuerySet.as_manager()

    class Meta:
        ordering = ["since", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(prefecture=None, country__isnull=False)
                | Q(prefecture__isnull=False, country=None),
                name="territory_is_a_prefecture_or_a_country",
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="territory_ends_after_it_begins",
            ),
            models.UniqueConstraint(
                fields=["prefecture"],
                condition=Q(until=None),
                name="prefecture_has_one_office_now",
            ),
            models.UniqueConstraint(
                fields=["country"], condition=Q(until=None), name="country_has_one_office_now"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.office} {self.prefecture or self.country} {self.since}"


class Site(models.Model):
    """A place one can visit."""

    ref = models.SlugField(max_length=40, unique=True)
    name_ja = models.CharField(max_length=80)
    name_en = models.CharField(max_length=80)
    office = models.ForeignKey(
        Office, null=True, blank=True, on_delete=models.PROTECT, related_name="sites"
    )
    prefecture = models.ForeignKey(Prefecture, on_delete=models.PROTECT, related_name="sites")
    address_ja = models.CharField(max_length=200, blank=True)
    address_en = models.CharField(max_length=200, blank=True)
    time_zone = models.CharField(max_length=40, default="Asia/Tokyo")
    is_sample = models.BooleanField(default=False)

    class Meta:
        ordering = ["ref", "pk"]

    def __str__(self) -> str:
        return said(self, "name")
