"""What officers type when a disaster has come."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hiroba.engines.registry.people import queries as bodies
from hiroba.engines.registry.places import queries as places
from hiroba.foundation.web.forms import ActionForm
from hiroba.foundation.words.states import TextState
from hiroba.programmes.coexistence import queries
from hiroba.programmes.coexistence.states import TONGUES, Category, Severity

if TYPE_CHECKING:
    from hiroba.programmes.coexistence.models import Disaster

# Officers read the names of languages in their own.
NAMES = {
    **TONGUES,
    "ja": _("日本語"),
    "ja-x-easy": _("やさしい日本語"),
    "zh-hans": _("中国語(簡体字)"),
    "zh-hant": _("中国語(繁体字)"),
}
LONG = forms.Textarea({"rows": 6})
STATES = [choice for choice in TextState.choices if choice[0] != TextState.REVIEWED]


def _prefectures() -> forms.ModelMultipleChoiceField:
    return forms.ModelMultipleChoiceField(
        label=_("都道府県"),
        queryset=places.prefectures(),
        to_field_name="code",
        widget=forms.SelectMultiple({"size": 8}),
    )


class DisasterForm(ActionForm):
    """What has happened, when and where."""

    name_ja = forms.CharField(label=_("名称(日本語)"), max_length=120)
    name_en = forms.CharField(label=_("名称(英語)"), max_length=160)
    happened_on = forms.DateField(label=_("起きた日"))
    prefectures = _prefectures()


class CentreForm(ActionForm):
    """Where people are helped, and by whom."""

    host = forms.ModelChoiceField(
        label=_("運営する団体"), queryset=bodies.bodies(), to_field_name="ref"
    )
    name_ja = forms.CharField(label=_("名称(日本語)"), max_length=120)
    name_en = forms.CharField(label=_("名称(英語)"), max_length=160)
    languages = forms.MultipleChoiceField(
        label=_("対応することば"),
        choices=list(NAMES.items()),
        widget=forms.CheckboxSelectMultiple,
    )
    hours_ja = forms.CharField(label=_("時間(日本語)"), max_length=160)
    hours_en = forms.CharField(label=_("時間(英語)"), max_length=160)
    phone = forms.CharField(label=_("電話番号"), max_length=30, required=False)


class CloseCentreForm(ActionForm):
    closed_on = forms.DateField(label=_("最後の日"))


class NoticeForm(ActionForm):
    """A notice in Japanese; its other languages come after."""

    title = forms.CharField(label=_("題名"), max_length=120)
    text = forms.CharField(label=_("文"), max_length=2000, widget=LONG)
    category = forms.ChoiceField(label=_("分類"), choices=Category.choices)
    severity = forms.ChoiceField(label=_("重さ"), choices=Severity.choices)
    prefectures = _prefectures()
    valid_from = forms.DateTimeField(label=_("有効になる日時"))
    expires_at = forms.DateTimeField(label=_("期限の日時"))
    source = forms.CharField(label=_("情報の出どころ"), max_length=200)
    source_at = forms.DateTimeField(label=_("出どころの日時"))
    supersedes = forms.ModelChoiceField(
        label=_("置きかえるお知らせ"),
        queryset=queries.notices(),
        to_field_name="ref",
        required=False,
    )

    def __init__(self, *args: Any, disaster: "Disaster", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        replaced: Any = self.fields["supersedes"]
        replaced.queryset = queries.notices_in_force(disaster)
        titles = queries.titles_of(replaced.queryset)
        replaced.label_from_instance = lambda notice: titles.get(notice.ref, notice.ref)


class SayForm(ActionForm):
    """A notice in one language."""

    language = forms.ChoiceField(label=_("ことば"), choices=list(NAMES.items()))
    title = forms.CharField(label=_("題名"), max_length=200)
    text = forms.CharField(
        label=_("文"),
        max_length=4000,
        widget=LONG,
        help_text=_("ふりがなは 漢字《かんじ》 と書きます。"),
    )
    state = forms.ChoiceField(label=_("この文は"), choices=STATES, initial=TextState.HUMAN)
