"""Everything that is written about what a project teaches and where it spreads."""

from typing import TYPE_CHECKING, Unpack

from hiroba.engines.results import actions as results
from hiroba.engines.results.shapes import LessonWords, PracticeWords
from hiroba.engines.ties import actions as ties
from hiroba.engines.ties.shapes import ThingFacts, path_to
from hiroba.engines.ties.states import Relation, ThingKind
from hiroba.foundation.actions import action
from hiroba.foundation.verdicts import require
from hiroba.programmes.cooperation.projects import policies, queries
from hiroba.programmes.cooperation.projects.findable import make_lesson_findable

if TYPE_CHECKING:
    import datetime

    from hiroba.engines.results.models import Adoption, Lesson, Practice
    from hiroba.foundation.accounts.models import User
    from hiroba.programmes.cooperation.projects.models import Project


@action
def write_lesson(*, by: "User", project: "Project", **words: Unpack[LessonWords]) -> "Lesson":
    """What the project teaches is a draft; its country is the project's first."""
    require(policies.may_write_lesson(by, project))

    words.setdefault("country", queries.first_country_of(project))
    return results.write_lesson(by=by, programme=policies.PROGRAMME, about_ref=project.ref, **words)


@action
def revise_lesson(*, by: "User", lesson: "Lesson", **words: Unpack[LessonWords]) -> "Lesson":
    """The lesson is written anew, and waits to be checked again."""
    return results.revise_lesson(by=by, lesson=lesson, **words)


@action
def review_lesson(*, by: "User", lesson: "Lesson") -> "Lesson":
    """Somebody who has not written the lesson has checked it."""
    return results.review_lesson(by=by, lesson=lesson)


@action
def publish_lesson(*, by: "User", lesson: "Lesson") -> "Lesson":
    """Everybody can read and find the lesson, and it is tied to its project."""
    lesson = results.publish_lesson(by=by, lesson=lesson)
    project = queries.projects_seen_by(by).get(ref=lesson.about_ref)

    ties.tie(
        by=by,
        source=_project_tied(project),
        target=_lesson_tied(lesson),
        relation=Relation.TEACHES,
    )
    make_lesson_findable(lesson)
    return lesson


@action
def describe_practice(
    *, by: "User", project: "Project", **words: Unpack[PracticeWords]
) -> "Practice":
    """Others can see what worked in the project."""
    require(policies.may_write_lesson(by, project))

    practice = results.describe_practice(
        by=by, programme=policies.PROGRAMME, origin_ref=project.ref, **words
    )

    ties.tie(
        by=by,
        source=_project_tied(project),
        target=_practice_tied(practice),
        relation=Relation.SPREADS_AS,
    )
    return practice


@action
def record_adoption(
    *,
    by: "User",
    practice: "Practice",
    place_ja: str,
    place_en: str = "",
    body_text: str = "",
    direction: str = "",
    parent_ref: str = "",
) -> "Adoption":
    """Somebody elsewhere is interested, perhaps because of a place where it is done already."""
    parent = queries.adoption_of(practice, parent_ref)
    origin = queries.projects_seen_by(by).get(ref=practice.origin_ref)
    return results.record_adoption(
        by=by,
        practice=practice,
        place_ja=place_ja,
        place_en=place_en,
        country=queries.first_country_of(origin),
        body_text=body_text,
        direction=direction or "horizontal",
        parent=parent,
    )


@action
def pilot_practice(*, by: "User", adoption: "Adoption", since: "datetime.date") -> "Adoption":
    """The practice is being tried there."""
    return results.pilot_practice(by=by, adoption=adoption, since=since)


@action
def adopt_practice(
    *, by: "User", adoption: "Adoption", since: "datetime.date", evidence: str
) -> "Adoption":
    """The practice was taken up there."""
    return results.adopt_practice(by=by, adoption=adoption, since=since, evidence=evidence)


@action
def sustain_practice(*, by: "User", adoption: "Adoption", evidence: str) -> "Adoption":
    """The practice goes on there by itself."""
    return results.sustain_practice(by=by, adoption=adoption, evidence=evidence)


@action
def stop_practice(*, by: "User", adoption: "Adoption", because: str) -> "Adoption":
    """The practice was given up there."""
    return results.stop_practice(by=by, adoption=adoption, because=because)


def _project_tied(project: "Project") -> ThingFacts:
    path = path_to("projects:project", project.ref)
    return ThingFacts(project.ref, ThingKind.PROJECT, project.title_ja, project.title_en, path)


def _lesson_tied(lesson: "Lesson") -> ThingFacts:
    path = path_to("projects:lesson", lesson.about_ref, lesson.ref)
    return ThingFacts(lesson.ref, ThingKind.LESSON, lesson.title_ja, lesson.title_en, path)


def _practice_tied(practice: "Practice") -> ThingFacts:
    path = path_to("projects:project", practice.origin_ref) + f"#{practice.ref}"
    facts = practice.ref, ThingKind.PRACTICE, practice.title_ja, practice.title_en, path
    return ThingFacts(*facts)
