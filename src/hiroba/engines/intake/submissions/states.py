"""What can happen to a submission."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from hiroba.foundation.lifecycles import Lifecycle, Move


class SubmissionState(TextChoices):
    """How far a submission has come."""

    DRAFT = "draft", _("下書き")
    SUBMITTED = "submitted", _("受付済み")
    RETURNED = "returned", _("差し戻し")
    UNDER_REVIEW = "under_review", _("審査中")
    SELECTED = "selected", _("採択")
    RESERVED = "reserved", _("補欠")
    DECLINED = "declined", _("不採択")
    WITHDRAWN = "withdrawn", _("取り下げ")
    INELIGIBLE = "ineligible", _("資格なし")


S = SubmissionState
UNRECEIVED = (S.DRAFT,)
RECEIVED = (
    S.SUBMITTED,
    S.RETURNED,
    S.UNDER_REVIEW,
    S.SELECTED,
    S.RESERVED,
    S.DECLINED,
    S.INELIGIBLE,
)
PENDING = (S.DRAFT, S.SUBMITTED, S.RETURNED, S.UNDER_REVIEW, S.RESERVED)

# fmt: off
SUBMISSION = Lifecycle(
    S, S.DRAFT,
    Move("submit",          _("提出する"),         (S.DRAFT, S.RETURNED),         S.SUBMITTED),
    Move("take_back",       _("提出を取り消す"),   (S.SUBMITTED,),                S.DRAFT),
    Move("send_back",       _("差し戻す"),         (S.SUBMITTED,),                S.RETURNED),
    Move("open_review",     _("審査に進める"),     (S.SUBMITTED,),                S.UNDER_REVIEW),
    Move("find_ineligible", _("資格なしとする"),   (S.SUBMITTED, S.RETURNED),     S.INELIGIBLE),
    Move("select",          _("採択する"),         (S.UNDER_REVIEW, S.RESERVED),  S.SELECTED),
    Move("reserve",         _("補欠とする"),       (S.UNDER_REVIEW,),             S.RESERVED),
    Move("decline",         _("不採択とする"),     (S.UNDER_REVIEW, S.RESERVED),  S.DECLINED),
    Move("withdraw",        _("取り下げる"),       PENDING,                       S.WITHDRAWN),
)
# fmt: on
