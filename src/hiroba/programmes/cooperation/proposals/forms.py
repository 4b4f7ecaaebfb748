"""What people fill in around a proposal; fields carry the names of the actions' arguments."""

import dataclasses
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hiroba.engines.intake.calls.rules import parse
from hiroba.engines.intake.decisions.states import Outcome
from hiroba.engines.intake.review.queries import reviewers_for
from hiroba.engines.intake.review.states import ConflictKind
from hiroba.engines.registry.people.queries import bodies_acted_for_by
from hiroba.foundation import clock
from hiroba.foundation.web.forms import ActionForm
from hiroba.programmes.cooperation.proposals import queries

if TYPE_CHECKING:
    from hiroba.engines.intake.calls.models import Track
    from hiroba.engines.intake.review.models import Review
    from hiroba.engines.intake.review.rubrics import Rubric
    from hiroba.engines.intake.submissions.models import Submission
    from hiroba.foundation.accounts.models import User

FIVE_O_CLOCK = time(17)
DAYS_TO_CORRECT = 14
DAYS_TO_READ = 21
LONG = 4000


def long_text(label: Any, help_text: Any = "", *, rows: int = 4, **more: Any) -> forms.CharField:
    """A field for some paragraphs."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
        max_length=LONG,
        **more,
    )


class StartForm(ActionForm):
    """In whose name, and what the project is called for now."""

    body: Any = forms.ModelChoiceField(label=_("応募する団体"), queryset=None, empty_label=None)
    title = forms.CharField(label=_("事業名"), help_text=_("あとで変えられます。"), max_length=80)

    def __init__(self, user: "User", *args: Any) -> None:
        super().__init__(*args)
        self.fields["body"].queryset = bodies_acted_for_by(user)  # type: ignore[attr-defined]


class SendBackForm(ActionForm):
    """What is to be corrected, and until when."""

    because = long_text(_("直してほしいところ"), _("団体へそのまま届きます。"), rows=6)
    correct_by = forms.DateField(
        label=_("修正の期限"),
        help_text=_("この日の17時までに届いたものを受け付けます。"),
        widget=forms.DateInput(),
    )

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.fields["correct_by"].initial = clock.today() + timedelta(days=DAYS_TO_CORRECT)

    def clean_correct_by(self) -> datetime:
        return datetime.combine(self.cleaned_data["correct_by"], FIVE_O_CLOCK, clock.JAPAN)


class IneligibleForm(ActionForm):
    """Why the proposal may not take part."""

    because = long_text(_("資格がないとする理由"), _("団体へそのまま届きます。"), rows=6)


class AssignForm(ActionForm):
    """Who is asked to read, and until when."""

    reviewers = forms.MultipleChoiceField(
        label=_("審査員"),
        help_text=_("利害関係のある方は、はじめから除いてあります。"),
        widget=forms.CheckboxSelectMultiple,
    )
    due_on = forms.DateField(label=_("審査の期限"), widget=forms.DateInput())

    def __init__(self, submission: "Submission", *args: Any) -> None:
        super().__init__(*args)
        pool = reviewers_for(submission)
        self.found = {str(reviewer.pk): reviewer for reviewer, _load in pool}
        self.fields["reviewers"].choices = [  # type: ignore[attr-defined]
            (str(reviewer.pk), _("%(name)s(担当 %(n)s件)") % {"name": reviewer.name, "n": load})
            for reviewer, load in pool
        ]
        self.fields["due_on"].initial = clock.today() + timedelta(days=DAYS_TO_READ)

    def clean_reviewers(self) -> "tuple[User, ...]":
        return tuple(self.found[pk] for pk in self.cleaned_data["reviewers"])


class ScoreForm(ActionForm):
    """One score for each criterion, and two comments; a first part of it can be kept."""

    comment_panel = long_text(
        _("審査会へのコメント"), _("団体には見えません。"), rows=6, required=False
    )
    comment_applicant = long_text(
        _("団体へのコメント"),
        _("結果の通知の後に、名前を出さずに団体が読みます。"),
        required=False,
    )

    def __init__(self, rubric: "Rubric", review: "Review | None", data: Any = None) -> None:
        scores = review.scores if review else {}
        kept = {f"score_{key}": score for key, score in scores.items()}
        if review:
            kept |= {
                "comment_panel": review.comment_panel,
                "comment_applicant": review.comment_applicant,
            }
        super().__init__(data, initial=kept)
        self.rubric = rubric
        comments = dict(self.fields)
        self.fields.clear()
        for criterion in rubric.criteria:
            self.fields[f"score_{criterion.key}"] = forms.TypedChoiceField(
                label=_("%(label)s(配点 %(weight)s)")
                % {"label": criterion.label, "weight": criterion.weight},
                help_text=str(criterion.help or ""),
                choices=[(each.score, f"{each.score} {each.text}") for each in criterion.levels],
                coerce=int,
                empty_value=None,
                required=False,
                widget=forms.RadioSelect,
            )
        self.fields.update(comments)

    def clean(self) -> dict[str, Any]:
        """What the action is told: the scores given so far, and the comments."""
        given = super().clean() or {}
        keys = [criterion.key for criterion in self.rubric.criteria]
        return {
            "scores": {
                key: given[f"score_{key}"] for key in keys if given.get(f"score_{key}") is not None
            },
            "comment_panel": given.get("comment_panel", ""),
            "comment_applicant": given.get("comment_applicant", ""),
        }


class ConflictForm(ActionForm):
    """Why one cannot judge this proposal."""

    kind = forms.ChoiceField(
        label=_("関係"), choices=ConflictKind.choices, widget=forms.RadioSelect
    )
    why = forms.CharField(label=_("説明"), max_length=400, required=False)


class DecisionForm(ActionForm):
    """What is proposed, with one reason for the file and one for the body."""

    outcome = forms.ChoiceField(
        label=_("採否の案"), choices=Outcome.choices, widget=forms.RadioSelect
    )
    reason_internal = long_text(_("内部向けの理由"), _("記録に残り、団体には見えません。"))
    reason_applicant = long_text(_("団体へ伝える理由"), _("結果の通知に、そのまま載ります。"))


class RevokeForm(ActionForm):
    """Why a decision is taken back."""

    why = long_text(_("取り消す理由"))


class CallForm(ActionForm):
    """A call in words."""

    ref = forms.SlugField(
        label=_("公募の名前(英小文字と数字)"),
        help_text=_("ページのアドレスになります。例: grassroots-2026"),
        max_length=40,
    )
    fiscal_year = forms.IntegerField(label=_("年度"), min_value=2000, max_value=2100)
    title_ja = forms.CharField(label=_("題名(日本語)"), max_length=120)
    title_en = forms.CharField(label=_("題名(英語)"), max_length=160)
    summary_ja = long_text(_("要約(日本語)"))
    summary_en = long_text(_("要約(英語)"))
    guideline_ja = long_text(_("募集要項(日本語)"), rows=10)
    guideline_en = long_text(_("募集要項(英語)"), rows=10)


class TrackForm(ActionForm):
    """A scheme to be opened in a call, with its window."""

    scheme: Any = forms.ModelChoiceField(label=_("事業形態"), queryset=None, empty_label=None)
    opens_at = forms.DateTimeField(label=_("受付の始まり(日本時間)"), widget=forms.DateTimeInput())
    closes_at = forms.DateTimeField(
        label=_("締切(日本時間)"),
        help_text=_("この時刻より前に届いたものだけを受け付けます。"),
        widget=forms.DateTimeInput(),
    )
    reads = forms.IntegerField(
        label=_("一件を読む審査員の人数"), min_value=1, max_value=9, initial=2
    )

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.fields["scheme"].queryset = queries.schemes()  # type: ignore[attr-defined]


class ExtendForm(ActionForm):
    """Until when a track stays open now, and why."""

    closes_at = forms.DateTimeField(
        label=_("新しい締切(日本時間)"),
        help_text=_("いまの締切より後の時刻を書いてください。"),
        widget=forms.DateTimeInput(),
    )
    why = forms.CharField(
        label=_("変える理由"), help_text=_("公募の頁とお便りに、そのまま載ります。"), max_length=400
    )

    def __init__(self, track: "Track", *args: Any) -> None:
        super().__init__(*args)
        self.fields["closes_at"].initial = track.closes_at


class AmendForm(ActionForm):
    """The frame and the years asked for, as they shall be from now on, and why."""

    yen_ceiling = forms.IntegerField(label=_("金額の上限(円)"), min_value=1)
    months_ceiling = forms.IntegerField(label=_("期間の上限(月)"), min_value=1, max_value=120)
    years_registered = forms.IntegerField(label=_("登記からの年数"), min_value=0, max_value=50)
    years_active = forms.IntegerField(label=_("活動の年数"), min_value=0, max_value=50)
    years_active_abroad = forms.IntegerField(
        label=_("開発途上国での活動の年数"), min_value=0, max_value=50
    )
    equipment = forms.BooleanField(label=_("機材の供与を含められる"), required=False)
    why = forms.CharField(
        label=_("変える理由"), help_text=_("公募の頁とお便りに、そのまま載ります。"), max_length=400
    )

    def __init__(self, content: dict[str, Any], data: Any = None) -> None:
        super().__init__(data, initial=dataclasses.asdict(parse(content)))
        self.content = content

    def clean(self) -> dict[str, Any]:
        """What the action is told: the whole rules, and the reason."""
        given = dict(super().clean() or {})
        why = given.pop("why", "")
        return {"rules": {**self.content, **given}, "why": why}
