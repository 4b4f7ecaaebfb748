"""Files that were brought in."""

from django.db import models


class ImportRun(models.Model):
    """One file that was brought in: what was in it, what came of it, and who did it when."""

    ref = models.CharField(max_length=12, unique=True)
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64, db_index=True)
    new = models.PositiveIntegerField()
    changed = models.PositiveIntegerField()
    same = models.PositiveIntegerField()
    faulty = models.PositiveIntegerField()
    warned = models.PositiveIntegerField()
    faults = models.JSONField(default=list)
    imported_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    imported_at = models.DateTimeField()

    class Meta:
        ordering = ["-imported_at", "-pk"]

    def __str__(self) -> str:
        return self.file_name
