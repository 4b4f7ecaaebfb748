"""How far gatherings, bookings and duties have come."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from hiroba.foundation.lifecycles import Lifecycle, Move


class GatheringState(TextChoices):
    DRAFT = "draft", _("準備中")
    OPEN = "open", _("受付中")
    HELD = "held", _("終了")
    CALLED_OFF = "called_off", _("中止")


class BookingState(TextChoices):
    BOOKED = "booked", _("予約済み")
    CANCELLED = "cancelled", _("取り消し")
    CAME = "came", _("来場")
    MISSED = "missed", _("来場なし")


class DutyState(TextChoices):
    ASKED = "asked", _("返事待ち")
    ACCEPTED = "accepted", _("引き受けた")
    DECLINED = "declined", _("辞退")


G, B, D = GatheringState, BookingState, DutyState

# fmt: off
GATHERING = Lifecycle(
    G, G.DRAFT,
    Move("open_gathering", _("受付を始める"), (G.DRAFT,),        G.OPEN),
    Move("end_gathering",  _("終了にする"),   (G.OPEN,),         G.HELD),
    Move("call_off",       _("中止にする"),   (G.DRAFT, G.OPEN), G.CALLED_OFF),
)
BOOKING = Lifecycle(
    B, B.BOOKED,
    Move("cancel_booking", _("予約を取り消す"),   (B.BOOKED,),          B.CANCELLED),
    Move("welcome",        _("来場を記録する"),   (B.BOOKED, B.MISSED), B.CAME),
    Move("miss",           _("来なかったと記録"), (B.BOOKED,),          B.MISSED),
)
DUTY = Lifecycle(
    D, D.ASKED,
    Move("accept_duty",  _("引き受ける"), (D.ASKED,),            D.ACCEPTED),
    Move("decline_duty", _("辞退する"),   (D.ASKED, D.ACCEPTED), D.DECLINED),
)
# fmt: on
