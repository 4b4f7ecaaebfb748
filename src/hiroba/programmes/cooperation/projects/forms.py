"""Looking for projects, bringing in a file, and writing down a reason."""

from functools import lru_cache
from typing import Any

from django import forms
from django.utils.functional import lazy
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from hiroba.foundation.web.forms import ActionForm
from hiroba.programmes.cooperation.projects.offering import Choices, offers
from hiroba.programmes.cooperation.projects.policies import UPLOAD_MEGABYTES
from hiroba.programmes.cooperation.projects.queries import Wanted
from hiroba.programmes.cooperation.projects.states import Origin

LONGEST = 100


class QuickSelect(forms.Select):
    """A list of hundreds of choices, written once for all readers and then marked."""

    offered: Choices = ()

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        options, chosen = _written(self.offered), escape(str(value or ""))
        marked = options.replace(f'value="{chosen}"', f'value="{chosen}" selected', 1)
        return format_html(
            '<select name="{}" id="{}">{}</select>', name, attrs["id"], mark_safe(marked)
        )


@lru_cache(maxsize=32)
def _written(choices: Choices) -> str:
    return "".join(_option(choice, label) for choice, label in choices)


def _option(choice: str, label: Any) -> str:
    if isinstance(label, tuple):
        return f'<optgroup label="{escape(choice)}">{_written(label)}</optgroup>'
    return f'<option value="{escape(choice)}">{escape(label)}</option>'


class SearchForm(forms.Form):
    """The filters above the list; only what leads to a project is offered."""

    words = forms.CharField(
        label=_("キーワード"),
        required=False,
        max_length=LONGEST,
        widget=forms.TextInput({"type": "search"}),
    )
    country = forms.ChoiceField(label=_("国"), required=False, widget=QuickSelect)
    sector = forms.ChoiceField(label=_("分野"), required=False, widget=QuickSelect)
    year = forms.ChoiceField(label=_("実施の年度"), required=False, widget=QuickSelect)
    kind = forms.ChoiceField(label=_("事業の種類"), required=False, widget=QuickSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in offers().items():
            widget = self.fields[name].widget
            assert isinstance(widget, QuickSelect)
            widget.offered = (("", str(_("すべて"))), *choices)

    def wanted(self, body: str = "") -> Wanted:
        """What is looked for, as typed: what leads to nothing shows an empty list."""
        kind = self._typed("kind")
        return Wanted(
            country=self._typed("country"),
            sector=self._typed("sector"),
            year=self._typed("year"),
            body=body[:LONGEST],
            origin=kind if kind in Origin.values else "",
            scheme=kind if kind not in Origin.values else "",
            words=self._typed("words"),
        )

    def _typed(self, name: str) -> str:
        return str(self.data.get(name, "")).strip().replace("\x00", "")[:LONGEST]


def _what_is_taken() -> str:
    return gettext(
        "2.01–2.03 版の XML。%(limit)sMBまで。"
        "大きなファイルは hiroba iati import をお使いください。"
    ) % {"limit": UPLOAD_MEGABYTES}


class UploadForm(ActionForm):
    """An IATI file to be looked at before it is brought in."""

    upload = forms.FileField(
        label=_("IATI の活動ファイル"),
        help_text=lazy(_what_is_taken, str)(),
        widget=forms.ClearableFileInput({"accept": ".xml,application/xml,text/xml"}),
        error_messages={"empty": _("ファイルが空です。")},
    )


class ConcludeForm(ActionForm):
    """The contract and its two signatures, in order."""

    text = forms.CharField(
        label=_("契約の内容"), max_length=4000, widget=forms.Textarea({"rows": 5})
    )
    yen = forms.IntegerField(label=_("契約金額(円)"), min_value=0)
    begins_on = forms.DateField(label=_("期間の始まり"))
    ends_on = forms.DateField(label=_("期間の終わり"))
    manager = forms.CharField(label=_("業務主任者(団体)"), max_length=120)
    partner_signer = forms.CharField(label=_("団体の署名者"), max_length=120)
    partner_signed_on = forms.DateField(label=_("団体の署名の日"))
    house_signer = forms.CharField(label=_("この機関の署名者"), max_length=120)
    house_signed_on = forms.DateField(label=_("この機関の署名の日"))


class WhyForm(ActionForm):
    """A reason that is read by the body and the staff, and not published."""

    because = forms.CharField(label=_("理由"), max_length=400, widget=forms.Textarea({"rows": 3}))


class ReportForm(ActionForm):
    """What is reported for one period."""

    text = forms.CharField(
        label=_("報告の内容"), max_length=10_000, widget=forms.Textarea({"rows": 12})
    )


class ReasonForm(ActionForm):
    """The reason for which something ends or is left out."""

    because = forms.CharField(
        label=_("理由"),
        max_length=400,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("この理由は事業の画面に公開されます。"),
    )
