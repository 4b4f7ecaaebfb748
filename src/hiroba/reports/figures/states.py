"""How sure a published value is, and what it speaks of."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Certainty(TextChoices):
    """How the value got into our hands."""

    SEEN = "seen", _("原資料で見た値")
    COMPUTED = "computed", _("原資料の内訳から計算した値")
    APPROXIMATE = "approximate", _("約数")


class Basis(TextChoices):
    """Whether it happened, or was only announced."""

    RESULT = "result", _("実績")
    PLAN = "plan", _("予定")
