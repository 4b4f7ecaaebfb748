"""How allauth's doors fit our house: names, journal at sign-in, letters in the outbox."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from hiroba.foundation.accounts import queries
from hiroba.foundation.accounts.models import User
from hiroba.foundation.journal.actions import note
from hiroba.foundation.letters.actions import send


class AccountAdapter(DefaultAccountAdapter):
    """Sign-up keeps the name and the language, sign-in stands in the journal, letters wait."""

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

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        user = queries.user_by_email(email)
        send(
            f"accounts/{template_prefix.rpartition('/')[2]}",
            to=email,
            about=user or "accounts",
            language=user.language if user else get_language() or "ja",
            secret=True,
            name=user.name if user else "",
            code=context.get("code", ""),
            link=context.get("activate_url") or context.get("password_reset_url", ""),
        )


class MfaAdapter(DefaultMFAAdapter):
    """The name that authenticator apps show."""

    def get_totp_issuer(self) -> str:
        return "Hiroba"
