"""Looking for projects, bringing in a file, and writing down a reason."""

from typing import Any

from django import forms
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from hiroba.foundation.web.forms import ActionForm
from hiroba.programmes.cooperation.projects.offering import offers
from hiroba.programmes.cooperation.projects.policies import UPLOAD_MEGABYTES
from hiroba.programmes.cooperation.projects.queries import Wanted
from hiroba.programmes.cooperation.projects.states import Origin

LONGEST = 100


class QuickSelect(forms.Select):
    """A list of hundreds of choices, written without a template for each of them."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        chosen = str(value or "")
        options = "".join(_written(choice, label, chosen) for choice, label in self.choices)
        return format_html(
            '<select name="{}" id="{}">{}</select>', name, attrs["id"], mark_safe(options)
        )


def _written(choice: Any, label: Any, chosen: str) -> str:
    if isinstance(label, list):
        inside = "".join(_written(one, told, chosen) for one, told in label)
        return f'<optgroup label="{escape(choice)}">{inside}</optgroup>'
    mark = " selected" if choice == chosen else ""
    return f'<option value="{escape(choice)}"{mark}>{escape(label)}</option>'


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
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.widget.choices = [("", _("すべて")), *choices]

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


class UploadForm(ActionForm):
    """An IATI file to be looked at before it is brought in."""

    upload = forms.FileField(
        label=_("IATI の活動ファイル"),
        help_text=_(
            "2.01–2.03 版の XML。%(limit)sMBまで。"
            "大きなファイルは hiroba iati import をお使いください。"
        )
        % {"limit": UPLOAD_MEGABYTES},
        widget=forms.ClearableFileInput({"accept": ".xml,application/xml,text/xml"}),
        error_messages={"empty": _("ファイルが空です。")},
    )


class ReasonForm(ActionForm):
    """The reason for which something ends or is left out."""

    because = forms.CharField(
        label=_("理由"),
        max_length=400,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("この理由は事業の画面に公開されます。"),
    )
