"""Lecturers are asked, answer, and promise their time."""

from django.db import models
from django.db.models import F, Q

from hiroba.programmes.lectures.states import LIVE, OfferState


class Offer(models.Model):
    """A lecturer is asked to give a lecture at the time of one of its wishes."""

    ref = models.CharField(max_length=12, unique=True)
    state = models.CharField(max_length=12, choices=OfferState, default=OfferState.OFFERED)
    lecture = models.ForeignKey("lectures.Lecture", on_delete=models.PROTECT, related_name="offers")
    wish = models.ForeignKey("lectures.Wish", on_delete=models.PROTECT, related_name="offers")
    lecturer = models.ForeignKey(
        "lectures.Lecturer", on_delete=models.PROTECT, related_name="offers"
    )
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    offered_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    offered_at = models.DateTimeField()
    answer_by = models.DateField()
    answered_at = models.DateTimeField(null=True, blank=True)
    because = models.CharField(max_length=400, blank=True)

    class Meta:
        ordering = ["-offered_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["lecture"],
                condition=Q(state__in=LIVE),
                name="lecture_is_offered_to_one_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="offer_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(state=OfferState.OFFERED, answered_at=None)
                | Q(state__in=[OfferState.ACCEPTED, OfferState.DECLINED], answered_at__isnull=False)
                | Q(state=OfferState.WITHDRAWN),
                name="offer_is_answered_iff_dated",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[OfferState.DECLINED, OfferState.WITHDRAWN]) & ~Q(because="")
                | Q(state__in=LIVE, because=""),
                name="offer_ends_iff_reasoned",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.lecturer_id} {self.starts_at}"


class Hold(models.Model):
    """A quarter of an hour that a lecturer has promised; nobody promises the same one twice."""

    lecturer = models.ForeignKey(
        "lectures.Lecturer", on_delete=models.PROTECT, related_name="holds"
    )
    offer = models.ForeignKey(Offer, on_delete=models.PROTECT, related_name="holds")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["lecturer", "at"], name="lecturer_promises_a_quarter_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.lecturer_id} {self.at}"
