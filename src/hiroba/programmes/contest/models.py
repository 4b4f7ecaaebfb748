"""Contests, essays with their prizes, and, apart from them, what is known about pupils."""

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from hiroba.foundation import clock
from hiroba.programmes.contest.states import Division, Prize

if TYPE_CHECKING:
    from hiroba.engines.intake.calls.models import Call
    from hiroba.engines.intake.submissions.models import Submission


class Contest(models.Model):
    """A year's contest: what a call is not told about it."""

    call: "models.OneToOneField[Call, Call]" = models.OneToOneField(
        "calls.Call", on_delete=models.PROTECT, related_name="contest"
    )
    theme_ja = models.CharField(max_length=200)
    theme_en = models.CharField(max_length=200)
    junior_no = models.PositiveSmallIntegerField()
    senior_no = models.PositiveSmallIntegerField()
    rules = models.JSONField()
    settled_at = models.DateTimeField(null=True)
    results_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(settled_at=None, results_at=None)
                | Q(settled_at__isnull=False, results_at__isnull=False),
                name="contest_is_settled_iff_its_results_have_a_moment",
            )
        ]

    def __str__(self) -> str:
        return self.ref

    @property
    def ref(self) -> str:
        return self.call.ref

    @property
    def title_ja(self) -> str:
        return self.call.title_ja

    @property
    def title_en(self) -> str:
        return self.call.title_en

    def results_are_out(self) -> bool:
        """The moment has come at which everybody may know."""
        return self.results_at is not None and self.results_at <= clock.now()


class Essay(models.Model):
    """A submission that is an essay; who wrote it stands elsewhere."""

    ref = models.CharField(max_length=20, unique=True)
    contest = models.ForeignKey(Contest, on_delete=models.PROTECT, related_name="essays")
    submission: "models.OneToOneField[Submission, Submission]" = models.OneToOneField(
        "submissions.Submission", on_delete=models.PROTECT, related_name="essay"
    )
    division = models.CharField(max_length=6, choices=Division)
    characters = models.PositiveSmallIntegerField()
    prize = models.CharField(max_length=10, choices=Prize, blank=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.ref

    @property
    def title_ja(self) -> str:
        return self.submission.title


class Pupil(models.Model):
    """Who wrote an essay, and what guardian and pupil agreed to; seen by few, erased on request."""

    essay = models.OneToOneField(Essay, on_delete=models.PROTECT, related_name="pupil")
    contest = models.ForeignKey(Contest, on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey("people.Body", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    kana = models.CharField(max_length=80)
    grade = models.PositiveSmallIntegerField()
    consented_on = models.DateField()
    consent_taken_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    show_name = models.BooleanField(default=False)
    show_text = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["contest", "body", "grade", "name", "kana"],
                name="pupil_enters_a_contest_once",
            ),
            models.CheckConstraint(condition=Q(grade__range=(1, 3)), name="pupil_is_in_a_grade"),
        ]

    def __str__(self) -> str:
        return f"{self.essay_id}"


class Upload(models.Model):
    """A school's list that was sent in: how much of it was new, known and faulty."""

    ref = models.CharField(max_length=12, unique=True)
    contest = models.ForeignKey(Contest, on_delete=models.PROTECT, related_name="uploads")
    body = models.ForeignKey("people.Body", on_delete=models.PROTECT, related_name="+")
    file_name = models.CharField(max_length=200)
    entered = models.PositiveIntegerField()
    known = models.PositiveIntegerField()
    uploaded_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.ref


class FaultyRow(models.Model):
    """A row that could not be entered, kept as it was written until somebody repairs it."""

    upload = models.ForeignKey(Upload, on_delete=models.CASCADE, related_name="faulty_rows")
    line = models.PositiveIntegerField()
    facts = models.JSONField()
    fault = models.CharField(max_length=400)

    class Meta:
        ordering = ["line", "pk"]

    def __str__(self) -> str:
        return f"{self.upload_id} {self.line}"


class SchoolPrize(models.Model):
    """A school from which so many essays came that it is honoured."""

    contest = models.ForeignKey(Contest, on_delete=models.PROTECT, related_name="school_prizes")
    body = models.ForeignKey("people.Body", on_delete=models.PROTECT, related_name="+")
    entries = models.PositiveIntegerField()

    class Meta:
        ordering = ["-entries", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["contest", "body"], name="school_is_honoured_once")
        ]

    def __str__(self) -> str:
        return f"{self.contest_id} {self.body_id}"
