"""People, bodies, the names bodies had, who belongs to them, and what was merged."""

import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q

from hiroba.engines.registry.people.promises import BODY_PROMISES
from hiroba.engines.registry.people.states import BodyState, MemberRole, Origin, Personality


class Person(models.Model):
    """A human being, with or without an account."""

    ref = models.CharField(max_length=12, unique=True)
    account = models.OneToOneField(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="person"
    )
    name = models.CharField(max_length=80)
    kana = models.CharField(max_length=80, blank=True)
    name_en = models.CharField(max_length=80, blank=True)
    email = models.EmailField(blank=True)

    class Meta:
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def address(self) -> str:
        """Where letters reach the person: the account's address is the newer one."""
        return self.account.email if self.account else self.email

    @property
    def language(self) -> str:
        """In which language the person is written to."""
        return self.account.language if self.account else "ja"


class BodyQuerySet(models.QuerySet["Body"]):
    def standing(self) -> Self:
        """Those that were not merged into another."""
        return self.filter(merged_into=None)

    def public(self) -> Self:
        """Those that anybody may see."""
        return self.standing().filter(
            Q(state=BodyState.VERIFIED) | Q(origin=Origin.OPEN_DATA, state=BodyState.UNVERIFIED)
        )

    def verified(self) -> Self:
        return self.standing().filter(state=BodyState.VERIFIED)


class Body(models.Model):
    """An organisation: an NGO, a municipality, a university, a school, a company."""

    ref = models.CharField(max_length=12, unique=True)
    origin = models.CharField(max_length=12, choices=Origin, default=Origin.OWN)
    state = models.CharField(max_length=12, choices=BodyState, default=BodyState.UNVERIFIED)
    name_ja = models.CharField(max_length=120)
    name_en = models.CharField(max_length=160, blank=True)
    kana = models.CharField(max_length=160, blank=True)
    abbreviation = models.CharField(max_length=40, blank=True)
    personality = models.CharField(max_length=24, choices=Personality)
    registered_on = models.DateField(null=True, blank=True)
    active_since = models.DateField(null=True, blank=True)
    active_abroad_since = models.DateField(null=True, blank=True)
    corporate_number = models.CharField(max_length=13, blank=True)
    identifier = models.CharField(max_length=120, blank=True)
    country = models.ForeignKey(
        "places.Country", null=True, blank=True, on_delete=models.PROTECT, related_name="bodies"
    )
    prefecture = models.ForeignKey(
        "places.Prefecture", null=True, blank=True, on_delete=models.PROTECT, related_name="bodies"
    )
    municipality = models.ForeignKey(
        "places.Municipality",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="bodies",
    )
    address = models.CharField(max_length=200, blank=True)
    representative = models.CharField(max_length=80, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=30, blank=True)
    homepage = models.URLField(blank=True)
    about_ja = models.TextField(max_length=2000, blank=True)
    about_en = models.TextField(max_length=4000, blank=True)
    is_sample = models.BooleanField(default=False)
    verified_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    verified_on = models.DateField(null=True, blank=True)
    suspended_on = models.DateField(null=True, blank=True)
    suspended_because = models.CharField(max_length=400, blank=True)
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged_here"
    )
    registered_at = models.DateTimeField()
    objects = BodyQuerySet.as_manager()

    class Meta:
        ordering = ["kana", "name_ja", "pk"]
        indexes = [models.Index(fields=["state", "kana"]), models.Index(fields=["prefecture"])]
        constraints = BODY_PROMISES

    def __str__(self) -> str:
        return self.name_ja


class BodyName(models.Model):
    """What a body was called from a day on."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="names")
    name_ja = models.CharField(max_length=120)
    name_en = models.CharField(max_length=160, blank=True)
    kana = models.CharField(max_length=160, blank=True)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    class Meta:
        ordering = [F("since").desc(nulls_last=True), "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["body"], condition=Q(until=None), name="body_has_one_name_now"
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(since=None) | Q(until__gte=F("since")),
                name="body_name_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name_ja} {self.since or ''}"


class Branch(models.Model):
    """A registered branch, which may bring the body to another office."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="branches")
    name_ja = models.CharField(max_length=120)
    prefecture = models.ForeignKey(
        "places.Prefecture", on_delete=models.PROTECT, related_name="body_branches"
    )
    address = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name_ja


class MembershipQuerySet(models.QuerySet["Membership"]):
    def holding(self, day: datetime.date) -> Self:
        """Those that were accepted and have not ended; on the last day one is gone already."""
        return self.filter(Q(until=None) | Q(until__gt=day), since__isnull=False, since__lte=day)

    def invited(self) -> Self:
        return self.filter(since=None, until=None)


class Membership(models.Model):
    """A person belongs to a body in a role; an invitation has no first day yet."""

    ref = models.CharField(max_length=12, unique=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memberships")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=12, choices=MemberRole)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "body"],
                condition=Q(until=None),
                name="person_belongs_to_a_body_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(since=None) | Q(until__gte=F("since")),
                name="membership_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.body} {self.role}"


class Merge(models.Model):
    """One body was found to be another; kept so that it can be undone."""

    ref = models.CharField(max_length=12, unique=True)
    absorbed = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="merges_away")
    survivor = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="merges_here")
    reason = models.CharField(max_length=400)
    followers = models.JSONField(default=list)
    merged_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    merged_at = models.DateTimeField()
    undone_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    undone_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-merged_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(undone_by=None, undone_at=None)
                | Q(undone_by__isnull=False, undone_at__isnull=False),
                name="merge_is_undone_by_somebody_at_a_time",
            ),
            models.UniqueConstraint(
                fields=["absorbed"],
                condition=Q(undone_at=None),
                name="body_is_merged_away_once_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.absorbed} → {self.survivor}"
