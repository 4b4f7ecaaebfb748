"""How allauth's doors fit our house: names at sign-up, journal at sign-in."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from hiroba.foundation.accounts.models import User
from hiroba.foundation.journal.actions import note


class AccountAdapter(DefaultAccountAdapter):
    """Sign-up keeps the name and the language; each sign-in stands in the journal."""

    def save_user(self, request: HttpRequest, user: User, form: Any, commit: bool = True) -> User:
        user.name = form.cleaned_data.get("name", "")
        user.language = get_language() or "ja"
        saved: User = super().save_user(request, user, form, commit=commit)
        if commit:
            note(saved, "accounts.join", saved)
        return saved

    def post_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse:
        note(user, "accounts.sign_in", user)
        answer: HttpResponse = super().post_login(request, user, **kwargs)
        return answer


class MfaAdapter(DefaultMFAAdapter):
    """The name that authenticator apps show."""

    def get_totp_issuer(self) -> str:
        return "Hiroba"
