"""The house's projects as the minimal project sees them, and a table to write into."""

from django.db import models


class Project(models.Model):
    """A few columns of a table that the house owns."""

    ref = models.CharField(max_length=12)
    title_ja = models.CharField(max_length=500)
    summary_ja = models.TextField()
    reporter_name = models.CharField(max_length=300)
    planned_start = models.DateField()
    planned_end = models.DateField()
    listed_on = models.DateField()
    headings: "models.Manager[Heading]"

    class Meta:
        managed = False
        db_table = "projects_project"

    def __str__(self) -> str:
        return self.ref


class Heading(models.Model):
    """Where the newest projects are found by an index."""

    project = models.ForeignKey(Project, on_delete=models.DO_NOTHING, related_name="headings")
    name = models.CharField(max_length=40)
    listed_on = models.DateField()

    class Meta:
        managed = False
        db_table = "projects_heading"

    def __str__(self) -> str:
        return self.name


class Entry(models.Model):
    """One line that somebody wrote."""

    text = models.CharField(max_length=200)
    written_at = models.DateTimeField()

    class Meta:
        managed = False
        db_table = "bench_entry"

    def __str__(self) -> str:
        return self.text
