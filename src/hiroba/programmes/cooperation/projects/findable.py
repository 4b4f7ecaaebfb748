"""How projects are found by the search of the whole house."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import override

from hiroba.engines.registry.places import queries as places
from hiroba.engines.registry.themes import queries as themes
from hiroba.foundation.bilingual import said
from hiroba.foundation.search import actions as search
from hiroba.programmes.cooperation.projects.models import (
    Project,
    ProjectCountry,
    ProjectPartner,
    ProjectSector,
)
from hiroba.programmes.cooperation.projects.queries import KIND

if TYPE_CHECKING:
    from hiroba.engines.results.models import Lesson

LESSONS = "lessons"
LONGEST = 4000


def make_findable(projects: Iterable[Project]) -> None:
    """Projects are found by their words, countries, sectors and partners, in both languages."""
    search.put_many(_entries(list(projects)))


def _entries(projects: list[Project]) -> Iterator[search.Entry]:
    words = _words_around(projects)
    for language in ("ja", "en"):
        with override(language):
            for project in projects:
                yield _entry(project, language, words[project.pk])


def _entry(project: Project, language: str, around: set[str]) -> search.Entry:
    english = language == "en" and project.title_en
    texts = (
        project.title_ja,
        project.title_en,
        project.title_original,
        project.ref,
        project.iati_identifier or "",
        project.reporter_name,
        *sorted(around),
        project.summary_ja[:LONGEST],
        project.summary_en[:LONGEST],
    )
    return search.Entry(
        ref=project.ref,
        kind=KIND,
        url=reverse("projects:project", args=[project.ref]),
        title=project.title_en if english else project.title_ja,
        text=" ".join(dict.fromkeys(text for text in texts if text)),
        language=language,
        day=project.listed_on,
    )


def _words_around(projects: list[Project]) -> dict[int, set[str]]:
    """For each project the names of its countries, sectors and partners, in both languages."""
    keys = [project.pk for project in projects]
    words: dict[int, set[str]] = {key: set() for key in keys}
    countries = {row.pk: {row.name_ja, row.name_en} for row in places.countries()}
    for key, country in _pairs(ProjectCountry, keys, "country_id"):
        words[key] |= countries.get(country, set())
    sectors = {row.code: {row.name_ja, row.name_en} for row in themes.sectors()}
    for key, code in _pairs(ProjectSector, keys, "code"):
        words[key] |= sectors.get(code, set())
    for key, name in _pairs(ProjectPartner, keys, "name"):
        words[key].add(name)
    for project in projects:
        if project.body:
            words[project.pk] |= {project.body.name_ja, project.body.name_en}
    return words


def _pairs(model, keys, column):  # type: ignore[no-untyped-def]
    return model.objects.filter(project__in=keys).order_by("pk").values_list("project_id", column)


def make_lesson_findable(lesson: "Lesson") -> None:
    """A lesson is found by all its words, in both languages."""
    parts = ("title", "situation", "happened", "advice", "applies_when")
    texts = [getattr(lesson, f"{part}_{language}") for part in parts for language in ("ja", "en")]
    for language in ("ja", "en"):
        with override(language):
            search.put(
                ref=lesson.ref,
                kind=LESSONS,
                url=reverse("projects:lesson", args=[lesson.about_ref, lesson.ref]),
                title=said(lesson, "title"),
                text=" ".join(text for text in texts if text),
                language=language,
            )
