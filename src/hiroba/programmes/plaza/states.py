"""How far exhibitions have come, and what is counted on a day."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from hiroba.foundation.lifecycles import Lifecycle, Move


class ExhibitionState(TextChoices):
    DRAFT = "draft", _("準備中")
    PUBLISHED = "published", _("公開")


class CountKind(TextChoices):
    """Everybody who used the plaza is counted, each once; groups are counted at their welcome."""

    WALK_IN = "walk-in", _("展示を見た人")
    EVENT = "event", _("催しに来た人")
    ROOM = "room", _("部屋を使った人")
    CAFE = "cafe", _("カフェに来た人")


E = ExhibitionState

EXHIBITION = Lifecycle(
    E,
    E.DRAFT,
    Move("publish_exhibition", _("公開する"), (E.DRAFT,), E.PUBLISHED),
)
