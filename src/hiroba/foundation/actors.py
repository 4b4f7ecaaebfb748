"""Who does something: a person who signed in, or one of a few named hands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, Union

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User


@dataclass(frozen=True)
class Hand:
    """An actor without an account; it has no rights beyond those a policy names."""

    name: str
    account: None = None
    is_staff: bool = False
    is_authenticated: bool = False
    language: str = "ja"

    def holds(self, *roles: str, programme: str = "", office: str = "") -> bool:
        return False

    def scopes(self, *roles: str) -> frozenset[str]:
        return frozenset()


GUEST = Hand("guest")
PAYMENTS = Hand("payments")
CLOCKWORK = Hand("clockwork")
IMPORTER = Hand("importer")

Actor: TypeAlias = Union["User", Hand]
