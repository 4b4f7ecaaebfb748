"""What can happen to a review, and why somebody may not read."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from hiroba.foundation.lifecycles import Lifecycle, Move


class ReviewState(TextChoices):
    """How far a review has come."""

    DRAFT = "draft", _("採点中")
    SUBMITTED = "submitted", _("提出済み")


class ConflictKind(TextChoices):
    """Why a reviewer stands too near to a body."""

    STAFF = "staff", _("役員・職員である、またはあった")
    CONTRACT = "contract", _("契約や助成の関係がある")
    KIN = "kin", _("家族がいる")
    OTHER = "other", _("その他の利害関係")


S = ReviewState

# fmt: off
REVIEW = Lifecycle(
    S, S.DRAFT,
    Move("submit", _("審査結果を提出する"), (S.DRAFT,), S.SUBMITTED),
)
# fmt: on
