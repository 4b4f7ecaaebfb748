"""What one can give for, by which rules, the gifts and their receipts."""

from typing import Self

from django.db import models
from django.db.models import F, Q

from hiroba.foundation import clock
from hiroba.foundation.bilingual import said
from hiroba.programmes.giving.states import DonorKind, GiftState, Publicity


class CauseQuerySet(models.QuerySet["Cause"]):
    def open(self) -> Self:
        """Those for which one can give today."""
        today = clock.today()
        return self.filter(Q(closed_on=None) | Q(closed_on__gt=today), opened_on__lte=today)


class Cause(models.Model):
    """What one can give for; the money goes into its fund."""

    ref = models.SlugField(max_length=40, unique=True)
    fund = models.ForeignKey("ledger.Fund", on_delete=models.PROTECT, related_name="+")
    title_ja = models.CharField(max_length=120)
    title_en = models.CharField(max_length=160)
    text_ja = models.TextField()
    text_en = models.TextField()
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)
    is_sample = models.BooleanField(default=False)
    objects = CauseQuerySet.as_manager()

    class Meta:
        ordering = ["opened_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(closed_on__gt=F("opened_on")),
                name="cause_closes_after_it_opened",
            )
        ]

    def __str__(self) -> str:
        return said(self, "title")

    @property
    def is_open(self) -> bool:
        """Whether one can give for it today."""
        today = clock.today()
        return self.opened_on <= today and (self.closed_on is None or today < self.closed_on)


class CauseRule(models.Model):
    """From a day on: how much one gives at least, and what stands on the receipt."""

    cause = models.ForeignKey(Cause, on_delete=models.PROTECT, related_name="rules")
    since = models.DateField()
    least_yen = models.PositiveIntegerField()
    suggested = models.JSONField(default=list)
    transfer_ja = models.TextField()
    transfer_en = models.TextField()
    tax_ja = models.TextField()
    tax_en = models.TextField()
    set_at = models.DateTimeField()

    class Meta:
        ordering = ["cause", "-since"]
        constraints = [
            models.UniqueConstraint(fields=["cause", "since"], name="cause_has_one_rule_a_day"),
            models.CheckConstraint(condition=Q(least_yen__gte=1), name="one_gives_something"),
        ]

    def __str__(self) -> str:
        return f"{self.cause_id} {self.since}"


class Gift(models.Model):
    """What somebody promised and what arrived, by the rule of the day of the promise."""

    ref = models.CharField(max_length=12, unique=True)
    code = models.CharField(max_length=8, unique=True)
    key = models.UUIDField(unique=True)
    cause = models.ForeignKey(Cause, on_delete=models.PROTECT, related_name="gifts")
    rule = models.ForeignKey(CauseRule, on_delete=models.PROTECT, related_name="+")
    donor = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(max_length=10, choices=DonorKind)
    name = models.CharField(max_length=120)
    email = models.EmailField()
    language = models.CharField(max_length=5, default="ja")
    address = models.CharField(max_length=200, blank=True)
    wants_receipt = models.BooleanField(default=False)
    publicity = models.CharField(max_length=10, choices=Publicity, default=Publicity.NOBODY)
    message = models.CharField(max_length=300, blank=True)
    yen = models.PositiveBigIntegerField()
    state = models.CharField(max_length=10, choices=GiftState, default=GiftState.PROMISED)
    promised_at = models.DateTimeField()
    received_on = models.DateField(null=True)
    received_yen = models.PositiveBigIntegerField(null=True)
    payer = models.CharField(max_length=120, blank=True)
    is_sample = models.BooleanField(default=False)

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["state", "promised_at"], name="gifts_by_state")]
        constraints = [
            models.CheckConstraint(condition=Q(yen__gte=1), name="gift_is_of_something"),
            models.CheckConstraint(
                condition=Q(
                    state=GiftState.RECEIVED,
                    received_on__isnull=False,
                    received_yen__isnull=False,
                    received_yen__gte=1,
                )
                | ~Q(state=GiftState.RECEIVED) & Q(received_on=None, received_yen=None),
                name="gift_is_received_iff_dated_and_counted",
            ),
            models.CheckConstraint(
                condition=Q(wants_receipt=False) | ~Q(address=""), name="receipt_has_an_address"
            ),
        ]

    def __str__(self) -> str:
        return self.ref

    @property
    def title(self) -> str:
        """Lists for everybody show for what, never who."""
        return str(self.cause)

    @property
    def adds(self) -> int:
        """How many gifts it adds to a figure."""
        return 1


class Receipt(models.Model):
    """What was written on a receipt; its number has no gap in its year, and it never changes."""

    gift = models.OneToOneField(Gift, on_delete=models.PROTECT, related_name="receipt")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=120)
    address = models.CharField(max_length=200)
    yen = models.PositiveBigIntegerField()
    received_on = models.DateField()
    tax = models.TextField()
    issued_at = models.DateTimeField()

    class Meta:
        ordering = ["-year", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["year", "number"], name="receipt_number_counts_once")
        ]

    def __str__(self) -> str:
        return self.ref

    @property
    def ref(self) -> str:
        return f"R{self.year}-{self.number:05}"
