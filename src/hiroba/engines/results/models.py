"""Lessons of the work; practices that others can take over, and where they were taken up."""

from typing import Self

from django.db import models
from django.db.models import F, Q

from hiroba.engines.results.states import AdoptionState, Direction, LessonState

WORDS = (
    "title_ja", "title_en", "situation_ja", "situation_en", "happened_ja", "happened_en",
    "advice_ja", "advice_en", "applies_when_ja", "applies_when_en", "field", "country",
)  # fmt: skip


class LessonQuerySet(models.QuerySet["Lesson"]):
    def published(self) -> Self:
        """Those everybody may read."""
        return self.filter(state=LessonState.PUBLISHED)

    def about(self, ref: str) -> Self:
        return self.filter(about_ref=ref)


class Lesson(models.Model):
    """What the next one should know, written by one person and checked by another."""

    ref = models.CharField(max_length=14, unique=True)
    programme = models.SlugField(max_length=20)
    about_ref = models.CharField(max_length=20, db_index=True)
    title_ja = models.CharField(max_length=200)
    title_en = models.CharField(max_length=200, blank=True)
    situation_ja = models.TextField()
    situation_en = models.TextField(blank=True)
    happened_ja = models.TextField()
    happened_en = models.TextField(blank=True)
    advice_ja = models.TextField()
    advice_en = models.TextField(blank=True)
    applies_when_ja = models.TextField(blank=True)
    applies_when_en = models.TextField(blank=True)
    field = models.CharField(max_length=20, blank=True, db_index=True)
    country = models.ForeignKey(
        "places.Country", null=True, blank=True, on_delete=models.PROTECT, related_name="lessons"
    )
    state = models.CharField(max_length=10, choices=LessonState, default=LessonState.DRAFT)
    written_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    reviewed_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    reviewed_at = models.DateTimeField(null=True)
    published_at = models.DateTimeField(null=True)
    objects = LessonQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(title_ja=""), name="lesson_has_a_title"),
            models.CheckConstraint(
                condition=Q(reviewed_by=None) | ~Q(reviewed_by=F("written_by")),
                name="lesson_is_reviewed_by_somebody_else",
            ),
            models.CheckConstraint(
                condition=Q(state=LessonState.DRAFT, reviewed_by=None, reviewed_at=None)
                | ~Q(state=LessonState.DRAFT)
                & Q(reviewed_by__isnull=False, reviewed_at__isnull=False),
                name="lesson_is_past_draft_iff_reviewed",
            ),
            models.CheckConstraint(
                condition=Q(state=LessonState.PUBLISHED, published_at__isnull=False)
                | ~Q(state=LessonState.PUBLISHED) & Q(published_at=None),
                name="lesson_is_published_iff_dated",
            ),
        ]

    def __str__(self) -> str:
        return self.title_ja


class Practice(models.Model):
    """Something that worked and that others can do as well."""

    ref = models.CharField(max_length=14, unique=True)
    programme = models.SlugField(max_length=20)
    origin_ref = models.CharField(max_length=20, db_index=True)
    title_ja = models.CharField(max_length=200)
    title_en = models.CharField(max_length=200, blank=True)
    core_ja = models.TextField()
    core_en = models.TextField(blank=True)
    is_sample = models.BooleanField(default=False)
    described_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    described_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(title_ja="") & ~Q(core_ja=""), name="practice_has_a_title_and_a_core"
            )
        ]

    def __str__(self) -> str:
        return self.title_ja


class Adoption(models.Model):
    """A practice is taken up at a place, or in a rule, perhaps from another place."""

    ref = models.CharField(max_length=14, unique=True)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="adoptions")
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="led_to"
    )
    place_ja = models.CharField(max_length=120)
    place_en = models.CharField(max_length=160, blank=True)
    country = models.ForeignKey(
        "places.Country", null=True, blank=True, on_delete=models.PROTECT, related_name="adoptions"
    )
    body_text = models.CharField(max_length=200, blank=True)
    direction = models.CharField(max_length=10, choices=Direction)
    state = models.CharField(max_length=10, choices=AdoptionState, default=AdoptionState.INTERESTED)
    since = models.DateField(null=True, blank=True)
    evidence = models.CharField(max_length=500, blank=True)
    stopped_because = models.CharField(max_length=400, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(place_ja=""), name="adoption_has_a_place"),
            models.CheckConstraint(
                condition=~Q(state__in=[AdoptionState.ADOPTED, AdoptionState.SUSTAINED])
                | ~Q(evidence="") & Q(since__isnull=False),
                name="adopted_practice_is_dated_and_shown",
            ),
            models.CheckConstraint(
                condition=Q(state=AdoptionState.STOPPED) & ~Q(stopped_because="")
                | ~Q(state=AdoptionState.STOPPED) & Q(stopped_because=""),
                name="practice_is_stopped_iff_reasoned",
            ),
            models.CheckConstraint(
                condition=Q(parent=None) | ~Q(parent=F("pk")), name="adoption_is_not_its_own_parent"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.practice_id} {self.place_ja}"
