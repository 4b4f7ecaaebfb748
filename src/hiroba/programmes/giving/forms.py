"""What is typed about gifts."""

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from hiroba.foundation.web.forms import ActionForm
from hiroba.programmes.giving import queries
from hiroba.programmes.giving.states import DonorKind, Publicity

if TYPE_CHECKING:
    from hiroba.foundation.actors import Actor

MOST = 999_999_999


class PromiseForm(ActionForm):
    """A gift; the key makes a second click the same gift."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    yen = forms.IntegerField(label=_("金額(円)"), min_value=1, max_value=MOST)
    kind = forms.ChoiceField(
        label=_("どなたからの寄附ですか"),
        choices=DonorKind.choices,
        initial=DonorKind.INDIVIDUAL,
        widget=forms.RadioSelect,
    )
    name = forms.CharField(
        label=_("お名前・団体名"), max_length=120, help_text=_("受領証明書のあて名になります。")
    )
    email = forms.EmailField(label=_("メールアドレス"), help_text=_("振り込みの方法を送ります。"))
    wants_receipt = forms.BooleanField(label=_("受領証明書を希望する"), required=False)
    address = forms.CharField(
        label=_("住所"),
        max_length=200,
        required=False,
        help_text=_("受領証明書を希望する方だけ、お書きください。"),
    )
    publicity = forms.ChoiceField(
        label=_("寄附者の一覧に"),
        choices=Publicity.choices,
        initial=Publicity.NOBODY,
        widget=forms.RadioSelect,
    )
    message = forms.CharField(
        label=_("ひとこと"),
        max_length=300,
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )

    def __init__(self, *args: Any, by: "Actor", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if by.account:
            self.fields["name"].initial = by.account.name
            self.fields["email"].initial = by.account.email


class ReceiveForm(ActionForm):
    """What stands in the bank's line."""

    received_on = forms.DateField(label=_("入金の日"), widget=forms.DateInput({"type": "date"}))
    yen = forms.IntegerField(label=_("入金した金額(円)"), min_value=1, max_value=MOST)
    payer = forms.CharField(label=_("通帳にある名前"), max_length=120, required=False)


class AllocateForm(ActionForm):
    """How much of which fund for which project, and why."""

    fund = forms.ModelChoiceField(label=_("基金"), queryset=queries.funds(), to_field_name="code")
    to_ref = forms.CharField(
        label=_("事業の番号"), max_length=40, help_text=_("事業の画面にある P- で始まる番号です。")
    )
    yen = forms.IntegerField(label=_("金額(円)"), min_value=1, max_value=MOST)
    because = forms.CharField(label=_("理由"), max_length=300)
