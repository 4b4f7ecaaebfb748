"""Questions about tokens."""

from datetime import timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from django.db.models import QuerySet

from hiroba.foundation import clock
from hiroba.foundation.tokens.models import Token
from hiroba.foundation.tokens.states import PREFIX

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User

OFTEN_ENOUGH = timedelta(minutes=10)


def tokens_of(user: "User") -> QuerySet[Token]:
    """A person's tokens, the newest first."""
    return Token.objects.filter(owner=user).order_by("-issued_at", "-pk")


def alive_count(user: "User") -> int:
    """With how many tokens the person can come in now."""
    return Token.objects.alive().filter(owner=user).count()


def token_behind(secret: str) -> Token | None:
    """The token with this secret, when one still comes in with it."""
    if not secret.startswith(PREFIX):
        return None
    found = Token.objects.alive().filter(sha256=fingerprint(secret), owner__is_active=True)
    return found.select_related("owner").first()


def is_noted_as_used(token: Token) -> bool:
    """Whether its use was written down a short while ago; every time would be too often."""
    return token.last_used_at is not None and clock.now() - token.last_used_at < OFTEN_ENOUGH


def fingerprint(secret: str) -> str:
    """What is kept of a secret; the secret is long and random, so one hash is enough."""
    return sha256(secret.encode()).hexdigest()
