"""Questions about lessons, practices and where they were taken up."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Prefetch, QuerySet

from hiroba.engines.results.models import Adoption, Lesson, Practice
from hiroba.engines.results.states import AdoptionState, LessonState
from hiroba.foundation.accounts.states import Role

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User
    from hiroba.foundation.actors import Actor


@dataclass(frozen=True)
class Branch:
    """One adoption in the tree of a practice, and how far from the origin it stands."""

    adoption: Adoption
    depth: int


@dataclass(frozen=True)
class Tree:
    """A practice and everywhere it was taken up, children below their parents."""

    practice: Practice
    branches: tuple[Branch, ...]

    @property
    def places(self) -> int:
        """At how many places it is really done."""
        done = (AdoptionState.ADOPTED, AdoptionState.SUSTAINED)
        return sum(branch.adoption.state in done for branch in self.branches)


def lessons() -> QuerySet[Lesson]:
    """All lessons, the newest first."""
    found = Lesson.objects.select_related("country", "written_by", "reviewed_by")
    return found.order_by("-written_at", "-pk")


def lessons_seen_by(by: "Actor", programme: str) -> QuerySet[Lesson]:
    """Officers and approvers of a programme see drafts; everybody sees what is published."""
    found = lessons().filter(programme=programme)
    is_at_home = by.holds(Role.OFFICER, Role.APPROVER, programme=programme)
    return found if is_at_home else found.filter(state=LessonState.PUBLISHED)


def published_lessons(field: str = "", country_code: str = "") -> QuerySet[Lesson]:
    """What the next one should read, narrowed to a field or a country."""
    found = lessons().filter(state=LessonState.PUBLISHED)
    found = found.filter(field=field) if field else found
    return found.filter(country__code=country_code) if country_code else found


def lessons_to_review(user: "User", programme: str) -> QuerySet[Lesson]:
    """Drafts that somebody else has written and this person may check."""
    found = lessons().filter(programme=programme, state=LessonState.DRAFT)
    return found.exclude(written_by=user).order_by("written_at", "pk")


def lessons_to_publish(programme: str) -> QuerySet[Lesson]:
    """Those that were checked and that nobody can read yet."""
    found = lessons().filter(programme=programme, state=LessonState.REVIEWED)
    return found.order_by("reviewed_at", "pk")


def practices() -> QuerySet[Practice]:
    """All practices, in the order in which they were described."""
    return Practice.objects.order_by("pk")


def adoptions() -> QuerySet[Adoption]:
    """All adoptions with their practice."""
    return Adoption.objects.select_related("practice", "country", "parent").order_by("pk")


def spread_from(origin_ref: str) -> list[Tree]:
    """The practices that began with a thing, each with its tree, in two questions."""
    rows = Adoption.objects.select_related("country").order_by("pk")
    found = practices().filter(origin_ref=origin_ref)
    found = found.prefetch_related(Prefetch("adoptions", queryset=rows))
    return [Tree(practice, tuple(_grown(list(practice.adoptions.all())))) for practice in found]


def _grown(rows: list[Adoption], parent: int | None = None, depth: int = 0) -> Iterator[Branch]:
    for row in rows:
        if row.parent_id == parent:
            yield Branch(row, depth)
            yield from _grown(rows, row.pk, depth + 1)
