"""Opening a contest, entering an essay or a list, checking, scoring, awarding, settling."""

import datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hiroba.foundation import clock
from hiroba.foundation.web.forms import ActionForm
from hiroba.programmes.contest import queries
from hiroba.programmes.contest.states import Division, Prize

if TYPE_CHECKING:
    from hiroba.engines.intake.review.rubrics import Rubric
    from hiroba.foundation.accounts.models import User

GRADES = [(1, _("1年")), (2, _("2年")), (3, _("3年"))]


def _long(label: Any, rows: int = 4, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, widget=forms.Textarea({"rows": rows}), **more)


class ContestForm(ActionForm):
    """A year's contest; lengths and the rubric come with it."""

    ref = forms.SlugField(label=_("住所に使う名前"), max_length=40, help_text="essay-2027")
    fiscal_year = forms.IntegerField(label=_("年度"), min_value=2000, max_value=2100)
    title_ja = forms.CharField(label=_("名前"), max_length=120)
    title_en = forms.CharField(label=_("名前(英語)"), max_length=160)
    theme_ja = forms.CharField(label=_("テーマ"), max_length=200)
    theme_en = forms.CharField(label=_("テーマ(英語)"), max_length=200)
    guideline_ja = _long(_("募集の案内"), 8)
    guideline_en = _long(_("募集の案内(英語)"), 8)
    junior_no = forms.IntegerField(label=_("中学生の部は第何回か"), min_value=1)
    senior_no = forms.IntegerField(label=_("高校生の部は第何回か"), min_value=1)
    opens_at = forms.DateTimeField(label=_("受付の始まり(日本時間)"))
    closes_at = forms.DateTimeField(label=_("締切(日本時間)"))

    def clean(self) -> dict[str, Any]:
        """What the action is told, in its own groups."""
        told = super().clean() or {}
        if self.errors:
            return told
        words = {name: told[name] for name in ("title_ja", "title_en")}
        for language in ("ja", "en"):
            words[f"guideline_{language}"] = told[f"guideline_{language}"]
            words[f"summary_{language}"] = told[f"theme_{language}"]
        return {
            **{name: told[name] for name in ("ref", "fiscal_year", "opens_at", "closes_at")},
            "numbers": {name: told[name] for name in ("junior_no", "senior_no")},
            "themes": {name: told[name] for name in ("theme_ja", "theme_en")},
            "words": words,
        }


class _Schools(forms.ModelChoiceField):
    """The schools for which one may enter."""


class EntryForm(ActionForm):
    """A pupil's essay, entered by a teacher."""

    body = _Schools(None, label=_("学校"), empty_label=None)
    division = forms.ChoiceField(label=_("部門"), choices=Division, widget=forms.RadioSelect)
    grade = forms.TypedChoiceField(label=_("学年"), choices=GRADES, coerce=int)
    name = forms.CharField(
        label=_("氏名"), max_length=80, help_text=_("審査員には見えません。検索にも出ません。")
    )
    kana = forms.CharField(label=_("ふりがな"), max_length=80)
    title = forms.CharField(label=_("題名"), max_length=60)
    text = _long(
        _("本文"),
        16,
        help_text=_("原稿用紙(20字づめ)で数えます。改行で空いたますも1字です。"),
    )
    inspired_by = forms.CharField(
        label=_("きっかけになった出前講座や教材の番号"), required=False, max_length=40
    )
    consent = forms.BooleanField(label=_("保護者の同意を確かめました"), required=False)
    show_name = forms.BooleanField(
        label=_("入賞したとき、氏名と学校名を公開してよい"), required=False
    )
    show_text = forms.BooleanField(label=_("入賞したとき、作品を公開してよい"), required=False)

    def __init__(self, user: "User", *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["body"]
        assert isinstance(field, _Schools)
        field.queryset = queries.schools_of(user)


class RepairForm(EntryForm):
    """A row of a list, to be put right; its school is known."""

    def __init__(self, user: "User", *args: Any, **kwargs: Any) -> None:
        super().__init__(user, *args, **kwargs)
        del self.fields["body"]


class UploadForm(ActionForm):
    """A school's list of essays."""

    body = _Schools(None, label=_("学校"), empty_label=None)
    file = forms.FileField(
        label=_("一覧(CSV)"),
        help_text=_(
            "UTF-8 か Shift_JIS。一行めは見出しです。同じ一覧を二度送っても、二重になりません。"
        ),
        widget=forms.ClearableFileInput({"accept": ".csv,text/csv"}),
    )

    def __init__(self, user: "User", *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["body"]
        assert isinstance(field, _Schools)
        field.queryset = queries.schools_of(user)


class ScoreForm(ActionForm):
    """One score for each criterion, and a word for the panel."""

    comment = _long(_("審査会へのコメント"), max_length=4000)

    def __init__(self, rubric: "Rubric", *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        comment = self.fields.pop("comment")
        self.keys = [criterion.key for criterion in rubric.criteria]
        for criterion in rubric.criteria:
            self.fields[criterion.key] = forms.TypedChoiceField(
                label=str(criterion.label),
                choices=[(each.score, str(each.text)) for each in criterion.levels],
                coerce=int,
                widget=forms.RadioSelect,
            )
        self.fields["comment"] = comment

    def clean(self) -> dict[str, Any]:
        """The scores in one piece."""
        told = super().clean() or {}
        scores = {key: told[key] for key in self.keys if key in told}
        return {"scores": scores, "comment": told.get("comment", "")}


class ReasonForm(ActionForm):
    """Why an essay may not take part."""

    because = _long(_("理由"), max_length=400)


class AwardForm(ActionForm):
    """A prize and why."""

    prize = forms.ChoiceField(label=_("賞"), choices=Prize)
    because = _long(_("理由"), 3, max_length=1000)


class SettleForm(ActionForm):
    """From when everybody may know."""

    results_at = forms.DateTimeField(label=_("発表の日時(日本時間)"))

    def clean_results_at(self) -> datetime.datetime:
        """The moment in Japan."""
        return clock.moment(self.cleaned_data["results_at"])
