"""What people type about themselves, and administrators about roles."""

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from hiroba.foundation.accounts.states import EVERYWHERE, Role
from hiroba.foundation.web.forms import ActionForm


class SignupNameForm(forms.Form):
    """The name that is asked at sign-up besides address and password."""

    name = forms.CharField(label=_("お名前"), max_length=120)
    field_order = ["name", "email", "password1", "password2"]

    def signup(self, request: HttpRequest, user: object) -> None:
        """The adapter has kept the name already."""


class GrantForm(ActionForm):
    """A role for a scope."""

    role = forms.ChoiceField(label=_("役割"), choices=Role.choices)
    scope = forms.CharField(
        label=_("範囲"),
        initial=EVERYWHERE,
        max_length=60,
        help_text=_(
            "全体は everywhere、事業ごとは programme:cooperation、拠点ごとは office:tokyo"
            "、窓口ごとは queue:legacies"
        ),
    )
