"""Files that are kept."""

from django.db import models
from django.db.models import Q


class StoredFile(models.Model):
    """A file as it was sent: its own name for people, its hash for the shelf."""

    ref = models.CharField(max_length=12, unique=True)
    sha256 = models.CharField(max_length=64, db_index=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=10)
    size = models.PositiveBigIntegerField()
    purpose = models.CharField(max_length=60)
    kept_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    kept_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(size__gt=0), name="a_kept_file_is_not_empty")
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def shelf(self) -> str:
        """Where its content lies below the folder of files."""
        return f"{self.sha256[:2]}/{self.sha256}"
