"""A form that shows every kind of field; nothing it is told is kept."""

from django import forms
from django.utils.translation import gettext_lazy as _

from hiroba.foundation.web.forms import ActionForm

AMOUNTS = (("1000", _("1,000円")), ("3000", _("3,000円")), ("10000", _("10,000円")))
THEMES = (("water", _("水と衛生")), ("school", _("教育")), ("health", _("保健")))


class SampleForm(ActionForm):
    """One field of each kind."""

    name = forms.CharField(label=_("お名前"), max_length=60, help_text=_("書類の宛名になります。"))
    email = forms.EmailField(label=_("メールアドレス"))
    password = forms.CharField(label=_("パスワード"), widget=forms.PasswordInput, required=False)
    country = forms.ChoiceField(
        label=_("国"),
        choices=[("", _("えらんでください")), ("KE", _("ケニア")), ("LA", _("ラオス"))],
    )
    amount = forms.ChoiceField(label=_("金額"), choices=AMOUNTS, widget=forms.RadioSelect)
    themes = forms.MultipleChoiceField(
        label=_("分野"), choices=THEMES, widget=forms.CheckboxSelectMultiple, required=False
    )
    day = forms.DateField(label=_("希望する日"), widget=forms.DateInput, required=False)
    purpose = forms.CharField(
        label=_("ねらい"),
        widget=forms.Textarea,
        max_length=400,
        required=False,
        help_text=_("だれが、どう変わるかを書いてください。"),
    )
    plan = forms.FileField(label=_("計画書"), required=False, help_text=_("PDFかExcel、10MBまで。"))
    agreed = forms.BooleanField(label=_("募集要項を読み、内容に同意します"))
