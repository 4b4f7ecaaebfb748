"""Everything that is written about tokens."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.journal.actions import note
from hiroba.foundation.letters.actions import send
from hiroba.foundation.refs import new_ref
from hiroba.foundation.tokens import policies, queries
from hiroba.foundation.tokens.models import Token
from hiroba.foundation.tokens.states import DAYS, PREFIX
from hiroba.foundation.verdicts import require

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User
    from hiroba.foundation.actors import Actor


@dataclass(frozen=True)
class Issued:
    """A new token, and its secret, which nobody can read again."""

    token: Token
    secret: str


@action
def issue(*, by: "User", name: str, scopes: Sequence[str], days: int = DAYS) -> Issued:
    """A program can come in with the secret; its owner is told by letter."""
    require(policies.may_issue(by, scopes, days))

    secret = PREFIX + secrets.token_urlsafe(32)
    token = Token.objects.create(
        ref=new_ref("K"),
        owner=by,
        name=name,
        sha256=queries.fingerprint(secret),
        scopes=sorted(set(scopes)),
        issued_at=clock.now(),
        ends_at=clock.now() + timedelta(days=days),
    )

    note(by, "tokens.issue", token, name=name, scopes=token.scopes, days=days)
    send("tokens/issued", to=by.email, about=token, language=by.language)
    return Issued(token, secret)


@action
def revoke(*, by: "User", token: Token) -> Token:
    """Nobody comes in with it any more."""
    token = Token.objects.select_for_update(of=("self",)).select_related("owner").get(pk=token.pk)
    require(policies.may_revoke(by, token))

    token.revoked_at = clock.now()
    token.save(update_fields=["revoked_at"])

    note(by, "tokens.revoke", token)
    return token


@action
def mark_used(*, by: "Actor", token: Token) -> None:
    """It is known when the token was last used, to within some minutes."""
    require(policies.may_mark_used(by))

    Token.objects.filter(pk=token.pk).update(last_used_at=clock.now())
