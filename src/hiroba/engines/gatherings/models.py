"""Gatherings with their slots, who comes, who is on duty, and how many were counted."""

from typing import Self

from django.db import models
from django.db.models import F, Q

from hiroba.engines.gatherings.states import BookingState, DutyState, GatheringState
from hiroba.foundation import clock
from hiroba.foundation.bilingual import said


class Gathering(models.Model):
    """Something to which people come: a visit, a seminar, a meeting, a lesson."""

    ref = models.CharField(max_length=12, unique=True)
    programme = models.SlugField(max_length=20)
    kind = models.SlugField(max_length=20)
    about_ref = models.CharField(max_length=40, blank=True)
    title_ja = models.CharField(max_length=200)
    title_en = models.CharField(max_length=240, blank=True)
    place_ja = models.CharField(max_length=200, blank=True)
    place_en = models.CharField(max_length=240, blank=True)
    zone = models.CharField(max_length=40, default="Asia/Tokyo")
    state = models.CharField(max_length=10, choices=GatheringState, default=GatheringState.DRAFT)
    why_called_off = models.CharField(max_length=300, blank=True)
    is_sample = models.BooleanField(default=False)
    planned_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    planned_at = models.DateTimeField()

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["programme", "kind", "state"], name="gatherings_of_a_kind")]
        constraints = [
            models.CheckConstraint(condition=~Q(title_ja=""), name="gathering_has_a_title"),
            models.CheckConstraint(
                condition=Q(state=GatheringState.CALLED_OFF) & ~Q(why_called_off="")
                | ~Q(state=GatheringState.CALLED_OFF) & Q(why_called_off=""),
                name="gathering_is_called_off_iff_there_is_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return said(self, "title")


class SlotQuerySet(models.QuerySet["Slot"]):
    def to_come(self) -> Self:
        """Those of open gatherings that have not begun, the next first."""
        found = self.filter(gathering__state=GatheringState.OPEN, starts_at__gt=clock.now())
        return found.select_related("gathering").order_by("starts_at", "pk")

    def with_seats(self) -> Self:
        """Those in which there is a seat left."""
        return self.filter(taken__lt=F("capacity"))


class Slot(models.Model):
    """One time at which so many people can come; `taken` seats are never more than there are."""

    gathering = models.ForeignKey(Gathering, on_delete=models.PROTECT, related_name="slots")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    capacity = models.PositiveIntegerField()
    taken = models.PositiveIntegerField(default=0)
    objects = SlotQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["gathering", "starts_at"], name="slot_begins_once"),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="slot_has_a_length"
            ),
            models.CheckConstraint(
                condition=Q(taken__lte=F("capacity")), name="slot_is_never_overbooked"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.gathering_id} {self.starts_at:%Y-%m-%d %H:%M}"

    @property
    def left(self) -> int:
        """How many seats are free."""
        return self.capacity - self.taken


class Booking(models.Model):
    """A party that comes to a slot; the key makes a second click the same booking."""

    ref = models.CharField(max_length=12, unique=True)
    key = models.UUIDField(unique=True)
    slot = models.ForeignKey(Slot, on_delete=models.PROTECT, related_name="bookings")
    people = models.PositiveIntegerField()
    booked_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    party = models.CharField(max_length=120)
    note = models.CharField(max_length=500, blank=True)
    state = models.CharField(max_length=10, choices=BookingState, default=BookingState.BOOKED)
    came = models.PositiveIntegerField(null=True)
    booked_at = models.DateTimeField()

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["booked_by", "state"], name="bookings_of_a_person")]
        constraints = [
            models.CheckConstraint(condition=Q(people__gte=1), name="party_has_people"),
            models.CheckConstraint(
                condition=Q(state=BookingState.CAME, came__isnull=False, came__gte=1)
                | ~Q(state=BookingState.CAME) & Q(came=None),
                name="party_is_counted_iff_it_came",
            ),
        ]

    def __str__(self) -> str:
        return self.party


class Duty(models.Model):
    """A person who looks after a slot: asked, and willing or not."""

    ref = models.CharField(max_length=12, unique=True)
    slot = models.ForeignKey(Slot, on_delete=models.PROTECT, related_name="duties")
    person = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=DutyState, default=DutyState.ASKED)
    why_declined = models.CharField(max_length=300, blank=True)
    asked_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()

    class Meta:
        ordering = ["slot", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["slot", "person"], name="asked_once_for_a_slot")
        ]

    def __str__(self) -> str:
        return f"{self.slot_id} {self.person_id}"


class Count(models.Model):
    """How many people were counted on a day; a correction is another row, nothing is changed."""

    about_ref = models.CharField(max_length=40)
    kind = models.SlugField(max_length=20)
    day = models.DateField()
    people = models.PositiveIntegerField()
    corrects = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="corrected_by"
    )
    because = models.CharField(max_length=300, blank=True)
    is_sample = models.BooleanField(default=False)
    counted_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    counted_at = models.DateTimeField()

    class Meta:
        ordering = ["-day", "-pk"]
        indexes = [models.Index(fields=["about_ref", "day"], name="counts_of_a_place_by_day")]
        constraints = [
            models.UniqueConstraint(
                fields=["about_ref", "kind", "day"],
                condition=Q(corrects=None),
                name="a_day_is_counted_once_by_kind",
            ),
            models.CheckConstraint(
                condition=Q(corrects=None, because="") | Q(corrects__isnull=False) & ~Q(because=""),
                name="count_is_corrected_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def ref(self) -> str:
        return f"{self.about_ref}/{self.day}/{self.kind}"

    @property
    def title(self) -> str:
        return f"{self.about_ref} {self.day}: {self.people}"

    @property
    def adds(self) -> int:
        """How many people it adds to a figure."""
        return self.people
