"""What kinds of things are tied, and what a tie says; neither names anybody in particular."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ThingKind(TextChoices):
    """What a tied thing is; a room that brings a new kind adds its word here."""

    GIFT = "gift", pgettext_lazy("kind", "寄附")
    CAUSE = "cause", pgettext_lazy("kind", "寄附メニュー")
    FUND = "fund", pgettext_lazy("kind", "基金")
    MEETING = "meeting", pgettext_lazy("kind", "会合")
    COMMITMENT = "commitment", pgettext_lazy("kind", "約束")
    CASE = "case", pgettext_lazy("kind", "相談")
    NEED = "need", pgettext_lazy("kind", "現地のニーズ")
    KNOW_HOW = "know_how", pgettext_lazy("kind", "自治体の知見")
    MATCH = "match", pgettext_lazy("kind", "引き合わせ")
    PLACEMENT = "placement", pgettext_lazy("kind", "研修員受入")
    PROPOSAL = "proposal", pgettext_lazy("kind", "提案書")
    PROJECT = "project", pgettext_lazy("kind", "事業")
    LESSON = "lesson", pgettext_lazy("kind", "教訓")
    PRACTICE = "practice", pgettext_lazy("kind", "実践")
    ADOPTION = "adoption", pgettext_lazy("kind", "広がり")
    COURSE = "course", pgettext_lazy("kind", "研修")
    MATERIAL = "material", pgettext_lazy("kind", "教材")
    EXHIBITION = "exhibition", pgettext_lazy("kind", "企画展")
    JOURNEY = "journey", pgettext_lazy("kind", "追体験")
    GATHERING = "gathering", pgettext_lazy("kind", "催し")
    VISIT = "visit", pgettext_lazy("kind", "見学")
    LECTURE = "lecture", pgettext_lazy("kind", "出前講座")
    ESSAY = "essay", pgettext_lazy("kind", "作品")


class Relation(TextChoices):
    """What the first thing did for the second."""

    FUNDS = "funds", _("費用を支えた")
    LED_TO = "led_to", _("きっかけになった")
    TEACHES = "teaches", _("教訓を残した")
    SPREADS_AS = "spreads_as", _("ほかへ広がった")
    MADE_INTO = "made_into", _("形を変えて生かされた")
    USED_IN = "used_in", _("使われた")
    INSPIRED = "inspired", _("心を動かした")
    CONTINUED_BY = "continued_by", _("引き継がれた")
    ANSWERED_BY = "answered_by", _("応えられた")
