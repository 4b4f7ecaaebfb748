"""How far a row of a list has come."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class RowState(TextChoices):
    MEND = "mend", _("直すところがあります")
    DOUBT = "doubt", _("同じ団体かもしれません")
    READY = "ready", _("取り込めます")
    TAKEN = "taken", _("取り込みました")
    LINKED = "linked", _("登録済みの団体と同じです")


class Decision(TextChoices):
    OPEN = "", _("まだ決めていない")
    SAME = "same", _("同じ団体")
    NEW = "new", _("別の団体")


OPEN_STATES = (RowState.MEND, RowState.DOUBT, RowState.READY)
