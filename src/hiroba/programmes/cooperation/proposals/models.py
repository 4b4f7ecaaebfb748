"""Schemes with their limits over the years, and what a proposal adds to a submission."""

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q

if TYPE_CHECKING:
    from hiroba.engines.intake.submissions.models import Submission


class Scheme(models.Model):
    """One kind of joint project that can be proposed."""

    code = models.SlugField(max_length=40, unique=True)
    name_ja = models.CharField(max_length=80)
    name_en = models.CharField(max_length=120)
    form_code = models.SlugField(max_length=60)
    place = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["place", "pk"]

    def __str__(self) -> str:
        return self.name_ja

    @property
    def ref(self) -> str:
        return self.code


class SchemeLimits(models.Model):
    """What a scheme allows from a day on; a new track begins with the limits of its time."""

    scheme = models.ForeignKey(Scheme, on_delete=models.PROTECT, related_name="limits")
    valid_from = models.DateField()
    content = models.JSONField()
    source = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["scheme", "valid_from", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "valid_from"], name="scheme_has_one_set_of_limits_for_a_day"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scheme_id} {self.valid_from}"


class Proposal(models.Model):
    """A submission that proposes a joint project, with the answers that lists ask for."""

    ref = models.CharField(max_length=20, unique=True)
    submission: "models.OneToOneField[Submission, Submission]" = models.OneToOneField(
        "submissions.Submission", on_delete=models.PROTECT, related_name="proposal"
    )
    scheme = models.ForeignKey(Scheme, on_delete=models.PROTECT, related_name="proposals")
    title_en = models.CharField(max_length=200, blank=True)
    summary_ja = models.TextField(blank=True)
    country_codes = models.JSONField(default=list)
    prefecture_code = models.CharField(max_length=2, blank=True)
    sector = models.CharField(max_length=40, blank=True)
    yen_total = models.PositiveBigIntegerField(null=True)
    planned_start = models.DateField(null=True)
    planned_end = models.DateField(null=True)
    project = models.OneToOneField(
        "projects.Project", null=True, on_delete=models.PROTECT, related_name="proposal"
    )

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(planned_start=None)
                | Q(planned_end=None)
                | Q(planned_end__gte=F("planned_start")),
                name="proposal_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return self.ref
