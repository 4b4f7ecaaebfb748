"""Looking for projects, bringing in a file, and writing down a reason."""

from functools import lru_cache
from typing import Any

from django import forms
from django.utils.functional import lazy
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from hiroba.engines.registry.themes import queries as themes
from hiroba.engines.results.states import Direction
from hiroba.foundation.bilingual import said
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


def _words(label: Any, rows: int = 0, required: bool = True, longest: int = 2000) -> Any:
    """A field for a line, or for some lines."""
    widget = forms.Textarea({"rows": rows}) if rows else forms.TextInput()
    return forms.CharField(label=label, required=required, max_length=longest, widget=widget)


class LessonForm(ActionForm):
    """A lesson in both languages; English may follow later."""

    title_ja = _words(_("教訓の題名"), longest=200)
    field = forms.ChoiceField(label=_("分野"), required=False)
    situation_ja = _words(_("どんな状況だったか"), 3)
    happened_ja = _words(_("何が起きたか"), 3)
    advice_ja = _words(_("次の人への助言"), 3)
    applies_when_ja = _words(_("どんなときに当てはまるか"), 2, required=False)
    title_en = _words(_("教訓の題名(英語)"), required=False, longest=200)
    situation_en = _words(_("どんな状況だったか(英語)"), 3, required=False)
    happened_en = _words(_("何が起きたか(英語)"), 3, required=False)
    advice_en = _words(_("次の人への助言(英語)"), 3, required=False)
    applies_when_en = _words(_("どんなときに当てはまるか(英語)"), 2, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields = [(theme.code, said(theme, "name")) for theme in themes.fields()]
        self.fields["field"].choices = [("", _("選ばない")), *fields]  # type: ignore[attr-defined]


class PracticeForm(ActionForm):
    """What others can take over, and what of it they must not leave out."""

    title_ja = _words(_("実践の名前"), longest=200)
    core_ja = _words(_("欠かせない要素"), 4)
    title_en = _words(_("実践の名前(英語)"), required=False, longest=200)
    core_en = _words(_("欠かせない要素(英語)"), 4, required=False)


class SpreadForm(ActionForm):
    """Where a practice is taken up, and from where it came there."""

    place_ja = _words(_("場所または制度"), longest=120)
    place_en = _words(_("場所または制度(英語)"), required=False, longest=160)
    body_text = _words(_("取り組む団体"), required=False, longest=200)
    direction = forms.ChoiceField(
        label=_("広がり方"), choices=Direction.choices, widget=forms.RadioSelect
    )
    parent_ref = forms.ChoiceField(label=_("どこから広がったか"), required=False)

    def __init__(self, *args: Any, places: Any = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(place.ref, said(place, "place")) for place in places]
        self.fields["parent_ref"].choices = [  # type: ignore[attr-defined]
            ("", _("もとの事業から")),
            *known,
        ]


class PilotForm(ActionForm):
    """Since when a practice is being tried."""

    since = forms.DateField(label=_("試行を始めた日"), widget=forms.DateInput())


class AdoptForm(ActionForm):
    """Since when a practice is done, and how one knows."""

    since = forms.DateField(label=_("採り入れた日"), widget=forms.DateInput())
    evidence = _words(_("何からわかるか"), 2, longest=500)


class SustainForm(ActionForm):
    """How one knows that a practice goes on."""

    evidence = _words(_("何からわかるか"), 2, longest=500)
