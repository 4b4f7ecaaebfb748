"""What can be found."""

from django.db import models


class Findable(models.Model):
    """One thing that can be found, as it reads in one language."""

    ref = models.CharField(max_length=80)
    kind = models.CharField(max_length=30)
    language = models.CharField(max_length=12, default="ja")
    audience = models.CharField(max_length=40, default="everyone")
    url = models.CharField(max_length=300)
    title = models.CharField(max_length=400)
    text = models.TextField(blank=True)
    day = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ref", "language"], name="findable_once_per_language")
        ]
        indexes = [models.Index(fields=["kind", "-day"], name="findable_by_kind")]

    def __str__(self) -> str:
        return self.title
