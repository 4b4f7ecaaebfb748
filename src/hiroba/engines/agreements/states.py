"""Kinds of agreements, who is a party, and what can happen to them and to what is due."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from hiroba.foundation.lifecycles import Lifecycle, Move


class AgreementKind(TextChoices):
    SERVICE = "service", _("業務委託契約")
    MEMORANDUM = "memorandum", _("覚書")
    GRANT = "grant", _("助成の契約")


class PartyRole(TextChoices):
    """On whose side somebody stands."""

    HOUSE = "house", _("この機関")
    PARTNER = "partner", _("相手方")


class AgreementState(TextChoices):
    DRAFT = "draft", _("準備中")
    CONCLUDED = "concluded", _("締結済み")
    ENDED = "ended", _("終了")


class PreconditionState(TextChoices):
    OPEN = "open", _("未了")
    MET = "met", _("満たした")
    WAIVED = "waived", _("免除")


class ObligationState(TextChoices):
    OWED = "owed", _("提出前")
    HANDED_IN = "handed_in", _("受領待ち")
    RETURNED = "returned", _("差し戻し")
    ACCEPTED = "accepted", _("受領済み")


A, C, S = AgreementState, PreconditionState, ObligationState

# fmt: off
AGREEMENT = Lifecycle(
    A, A.DRAFT,
    Move("conclude", _("締結を記録する"), (A.DRAFT,),             A.CONCLUDED),
    Move("amend",    _("変更を記録する"), (A.CONCLUDED,),         A.CONCLUDED),
    Move("end",      _("終了を記録する"), (A.DRAFT, A.CONCLUDED), A.ENDED),
)
PRECONDITION = Lifecycle(
    C, C.OPEN,
    Move("meet",  _("満たしたと記録する"), (C.OPEN,), C.MET),
    Move("waive", _("免除する"),           (C.OPEN,), C.WAIVED),
)
OBLIGATION = Lifecycle(
    S, S.OWED,
    Move("hand_in",   _("提出する"),   (S.OWED, S.RETURNED), S.HANDED_IN),
    Move("accept",    _("受領する"),   (S.HANDED_IN,),       S.ACCEPTED),
    Move("send_back", _("差し戻す"),   (S.HANDED_IN,),       S.RETURNED),
)
# fmt: on
