"""Questions about lectures, lecturers and offers."""

import datetime
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Q, QuerySet

from hiroba.engines.registry.people import queries as people
from hiroba.engines.registry.places import queries as places
from hiroba.foundation import clock
from hiroba.foundation.accounts.states import Role
from hiroba.programmes.lectures.hours import Local, local
from hiroba.programmes.lectures.models import Answer, Hold, Lecture, Lecturer, LectureRules, Offer
from hiroba.programmes.lectures.models.lectures import LectureQuerySet
from hiroba.programmes.lectures.states import LectureState, OfferState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hiroba.engines.registry.places.models import Country, Office
    from hiroba.foundation.accounts.models import User
    from hiroba.foundation.actors import Actor

PROGRAMME = "lectures"
AROUND = (
    "body", "school", "office", "rules", "asked_by", "theme", "country", "online",
    "agreed__lecturer__person__account", "agreed__lecturer__country",
)  # fmt: skip


@dataclass(frozen=True)
class Clocks:
    """One lesson by the clocks of Japan and of the lecturer's place."""

    here: Local
    there: Local
    country: "Country"


def keeps_lectures(by: "Actor") -> bool:
    """Whether somebody looks after lectures."""
    return by.holds(Role.OFFICER, programme=PROGRAMME)


def rules_on(office: "Office | None", day: datetime.date) -> LectureRules | None:
    """The rules of an office on a day; without its own, those of all offices."""
    known = list(LectureRules.objects.on(day).filter(Q(office=office) | Q(office=None)))
    own = [rules for rules in known if office and rules.office_id == office.pk]
    general = (rules for rules in known if rules.office_id is None)
    return own[0] if own else next(general, None)


def rules_for_schools_of(user: "User") -> LectureRules | None:
    """The rules under which somebody's school would ask today."""
    body = people.bodies_acted_for_by(user).first()
    office = people.responsible_office(body, clock.today()) if body else None
    return rules_on(office, clock.today())


def all_rules() -> QuerySet[LectureRules]:
    """Every version of every office's rules, the newest first."""
    return LectureRules.objects.select_related("office").order_by("-since", "-pk")


def _lectures() -> LectureQuerySet:
    return Lecture.objects.select_related(*AROUND).order_by("-asked_at", "-pk")


def lectures_of(user: "User") -> LectureQuerySet:
    """What one's schools have asked for, the latest first."""
    return _lectures().filter(body__in=people.memberships_of(user).values("body"))


def lectures_kept_by(by: "Actor", state: str = "") -> LectureQuerySet:
    """Every lecture for those who look after them."""
    found = _lectures() if keeps_lectures(by) else _lectures().none()
    return found.filter(state=state) if state in LectureState.values else found


def lectures_seen_by(user: "User") -> LectureQuerySet:
    """One's own schools' lectures; every lecture for those who look after them."""
    return _lectures() if keeps_lectures(user) else lectures_of(user)


def to_match(by: "Actor") -> QuerySet[Lecture]:
    """Requests that wait for a lecturer, the longest wait first."""
    return lectures_kept_by(by, LectureState.REQUESTED).order_by("asked_at", "pk")


def to_confirm(by: "Actor") -> QuerySet[Lecture]:
    """Lectures whose lecturer said yes."""
    return lectures_kept_by(by, LectureState.ACCEPTED).order_by("agreed__starts_at", "pk")


def to_record(by: "Actor") -> QuerySet[Lecture]:
    """Lectures whose hour is over, and of which nobody has said how it went."""
    return lectures_kept_by(by).due(clock.now()).order_by("agreed__starts_at", "pk")


def to_answer_about(user: "User") -> QuerySet[Lecture]:
    """Lectures a teacher's class has heard, and that wait for the teacher's answer."""
    found = lectures_of(user).filter(state=LectureState.HELD, answer=None)
    return found.order_by("held_on", "pk")


def lecturer_of(user: "User") -> Lecturer | None:
    """The lecturer behind an account."""
    found = Lecturer.objects.select_related("person__account", "country")
    return found.filter(person__account=user).first()


