"""Series of meetings, what is talked about, who comes, what was said and what was promised."""

from django.db import models
from django.db.models import Q

from hiroba.foundation import clock
from hiroba.foundation.bilingual import said
from hiroba.programmes.dialogue.states import (
    CommitmentState,
    ItemKind,
    ItemState,
    Place,
    SeriesKind,
    Side,
)


class Series(models.Model):
    """Meetings that come again: the council, or study meetings."""

    ref = models.SlugField(max_length=40, unique=True)
    kind = models.CharField(max_length=10, choices=SeriesKind)
    title_ja = models.CharField(max_length=120)
    title_en = models.CharField(max_length=160)
    about_ja = models.TextField()
    about_en = models.TextField()
    is_sample = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return said(self, "title")


class SeriesRule(models.Model):
    """From a day on: how many meetings a year, and until when items are proposed."""

    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="rules")
    since = models.DateField()
    meetings_a_year = models.PositiveSmallIntegerField()
    agenda_days = models.PositiveSmallIntegerField()
    set_at = models.DateTimeField()

    class Meta:
        ordering = ["series", "-since"]
        constraints = [
            models.UniqueConstraint(fields=["series", "since"], name="series_has_one_rule_a_day"),
            models.CheckConstraint(condition=Q(meetings_a_year__gte=1), name="series_meets"),
        ]

    def __str__(self) -> str:
        return f"{self.series_id} {self.since}"


class Coordinator(models.Model):
    """Who speaks for a side of a series."""

    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="coordinators")
    side = models.CharField(max_length=5, choices=Side)
    person = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        ordering = ["series", "side", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["series", "person"],
                condition=Q(until=None),
                name="coordinator_speaks_for_one_side",
            )
        ]

    def __str__(self) -> str:
        return f"{self.series_id} {self.side} {self.person_id}"


class Meeting(models.Model):
    """One meeting of a series; its time and its seats are those of its gathering."""

    ref = models.CharField(max_length=12, unique=True)
    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="meetings")
    slot = models.OneToOneField("gatherings.Slot", on_delete=models.PROTECT, related_name="+")
    fiscal_year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    chair = models.CharField(max_length=5, choices=Side)
    agenda_until = models.DateField()

    class Meta:
        ordering = ["-fiscal_year", "-number", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["series", "fiscal_year", "number"], name="series_counts_its_meetings"
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title_ja(self) -> str:
        return f"{self.series.title_ja} {self.fiscal_year}年度 第{self.number}回"

    @property
    def title_en(self) -> str:
        return f"{self.series.title_en}, meeting {self.number} of FY{self.fiscal_year}"

    @property
    def title(self) -> str:
        return said(self, "title")

    @property
    def is_over(self) -> bool:
        """Whether it has taken place."""
        return self.slot.ends_at <= clock.now()


class AgendaItem(models.Model):
    """What one side would like to talk about, and whether it is taken up."""

    ref = models.CharField(max_length=12, unique=True)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="items")
    side = models.CharField(max_length=5, choices=Side)
    kind = models.CharField(max_length=10, choices=ItemKind)
    title = models.CharField(max_length=160)
    background = models.TextField()
    state = models.CharField(max_length=10, choices=ItemState, default=ItemState.PROPOSED)
    reason = models.CharField(max_length=300, blank=True)
    proposed_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    decided_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=ItemState.DECLINED) & ~Q(reason="")
                | ~Q(state=ItemState.DECLINED),
                name="item_is_declined_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(state=ItemState.PROPOSED, decided_by=None)
                | ~Q(state=ItemState.PROPOSED) & Q(decided_by__isnull=False),
                name="item_is_decided_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Registration(models.Model):
    """For which side somebody comes, and whether into the room or online."""

    booking = models.OneToOneField(
        "gatherings.Booking", on_delete=models.PROTECT, related_name="registration"
    )
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="registrations")
    side = models.CharField(max_length=5, choices=Side)
    place = models.CharField(max_length=6, choices=Place)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.side}"

    @property
    def ref(self) -> str:
        return self.booking.ref


class Minutes(models.Model):
    """What was said, in one version; everybody reads it when both sides agree."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="minutes")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    written_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["meeting", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="minutes_count_versions"),
            models.CheckConstraint(condition=~Q(text=""), name="minutes_say_something"),
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id} v{self.number}"


class Approval(models.Model):
    """One side agrees with a version of the minutes."""

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="approvals")
    side = models.CharField(max_length=5, choices=Side)
    approved_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["minutes", "side"], name="a_side_approves_once")
        ]

    def __str__(self) -> str:
        return f"{self.minutes_id} {self.side}"


class Commitment(models.Model):
    """What one side promised at a meeting, and until when."""

    ref = models.CharField(max_length=12, unique=True)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="commitments")
    side = models.CharField(max_length=5, choices=Side)
    owner = models.CharField(max_length=120)
    text = models.CharField(max_length=300)
    due_on = models.DateField()
    state = models.CharField(max_length=10, choices=CommitmentState, default=CommitmentState.OPEN)
    fulfilled_on = models.DateField(null=True)
    how = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=CommitmentState.FULFILLED, fulfilled_on__isnull=False)
                & ~Q(how="")
                | Q(state=CommitmentState.OPEN, fulfilled_on=None),
                name="commitment_is_fulfilled_iff_dated_and_told",
            )
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def is_late(self) -> bool:
        """Whether its day lies behind us."""
        return self.state == CommitmentState.OPEN and self.due_on < clock.today()
