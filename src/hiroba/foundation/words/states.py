"""How far a translated text has come."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from hiroba.foundation.lifecycles import Lifecycle, Move


class TextState(TextChoices):
    """Who stands behind a text."""

    MACHINE = "machine", _("機械翻訳(未確認)")
    HUMAN = "human", _("人による翻訳")
    REVIEWED = "reviewed", _("確認済み")


S = TextState

# fmt: off
TEXT = Lifecycle(
    S, S.MACHINE,
    Move("say",     _("書く"),     (S.MACHINE, S.HUMAN, S.REVIEWED), S.HUMAN),
    Move("confirm", _("確認する"), (S.MACHINE, S.HUMAN),             S.REVIEWED),
)
# fmt: on
