"""What can happen to a letter."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from hiroba.foundation.lifecycles import Lifecycle, Move


class LetterState(TextChoices):
    QUEUED = "queued", _("送信待ち")
    SENT = "sent", _("送信済み")
    DEAD = "dead", _("届けられず")


LETTER = Lifecycle(
    LetterState,
    LetterState.QUEUED,
    Move("deliver", _("届ける"), (LetterState.QUEUED,), LetterState.SENT),
    Move("give_up", _("あきらめる"), (LetterState.QUEUED,), LetterState.DEAD),
    Move("retry", _("もう一度送る"), (LetterState.DEAD,), LetterState.QUEUED),
)
