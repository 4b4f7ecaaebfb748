"""What a person says about a new token."""

from django import forms
from django.utils.translation import gettext_lazy as _

from hiroba.foundation.tokens.states import DAYS, Scope
from hiroba.foundation.web.forms import ActionForm


class IssueForm(ActionForm):
    """Name, what it may do, for how long."""

    name = forms.CharField(
        label=_("鍵の名前"), max_length=80, help_text=_("何に使う鍵か、あとで分かる名前にします。")
    )
    scopes = forms.MultipleChoiceField(
        label=_("できること"), choices=Scope.choices, widget=forms.CheckboxSelectMultiple
    )
    days = forms.TypedChoiceField(
        label=_("使える期間"),
        coerce=int,
        choices=[(30, _("30日")), (90, _("90日")), (DAYS, _("1年"))],
        initial=90,
    )
