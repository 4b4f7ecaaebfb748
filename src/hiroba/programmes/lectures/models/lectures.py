"""Lectures, from the teacher's request to the day itself and the answer afterwards."""

import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q

from hiroba.foundation import clock
from hiroba.programmes.lectures.states import (
    CLOSED_WITH_A_REASON,
    ON_THE_WAY,
    Equipment,
    Grade,
    Kind,
    Language,
    LectureState,
)

S = LectureState


class LectureQuerySet(models.QuerySet["Lecture"]):
    def on_the_way(self) -> Self:
        return self.filter(state__in=ON_THE_WAY)

    def held(self) -> Self:
        return self.filter(state=S.HELD)

    def due(self, moment: datetime.datetime) -> Self:
        """Confirmed, and over by now: somebody should say how it went."""
        return self.filter(state=S.CONFIRMED, agreed__ends_at__lte=moment)


class Lecture(models.Model):
    """A class asks to hear from somebody who knows a country; three wishes say when."""

    ref = models.CharField(max_length=12, unique=True)
    kind = models.CharField(max_length=8, choices=Kind)
    state = models.CharField(max_length=12, choices=LectureState, default=S.REQUESTED)
    body = models.ForeignKey("people.Body", on_delete=models.PROTECT, related_name="lectures")
    school = models.ForeignKey(
        "schools.School", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    office = models.ForeignKey(
        "places.Office", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    rules = models.ForeignKey(
        "lectures.LectureRules", on_delete=models.PROTECT, related_name="lectures"
    )
    asked_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    grade = models.CharField(max_length=20, choices=Grade)
    pupils = models.PositiveSmallIntegerField()
    minutes = models.PositiveSmallIntegerField()
    language = models.CharField(max_length=2, choices=Language, default=Language.JAPANESE)
    theme = models.ForeignKey("themes.Theme", on_delete=models.PROTECT, related_name="+")
    country = models.ForeignKey(
        "places.Country", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    only_this_country = models.BooleanField(default=False)
    aim = models.TextField(max_length=1000)
    place = models.CharField(max_length=200, blank=True)
    equipment = models.JSONField(default=list)
    agreed = models.OneToOneField(
        "lectures.Offer", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True, blank=True)
    held_on = models.DateField(null=True, blank=True)
    attended = models.PositiveSmallIntegerField(null=True, blank=True)
    closed_because = models.CharField(max_length=400, blank=True)
    is_sample = models.BooleanField(default=False)
    objects = LectureQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        indexes = [
            models.Index(fields=["state", "asked_at", "id"], name="lecture_by_state"),
            models.Index(fields=["held_on", "kind"], name="lecture_by_day_held"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(pupils__gte=1, minutes__range=(20, 180)),
                name="lecture_has_pupils_and_a_length",
            ),
            models.CheckConstraint(
                condition=Q(state=S.HELD, held_on__isnull=False, attended__gte=1)
                | (~Q(state=S.HELD) & Q(held_on=None, attended=None)),
                name="lecture_is_held_iff_dated_and_counted",
            ),
            models.CheckConstraint(
                condition=Q(state__in=CLOSED_WITH_A_REASON) & ~Q(closed_because="")
                | ~Q(state__in=CLOSED_WITH_A_REASON) & Q(closed_because=""),
                name="lecture_is_closed_iff_reasoned",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[S.REQUESTED, S.OFFERED, S.TURNED_DOWN], agreed=None)
                | Q(state__in=[S.ACCEPTED, S.CONFIRMED, S.HELD, S.NOT_HELD], agreed__isnull=False)
                | Q(state=S.CANCELLED),
                name="lecture_has_a_lecturer_iff_agreed",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[S.CONFIRMED, S.HELD, S.NOT_HELD], confirmed_at__isnull=False)
                | Q(
                    state__in=[S.REQUESTED, S.OFFERED, S.ACCEPTED, S.TURNED_DOWN],
                    confirmed_at=None,
                )
                | Q(state=S.CANCELLED),
                name="lecture_is_confirmed_iff_dated",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body} {self.theme}"

    @property
    def is_online(self) -> bool:
        return self.kind == Kind.ONLINE

    @property
    def is_on_the_way(self) -> bool:
        """Whether something can still happen."""
        return self.state in ON_THE_WAY

    @property
    def equipment_told(self) -> list[str]:
        """The equipment in words."""
        return [str(Equipment(one).label) for one in self.equipment]

    @property
    def title_ja(self) -> str:
        """What figures and the search call it; which school it was stays in the room."""
        return f"{'オンライン出前講座' if self.is_online else '出前講座'}: {self.theme.name_ja}"

    @property
    def title_en(self) -> str:
        return f"{'Online class' if self.is_online else 'Outreach lecture'}: {self.theme.name_en}"


class Wish(models.Model):
    """A day and a time that would suit the class, by the clocks of Japan."""

    lecture = models.ForeignKey(Lecture, on_delete=models.CASCADE, related_name="wishes")
    rank = models.PositiveSmallIntegerField()
    on = models.DateField()
    at = models.TimeField()
    period = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["lecture", "rank", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["lecture", "rank"], name="wish_has_its_own_rank"),
            models.UniqueConstraint(fields=["lecture", "on", "at"], name="wish_is_made_once"),
            models.CheckConstraint(condition=Q(rank__range=(1, 3)), name="wish_is_one_of_three"),
        ]

    def __str__(self) -> str:
        return f"{self.rank}: {self.on} {self.at}"

    @property
    def starts_at(self) -> datetime.datetime:
        return datetime.datetime.combine(self.on, self.at, clock.JAPAN)


class OnlineClass(models.Model):
    """What a lecture needs that joins a classroom with somebody abroad: the meeting's link."""

    lecture = models.OneToOneField(Lecture, on_delete=models.CASCADE, related_name="online")
    link = models.URLField(max_length=500, blank=True)
    linked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(link="", linked_at=None) | (~Q(link="") & Q(linked_at__isnull=False)),
                name="online_class_is_linked_iff_dated",
            )
        ]

    def __str__(self) -> str:
        return str(self.lecture_id)


class Answer(models.Model):
    """What the teacher wrote afterwards, on a form that the house keeps in versions."""

    lecture = models.OneToOneField(Lecture, on_delete=models.PROTECT, related_name="answer")
    document = models.OneToOneField("forms.Document", on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField()

    class Meta:
        ordering = [F("answered_at").desc(), "-pk"]

    def __str__(self) -> str:
        return str(self.lecture_id)
