"""What can happen to a yearly edition."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from hiroba.foundation.lifecycles import Lifecycle, Move

# The scope in which roles are granted for reports: "programme:reports".
PROGRAMME = "reports"


class EditionState(TextChoices):
    """How far an edition has come."""

    DRAFT = "draft", _("下書き")
    PROPOSED = "proposed", _("承認待ち")
    PUBLISHED = "published", _("公開済み")


S = EditionState

# fmt: off
EDITION = Lifecycle(
    S, S.DRAFT,
    Move("propose",   _("承認を求める"), (S.DRAFT,),    S.PROPOSED),
    Move("send_back", _("差し戻す"),     (S.PROPOSED,), S.DRAFT),
    Move("publish",   _("公開する"),     (S.PROPOSED,), S.PUBLISHED),
)
# fmt: on
