"""Partner institutions, legacies without any name, and apart from them what tells of a person."""

from typing import Self

from django.db import models
from django.db.models import F, Q

from hiroba.programmes.legacies.states import (
    BURDENED,
    Closing,
    Declining,
    LegacyState,
    Nature,
    Opening,
)

S = LegacyState
DECIDED = [S.ACCEPTED, S.DECLINED, S.RECEIVING]


class LegacyPartner(models.Model):
    """A trust bank or the like with whom one can speak about a will."""

    ref = models.CharField(max_length=12, unique=True)
    body = models.OneToOneField("people.Body", on_delete=models.PROTECT, related_name="+")
    about_ja = models.TextField()
    about_en = models.TextField(blank=True)
    contact_ja = models.CharField(max_length=200)
    contact_en = models.CharField(max_length=200, blank=True)
    is_sample = models.BooleanField(default=False)
    added_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["body__kana", "pk"]

    def __str__(self) -> str:
        return self.body.name_ja


class LegacyQuerySet(models.QuerySet["Legacy"]):
    def open(self) -> Self:
        return self.exclude(state=S.CLOSED)


class Legacy(models.Model):
    """How far a gift by will has come; nothing here tells who the person is."""

    ref = models.CharField(max_length=12, unique=True)
    state = models.CharField(max_length=12, choices=LegacyState, default=S.ENQUIRY)
    opened_on = models.DateField()
    changed_on = models.DateField()
    nature = models.CharField(max_length=10, choices=Nature, blank=True)
    decided_on = models.DateField(null=True)
    committee_on = models.DateField(null=True)
    declining = models.CharField(max_length=10, choices=Declining, blank=True)
    closed_on = models.DateField(null=True)
    closing = models.CharField(max_length=10, choices=Closing, blank=True)
    erased_on = models.DateField(null=True)
    is_sample = models.BooleanField(default=False)
    objects = LegacyQuerySet.as_manager()

    class Meta:
        ordering = ["changed_on", "pk"]
        indexes = [models.Index(fields=["changed_on", "id"], name="legacy_by_change")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=S.CLOSED, closed_on__isnull=False) & ~Q(closing="")
                | ~Q(state=S.CLOSED) & Q(closed_on=None, closing=""),
                name="legacy_is_closed_iff_dated_and_reasoned",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=DECIDED) | Q(decided_on__isnull=False),
                name="legacy_is_decided_on_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(state=S.DECLINED) | ~Q(declining=""),
                name="legacy_is_declined_for_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(nature__in=BURDENED) | Q(committee_on__isnull=False),
                name="legacy_with_burdens_was_before_the_committee",
            ),
            models.CheckConstraint(
                condition=Q(erased_on=None) | Q(erased_on__gte=F("closed_on")),
                name="legacy_is_erased_after_it_is_closed",
            ),
        ]

    def __str__(self) -> str:
        return self.ref


class PersonalFile(models.Model):
    """Who the person is and what they wish; apart, and gone some years after the end."""

    legacy = models.OneToOneField(Legacy, on_delete=models.PROTECT, related_name="personal")
    name = models.CharField(max_length=120)
    email = models.EmailField(max_length=254)
    phone = models.CharField(max_length=40, blank=True)
    language = models.CharField(max_length=12, default="ja")
    words = models.TextField()
    wishes = models.TextField(blank=True)
    expected_yen = models.PositiveBigIntegerField(null=True)

    def __str__(self) -> str:
        return self.legacy.ref


class Consent(models.Model):
    """The person's written yes to being introduced to one partner; its words go, its day stays."""

    legacy = models.ForeignKey(Legacy, on_delete=models.PROTECT, related_name="consents")
    partner = models.ForeignKey(LegacyPartner, on_delete=models.PROTECT, related_name="consents")
    given_by = models.CharField(max_length=120, blank=True)
    given_on = models.DateField()
    words = models.TextField(blank=True)
    recorded_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    erased_on = models.DateField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(erased_on=None) & ~Q(given_by="") & ~Q(words="")
                | Q(erased_on__isnull=False, given_by="", words=""),
                name="consent_is_in_writing_until_it_is_erased",
            )
        ]

    def __str__(self) -> str:
        return f"{self.legacy_id} → {self.partner_id}"


class Referral(models.Model):
    """An introduction to a partner; without a written consent there is none."""

    ref = models.CharField(max_length=12, unique=True)
    consent = models.OneToOneField(Consent, on_delete=models.PROTECT, related_name="referral")
    referred_on = models.DateField()
    referred_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.ref


class LegacyPart(models.Model):
    """Money that has really come; never changed."""

    legacy = models.ForeignKey(Legacy, on_delete=models.PROTECT, related_name="parts")
    number = models.PositiveSmallIntegerField()
    yen = models.PositiveBigIntegerField()
    received_on = models.DateField()
    noted_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["legacy", "number"]
        constraints = [
            models.UniqueConstraint(fields=["legacy", "number"], name="legacy_counts_its_parts"),
            models.CheckConstraint(condition=Q(yen__gt=0), name="a_part_is_money"),
        ]

    def __str__(self) -> str:
        return f"{self.legacy_id}: {self.number}"


class FileOpening(models.Model):
    """Who opened a file, when and why; never changed."""

    legacy = models.ForeignKey(Legacy, on_delete=models.PROTECT, related_name="openings")
    opened_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    because = models.CharField(max_length=12, choices=Opening)
    opened_at = models.DateTimeField()

    class Meta:
        ordering = ["-opened_at", "-pk"]
        indexes = [models.Index(fields=["legacy", "opened_by", "-opened_at"], name="who_opened")]

    def __str__(self) -> str:
        return f"{self.legacy_id}: {self.opened_by_id}"
