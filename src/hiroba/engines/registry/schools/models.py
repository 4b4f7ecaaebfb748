"""Schools."""

import datetime
from typing import Self

from django.db import models
from django.db.models import Q

from hiroba.engines.registry.schools.states import Founder, SchoolKind


class SchoolQuerySet(models.QuerySet["School"]):
    def open_on(self, day: datetime.date) -> Self:
        return self.filter(Q(closed_on=None) | Q(closed_on__gt=day)).filter(
            Q(opened_on=None) | Q(opened_on__lte=day)
        )


class School(models.Model):
    """One row of the ministry's list of schools."""

    code = models.CharField(max_length=13, unique=True)
    kind = models.CharField(max_length=2, choices=SchoolKind)
    founder = models.CharField(max_length=1, choices=Founder)
    name = models.CharField(max_length=120)
    prefecture = models.ForeignKey(
        "places.Prefecture", on_delete=models.PROTECT, related_name="schools"
    )
    municipality = models.ForeignKey(
        "places.Municipality",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="schools",
    )
    address = models.CharField(max_length=200, blank=True)
    postal_code = models.CharField(max_length=7, blank=True)
    opened_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    successor_code = models.CharField(max_length=13, blank=True)
    is_sample = models.BooleanField(default=False)
    objects = SchoolQuerySet.as_manager()

    class Meta:
        ordering = ["code", "pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def ref(self) -> str:
        return self.code
