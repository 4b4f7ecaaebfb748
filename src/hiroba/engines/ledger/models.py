"""Funds, accounts and entries; which gift pays for what; all of it in whole yen, never changed."""

import uuid

from django.db import models
from django.db.models import F, Q

from hiroba.engines.ledger.states import AccountKind, AllocationState
from hiroba.foundation.bilingual import said


class Fund(models.Model):
    """Money given for a purpose; it is owed to that purpose until it is spent."""

    code = models.SlugField(max_length=40, unique=True)
    programme = models.SlugField(max_length=20)
    name_ja = models.CharField(max_length=120)
    name_en = models.CharField(max_length=160)
    opened_at = models.DateTimeField()

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return said(self, "name")

    @property
    def ref(self) -> str:
        return f"fund:{self.code}"


class Account(models.Model):
    """Where legs are written; a fund has one of its own."""

    code = models.CharField(max_length=60, unique=True)
    kind = models.CharField(max_length=10, choices=AccountKind)
    name_ja = models.CharField(max_length=120)
    name_en = models.CharField(max_length=160)
    fund = models.OneToOneField(Fund, null=True, on_delete=models.PROTECT, related_name="account")

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return said(self, "name")


class Balance(models.Model):
    """What the legs of an account add up to, debit above nothing; a fund is never overdrawn."""

    account = models.OneToOneField(Account, on_delete=models.PROTECT, related_name="balance")
    yen = models.BigIntegerField(default=0)
    ceiling = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ceiling=None) | Q(yen__lte=F("ceiling")), name="fund_is_never_overdrawn"
            )
        ]

    def __str__(self) -> str:
        return f"{self.account_id} {self.yen}"


class Entry(models.Model):
    """One event in the books; the key makes telling it twice the same entry."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.CharField(max_length=80, unique=True)
    kind = models.SlugField(max_length=20)
    booked_on = models.DateField()
    fiscal_year = models.PositiveSmallIntegerField()
    about_ref = models.CharField(max_length=40, blank=True)
    leg_count = models.PositiveSmallIntegerField()
    reverses = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="reversed_by"
    )
    memo = models.CharField(max_length=300, blank=True)
    posted_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    posted_at = models.DateTimeField()

    class Meta:
        ordering = ["-posted_at", "-id"]
        indexes = [models.Index(fields=["about_ref"], name="entries_about_a_thing")]
        constraints = [
            models.CheckConstraint(
                condition=Q(reverses=None) | ~Q(memo=""), name="entry_is_reversed_with_a_reason"
            )
        ]

    def __str__(self) -> str:
        return self.key

    @property
    def ref(self) -> str:
        return self.key


class Leg(models.Model):
    """One side of an entry: debit above nothing, credit below."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="legs")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="legs")
    yen = models.BigIntegerField()

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["entry", "account", "yen"], name="legs_of_an_entry")]
        constraints = [models.CheckConstraint(condition=~Q(yen=0), name="leg_moves_something")]

    def __str__(self) -> str:
        return f"{self.account_id} {self.yen}"


class Closing(models.Model):
    """A fiscal year into which nothing is written any more."""

    fiscal_year = models.PositiveSmallIntegerField(unique=True)
    closed_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField()

    class Meta:
        ordering = ["-fiscal_year"]

    def __str__(self) -> str:
        return str(self.fiscal_year)


class Lot(models.Model):
    """What one gift brought into a fund, and how much of it has gone on."""

    ref = models.CharField(max_length=40, unique=True)
    fund = models.ForeignKey(Fund, on_delete=models.PROTECT, related_name="lots")
    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="lot")
    yen = models.BigIntegerField()
    drawn = models.BigIntegerField(default=0)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(drawn__gte=0) & Q(drawn__lte=F("yen")), name="lot_is_never_overdrawn"
            )
        ]

    def __str__(self) -> str:
        return f"{self.ref} {self.yen}"


class Allocation(models.Model):
    """So much of a fund for a thing; a second person agrees before anything is booked."""

    ref = models.CharField(max_length=12, unique=True)
    fund = models.ForeignKey(Fund, on_delete=models.PROTECT, related_name="allocations")
    to_ref = models.CharField(max_length=40)
    yen = models.BigIntegerField()
    because = models.CharField(max_length=300)
    state = models.CharField(
        max_length=10, choices=AllocationState, default=AllocationState.PROPOSED
    )
    entry = models.OneToOneField(
        Entry, null=True, on_delete=models.PROTECT, related_name="allocation"
    )
    proposed_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    approved_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    approved_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["to_ref"], name="allocations_to_a_thing")]
        constraints = [
            models.CheckConstraint(condition=Q(yen__gte=1), name="allocation_moves_something"),
            models.CheckConstraint(
                condition=Q(state=AllocationState.APPROVED)
                & Q(entry__isnull=False, approved_by__isnull=False, approved_at__isnull=False)
                & ~Q(approved_by=F("proposed_by"))
                | ~Q(state=AllocationState.APPROVED) & Q(entry=None, approved_by=None),
                name="allocation_is_approved_by_a_second_person",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ref} {self.yen}"


class Draw(models.Model):
    """How much of a gift went into an allocation: the way of a yen."""

    allocation = models.ForeignKey(Allocation, on_delete=models.PROTECT, related_name="draws")
    lot = models.ForeignKey(Lot, on_delete=models.PROTECT, related_name="draws")
    yen = models.BigIntegerField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["allocation", "lot"], name="lot_is_drawn_once_for_it"),
            models.CheckConstraint(condition=Q(yen__gte=1), name="draw_moves_something"),
        ]

    def __str__(self) -> str:
        return f"{self.lot_id} {self.yen}"


class Series(models.Model):
    """Numbers without gaps, such as those of receipts: the last one of a year."""

    code = models.SlugField(max_length=40)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["code", "-year"]
        constraints = [
            models.UniqueConstraint(fields=["code", "year"], name="series_counts_a_year_once")
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.year}-{self.last}"
