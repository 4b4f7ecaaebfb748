"""What people type about bodies."""

from typing import TYPE_CHECKING, Any

import jaconv
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hiroba.engines.registry.people import corporate_numbers
from hiroba.engines.registry.people.states import MemberRole, Personality
from hiroba.engines.registry.places import queries as places
from hiroba.foundation.web.forms import ActionForm

if TYPE_CHECKING:
    from hiroba.engines.registry.people.models import Body

ANY = ("", gettext_lazy("すべて"))
LONG = forms.Textarea(attrs={"rows": 4})


class DirectoryForm(forms.Form):
    """How somebody narrows the directory; what makes no sense is ignored."""

    q = forms.CharField(label=gettext_lazy("団体の名前"), required=False, max_length=100)
    prefecture = forms.ModelChoiceField(
        label=gettext_lazy("都道府県"),
        queryset=places.prefectures(),
        to_field_name="code",
        required=False,
        empty_label=gettext_lazy("すべて"),
    )
    personality = forms.ChoiceField(
        label=gettext_lazy("法人格"), choices=[ANY, *Personality.choices], required=False
    )

    def wishes(self) -> dict[str, str]:
        """What was asked for, as the query wants it."""
        self.is_valid()
        asked = self.cleaned_data
        prefecture = asked.get("prefecture")
        return {
            "words": asked.get("q", ""),
            "prefecture": prefecture.code if prefecture else "",
            "personality": asked.get("personality", ""),
        }


class RevisionForm(ActionForm):
    """What is known about a body, besides its name."""

    abbreviation = forms.CharField(label=gettext_lazy("略称"), max_length=40, required=False)
    personality = forms.ChoiceField(label=gettext_lazy("法人格"), choices=Personality.choices)
    corporate_number = forms.CharField(
        label=gettext_lazy("法人番号"),
        max_length=20,
        required=False,
        help_text=gettext_lazy("13桁。任意団体など、番号のない団体は空けておいてください。"),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short"}),
    )
    registered_on = forms.DateField(label=gettext_lazy("設立登記日"), required=False)
    active_since = forms.DateField(label=gettext_lazy("活動を始めた日"), required=False)
    active_abroad_since = forms.DateField(
        label=gettext_lazy("開発途上国で活動を始めた日"), required=False
    )
    prefecture = forms.ModelChoiceField(
        label=gettext_lazy("所在地の都道府県"),
        queryset=places.prefectures(),
        to_field_name="code",
        help_text=gettext_lazy("登記上の所在地で、担当の国内機関が決まります。"),
    )
    municipality = forms.CharField(label=gettext_lazy("市区町村"), max_length=40, required=False)
    address = forms.CharField(label=gettext_lazy("番地・建物"), max_length=200, required=False)
    representative = forms.CharField(
        label=gettext_lazy("代表者の氏名"), max_length=80, required=False
    )
    email = forms.EmailField(label=gettext_lazy("団体のメールアドレス"), required=False)
    phone = forms.CharField(label=gettext_lazy("電話番号"), max_length=30, required=False)
    homepage = forms.URLField(
        label=gettext_lazy("ウェブサイト"), required=False, assume_scheme="https"
    )
    about_ja = forms.CharField(
        label=gettext_lazy("活動の紹介(日本語)"), max_length=1000, required=False, widget=LONG
    )
    about_en = forms.CharField(
        label=gettext_lazy("活動の紹介(英語)"), max_length=2000, required=False, widget=LONG
    )

    @classmethod
    def known(cls, body: "Body") -> dict[str, Any]:
        """What the form shows at first."""
        known = {name: getattr(body, name) for name in cls.base_fields}
        known["prefecture"] = body.prefecture.code if body.prefecture else ""
        known["municipality"] = body.municipality.name_ja if body.municipality else ""
        return known

    def clean_corporate_number(self) -> str:
        number = corporate_numbers.plain(self.cleaned_data["corporate_number"])
        if number and not corporate_numbers.is_valid(number):
            raise forms.ValidationError(
                _("法人番号が正しくありません。13桁の数字を確かめてください。")
            )
        return number

    def clean(self) -> dict[str, Any]:
        """The municipality is one of the prefecture's."""
        typed = super().clean() or {}
        name, prefecture = typed.get("municipality", ""), typed.get("prefecture")
        typed["municipality"] = None
        if name and prefecture:
            typed["municipality"] = places.municipality_named(prefecture, name)
            if typed["municipality"] is None:
                wrong = _("%(prefecture)sに「%(name)s」という市区町村はありません。")
                told = wrong % {"prefecture": prefecture.name_ja, "name": name}
                self.add_error("municipality", told)
        return typed


class NamesForm(ActionForm):
    """A body's name in both languages and its reading."""

    name_ja = forms.CharField(label=gettext_lazy("団体名"), max_length=120)
    kana = forms.CharField(label=gettext_lazy("フリガナ"), max_length=160)
    name_en = forms.CharField(label=gettext_lazy("英語の名称"), max_length=160, required=False)

    def clean_kana(self) -> str:
        return jaconv.hira2kata(jaconv.normalize(self.cleaned_data["kana"]))


class BodyForm(NamesForm, RevisionForm):
    """A body that registers itself."""

    field_order = ("name_ja", "kana", "name_en")


class NameForm(NamesForm):
    """The new name, and the day it holds from."""

    since = forms.DateField(label=gettext_lazy("新しい名称になった日"))


class InvitationForm(ActionForm):
    name = forms.CharField(label=gettext_lazy("お名前"), max_length=80)
    email = forms.EmailField(label=gettext_lazy("メールアドレス"))
    role = forms.ChoiceField(
        label=gettext_lazy("役割"),
        choices=MemberRole.choices,
        initial=MemberRole.EDITOR,
        widget=forms.RadioSelect,
    )


class RoleForm(ActionForm):
    role = forms.ChoiceField(
        label=gettext_lazy("役割"), choices=MemberRole.choices, widget=forms.RadioSelect
    )


class ReasonForm(ActionForm):
    reason = forms.CharField(
        label=gettext_lazy("停止の理由"),
        max_length=400,
        widget=LONG,
        help_text=gettext_lazy("団体の方にそのまま届きます。"),
    )


class MergeForm(ActionForm):
    reason = forms.CharField(
        label=gettext_lazy("統合の理由"),
        max_length=400,
        widget=LONG,
        help_text=gettext_lazy("統合される団体の方にそのまま届きます。"),
    )
