"""How courses are found by the search of the whole house."""

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import override

from hiroba.foundation.bilingual import said
from hiroba.foundation.search import actions as search
from hiroba.programmes.training.queries import KIND

if TYPE_CHECKING:
    from hiroba.programmes.training.models import Course


def make_findable(course: "Course") -> None:
    """A course is found by its words in both languages."""
    for language in ("ja", "en"):
        with override(language):
            search.put(
                ref=course.ref,
                kind=KIND,
                url=reverse("training:course", args=[course.ref]),
                title=said(course, "title"),
                text=f"{said(course, 'text')} {said(course, 'for_whom')}",
                language=language,
                on=course.applies_until,
            )
