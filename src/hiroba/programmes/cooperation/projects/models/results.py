"""What a project's carrier reports to have reached."""

from django.db import models

from hiroba.programmes.cooperation.projects.models.project import Project


class ReportedResult(models.Model):
    """Something the project wants to change."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="results")
    type = models.CharField(max_length=4, blank=True)
    title = models.CharField(max_length=1000, blank=True)
    description = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.title


class ReportedIndicator(models.Model):
    """How a result is measured, and where it stood before."""

    result = models.ForeignKey(ReportedResult, on_delete=models.CASCADE, related_name="indicators")
    title = models.CharField(max_length=1000, blank=True)
    measure = models.CharField(max_length=4, blank=True)
    ascending = models.BooleanField(default=True)
    baseline = models.CharField(max_length=1000, blank=True)
    baseline_year = models.CharField(max_length=4, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.title


class ReportedPeriod(models.Model):
    """What was hoped for and what was reached between two days."""

    indicator = models.ForeignKey(
        ReportedIndicator, on_delete=models.CASCADE, related_name="periods"
    )
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    target = models.CharField(max_length=1000, blank=True)
    actual = models.CharField(max_length=1000, blank=True)
    comment = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.starts_on}–{self.ends_on}"
