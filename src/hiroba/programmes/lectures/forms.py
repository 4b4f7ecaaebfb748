"""What people type about lectures; fields carry the names of the actions' arguments."""

import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import available_timezones

from django import forms
from django.utils.translation import gettext_lazy as _

from hiroba.engines.registry.people.queries import bodies_acted_for_by
from hiroba.engines.registry.places import queries as places
from hiroba.engines.registry.schools import queries as schools
from hiroba.engines.registry.themes import queries as themes
from hiroba.foundation.web.forms import ActionForm
from hiroba.foundation.words import said
from hiroba.programmes.lectures.states import Equipment, Grade, Kind, Language, Weekday

if TYPE_CHECKING:
    from hiroba.engines.registry.schools.models import School
    from hiroba.foundation.accounts.models import User
    from hiroba.programmes.lectures.models import Lecturer, LectureRules

RANKS = (1, 2, 3)
LENGTHS = ((45, _("45分")), (50, _("50分")), (90, _("90分")), (100, _("100分")))
TIME = {"type": "time", "class": "short"}
BOXES = forms.CheckboxSelectMultiple


class AskForm(ActionForm):
    """What a class wishes, and when."""

    kind = forms.ChoiceField(
        label=_("講座のかたち"), choices=Kind.choices, widget=forms.RadioSelect
    )
    body: Any = forms.ModelChoiceField(
        label=_("申し込む学校・団体"), queryset=None, empty_label=None
    )
    school_code = forms.CharField(
        label=_("学校コード"),
        help_text=_("分かるときだけ。文部科学省の13桁のコードです。"),
        required=False,
        max_length=13,
    )
    grade = forms.ChoiceField(label=_("学年"), choices=Grade.choices)
    pupils = forms.IntegerField(label=_("聞く人の数"), min_value=1, max_value=2000)
    minutes = forms.TypedChoiceField(label=_("長さ"), choices=LENGTHS, coerce=int)
    language = forms.ChoiceField(label=_("授業のことば"), choices=Language.choices)
    theme: Any = forms.ModelChoiceField(label=_("課題"), queryset=None)
    country: Any = forms.ModelChoiceField(
        label=_("話を聞きたい国"), queryset=None, required=False, empty_label=_("どの国でもよい")
    )
    only_this_country = forms.BooleanField(label=_("ほかの国では希望しません"), required=False)
    aim = forms.CharField(
        label=_("ねらい"),
        help_text=_("子どもの名前は書かないでください。"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    place = forms.CharField(
        label=_("場所と行き方"),
        help_text=_("教室や体育館、最寄りの駅など。"),
        required=False,
        max_length=200,
    )
    equipment = forms.MultipleChoiceField(
        label=_("使える機材"), choices=Equipment.choices, required=False, widget=BOXES
    )

    def __init__(self, user: "User", rules: "LectureRules | None", *args: Any) -> None:
        super().__init__(*args)
        fields: Any = self.fields
        fields["body"].queryset = bodies_acted_for_by(user)
        fields["theme"].queryset = themes.fields()
        fields["country"].queryset = places.partner_countries()
        _in_the_readers_language(fields["body"], fields["theme"])
        periods = _periods(rules)
        for rank in RANKS:
            fields[f"on_{rank}"] = forms.DateField(
                label=_("第%(n)s希望の日") % {"n": rank}, widget=forms.DateInput()
            )
            fields[f"period_{rank}"] = forms.ChoiceField(
                label=_("第%(n)s希望の時限") % {"n": rank}, choices=periods, required=False
            )
            fields[f"at_{rank}"] = forms.TimeField(
                label=_("第%(n)s希望の時刻") % {"n": rank},
                help_text=_("時限を選ばないときの、始まる時刻(日本時間)です。"),
                required=False,
                widget=forms.TimeInput(attrs=TIME, format="%H:%M"),
            )

    def clean_school_code(self) -> "School | None":
        code = self.cleaned_data["school_code"].strip()
        school = schools.school(code) if code else None
        if code and school is None:
            raise forms.ValidationError(
                _("この学校コードは見つかりません。空けたままでも申し込めます。")
            )
        return school

    def clean(self) -> dict[str, Any]:
        """What the action is told: three pairs of day and time instead of nine fields."""
        given = dict(super().clean() or {})
        times = [self._time(given, rank) for rank in RANKS]
        given["wishes"] = [time for time in times if time]
        given["school"] = given.pop("school_code", None)
        return given

    def _time(self, given: dict[str, Any], rank: int) -> tuple[datetime.date, datetime.time] | None:
        on, at = given.pop(f"on_{rank}", None), given.pop(f"at_{rank}", None)
        if period := given.pop(f"period_{rank}", ""):
            at = datetime.time.fromisoformat(period)
        if on and at is None and f"at_{rank}" not in self.errors:
            self.add_error(f"period_{rank}", _("時限を選ぶか、時刻を入れてください。"))
        return (on, at) if on and at else None


def _in_the_readers_language(*fields: Any) -> None:
    for field in fields:
        field.label_from_instance = lambda thing: said(thing, "name")


def _periods(rules: "LectureRules | None") -> list[tuple[str, Any]]:
    bells = rules.periods if rules else []
    told = [
        (bell, _("%(n)s時限(%(at)s)") % {"n": number, "at": bell})
        for number, bell in enumerate(bells, start=1)
    ]
    return [("", _("時刻で入れる")), *told]


class ReasonForm(ActionForm):
    """Why."""

    because = forms.CharField(
        label=_("理由"),
        help_text=_("相手へのお便りに、そのまま載ります。"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class HeldForm(ActionForm):
    """How many heard it."""

    attended = forms.IntegerField(label=_("聞いた人の数"), min_value=1, max_value=5000)


class LinkForm(ActionForm):
    """Where the two sides meet."""

    link = forms.URLField(label=_("会議のリンク"), max_length=500, assume_scheme="https")


class DrawOnForm(ActionForm):
    """What the lecture used."""

    ref = forms.CharField(
        label=_("事業か教材の番号"),
        help_text=_("その頁のアドレスの終わりにあります。例: P-7K3QX2MN"),
        max_length=40,
    )


class AbsenceForm(ActionForm):
    """From when until when nobody is asked."""

    since = forms.DateField(label=_("始まりの日(現地)"), widget=forms.DateInput())
    until = forms.DateField(label=_("終わりの日(現地)"), widget=forms.DateInput())


class LecturerForm(ActionForm):
    """Where a lecturer is, what the lecturer knows, and when the lecturer can."""

    country: Any = forms.ModelChoiceField(label=_("いる国"), queryset=None)
    zone = forms.CharField(
        label=_("時間帯"), help_text=_("例: Asia/Vientiane、Africa/Nairobi"), max_length=60
    )
    since = forms.DateField(label=_("いつから"), widget=forms.DateInput())
    until = forms.DateField(label=_("いつまで"), required=False, widget=forms.DateInput())
    languages = forms.MultipleChoiceField(
        label=_("話せることば"), choices=Language.choices, widget=BOXES
    )
    themes: Any = forms.ModelMultipleChoiceField(label=_("課題"), queryset=None, widget=BOXES)
    grades = forms.MultipleChoiceField(label=_("学年"), choices=Grade.choices, widget=BOXES)
    weekdays = forms.TypedMultipleChoiceField(
        label=_("受けられる曜日(現地)"), choices=Weekday.choices, coerce=int, widget=BOXES
    )
    earliest = forms.TimeField(
        label=_("何時から(現地)"),
        initial=datetime.time(6),
        widget=forms.TimeInput(attrs=TIME, format="%H:%M"),
    )
    latest = forms.TimeField(
        label=_("何時まで(現地)"),
        initial=datetime.time(22),
        widget=forms.TimeInput(attrs=TIME, format="%H:%M"),
    )
    capacity = forms.IntegerField(
        label=_("一学期に受けられる回数"), min_value=1, max_value=50, initial=2
    )
    trained_until = forms.DateField(
        label=_("子どもの安全の研修の期限"), required=False, widget=forms.DateInput()
    )

    def __init__(self, data: Any = None, lecturer: "Lecturer | None" = None) -> None:
        super().__init__(data, initial=_known(lecturer))
        fields: Any = self.fields
        fields["country"].queryset = places.countries()
        fields["themes"].queryset = themes.fields()
        _in_the_readers_language(fields["themes"])

    def clean_zone(self) -> str:
        zone: str = self.cleaned_data["zone"].strip()
        if zone not in available_timezones():
            raise forms.ValidationError(_("この時間帯は見つかりません。"))
        return zone

    def clean(self) -> dict[str, Any]:
        given = dict(super().clean() or {})
        for first, last in (("since", "until"), ("earliest", "latest")):
            if given.get(first) and given.get(last) and given[last] <= given[first]:
                self.add_error(last, _("始まりより後にしてください。"))
        return given


class NewLecturerForm(LecturerForm):
    """The same, and who it is."""

    name = forms.CharField(label=_("名前"), max_length=80)
    email = forms.EmailField(label=_("メールアドレス"))
    field_order = ("name", "email")


def _known(lecturer: "Lecturer | None") -> dict[str, Any]:
    if lecturer is None:
        return {"weekdays": list(range(5)), "languages": [Language.JAPANESE]}
    plain = ("country", "zone", "since", "until", "languages", "grades", "weekdays", "earliest",
             "latest", "capacity", "trained_until")  # fmt: skip
    return {name: getattr(lecturer, name) for name in plain} | {"themes": lecturer.themes.all()}


class RulesForm(ActionForm):
    """Under which rules an office takes requests from a day on."""

    office: Any = forms.ModelChoiceField(
        label=_("事務所"), queryset=None, required=False, empty_label=_("すべての事務所")
    )
    since = forms.DateField(label=_("いつから"), widget=forms.DateInput())
    lead_days = forms.IntegerField(label=_("何日前までに申し込むか"), min_value=1, max_value=365)
    minimum_pupils = forms.IntegerField(label=_("聞く人の最少の数"), min_value=1, max_value=500)
    earliest = forms.TimeField(
        label=_("何時から"), widget=forms.TimeInput(attrs=TIME, format="%H:%M")
    )
    latest = forms.TimeField(
        label=_("何時まで"), widget=forms.TimeInput(attrs=TIME, format="%H:%M")
    )
    periods = forms.CharField(
        label=_("各時限の始まり"), help_text=_("例: 08:45, 09:40, 10:45"), max_length=100
    )
    answer_days = forms.IntegerField(label=_("講師の返事の期限(日)"), min_value=1, max_value=60)
    link_minutes = forms.IntegerField(
        label=_("会議のリンクを何分前に見せるか"), min_value=0, max_value=600
    )

    def __init__(self, data: Any = None, rules: "LectureRules | None" = None) -> None:
        super().__init__(data, initial=_standing(rules))
        fields: Any = self.fields
        fields["office"].queryset = places.offices()

    def clean_periods(self) -> list[str]:
        try:
            bells = [
                datetime.time.fromisoformat(text.strip())
                for text in self.cleaned_data["periods"].replace("、", ",").split(",")
            ]
        except ValueError as trouble:
            raise forms.ValidationError(
                _("時刻を「08:45, 09:40」のように書いてください。")
            ) from trouble
        return [f"{bell:%H:%M}" for bell in sorted(bells)]


def _standing(rules: "LectureRules | None") -> dict[str, Any]:
    if rules is None:
        return {}
    names = ("office", "lead_days", "minimum_pupils", "earliest", "latest", "answer_days",
             "link_minutes")  # fmt: skip
    known = {name: getattr(rules, name) for name in names}
    return known | {"periods": ", ".join(rules.periods)}
