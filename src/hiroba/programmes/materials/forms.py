"""Looking for materials, describing one, adding a file, and giving a reason."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hiroba.foundation.bilingual import said
from hiroba.foundation.web.forms import ActionForm
from hiroba.programmes.materials import queries
from hiroba.programmes.materials.queries import Wanted
from hiroba.programmes.materials.states import Grade, MaterialKind

LONGEST = 100
ALL = [("", _("すべて"))]


class SearchForm(forms.Form):
    """The filters above the list."""

    words = forms.CharField(
        label=_("キーワード"),
        required=False,
        max_length=LONGEST,
        widget=forms.TextInput({"type": "search"}),
    )
    grade = forms.ChoiceField(label=_("学年"), required=False, choices=[*ALL, *Grade.choices])
    theme = forms.ChoiceField(label=_("テーマ"), required=False)
    country = forms.ChoiceField(label=_("国"), required=False)
    kind = forms.ChoiceField(label=_("種類"), required=False, choices=[*ALL, *MaterialKind.choices])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, found in (
            ("theme", queries.themes_offered()),
            ("country", queries.countries_offered()),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [*ALL, *((each.code, said(each, "name")) for each in found)]

    def wanted(self) -> Wanted:
        """What is looked for, as typed: what leads to nothing shows an empty list."""
        return Wanted(**{name: self._typed(name) for name in self.fields})

    def _typed(self, name: str) -> str:
        return str(self.data.get(name, "")).strip().replace("\x00", "")[:LONGEST]


class _Named(forms.ModelMultipleChoiceField):
    """Things of the registry, by their names in the reader's language."""

    def label_from_instance(self, obj: Any) -> str:
        return said(obj, "name")


class _Licences(forms.ModelChoiceField):
    """Licences, each with what it allows."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{said(obj, 'name')}: {said(obj, 'allows')}"


class MaterialForm(ActionForm):
    """What a material is, for whom, and under which licence."""

    title_ja = forms.CharField(label=_("題名"), max_length=120)
    title_en = forms.CharField(label=_("題名(英語)"), max_length=160, required=False)
    summary_ja = forms.CharField(
        label=_("紹介"), max_length=2000, widget=forms.Textarea({"rows": 5})
    )
    summary_en = forms.CharField(
        label=_("紹介(英語)"), max_length=3000, required=False, widget=forms.Textarea({"rows": 5})
    )
    kind = forms.ChoiceField(label=_("種類"), choices=MaterialKind)
    grades = forms.MultipleChoiceField(
        label=_("対象の学年"), choices=Grade, widget=forms.CheckboxSelectMultiple
    )
    themes = _Named(None, label=_("テーマ"), required=False, widget=forms.CheckboxSelectMultiple)
    countries = _Named(
        None,
        label=_("国"),
        required=False,
        widget=forms.SelectMultiple({"size": 8}),
        help_text=_("いくつでも選べます(Ctrl または ⌘ を押しながら)。"),
    )
    licence = _Licences(None, label=_("利用の条件"))
    authors = forms.CharField(label=_("作成者"), max_length=200)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, found in (
            ("themes", queries.themes_offered()),
            ("countries", queries.countries_offered()),
            ("licence", queries.licences()),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = found


class FileForm(ActionForm):
    """One more file."""

    name_ja = forms.CharField(label=_("ファイルの説明"), max_length=120)
    name_en = forms.CharField(label=_("ファイルの説明(英語)"), max_length=120, required=False)
    upload = forms.FileField(
        label=_("ファイル"),
        help_text=_("PDF・Word・Excel・PNG・JPEG。20MBまで。"),
        error_messages={"empty": _("ファイルが空です。")},
    )


class ReasonForm(ActionForm):
    """Why a material is no longer public."""

    because = forms.CharField(
        label=_("理由"),
        max_length=300,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("この理由は教材の画面に表示されます。"),
    )
