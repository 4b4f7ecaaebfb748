"""People who can sign in, and the roles granted to them."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hiroba.foundation.accounts.states import EVERYWHERE, STAFF_ROLES, Role


class UserManager(BaseUserManager["User"]):
    """Finds people by their address, however it was capitalised."""

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(email=(username or "").lower())


class User(AbstractBaseUser):
    """Somebody who can sign in."""

    email = models.EmailField(_("メールアドレス"), unique=True)
    name = models.CharField(_("お名前"), max_length=120)
    language = models.CharField(_("ことば"), max_length=12, default="ja")
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(default=timezone.now)

    objects = UserManager()
    USERNAME_FIELD = EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(email=Lower("email")), name="address_is_lower_case")
        ]

    def __str__(self) -> str:
        return self.name or self.email

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.email = self.email.lower()
        super().save(*args, **kwargs)

    @property
    def account(self) -> User:
        return self

    @property
    def ref(self) -> str:
        return f"user-{self.pk}"

    @property
    def is_staff(self) -> bool:
        return self.holds(*STAFF_ROLES)

    @property
    def has_roles(self) -> bool:
        """Whether some work may wait for this person."""
        return bool(self._granted)

    def holds(self, *roles: str, programme: str = "", office: str = "") -> bool:
        """Whether one of the roles is held, for the programme or office asked about."""
        scopes = {EVERYWHERE}
        scopes |= {f"programme:{programme}"} if programme else set()
        scopes |= {f"office:{office}"} if office else set()
        anywhere = not (programme or office)
        return any(role in roles and (anywhere or scope in scopes) for role, scope in self._granted)

    def scopes(self, *roles: str) -> frozenset[str]:
        """The parts of the house for which one of the roles was granted, as they were named."""
        return frozenset(scope for role, scope in self._granted if role in roles)

    @cached_property
    def _granted(self) -> list[tuple[str, str]]:
        """Asked once for each request, so that a role taken away is gone with the next click."""
        return list(self.grants.filter(ended_at=None).values_list("role", "scope"))


class Grant(models.Model):
    """A role that somebody holds for a part of the house, from one moment until another."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="grants")
    role = models.CharField(max_length=20, choices=Role)
    scope = models.CharField(max_length=60, default=EVERYWHERE)
    granted_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    granted_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "role", "scope"],
                condition=Q(ended_at=None),
                name="a_role_is_held_once",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(ended_at__gte=F("granted_at")),
                name="a_grant_ends_after_it_began",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.role} {self.scope}"
