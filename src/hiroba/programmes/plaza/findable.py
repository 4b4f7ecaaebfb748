"""How sites and exhibitions are found by the search of the whole house."""

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import override

from hiroba.foundation.bilingual import said
from hiroba.foundation.search import actions as search
from hiroba.programmes.plaza.queries import KIND

if TYPE_CHECKING:
    from hiroba.programmes.plaza.models import Exhibition, Site


def make_site_findable(site: "Site") -> None:
    """A site is found by its name and place in both languages."""
    for language in ("ja", "en"):
        with override(language):
            search.put(
                ref=f"site:{site.ref}",
                kind=KIND,
                url=reverse("plaza:site", args=[site.ref]),
                title=said(site, "name"),
                text=f"{said(site, 'about')} {said(site, 'place')}",
                language=language,
            )


def make_exhibition_findable(exhibition: "Exhibition") -> None:
    """An exhibition is found by all its words in both languages."""
    for language in ("ja", "en"):
        with override(language):
            search.put(
                ref=exhibition.ref,
                kind=KIND,
                url=reverse("plaza:exhibition", args=[exhibition.ref]),
                title=said(exhibition, "title"),
                text=f"{exhibition.text_ja} {exhibition.text_en} {exhibition.site}",
                language=language,
                on=exhibition.starts_on,
            )
