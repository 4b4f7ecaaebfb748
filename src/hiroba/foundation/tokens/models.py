"""Tokens, of which only a fingerprint is kept."""

from typing import Self

from django.db import models
from django.db.models import F, Q

from hiroba.foundation import clock
from hiroba.foundation.tokens.states import Scope


class TokenQuerySet(models.QuerySet["Token"]):
    def alive(self) -> Self:
        """Those with which one still comes in."""
        return self.filter(revoked_at=None, ends_at__gt=clock.now())


class Token(models.Model):
    """A key to the API: whose it is, what it allows, until when."""

    ref = models.CharField(max_length=12, unique=True)
    owner = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="tokens")
    name = models.CharField(max_length=80)
    sha256 = models.CharField(max_length=64, unique=True)
    scopes = models.JSONField(default=list)
    issued_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    objects = TokenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("issued_at")), name="a_token_ends_after_it_was_issued"
            )
        ]

    def __str__(self) -> str:
        return f"{self.ref} {self.name}"

    @property
    def is_alive(self) -> bool:
        return self.revoked_at is None and self.ends_at > clock.now()

    @property
    def allows(self) -> list[str]:
        """What it allows, in words."""
        return [str(Scope(scope).label) for scope in self.scopes]
