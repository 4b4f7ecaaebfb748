"""How many projects stand under each heading, counted once for each state of the data."""

from functools import lru_cache

from django.db.models import Count

from hiroba.programmes.cooperation.projects import headings
from hiroba.programmes.cooperation.projects.models import Heading, Project

Version = tuple[object, ...]


def version() -> Version:
    """Something that is different as soon as any project is new or changed."""
    newest = Project.objects.order_by("-changed_at", "-pk").values_list("changed_at", "ref").first()
    return newest or ()


def tally() -> dict[str, int]:
    """The number of projects under each heading."""
    return _counted(version())


@lru_cache(maxsize=4)
def _counted(version: Version) -> dict[str, int]:
    rows = Heading.objects.order_by().values("name").annotate(count=Count("pk"))
    return {row["name"]: row["count"] for row in rows} if version else {}


def counts_under(kind: str, counts: dict[str, int] | None = None) -> dict[str, int]:
    """For one kind of heading, what stands after the colon with its count."""
    found = tally() if counts is None else counts
    return {
        name.partition(":")[2]: count
        for name, count in found.items()
        if name.startswith(f"{kind}:")
    }


def total() -> int:
    """All projects."""
    return tally().get(headings.EVERYTHING, 0)
