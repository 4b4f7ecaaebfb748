"""Sides, places, and how far agenda items and commitments have come."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from hiroba.foundation.lifecycles import Lifecycle, Move


class SeriesKind(TextChoices):
    COUNCIL = "council", _("協議会")
    STUDY = "study", _("勉強会")


class Side(TextChoices):
    NGO = "ngo", _("NGO側")
    HOUSE = "house", _("機関側")


class Place(TextChoices):
    ROOM = "room", _("会場で")
    ONLINE = "online", _("オンラインで")


class ItemKind(TextChoices):
    REPORT = "report", _("報告")
    DISCUSSION = "discussion", _("協議")


class ItemState(TextChoices):
    PROPOSED = "proposed", _("提案中")
    ACCEPTED = "accepted", _("取り上げる")
    DECLINED = "declined", _("取り上げない")


class CommitmentState(TextChoices):
    OPEN = "open", _("これから")
    FULFILLED = "fulfilled", _("果たした")


P, C = ItemState, CommitmentState

# fmt: off
ITEM = Lifecycle(
    P, P.PROPOSED,
    Move("accept_item",  _("取り上げる"),   (P.PROPOSED,), P.ACCEPTED),
    Move("decline_item", _("取り上げない"), (P.PROPOSED,), P.DECLINED),
)
COMMITMENT = Lifecycle(
    C, C.OPEN,
    Move("fulfil", _("果たしたと記録する"), (C.OPEN,), C.FULFILLED),
)
# fmt: on
