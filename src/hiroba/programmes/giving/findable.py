"""How causes are found, and how gifts and funds are shown where they are tied to projects."""

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import override

from hiroba.engines.ties.shapes import ThingFacts, path_to
from hiroba.engines.ties.states import ThingKind
from hiroba.foundation.bilingual import said
from hiroba.foundation.search import actions as search
from hiroba.foundation.search import queries as found
from hiroba.programmes.giving.queries import KIND

if TYPE_CHECKING:
    from hiroba.programmes.giving.models import Cause, Gift


def make_findable(cause: "Cause") -> None:
    """A cause is found by its words in both languages."""
    for language in ("ja", "en"):
        with override(language):
            search.put(
                ref=f"cause:{cause.ref}",
                kind=KIND,
                url=reverse("giving:cause", args=[cause.ref]),
                title=said(cause, "title"),
                text=said(cause, "text"),
                language=language,
                on=cause.opened_on,
            )


def cause_tied(cause: "Cause") -> ThingFacts:
    """The cause as one end of a tie."""
    path = path_to("giving:cause", cause.ref)
    facts = f"cause:{cause.ref}", ThingKind.CAUSE, cause.title_ja, cause.title_en, path
    return ThingFacts(*facts)


def gift_tied(gift: "Gift") -> ThingFacts:
    """The gift as one end of a tie: counted, and never named."""
    return ThingFacts(gift.ref, ThingKind.GIFT, is_public=False)


def project_tied(ref: str) -> ThingFacts:
    """The project as the search knows it."""
    titles = {row.language: row.title for row in found.known_as(ref)}
    path = path_to("projects:project", ref)
    return ThingFacts(ref, ThingKind.PROJECT, titles.get("ja", ""), titles.get("en", ""), path)
