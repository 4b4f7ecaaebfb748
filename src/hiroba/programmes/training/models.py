"""Courses, who would like to take part, and the certificates of those who did."""

from django.db import models
from django.db.models import F, Q

from hiroba.foundation import clock
from hiroba.foundation.bilingual import said
from hiroba.programmes.training.states import ApplicationState, CourseState


class Course(models.Model):
    """A course of some days with its own rules; its days are the slots of its gathering."""

    ref = models.CharField(max_length=12, unique=True)
    gathering = models.OneToOneField(
        "gatherings.Gathering", on_delete=models.PROTECT, related_name="+"
    )
    title_ja = models.CharField(max_length=160)
    title_en = models.CharField(max_length=200)
    text_ja = models.TextField()
    text_en = models.TextField()
    for_whom_ja = models.CharField(max_length=200)
    for_whom_en = models.CharField(max_length=240)
    applies_until = models.DateField()
    seats = models.PositiveSmallIntegerField()
    least_days = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=CourseState, default=CourseState.DRAFT)
    proposed_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    approved_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    is_sample = models.BooleanField(default=False)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(seats__gte=1) & Q(least_days__gte=1), name="course_has_seats_and_days"
            ),
            models.CheckConstraint(
                condition=Q(approved_by=None)
                | Q(proposed_by__isnull=False) & ~Q(approved_by=F("proposed_by")),
                name="course_is_approved_by_a_second_person",
            ),
        ]

    def __str__(self) -> str:
        return said(self, "title")

    @property
    def takes_applications(self) -> bool:
        """Whether one can apply today."""
        return self.state == CourseState.OPEN and clock.today() <= self.applies_until


class Application(models.Model):
    """Somebody would like to take part, and says why; what was proposed is no decision yet."""

    ref = models.CharField(max_length=12, unique=True)
    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="applications")
    applicant = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    workplace = models.CharField(max_length=160)
    reason = models.TextField()
    state = models.CharField(
        max_length=10, choices=ApplicationState, default=ApplicationState.APPLIED
    )
    is_chosen = models.BooleanField(default=False)
    applied_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["course", "applicant"],
                condition=~Q(state=ApplicationState.WITHDRAWN),
                name="one_applies_once_for_a_course",
            )
        ]

    def __str__(self) -> str:
        return self.ref


class Certificate(models.Model):
    """That somebody took part, as it was written on the day; it never changes."""

    number = models.CharField(max_length=16, unique=True)
    application = models.OneToOneField(
        Application, on_delete=models.PROTECT, related_name="certificate"
    )
    name = models.CharField(max_length=120)
    days = models.PositiveSmallIntegerField()
    issued_at = models.DateTimeField()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.number

    @property
    def ref(self) -> str:
        return self.number
