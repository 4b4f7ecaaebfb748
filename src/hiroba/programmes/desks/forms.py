"""What is typed at the desks."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hiroba.engines.registry.people import queries as bodies
from hiroba.foundation.web.forms import ActionForm
from hiroba.programmes.desks import queries
from hiroba.programmes.desks.states import GuideTopic

if TYPE_CHECKING:
    from hiroba.engines.enquiries.models import Case
    from hiroba.foundation.actors import Actor

LANGUAGES = (("ja", _("日本語")), ("en", _("英語")))
LONG = forms.Textarea({"rows": 6})


class AskForm(ActionForm):
    """A question; guests leave an address, others may ask in the name of a body."""

    subject = forms.CharField(label=_("件名"), max_length=120)
    text = forms.CharField(label=_("質問"), max_length=4000, widget=LONG)
    topics = forms.ModelMultipleChoiceField(
        label=_("何についてですか"),
        queryset=queries.topics(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    language = forms.ChoiceField(label=_("返事のことば"), choices=LANGUAGES)
    guest_name = forms.CharField(label=_("お名前"), max_length=80, required=False)
    guest_email = forms.EmailField(label=_("メールアドレス"), help_text=_("お答えを送ります。"))
    body = forms.ModelChoiceField(
        label=_("団体の名前で尋ねる"),
        queryset=bodies.bodies(),
        to_field_name="ref",
        required=False,
        empty_label=_("個人として尋ねる"),
    )
    consent_public = forms.BooleanField(
        label=_("名前を出さずに、質問と答えを公開してよい"), required=False
    )

    def __init__(self, *args: Any, by: "Actor", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if by.account is None:
            del self.fields["body"]
        else:
            del self.fields["guest_name"], self.fields["guest_email"]
            mine = bodies.bodies_acted_for_by(by.account)
            self.fields["body"].queryset = mine  # type: ignore[attr-defined]


class SayForm(ActionForm):
    """Words in a case."""

    text = forms.CharField(label=_("文"), max_length=8000, widget=LONG)


class ReferForm(ActionForm):
    """To which desk a question goes, and a word for the colleagues there."""

    to = forms.ModelChoiceField(
        label=_("取り次ぐデスク"), queryset=queries.queues(), to_field_name="code"
    )
    text = forms.CharField(
        label=_("次の担当への伝言"),
        max_length=2000,
        widget=LONG,
        help_text=_("質問した方には見えません。"),
    )

    def __init__(self, *args: Any, case: "Case", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = queries.queues().exclude(pk=case.queue_id)
        self.fields["to"].queryset = others  # type: ignore[attr-defined]


class FaqForm(ActionForm):
    """A question and its answer without names."""

    question_ja = forms.CharField(label=_("質問(日本語)"), max_length=300)
    answer_ja = forms.CharField(label=_("答え(日本語)"), max_length=4000, widget=LONG)
    question_en = forms.CharField(label=_("質問(英語)"), max_length=300, required=False)
    answer_en = forms.CharField(label=_("答え(英語)"), max_length=4000, required=False, widget=LONG)


class LocalBodyForm(ActionForm):
    """A body of the country, as the desk found it today."""

    name_ja = forms.CharField(label=_("名称(日本語)"), max_length=160)
    name_en = forms.CharField(label=_("名称(英語)"), max_length=160)
    work_ja = forms.CharField(label=_("活動(日本語)"), max_length=300)
    work_en = forms.CharField(label=_("活動(英語)"), max_length=300)
    homepage = forms.URLField(label=_("ウェブサイト"), required=False, assume_scheme="https")


class GuideForm(ActionForm):
    """One section of the guide to a country; the section of a topic is written anew."""

    topic = forms.ChoiceField(label=_("項目"), choices=GuideTopic.choices)
    text_ja = forms.CharField(label=_("文(日本語)"), max_length=4000, widget=LONG)
    text_en = forms.CharField(label=_("文(英語)"), max_length=4000, required=False, widget=LONG)
