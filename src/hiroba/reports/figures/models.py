"""What stands beside the records: values that were published, and values as they were on a day."""

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import get_language

from hiroba.reports.figures.periods import Period
from hiroba.reports.figures.states import Basis, Certainty

if TYPE_CHECKING:
    from datetime import date


class BaselineQuerySet(models.QuerySet["Baseline"]):
    """Words in which one asks for published values."""

    def current(self) -> "BaselineQuerySet":
        return self.filter(replaced_by=None)


class Baseline(models.Model):
    """A published value for a time without records of our own; never changed, only replaced."""

    figure = models.SlugField(max_length=60)
    fiscal_year = models.PositiveSmallIntegerField()
    first_day = models.DateField(null=True)
    last_day = models.DateField()
    label_ja = models.CharField(max_length=60, blank=True)
    label_en = models.CharField(max_length=60, blank=True)
    value = models.BigIntegerField()
    certainty = models.CharField(max_length=12, choices=Certainty, default=Certainty.SEEN)
    basis = models.CharField(max_length=8, choices=Basis, default=Basis.RESULT)
    source_ja = models.CharField(max_length=200)
    source_en = models.CharField(max_length=200)
    url = models.URLField(blank=True)
    note_ja = models.CharField(max_length=400, blank=True)
    note_en = models.CharField(max_length=400, blank=True)
    replaces = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="replaced_by"
    )
    recorded_at = models.DateTimeField()

    objects = BaselineQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(first_day=None) | Q(first_day__lte=models.F("last_day")),
                name="a_baseline_begins_before_it_ends",
            ),
            models.CheckConstraint(
                condition=~Q(source_ja="") & ~Q(source_en=""), name="a_baseline_names_its_source"
            ),
        ]
        indexes = [models.Index(fields=["figure", "last_day"], name="baselines_of_a_figure")]

    def __str__(self) -> str:
        return f"{self.figure} {self.last_day}: {self.value}"

    @property
    def period(self) -> Period:
        return Period(self.first_day, self.last_day, self.label_ja, self.label_en)

    @property
    def period_text(self) -> str:
        return self.period.text(get_language() or "ja")

    @property
    def slot(self) -> "tuple[str, int, date | None, date, str]":
        """What the value is about; two current rows never share it."""
        return (self.figure, self.fiscal_year, self.first_day, self.last_day, self.basis)


class Assertion(models.Model):
    """A value that somebody else published about a figure; compared with ours, never copied."""

    figure = models.SlugField(max_length=60)
    fiscal_year = models.PositiveSmallIntegerField()
    value = models.BigIntegerField()
    source_ja = models.CharField(max_length=200)
    source_en = models.CharField(max_length=200)
    url = models.URLField(blank=True)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["figure", "fiscal_year", "value", "source_ja"],
                name="a_source_asserts_a_value_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.figure} {self.fiscal_year}: {self.value}"


class Snapshot(models.Model):
    """A figure as it stood at one moment, with what it was made of; never changed."""

    ref = models.CharField(max_length=12, unique=True)
    figure = models.SlugField(max_length=60)
    fiscal_year = models.PositiveSmallIntegerField()
    value = models.BigIntegerField()
    parts = models.JSONField(default=dict)
    baseline = models.ForeignKey(
        Baseline, null=True, on_delete=models.PROTECT, related_name="snapshots"
    )
    records_hash = models.CharField(max_length=64)
    code_version = models.CharField(max_length=20)
    computed_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["figure", "fiscal_year", "computed_at"], name="snapshots_in_time")
        ]

    def __str__(self) -> str:
        return f"{self.ref} {self.figure} {self.fiscal_year}: {self.value}"
