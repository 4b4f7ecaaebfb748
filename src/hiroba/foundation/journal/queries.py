"""Questions about what has been done."""

from typing import TYPE_CHECKING

from django.db.models import QuerySet

from hiroba.foundation.journal.models import Record
from hiroba.foundation.roles import Role

if TYPE_CHECKING:
    from hiroba.foundation.actors import Actor


def records_seen_by(by: "Actor") -> QuerySet[Record]:
    """Everything for auditors, nothing for others; the newest first."""
    found = Record.objects.select_related("actor").order_by("-pk")
    return found if by.holds(Role.AUDITOR) else found.none()


def records_of(subject: str) -> QuerySet[Record]:
    """What was done to one thing, the oldest first."""
    return Record.objects.filter(subject=subject).order_by("happened_at", "pk")


def verbs() -> list[str]:
    """Every verb that stands in the journal."""
    return list(Record.objects.order_by("verb").values_list("verb", flat=True).distinct())


def last_number() -> int:
    """The number of the newest record; it grows with every write of the house."""
    newest = Record.objects.order_by("-pk").values_list("pk", flat=True).first()
    return newest or 0
