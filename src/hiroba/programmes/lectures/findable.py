"""How lectures are found by the search of the whole house, and what they draw on."""

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import override

from hiroba.engines.ties.shapes import ThingFacts, path_to
from hiroba.engines.ties.states import ThingKind
from hiroba.foundation.search import actions as search
from hiroba.foundation.search import queries as found
from hiroba.programmes.lectures.states import LectureState

if TYPE_CHECKING:
    from hiroba.programmes.lectures.models import Lecture

KIND = "lectures"
# What a lecture can draw on, by the kind under which the search knows it.
SOURCES = {"projects": ThingKind.PROJECT, "materials": ThingKind.MATERIAL}


def make_findable(lecture: "Lecture") -> None:
    """The lecture is found by its theme and country, never by its school."""
    country = lecture.country or (lecture.agreed and lecture.agreed.lecturer.country)
    for language in ("ja", "en"):
        with override(language):
            english = language == "en"
            search.put(
                ref=lecture.ref,
                kind=KIND,
                url=reverse("lectures:lecture", args=[lecture.ref]),
                title=lecture.title_en if english else lecture.title_ja,
                text=f"{country.name_ja} {country.name_en}" if country else "",
                language=language,
                on=lecture.held_on,
            )


def thing_of(lecture: "Lecture") -> ThingFacts:
    """The lecture as one end of a tie; it has a page for everybody once it took place."""
    is_public = lecture.state == LectureState.HELD
    path = path_to("lectures:lecture", lecture.ref) if is_public else ""
    return ThingFacts(
        lecture.ref, ThingKind.LECTURE, lecture.title_ja, lecture.title_en, path, is_public
    )


def thing_used(ref: str) -> ThingFacts | None:
    """The project or the material that the search knows by this ref."""
    known = {one.language: one for one in found.known_as(ref.strip())}
    one = known.get("ja")
    if one is None or one.kind not in SOURCES:
        return None
    english = known.get("en", one)
    return ThingFacts(one.ref, SOURCES[one.kind], one.title, english.title, one.url)
