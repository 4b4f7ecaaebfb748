"""A yearly edition, its texts, the numbers it froze, and what was corrected afterwards."""

from typing import Any

from django.db import models
from django.db.models import F, Q

from hiroba.foundation.calendar import fiscal_year_text
from hiroba.reports.editions.states import EditionState


class Edition(models.Model):
    """The report of one fiscal year."""

    ref = models.CharField(max_length=12, unique=True)
    fiscal_year = models.PositiveSmallIntegerField(unique=True)
    state = models.CharField(max_length=12, choices=EditionState, default=EditionState.DRAFT)
    proposed_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    proposed_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    published_at = models.DateTimeField(null=True)
    sent_back_because = models.CharField(max_length=400, blank=True)
    # What queries have found in these texts; kept with the edition in hand only.
    checked: tuple[dict[str, str], dict[str, Any]] | None = None

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state="published", published_at__isnull=False)
                | ~Q(state="published") & Q(published_at=None),
                name="an_edition_is_published_iff_dated",
            ),
            models.CheckConstraint(
                condition=Q(published_by=None) | ~Q(published_by=F("proposed_by")),
                name="an_edition_is_published_by_a_second_person",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ref} {fiscal_year_text(self.fiscal_year)}"


class EditionText(models.Model):
    """The text of an edition in one language; Markdown with marks for numbers."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="texts")
    language = models.CharField(max_length=12)
    title = models.CharField(max_length=120)
    lead = models.TextField()
    body = models.TextField()
    written_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    written_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "language"], name="an_edition_has_one_text_for_each_language"
            )
        ]

    def __str__(self) -> str:
        return f"{self.edition} {self.language}"


class FrozenFigure(models.Model):
    """A number as the edition printed it when it was published; never changed."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="frozen")
    figure = models.SlugField(max_length=60)
    fiscal_year = models.PositiveSmallIntegerField()
    value = models.BigIntegerField()
    snapshot = models.ForeignKey("figures.Snapshot", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "figure", "fiscal_year"],
                name="an_edition_freezes_a_figure_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.edition} {self.figure} {self.fiscal_year}: {self.value}"


class Correction(models.Model):
    """What was found to be wrong after publishing; the text itself stays as it was."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="corrections")
    text_ja = models.CharField(max_length=400)
    text_en = models.CharField(max_length=400)
    corrected_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    corrected_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.text_ja
