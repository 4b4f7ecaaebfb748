"""What kinds of accounts there are, and how far an allocation has come."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from hiroba.foundation.lifecycles import Lifecycle, Move


class AccountKind(TextChoices):
    ASSET = "asset", _("資産")
    LIABILITY = "liability", _("負債")
    INCOME = "income", _("収益")
    EXPENSE = "expense", _("費用")


class AllocationState(TextChoices):
    PROPOSED = "proposed", _("承認待ち")
    APPROVED = "approved", _("配分済み")
    DROPPED = "dropped", _("取り下げ")


A = AllocationState

# fmt: off
ALLOCATION = Lifecycle(
    A, A.PROPOSED,
    Move("approve_allocation", _("承認する"),   (A.PROPOSED,), A.APPROVED),
    Move("drop_allocation",    _("取り下げる"), (A.PROPOSED,), A.DROPPED),
)
# fmt: on
