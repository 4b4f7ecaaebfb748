"""How far a gift has come, and what of the donor everybody may read."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from hiroba.foundation.lifecycles import Lifecycle, Move


class GiftState(TextChoices):
    PROMISED = "promised", _("入金待ち")
    RECEIVED = "received", _("入金済み")
    WITHDRAWN = "withdrawn", _("取りやめ")


class DonorKind(TextChoices):
    INDIVIDUAL = "individual", _("個人")
    BODY = "body", _("団体・企業")


class Publicity(TextChoices):
    NOBODY = "nobody", _("名前を出さない")
    NAME = "name", _("名前を出してよい")


G = GiftState

GIFT = Lifecycle(
    G,
    G.PROMISED,
    Move("receive", _("入金を記録する"), (G.PROMISED,), G.RECEIVED),
    Move("withdraw", _("取りやめる"), (G.PROMISED,), G.WITHDRAWN),
)
