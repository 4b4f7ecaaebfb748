"""Everything that is written about lessons, practices and their spread."""

import datetime
from typing import TYPE_CHECKING, Unpack

from hiroba.engines.results import policies
from hiroba.engines.results.models import WORDS, Adoption, Lesson, Practice
from hiroba.engines.results.shapes import LessonWords, PracticeWords, Spread
from hiroba.engines.results.states import ADOPTION, LESSON, Direction
from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.journal.actions import note
from hiroba.foundation.refs import new_ref
from hiroba.foundation.verdicts import require

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User


@action
def write_lesson(
    *, by: "User", programme: str, about_ref: str, **words: Unpack[LessonWords]
) -> Lesson:
    """A lesson about a thing is a draft that somebody else will check."""
    require(policies.may_write_lesson(by, programme))

    lesson = Lesson.objects.create(
        ref=new_ref("LN"),
        programme=programme,
        about_ref=about_ref,
        written_by=by,
        written_at=clock.now(),
        **words,
    )

    note(by, "results.write_lesson", lesson, about=about_ref)
    return lesson


@action
def revise_lesson(*, by: "User", lesson: Lesson, **words: Unpack[LessonWords]) -> Lesson:
    """The lesson is written anew, and is a draft until somebody else has checked it."""
    lesson = Lesson.objects.select_for_update().get(pk=lesson.pk)
    require(policies.may_revise_lesson(by, lesson))

    LESSON.move(lesson, "revise_lesson")
    for name, value in words.items():
        setattr(lesson, name, value)
    lesson.written_by, lesson.written_at = by, clock.now()
    lesson.reviewed_by = lesson.reviewed_at = None
    lesson.save(
        update_fields=[*WORDS, "state", "written_by", "written_at", "reviewed_by", "reviewed_at"]
    )

    note(by, "results.revise_lesson", lesson)
    return lesson


@action
def review_lesson(*, by: "User", lesson: Lesson) -> Lesson:
    """Somebody who has not written it has checked the lesson."""
    lesson = Lesson.objects.select_for_update().get(pk=lesson.pk)
    require(policies.may_review_lesson(by, lesson))

    LESSON.move(lesson, "review_lesson")
    lesson.reviewed_by, lesson.reviewed_at = by, clock.now()
    lesson.save(update_fields=["state", "reviewed_by", "reviewed_at"])

    note(by, "results.review_lesson", lesson)
    return lesson


@action
def publish_lesson(*, by: "User", lesson: Lesson) -> Lesson:
    """Everybody can read the lesson."""
    lesson = Lesson.objects.select_for_update().get(pk=lesson.pk)
    require(policies.may_publish_lesson(by, lesson))

    LESSON.move(lesson, "publish_lesson")
    lesson.published_at = clock.now()
    lesson.save(update_fields=["state", "published_at"])

    note(by, "results.publish_lesson", lesson)
    return lesson


@action
def describe_practice(
    *, by: "User", programme: str, origin_ref: str, **words: Unpack[PracticeWords]
) -> Practice:
    """Others can see what worked, and what of it they must not leave out."""
    require(policies.may_describe_practice(by, programme))

    practice = Practice.objects.create(
        ref=new_ref("PR"),
        programme=programme,
        origin_ref=origin_ref,
        described_by=by,
        described_at=clock.now(),
        **words,
    )

    note(by, "results.describe_practice", practice, origin=origin_ref)
    return practice


@action
def record_adoption(*, by: "User", practice: Practice, **spread: Unpack[Spread]) -> Adoption:
    """Somebody elsewhere is interested in the practice."""
    direction = spread.setdefault("direction", Direction.HORIZONTAL)
    require(policies.may_record_adoption(by, practice, direction, spread.get("parent")))

    adoption = Adoption.objects.create(ref=new_ref("AD"), practice=practice, **spread)

    note(by, "results.record_adoption", adoption, practice=practice.ref)
    return adoption


@action
def pilot_practice(*, by: "User", adoption: Adoption, since: datetime.date) -> Adoption:
    """The practice is being tried there, since a day."""
    adoption = _locked(adoption)
    require(policies.may_pilot_practice(by, adoption, since))

    return _moved(by, adoption, "pilot_practice", since=since)


@action
def adopt_practice(
    *, by: "User", adoption: Adoption, since: datetime.date, evidence: str
) -> Adoption:
    """The practice was taken up there; it is told how one knows."""
    adoption = _locked(adoption)
    require(policies.may_adopt_practice(by, adoption, since, evidence))

    return _moved(by, adoption, "adopt_practice", since=since, evidence=evidence.strip())


@action
def sustain_practice(*, by: "User", adoption: Adoption, evidence: str) -> Adoption:
    """The practice goes on there by itself."""
    adoption = _locked(adoption)
    require(policies.may_sustain_practice(by, adoption, evidence))

    return _moved(by, adoption, "sustain_practice", evidence=evidence.strip())


@action
def stop_practice(*, by: "User", adoption: Adoption, because: str) -> Adoption:
    """The practice was given up there, for a reason that others can learn from."""
    adoption = _locked(adoption)
    require(policies.may_stop_practice(by, adoption, because))

    return _moved(by, adoption, "stop_practice", stopped_because=because.strip())


def _locked(adoption: Adoption) -> Adoption:
    found = Adoption.objects.select_for_update(of=("self",)).select_related("practice")
    return found.get(pk=adoption.pk)


def _moved(by: "User", adoption: Adoption, verb: str, **facts: object) -> Adoption:
    """The last beats of every verb: change, note."""
    ADOPTION.move(adoption, verb)
    for name, value in facts.items():
        setattr(adoption, name, value)
    adoption.save(update_fields=["state", *facts])

    note(by, f"results.{verb}", adoption, **{name: str(value) for name, value in facts.items()})
    return adoption
