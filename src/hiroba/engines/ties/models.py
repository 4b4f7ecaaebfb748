"""Things that have a public name, and the ties between them."""

from typing import Self

from django.db import models
from django.db.models import F, Q


class Thing(models.Model):
    """What other rooms told about a thing of theirs, so that both ends of a tie can be shown."""

    ref = models.CharField(max_length=40, unique=True)
    kind = models.SlugField(max_length=20, db_index=False)
    title_ja = models.CharField(max_length=500, blank=True)
    title_en = models.CharField(max_length=500, blank=True)
    path = models.CharField(max_length=300, blank=True)
    is_public = models.BooleanField(default=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_public=False) | ~Q(title_ja=""), name="public_thing_has_a_title"
            ),
            models.CheckConstraint(condition=~Q(ref=""), name="thing_has_a_ref"),
        ]

    def __str__(self) -> str:
        return self.ref


class TieQuerySet(models.QuerySet["Tie"]):
    def holding(self) -> Self:
        """Those that nobody has ended."""
        return self.filter(ended_at=None)

    def at(self, ref: str) -> Self:
        """Those that begin or end at a thing."""
        return self.filter(Q(source__ref=ref) | Q(target__ref=ref))


class Tie(models.Model):
    """One thing did something for another: it funds, teaches, is used in."""

    source = models.ForeignKey(Thing, on_delete=models.PROTECT, related_name="ties_on")
    target = models.ForeignKey(Thing, on_delete=models.PROTECT, related_name="ties_back")
    relation = models.SlugField(max_length=20, db_index=False)
    made_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_because = models.CharField(max_length=400, blank=True)
    objects = TieQuerySet.as_manager()

    class Meta:
        ordering = ["made_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "target", "relation"],
                condition=Q(ended_at=None),
                name="two_things_are_tied_once_in_a_way",
            ),
            models.CheckConstraint(condition=~Q(source=F("target")), name="tie_joins_two_things"),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_because="")
                | Q(ended_at__isnull=False) & ~Q(ended_because=""),
                name="tie_is_ended_iff_reasoned",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source_id} {self.relation} {self.target_id}"
