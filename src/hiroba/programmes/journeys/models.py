"""Journeys, their versions, and the steps that somebody took."""

from functools import cached_property

from django.db import models
from django.db.models import Q

from hiroba.programmes.journeys.definitions import Story, parse
from hiroba.programmes.journeys.states import VersionState


class Journey(models.Model):
    """A journey under a name that stays while its versions change."""

    code = models.SlugField(max_length=40, unique=True)
    is_sample = models.BooleanField(default=False)
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["code", "pk"]

    def __str__(self) -> str:
        return self.code

    @property
    def ref(self) -> str:
        return self.code


class JourneyVersion(models.Model):
    """A journey as it is told in one version; its content is never changed."""

    journey = models.ForeignKey(Journey, on_delete=models.PROTECT, related_name="versions")
    no = models.PositiveSmallIntegerField()
    content = models.JSONField()
    state = models.CharField(max_length=10, choices=VersionState, default=VersionState.DRAFT)
    added_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)
    retired_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["journey", "no"], name="journey_version_numbered_once"),
            models.UniqueConstraint(
                fields=["journey"],
                condition=Q(state=VersionState.PUBLISHED),
                name="journey_is_told_in_one_version_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(state=VersionState.DRAFT, published_at=None, retired_at=None)
                | Q(state=VersionState.PUBLISHED, published_at__isnull=False, retired_at=None)
                | Q(
                    state=VersionState.RETIRED,
                    published_at__isnull=False,
                    retired_at__isnull=False,
                ),
                name="journey_version_is_published_and_retired_at_a_moment",
            ),
        ]

    def __str__(self) -> str:
        return self.ref

    @property
    def ref(self) -> str:
        return f"{self.journey.code}/{self.no}"

    @cached_property
    def story(self) -> Story:
        return parse(self.content)


class Step(models.Model):
    """Somebody chose, or stepped out; the run is a random name that leads to nobody."""

    version = models.ForeignKey(JourneyVersion, on_delete=models.PROTECT, related_name="steps")
    run = models.CharField(max_length=16)
    place = models.PositiveSmallIntegerField()
    role = models.CharField(max_length=40)
    scene = models.CharField(max_length=40)
    choice = models.CharField(max_length=40, blank=True)
    is_out = models.BooleanField(default=False)
    on = models.DateField()

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["version", "role", "scene", "choice"], name="journey_step_counted")
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["run", "place", "is_out"], name="journey_step_is_counted_once"
            ),
            models.CheckConstraint(
                condition=Q(is_out=True, choice="") | (Q(is_out=False) & ~Q(choice="")),
                name="journey_step_is_a_choice_or_a_way_out",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.run} {self.place}"
