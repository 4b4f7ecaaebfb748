"""How materials are found by the search of the whole house."""

from django.urls import reverse
from django.utils.translation import override

from hiroba.engines.ties.shapes import ThingFacts, path_to
from hiroba.engines.ties.states import ThingKind
from hiroba.foundation.bilingual import said
from hiroba.foundation.search import actions as search
from hiroba.programmes.materials.models import Material
from hiroba.programmes.materials.queries import KIND


def make_findable(material: Material) -> None:
    """The material is found by its words, authors, themes and countries, in both languages."""
    around = [material.title_ja, material.title_en, material.authors, material.ref]
    for thing in (*material.themes.all(), *material.countries.all()):
        around += [thing.name_ja, thing.name_en]
    text = " ".join([*around, material.summary_ja, material.summary_en])
    for language in ("ja", "en"):
        with override(language):
            search.put(
                ref=material.ref,
                kind=KIND,
                url=reverse("materials:material", args=[material.ref]),
                title=said(material, "title", language),
                text=text,
                language=language,
                on=material.published_on,
            )


def forget(material: Material) -> None:
    """The material is no longer found."""
    search.remove(material.ref)


def thing_of(material: Material) -> ThingFacts:
    """The material as it is shown wherever it is tied to something."""
    path = path_to("materials:material", material.ref)
    titles = material.title_ja, material.title_en
    return ThingFacts(material.ref, ThingKind.MATERIAL, *titles, path, material.is_open)
