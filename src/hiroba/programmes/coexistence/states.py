"""How far a disaster and a notice have come, and what a notice is about."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from hiroba.foundation.lifecycles import Lifecycle, Move

# Languages in which notices are written, each by its own name.
TONGUES = {
    "ja": "日本語",
    "ja-x-easy": "やさしい日本語",
    "en": "English",
    "zh-hans": "简体中文",
    "zh-hant": "繁體中文",
    "ko": "한국어",
    "vi": "Tiếng Việt",
    "tl": "Filipino",
    "id": "Bahasa Indonesia",
    "pt": "Português",
    "es": "Español",
    "ne": "नेपाली",
    "my": "မြန်မာဘာသာ",
    "th": "ภาษาไทย",
}


class Phase(TextChoices):
    EMERGENCY = "emergency", _("発災直後")
    RECOVERY = "recovery", _("復旧中")
    OVER = "over", _("支援終了")


class NoticeState(TextChoices):
    DRAFT = "draft", _("準備中")
    PUBLISHED = "published", _("公開")


class Category(TextChoices):
    EVACUATION = "evacuation", _("避難")
    WATER = "water", _("水")
    FOOD = "food", _("食べもの")
    MEDICAL = "medical", _("医療")
    PROCEDURES = "procedures", _("手続き")
    TRANSPORT = "transport", _("交通")
    CONSULTATION = "consultation", _("相談")


class Severity(TextChoices):
    """How soon one has to act."""

    URGENT = "urgent", _("いますぐ")
    IMPORTANT = "important", _("大切")
    NORMAL = "normal", _("お知らせ")


P, N = Phase, NoticeState

# fmt: off
DISASTER = Lifecycle(
    P, P.EMERGENCY,
    Move("recover",        _("復旧中にする"),   (P.EMERGENCY,),            P.RECOVERY),
    Move("close_disaster", _("支援を終了する"), (P.EMERGENCY, P.RECOVERY), P.OVER),
)
NOTICE = Lifecycle(
    N, N.DRAFT,
    Move("publish", _("公開する"), (N.DRAFT,), N.PUBLISHED),
)
# fmt: on
