"""Letters about lectures: each side is told in its own language, with the clocks of both."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from hiroba.foundation.bilingual import said
from hiroba.foundation.letters.actions import send
from hiroba.programmes.lectures import queries
from hiroba.programmes.lectures.tokens import LECTURER, OFFICER, SCHOOL, path_of

if TYPE_CHECKING:
    from hiroba.programmes.lectures.hours import Local
    from hiroba.programmes.lectures.models import Lecture, Offer


@dataclass(frozen=True)
class Reader:
    """Who is told, in which language, and on which side of the lecture."""

    email: str
    language: str
    side: str


def to_school(kind: str, lecture: "Lecture", because: str = "") -> None:
    """The teacher who asked is told."""
    teacher = lecture.asked_by
    _send(kind, Reader(teacher.email, teacher.language, SCHOOL), lecture, lecture.agreed, because)


def to_lecturer(kind: str, offer: "Offer", because: str = "") -> None:
    """The lecturer is told."""
    person = offer.lecturer.person
    _send(kind, Reader(person.address, person.language, LECTURER), offer.lecture, offer, because)


def to_officer(kind: str, offer: "Offer", because: str = "") -> None:
    """The officer who asked the lecturer is told."""
    officer = offer.offered_by
    _send(kind, Reader(officer.email, officer.language, OFFICER), offer.lecture, offer, because)


def _send(
    kind: str, reader: Reader, lecture: "Lecture", offer: "Offer | None", because: str
) -> None:
    with override(reader.language):
        named = (lecture, offer) if reader.side == LECTURER else (lecture, None)
        send(
            f"lectures/{kind}",
            to=reader.email,
            about=lecture,
            language=reader.language,
            lecture=lecture,
            offer=offer,
            title=said(lecture, "title", reader.language),
            times=times(offer, reader.language) if offer else "",
            because=because,
            page=_page(reader.side, *named),
            calendar=path_of(lecture, reader.side) if reader.side != OFFICER else "",
        )


def _page(side: str, lecture: "Lecture", offer: "Offer | None") -> str:
    """Where this side reads on."""
    if offer:
        return reverse("lectures:my_offer", args=[offer.ref])
    room = "staff_lecture" if side == OFFICER else "my_lecture"
    return reverse(f"lectures:{room}", args=[lecture.ref])


def times(offer: "Offer", language: str) -> str:
    """The time of an offer by both clocks, one line each."""
    clocks = queries.clocks_of(offer)
    with override(language):
        here = _line(_("日本"), clocks.here)
        return f"{here}\n{_line(said(clocks.country, 'name'), clocks.there)}"


def _line(place: str, lesson: "Local") -> str:
    return f"{place}: {date_format(lesson.day, _('Y年n月j日(D)'))} {lesson.hours}"
