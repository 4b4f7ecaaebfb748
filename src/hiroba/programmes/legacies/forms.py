"""What is asked of people who write to us, and of the officers for legacies."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hiroba.engines.registry.people import queries as bodies
from hiroba.foundation import clock
from hiroba.foundation.web.forms import ActionForm
from hiroba.programmes.legacies import queries
from hiroba.programmes.legacies.states import Closing, Declining, Nature, Opening

TEXT = forms.Textarea({"rows": 5})
# Banks are companies; a list of all bodies would be too long to choose from.
TRUSTED = "company"


def _choice(field: forms.Field) -> forms.ModelChoiceField:
    assert isinstance(field, forms.ModelChoiceField)
    return field


class EnquiryForm(ActionForm):
    """A first word, with no more about oneself than an answer needs."""

    name = forms.CharField(label=_("お名前"), max_length=120)
    email = forms.EmailField(label=_("メールアドレス"), max_length=254)
    phone = forms.CharField(
        label=_("電話番号"),
        required=False,
        max_length=40,
        help_text=_("お電話でのお返事をご希望のときだけ、お書きください。"),
    )
    words = forms.CharField(
        label=_("お聞きになりたいこと"),
        max_length=2000,
        widget=TEXT,
        help_text=_("財産の内容やご家族のことは、ここに書かなくてもかまいません。"),
    )
    is_agreed = forms.BooleanField(
        label=_("個人情報が、ご相談への対応のためだけに使われることに同意します"),
        required=False,
    )


class OpenFileForm(ActionForm):
    """Why the file is opened."""

    because = forms.ChoiceField(
        label=_("開く理由"), choices=Opening.choices, widget=forms.RadioSelect
    )


class WishesForm(ActionForm):
    """What the person wishes, as far as they have told."""

    wishes = forms.CharField(label=_("ご希望"), required=False, max_length=4000, widget=TEXT)
    expected_yen = forms.IntegerField(
        label=_("見込みの金額(円)"),
        required=False,
        min_value=0,
        help_text=_("見込みは会計には入りません。個人情報とともに消去します。"),
    )


class ReferForm(ActionForm):
    """The person's consent, word by word, and the partner it is for."""

    partner: forms.ModelChoiceField[Any] = forms.ModelChoiceField(
        label=_("紹介する提携先"), queryset=None
    )
    given_by = forms.CharField(label=_("同意した方のお名前"), max_length=120)
    given_on = forms.DateField(label=_("同意の日"))
    words = forms.CharField(
        label=_("書面の同意の文"),
        max_length=2000,
        widget=TEXT,
        help_text=_("書面やメールの文を、そのまま写してください。"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choice(self.fields["partner"]).queryset = queries.partners_on(clock.today())


class AcceptForm(ActionForm):
    """What is left, and when the committee looked at it."""

    nature = forms.ChoiceField(
        label=_("財産の種類"), choices=Nature.choices, widget=forms.RadioSelect
    )
    committee_on = forms.DateField(
        label=_("委員会の判断の日"),
        required=False,
        help_text=_("包括遺贈と、金銭以外の財産のときに要ります。"),
    )


class DeclineForm(ActionForm):
    declining = forms.ChoiceField(
        label=_("辞退の理由"), choices=Declining.choices, widget=forms.RadioSelect
    )


class ReceiveForm(ActionForm):
    """Money that has really come."""

    yen = forms.IntegerField(label=_("受け取った金額(円)"), min_value=1)
    received_on = forms.DateField(label=_("受け取った日"))


class CloseForm(ActionForm):
    closing = forms.ChoiceField(
        label=_("終了の理由"),
        choices=Closing.choices,
        widget=forms.RadioSelect,
        help_text=_("終了の日から、個人情報の保存期間を数えます。"),
    )


class PartnerForm(ActionForm):
    """A verified body, and what visitors read about it."""

    body: forms.ModelChoiceField[Any] = forms.ModelChoiceField(label=_("団体"), queryset=None)
    about_ja = forms.CharField(label=_("紹介文(日本語)"), max_length=1000, widget=TEXT)
    about_en = forms.CharField(
        label=_("紹介文(英語)"), required=False, max_length=1000, widget=TEXT
    )
    contact_ja = forms.CharField(label=_("連絡先(日本語)"), max_length=200)
    contact_en = forms.CharField(label=_("連絡先(英語)"), required=False, max_length=200)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choice(self.fields["body"]).queryset = bodies.directory(personality=TRUSTED)


class AgreeForm(ActionForm):
    """The memorandum and its two signatures, in order."""

    text = forms.CharField(label=_("覚書の内容"), max_length=4000, widget=TEXT)
    ends_on = forms.DateField(
        label=_("有効期間の終わり"),
        required=False,
        help_text=_("空欄のときは、終了を記録するまで有効です。"),
    )
    partner_signer = forms.CharField(label=_("提携先の署名者"), max_length=120)
    partner_signed_on = forms.DateField(label=_("提携先の署名の日"))
    house_signer = forms.CharField(label=_("この機関の署名者"), max_length=120)
    house_signed_on = forms.DateField(label=_("この機関の署名の日"))


class EndForm(ActionForm):
    because = forms.CharField(label=_("理由"), max_length=400, widget=forms.Textarea({"rows": 3}))
