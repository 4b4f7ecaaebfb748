"""What is decided, and what can happen to a decision."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from hiroba.foundation.lifecycles import Lifecycle, Move


class Outcome(TextChoices):
    """What a decision does with a submission."""

    SELECT = "select", _("採択")
    RESERVE = "reserve", _("補欠")
    DECLINE = "decline", _("不採択")


class DecisionState(TextChoices):
    """How far a decision has come."""

    PROPOSED = "proposed", _("承認待ち")
    APPROVED = "approved", _("承認済み")
    RELEASED = "released", _("通知済み")
    REVOKED = "revoked", _("取り消し")


S = DecisionState

# fmt: off
DECISION = Lifecycle(
    S, S.PROPOSED,
    Move("approve", _("承認する"), (S.PROPOSED,),            S.APPROVED),
    Move("release", _("通知する"), (S.APPROVED,),            S.RELEASED),
    Move("revoke",  _("取り消す"), (S.PROPOSED, S.APPROVED), S.REVOKED),
)
# fmt: on
