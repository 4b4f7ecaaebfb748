"""Who one is, as a program sees it."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from ninja import Router, Schema

from hiroba.foundation.tokens.doors import Keyholder
from hiroba.foundation.tokens.states import Scope
from hiroba.foundation.web.listing import named

router = Router(tags=["me"])


class TokenTold(Schema):
    """The token one came with."""

    ref: str
    name: str
    scopes: list[str]
    ends_at: datetime


class Me(Schema):
    """The person behind the token."""

    name: str
    email: str
    language: str
    token: TokenTold


@router.get("/me", response=Me, auth=Keyholder(Scope.ME), **named(_("自分と、使っている鍵")))
def me(request: HttpRequest) -> dict[str, Any]:
    """The person behind the token, and what the token allows."""
    user, token = request.auth, request.token  # type: ignore[attr-defined]
    return {"name": user.name, "email": user.email, "language": user.language, "token": token}
