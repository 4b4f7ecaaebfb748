"""A confirmed lecture as a calendar file, in the words of the side that fetches it."""

from datetime import UTC
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from icalendar import Calendar, Event

from hiroba.foundation import clock
from hiroba.foundation.bilingual import said
from hiroba.programmes.lectures.states import LectureState
from hiroba.programmes.lectures.telling import times
from hiroba.programmes.lectures.tokens import LECTURER

if TYPE_CHECKING:
    from hiroba.programmes.lectures.models import Lecture, Offer

PRODUCT = "-//Hiroba//Lectures//EN"


def file_of(lecture: "Lecture", offer: "Offer", side: str) -> bytes:
    """The file for one side; the meeting's link is never in it, for it is shown only in time."""
    person = offer.lecturer.person
    language = person.language if side == LECTURER else lecture.asked_by.language
    with override(language):
        calendar = Calendar()
        calendar.add("prodid", PRODUCT)
        calendar.add("version", "2.0")
        calendar.add("method", "PUBLISH")
        calendar.add_component(_event(lecture, offer, side, language))
        return bytes(calendar.to_ical())


def _event(lecture: "Lecture", offer: "Offer", side: str, language: str) -> Event:
    is_off = lecture.state in (LectureState.CANCELLED, LectureState.NOT_HELD)
    event = Event()
    event.add("uid", f"{lecture.ref}@{urlsplit(settings.HIROBA_ADDRESS).hostname or 'hiroba'}")
    event.add("sequence", int(is_off))
    event.add("status", "CANCELLED" if is_off else "CONFIRMED")
    event.add("dtstamp", clock.now())
    event.add("dtstart", offer.starts_at.astimezone(UTC))
    event.add("dtend", offer.ends_at.astimezone(UTC))
    event.add("summary", said(lecture, "title", language))
    event.add("description", f"{times(offer, language)}\n{_address(lecture, offer, side)}")
    if lecture.is_online:
        event.add("location", _("オンライン"))
    elif lecture.place:
        event.add("location", lecture.place)
    return event


def _address(lecture: "Lecture", offer: "Offer", side: str) -> str:
    page, ref = ("my_offer", offer.ref) if side == LECTURER else ("my_lecture", lecture.ref)
    return settings.HIROBA_ADDRESS + reverse(f"lectures:{page}", args=[ref])
