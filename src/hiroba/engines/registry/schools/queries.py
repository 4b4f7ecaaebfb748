"""Questions about schools."""

import datetime
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from hiroba.engines.registry.schools.models import School

if TYPE_CHECKING:
    from hiroba.engines.registry.places.models import Prefecture


def schools(
    words: str = "",
    kind: str = "",
    prefecture: "Prefecture | None" = None,
    on: datetime.date | None = None,
) -> QuerySet[School]:
    """Schools by name, kind and prefecture; with a day, only those open on it."""
    found = School.objects.open_on(on) if on else School.objects.all()
    if words := words.strip():
        found = found.filter(Q(name__icontains=words) | Q(code__iexact=words))
    found = found.filter(kind=kind) if kind else found
    found = found.filter(prefecture=prefecture) if prefecture else found
    return found.select_related("prefecture", "municipality").order_by("code", "pk")


def school(code: str) -> School | None:
    """The school with this code of thirteen characters."""
    return School.objects.select_related("prefecture").filter(code=code.upper()).first()
