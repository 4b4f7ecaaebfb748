"""Questions to the index."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db.models import F, QuerySet
from django.utils.translation import get_language

from hiroba.foundation.search import index
from hiroba.foundation.search.models import Findable

if TYPE_CHECKING:
    from hiroba.foundation.actors import Actor

AUDIENCE = "everyone"


def found_by(by: "Actor", words: str, kind: str = "", language: str = "") -> QuerySet[Findable]:
    """Public things that hold every word, the newest first; each thing once in a language."""
    found = index.holding(Findable.objects.filter(audience=AUDIENCE), words)
    if kind:
        found = found.filter(kind=kind)
    if language:
        found = found.filter(language=language)
    return found.order_by(F("day").desc(nulls_last=True), "-pk")


def refs_matching(words: str, kind: str) -> QuerySet[Findable, str]:
    """Refs of things of one kind that hold every word, to be used in `ref__in`."""
    found = index.holding(Findable.objects.filter(kind=kind), words)
    return found.values_list("ref", flat=True).order_by()


def known_as(ref: str) -> QuerySet[Findable]:
    """The public thing with this ref, once for each language in which it is told."""
    return Findable.objects.filter(audience=AUDIENCE, ref=ref).order_by("language", "pk")


def named(refs: Iterable[str], kind: str) -> list[Findable]:
    """The public things with these refs as they read in the reader's language."""
    found = Findable.objects.filter(audience=AUDIENCE, kind=kind, ref__in=list(refs))
    return list(found.filter(language=get_language() or "ja").order_by("ref"))
