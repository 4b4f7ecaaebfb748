"""What the work is about."""

from django.db import models

from hiroba.engines.registry.themes.states import ThemeKind


class Theme(models.Model):
    """A goal, a sector or a field: one code of one list, in both languages."""

    kind = models.CharField(max_length=12, choices=ThemeKind)
    code = models.CharField(max_length=20)
    name_ja = models.CharField(max_length=160)
    name_en = models.CharField(max_length=200)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts"
    )
    place = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["kind", "place", "code", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "code"], name="theme_is_listed_once")
        ]

    def __str__(self) -> str:
        return self.name_ja
