"""What is typed about courses."""

import datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hiroba.foundation import clock
from hiroba.foundation.web.forms import ActionForm
from hiroba.programmes.training import queries

if TYPE_CHECKING:
    from hiroba.programmes.training.models import Course

LONG = forms.Textarea({"rows": 5})


class ApplyForm(ActionForm):
    """Where somebody works, and why they would like to take part."""

    workplace = forms.CharField(label=_("学校・所属"), max_length=160)
    reason = forms.CharField(label=_("参加したい理由"), max_length=2000, widget=LONG)


class SelectionForm(ActionForm):
    """Who is proposed."""

    chosen = forms.ModelMultipleChoiceField(
        label=_("参加者として選ぶ人"),
        queryset=queries.nobody(),
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, course: "Course", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["chosen"]
        field.queryset = queries.applications_of(course)
        field.label_from_instance = _named


def _named(application: Any) -> str:
    return f"{application.applicant.name} · {application.workplace} · {application.reason[:80]}"


class CourseForm(ActionForm):
    """A course on days that follow each other."""

    title_ja = forms.CharField(label=_("題名"), max_length=160)
    title_en = forms.CharField(label=_("題名(英語)"), max_length=200)
    text_ja = forms.CharField(label=_("紹介"), max_length=4000, widget=LONG)
    text_en = forms.CharField(label=_("紹介(英語)"), max_length=4000, widget=LONG)
    for_whom_ja = forms.CharField(label=_("対象"), max_length=200)
    for_whom_en = forms.CharField(label=_("対象(英語)"), max_length=240)
    applies_until = forms.DateField(
        label=_("応募のしめきり"), widget=forms.DateInput({"type": "date"})
    )
    first_day = forms.DateField(label=_("最初の日"), widget=forms.DateInput({"type": "date"}))
    day_count = forms.IntegerField(label=_("日数"), min_value=1, max_value=30)
    starts = forms.TimeField(label=_("始まり"), widget=forms.TimeInput({"type": "time"}))
    ends = forms.TimeField(label=_("終わり"), widget=forms.TimeInput({"type": "time"}))
    seats = forms.IntegerField(label=_("定員"), min_value=1, max_value=999)
    least_days = forms.IntegerField(label=_("修了に要る日数"), min_value=1, max_value=30)
    place_ja = forms.CharField(label=_("場所"), max_length=200)
    place_en = forms.CharField(label=_("場所(英語)"), max_length=240, required=False)

    def clean(self) -> dict[str, Any]:
        """The days one after the other, as the action wants them."""
        told = super().clean() or {}
        asked = ("first_day", "day_count", "starts", "ends")
        if not all(told.get(name) for name in asked):
            return told
        first, count, starts, ends = (told.pop(name) for name in asked)
        dates = [first + datetime.timedelta(days=number) for number in range(count)]
        told["days"] = [
            (clock.moment(f"{day} {starts:%H:%M}"), clock.moment(f"{day} {ends:%H:%M}"))
            for day in dates
        ]
        return told