def lecturers_kept_by(by: "Actor") -> QuerySet[Lecturer]:
    """Every lecturer for those who look after lectures."""
    found = Lecturer.objects.select_related("person__account", "country").order_by("pk")
    return found if keeps_lectures(by) else found.none()


def offers_to(user: "User") -> QuerySet[Offer]:
    """What a lecturer was asked to give, the latest first."""
    around = [f"lecture__{name}" for name in ("body", "theme", "rules", "online")]
    found = Offer.objects.select_related("lecturer__country", "lecturer__person", "wish", *around)
    return found.filter(lecturer__person__account=user).order_by("-offered_at", "-pk")


def offers_to_answer(user: "User") -> QuerySet[Offer]:
    """Offers that wait for the lecturer's word."""
    return offers_to(user).filter(state=OfferState.OFFERED).order_by("answer_by", "pk")


def offers_for(lecture: Lecture) -> QuerySet[Offer]:
    """Everybody who was asked to give the lecture, the latest first."""
    found = lecture.offers.select_related("lecturer__person__account", "lecturer__country", "wish")
    return found.order_by("-offered_at", "-pk")


def live_offer(lecture: Lecture) -> Offer | None:
    """The offer that is open or accepted."""
    live = (OfferState.OFFERED, OfferState.ACCEPTED)
    return offers_for(lecture).filter(state__in=live).first()


def is_promised(lecturer: Lecturer, quarters: "Iterable[datetime.datetime]") -> bool:
    """Whether the lecturer has promised one of these quarters of an hour."""
    return Hold.objects.filter(lecturer=lecturer, at__in=list(quarters)).exists()


def clocks_of(offer: Offer) -> Clocks:
    """The time of an offer at both places."""
    minutes = (offer.ends_at - offer.starts_at) // datetime.timedelta(minutes=1)
    here = local(offer.starts_at, minutes, clock.JAPAN.key)
    there = local(offer.starts_at, minutes, offer.lecturer.zone)
    return Clocks(here, there, offer.lecturer.country)


def countries_to_meet(on: datetime.date) -> "list[tuple[Country, int]]":
    """Where lecturers are on a day and how many, most of them first; Japan is not abroad."""
    serving = Lecturer.objects.serving(on).exclude(country__code="JP")
    rows = serving.order_by().values("country").annotate(number=Count("pk"))
    counts = {row["country"]: row["number"] for row in rows}
    found = places.countries().filter(pk__in=counts)
    return sorted(((one, counts[one.pk]) for one in found), key=lambda pair: -pair[1])


def lectures_held() -> QuerySet[Lecture]:
    """Lectures that took place, the latest first; everybody may know of them."""
    return _lectures().held().order_by("-held_on", "-pk")


def lecture_named(ref: str) -> Lecture | None:
    """The lecture an address with a signature names."""
    return _lectures().filter(ref=ref).first()


def answer_about(lecture: Lecture) -> Answer | None:
    """What the teacher wrote afterwards."""
    found = Answer.objects.select_related("document__form_version").filter(lecture=lecture)
    return found.first()


@dataclass(frozen=True)
class Voices:
    """What teachers said: how many of them, and how often each mark was given."""

    number: int
    marks: tuple[tuple[int, int], ...]
    again: int


def voices(answers: QuerySet[Answer]) -> Voices:
    """The answers taken together, without anybody's name."""
    sealed = list(answers.order_by().values_list("document__revisions__answers", flat=True))
    given = Counter(int(one["satisfaction"]) for one in sealed if one)
    marks = tuple((mark, given.get(mark, 0)) for mark in (5, 4, 3, 2, 1))
    return Voices(len(sealed), marks, sum(bool(one and one.get("again")) for one in sealed))


def answers_about(lecturer: Lecturer | None = None) -> QuerySet[Answer]:
    """Answers about all lectures, or about those of one lecturer."""
    found = Answer.objects.order_by("-answered_at", "-pk")
    return found.filter(lecture__agreed__lecturer=lecturer) if lecturer else found
