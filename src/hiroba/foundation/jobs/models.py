"""What is to be done behind the pages, and when."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from hiroba.foundation.jobs.states import UNFINISHED, JobState


class JobQuerySet(models.QuerySet["Job"]):
    def unfinished(self) -> "JobQuerySet":
        return self.filter(state__in=UNFINISHED)

    def due(self, moment: datetime) -> "JobQuerySet":
        """Ready, not before their time; the most urgent and oldest first."""
        ready = self.filter(state=JobState.READY, run_after__lte=moment)
        return ready.order_by("-priority", "run_after", "pk")

    def lost(self, moment: datetime) -> "JobQuerySet":
        """Running, but nobody has reported for them: their worker was killed."""
        return self.filter(state=JobState.RUNNING, lease_until__lt=moment).order_by("pk")


class Job(models.Model):
    """One task with its arguments, done at least once."""

    ref = models.CharField(max_length=20, unique=True, editable=False)
    task = models.CharField(_("仕事"), max_length=200)
    args = models.JSONField(default=list)
    kwargs = models.JSONField(default=dict)
    queue = models.CharField(max_length=32, default="default")
    priority = models.SmallIntegerField(default=0)
    key = models.CharField(max_length=200, blank=True)
    wished_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    state = models.CharField(
        _("状態"), max_length=10, choices=JobState.choices, default=JobState.READY
    )
    run_after = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    max_attempts = models.PositiveSmallIntegerField()
    worker = models.CharField(max_length=100, blank=True)
    lease_until = models.DateTimeField(null=True)
    error = models.TextField(blank=True)
    answer = models.JSONField(null=True)
    progress_done = models.PositiveIntegerField(default=0)
    progress_total = models.PositiveIntegerField(default=0)
    progress_message = models.CharField(max_length=200, blank=True)
    enqueued_at = models.DateTimeField(_("頼んだ日時"))
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["key"],
                condition=Q(state__in=UNFINISHED) & ~Q(key=""),
                name="job_key_is_unfinished_once",
            ),
            models.CheckConstraint(
                condition=Q(state=JobState.RUNNING, lease_until__isnull=False)
                | (~Q(state=JobState.RUNNING) & Q(lease_until__isnull=True)),
                name="job_running_iff_leased",
            ),
            models.CheckConstraint(
                condition=Q(state__in=UNFINISHED, finished_at__isnull=True)
                | (~Q(state__in=UNFINISHED) & Q(finished_at__isnull=False)),
                name="job_ended_iff_dated",
            ),
        ]
        indexes = [
            models.Index(
                fields=["-priority", "run_after", "id"],
                condition=Q(state="ready"),
                name="job_ready_in_order",
            ),
            models.Index(
                fields=["lease_until"], condition=Q(state="running"), name="job_running_by_lease"
            ),
            models.Index(fields=["state", "finished_at"], name="job_by_end"),
        ]

    def __str__(self) -> str:
        return f"{self.ref} {self.task}"

    @property
    def is_unfinished(self) -> bool:
        return self.state in UNFINISHED

    @property
    def title(self) -> str:
        """The task's name for people; its path when the task is gone from the code."""
        try:
            return str(import_string(self.task).title) or self.task
        except (ImportError, AttributeError):
            return self.task


class Schedule(models.Model):
    """When a task of the timetable is due next; one row for each such task."""

    task = models.CharField(max_length=200, unique=True)
    next_run_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.task} {self.next_run_at:%Y-%m-%d %H:%M}"
