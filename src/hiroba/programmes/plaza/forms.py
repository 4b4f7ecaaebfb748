"""What is typed at the plaza."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from hiroba.foundation.web.forms import ActionForm
from hiroba.programmes.plaza import queries
from hiroba.programmes.plaza.states import CountKind

LONG = forms.Textarea({"rows": 5})
CLOCK = forms.TimeInput({"type": "time"})


def _day(label: Any, **more: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput({"type": "date"}), **more)


class VisitForm(ActionForm):
    """A group that would like to come; the key makes a second click the same booking."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    party = forms.CharField(label=_("団体の名前"), max_length=120)
    grade = forms.CharField(label=_("学年・年代"), max_length=60, required=False)
    people = forms.IntegerField(label=_("人数(引率の方も含む)"), min_value=1, max_value=9999)
    phone = forms.CharField(
        label=_("当日つながる電話番号"), max_length=30, widget=forms.TextInput({"type": "tel"})
    )
    wish = forms.CharField(
        label=_("知りたいこと・配慮してほしいこと"),
        max_length=300,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )


class GuideForm(ActionForm):
    """Which guide is asked."""

    person = forms.ModelChoiceField(label=_("案内人"), queryset=queries.guides())


class WelcomeForm(ActionForm):
    """How many people came."""

    came = forms.IntegerField(label=_("来場した人数"), min_value=1, max_value=9999)


class DeclineForm(ActionForm):
    """Why a guide cannot come; nobody has to say."""

    because = forms.CharField(
        label=_("理由(書かなくてもかまいません)"), max_length=300, required=False
    )


class CountForm(ActionForm):
    """How many people came to a site on a day."""

    site = forms.ModelChoiceField(label=_("会場"), queryset=queries.sites(), to_field_name="ref")
    day = _day(_("日"))
    kind = forms.ChoiceField(label=_("だれを数えたか"), choices=CountKind.choices)
    people = forms.IntegerField(
        label=_("人数"),
        min_value=0,
        max_value=999_999,
        help_text=_("予約した団体は、来場の記録から足すので、ここには入れません。"),
    )


class CorrectForm(ActionForm):
    """Which number is right, and why."""

    people = forms.IntegerField(label=_("正しい人数"), min_value=0, max_value=999_999)
    because = forms.CharField(label=_("訂正の理由"), max_length=300)


class OfferForm(ActionForm):
    """A time at which groups can come."""

    site = forms.ModelChoiceField(label=_("会場"), queryset=queries.sites(), to_field_name="ref")
    day = _day(_("日"))
    starts = forms.TimeField(label=_("始まり"), widget=CLOCK)
    ends = forms.TimeField(label=_("終わり"), widget=CLOCK)
    capacity = forms.IntegerField(label=_("定員"), min_value=1, max_value=9999)


class CloseForm(ActionForm):
    """A day on which a site rests."""

    site = forms.ModelChoiceField(label=_("会場"), queryset=queries.sites(), to_field_name="ref")
    day = _day(_("日"))
    reason_ja = forms.CharField(label=_("休館の理由"), max_length=120)
    reason_en = forms.CharField(label=_("休館の理由(英語)"), max_length=160, required=False)


class ExhibitionForm(ActionForm):
    """What will be shown, where and how long."""

    site = forms.ModelChoiceField(label=_("会場"), queryset=queries.sites(), to_field_name="ref")
    title_ja = forms.CharField(label=_("題名"), max_length=200)
    title_en = forms.CharField(label=_("題名(英語)"), max_length=240, required=False)
    text_ja = forms.CharField(label=_("紹介"), max_length=4000, widget=LONG)
    text_en = forms.CharField(label=_("紹介(英語)"), max_length=4000, required=False, widget=LONG)
    caution_ja = forms.CharField(label=_("見る前に知っておくこと"), max_length=300, required=False)
    caution_en = forms.CharField(
        label=_("見る前に知っておくこと(英語)"), max_length=400, required=False
    )
    starts_on = _day(_("始まりの日"))
    ends_on = _day(
        _("最後の日"), required=False, help_text=_("常設の展示では、書かないでください。")
    )
