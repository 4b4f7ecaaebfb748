"""What kinds of materials there are, for whom, and what can happen to one."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from hiroba.foundation.lifecycles import Lifecycle, Move


class MaterialKind(TextChoices):
    LESSON_PLAN = "lesson_plan", _("指導案")
    SLIDES = "slides", _("スライド")
    WORKSHEET = "worksheet", _("ワークシート")
    PHOTOS = "photos", _("写真教材")
    READING = "reading", _("読みもの")


class Grade(TextChoices):
    LOWER_PRIMARY = "lower_primary", _("小学校1–3年")
    UPPER_PRIMARY = "upper_primary", _("小学校4–6年")
    JUNIOR_HIGH = "junior_high", _("中学校")
    SENIOR_HIGH = "senior_high", _("高等学校")
    ADULTS = "adults", _("大学・社会人")


class MaterialState(TextChoices):
    DRAFT = "draft", _("準備中")
    PUBLISHED = "published", _("公開中")
    WITHDRAWN = "withdrawn", _("公開終了")


S = MaterialState

# fmt: off
MATERIAL = Lifecycle(
    S, S.DRAFT,
    Move("publish",  _("公開する"),     (S.DRAFT,),     S.PUBLISHED),
    Move("withdraw", _("公開を終える"), (S.PUBLISHED,), S.WITHDRAWN),
)
# fmt: on
