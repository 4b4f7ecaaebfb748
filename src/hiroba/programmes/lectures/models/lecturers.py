"""Those who give lectures."""

import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q


class LecturerQuerySet(models.QuerySet["Lecturer"]):
    def serving(self, day: datetime.date) -> Self:
        """Those who are at their place on a day."""
        return self.serving_between(day, day)

    def serving_between(self, first: datetime.date, last: datetime.date) -> Self:
        """Those who are at their place on one of these days."""
        return self.filter(Q(until=None) | Q(until__gte=first), since__lte=last)


class Lecturer(models.Model):
    """Somebody who tells of a country: where they are, when they can, and what they know."""

    ref = models.CharField(max_length=12, unique=True)
    person = models.OneToOneField(
        "people.Person", on_delete=models.PROTECT, related_name="lecturer"
    )
    country = models.ForeignKey(
        "places.Country", on_delete=models.PROTECT, related_name="lecturers"
    )
    zone = models.CharField(max_length=60)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    languages = models.JSONField(default=list)
    themes = models.ManyToManyField("themes.Theme", related_name="+")
    grades = models.JSONField(default=list)
    weekdays = models.JSONField(default=list)
    earliest = models.TimeField(default=datetime.time(6))
    latest = models.TimeField(default=datetime.time(22))
    capacity = models.PositiveSmallIntegerField()
    trained_until = models.DateField(null=True, blank=True)
    is_sample = models.BooleanField(default=False)
    objects = LecturerQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="lecturer_leaves_after_arriving",
            ),
            models.CheckConstraint(
                condition=Q(latest__gt=F("earliest")), name="lecturer_hours_end_after_they_begin"
            ),
            models.CheckConstraint(
                condition=Q(capacity__gte=1), name="lecturer_can_give_a_lecture"
            ),
        ]

    def __str__(self) -> str:
        return self.person.name


class Absence(models.Model):
    """Days on which a lecturer cannot, both ends included, in the lecturer's own calendar."""

    lecturer = models.ForeignKey(Lecturer, on_delete=models.CASCADE, related_name="absences")
    since = models.DateField()
    until = models.DateField()

    class Meta:
        ordering = ["since", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until__gte=F("since")), name="absence_ends_after_it_begins"
            )
        ]

    def __str__(self) -> str:
        return f"{self.since}–{self.until}"
