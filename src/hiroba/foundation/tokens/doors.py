"""The doors of the API: who comes with which token, and for what."""

from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja.errors import AuthenticationError
from ninja.security import HttpBearer

from hiroba.foundation.actors import CLOCKWORK, GUEST
from hiroba.foundation.tokens import actions, policies, queries
from hiroba.foundation.verdicts import Refused, Verdict

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User
    from hiroba.foundation.actors import Actor
    from hiroba.foundation.tokens.models import Token


class Forbidden(Exception):
    """Somebody is known and may not come through this door, with the reason."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__(verdict.reason)
        self.reason = verdict.reason


class Anyone(HttpBearer):
    """Public data: without a token one is a guest; a token that does not fit is told so."""

    def __call__(self, request: HttpRequest) -> "Actor":
        if "Authorization" not in request.headers:
            return GUEST
        known: Actor | None = super().__call__(request)
        if known is None:
            raise AuthenticationError
        return known

    def authenticate(self, request: HttpRequest, token: str) -> "User":
        """The owner of the token."""
        return _opened(request, token).owner


class Keyholder(HttpBearer):
    """A door that opens for one scope only."""

    def __init__(self, scope: str) -> None:
        super().__init__()
        self.scope = scope

    def authenticate(self, request: HttpRequest, token: str) -> "User":
        """The owner of a token that was issued for this."""
        key = _opened(request, token)
        if not (verdict := policies.may_do(key, self.scope)):
            raise Forbidden(verdict)
        return key.owner


ANYONE = Anyone()


def _opened(request: HttpRequest, secret: str) -> "Token":
    token = queries.token_behind(secret)
    if token is None:
        raise AuthenticationError(message=_("この鍵は使えません。期限と綴りを確かめてください。"))
    if not queries.is_noted_as_used(token):
        _note_use(token)
    request.token = token  # type: ignore[attr-defined]
    return token


def _note_use(token: "Token") -> None:
    """Reading goes on when nothing can be written down just now."""
    try:
        actions.mark_used(by=CLOCKWORK, token=token)
    except Refused:
        return
