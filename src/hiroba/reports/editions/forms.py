"""What an officer writes into an edition."""

from django import forms
from django.utils.translation import gettext_lazy as _

from hiroba.foundation.web.forms import ActionForm
from hiroba.reports.figures.queries import FIRST_YEAR, LAST_YEAR

MARKS = _(
    "Markdown で書きます。見出しは ## で始め、数値は {{fig:記号 fy=2023}}、年度は {{fy:2023}}、"
    "日付は {{date:2023-11}} のように書きます。図は段落に一つだけ {{chart:記号}}、"
    "{{map:projects}}、{{stats:記号 記号}} を置きます。"
)


class OpenEditionForm(ActionForm):
    """Which year."""

    fiscal_year = forms.IntegerField(label=_("年度"), min_value=FIRST_YEAR, max_value=LAST_YEAR)


class TextForm(ActionForm):
    """The text in one language."""

    title = forms.CharField(label=_("題"), max_length=120)
    lead = forms.CharField(label=_("書き出し"), widget=forms.Textarea(attrs={"rows": 4}))
    body = forms.CharField(
        label=_("本文"), help_text=MARKS, widget=forms.Textarea(attrs={"rows": 24})
    )


class SendBackForm(ActionForm):
    """What the approver wants changed."""

    reason = forms.CharField(
        label=_("直してほしいこと"), max_length=400, widget=forms.Textarea(attrs={"rows": 3})
    )


class CorrectionForm(ActionForm):
    """What was wrong, in both languages."""

    text_ja = forms.CharField(
        label=_("訂正(日本語)"), max_length=400, widget=forms.Textarea(attrs={"rows": 3})
    )
    text_en = forms.CharField(
        label=_("訂正(英語)"), max_length=400, widget=forms.Textarea(attrs={"rows": 3})
    )
