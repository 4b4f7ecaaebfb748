"""What is typed about meetings."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from hiroba.foundation.web.forms import ActionForm
from hiroba.programmes.dialogue import queries
from hiroba.programmes.dialogue.states import ItemKind, Place, Side

LONG = forms.Textarea({"rows": 6})


def _side(label: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=Side.choices, widget=forms.RadioSelect)


class ItemForm(ActionForm):
    """Something to talk about."""

    side = _side(_("どちらの側からの提案ですか"))
    kind = forms.ChoiceField(
        label=_("報告か協議か"), choices=ItemKind.choices, widget=forms.RadioSelect
    )
    title = forms.CharField(label=_("議題"), max_length=160)
    background = forms.CharField(label=_("背景と、聞きたいこと"), max_length=4000, widget=LONG)


class RegisterForm(ActionForm):
    """For which side somebody comes, and where; the key makes a second click the same seat."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    body = forms.CharField(label=_("所属"), max_length=120)
    side = _side(_("どちらの側で参加しますか"))
    place = forms.ChoiceField(
        label=_("参加のしかた"), choices=Place.choices, widget=forms.RadioSelect
    )


class DeclineForm(ActionForm):
    """Why an item is not taken up."""

    reason = forms.CharField(label=_("取り上げない理由"), max_length=300)


class MinutesForm(ActionForm):
    """What was said."""

    text = forms.CharField(
        label=_("議事録"), max_length=50_000, widget=forms.Textarea({"rows": 14})
    )


class PromiseForm(ActionForm):
    """Who promised what until when."""

    side = _side(_("約束した側"))
    owner = forms.CharField(label=_("担当"), max_length=120)
    text = forms.CharField(label=_("約束したこと"), max_length=300)
    due_on = forms.DateField(label=_("期日"), widget=forms.DateInput({"type": "date"}))


class FulfilForm(ActionForm):
    """How a promise was kept."""

    how = forms.CharField(label=_("どのように果たしたか"), max_length=300)


class MeetingForm(ActionForm):
    """When and where a series meets next."""

    series = forms.ModelChoiceField(label=_("会合"), queryset=queries.series(), to_field_name="ref")
    starts_at = forms.DateTimeField(
        label=_("始まり"), widget=forms.DateTimeInput({"type": "datetime-local"})
    )
    ends_at = forms.DateTimeField(
        label=_("終わり"), widget=forms.DateTimeInput({"type": "datetime-local"})
    )
    capacity = forms.IntegerField(label=_("定員"), min_value=1, max_value=9999)
    chair = _side(_("議長をつとめる側"))
    place_ja = forms.CharField(label=_("場所"), max_length=200)
    place_en = forms.CharField(label=_("場所(英語)"), max_length=240, required=False)
