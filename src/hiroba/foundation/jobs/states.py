"""What can happen to a job."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from hiroba.foundation.lifecycles import Lifecycle, Move


class JobState(TextChoices):
    READY = "ready", _("順番待ち")
    RUNNING = "running", _("進行中")
    DONE = "done", _("完了")
    DEAD = "dead", _("中断")


UNFINISHED = (JobState.READY, JobState.RUNNING)

JOB = Lifecycle(
    JobState,
    JobState.READY,
    Move("take", _("始める"), (JobState.READY,), JobState.RUNNING),
    Move("finish", _("終える"), (JobState.RUNNING,), JobState.DONE),
    Move("postpone", _("あとで試す"), (JobState.RUNNING,), JobState.READY),
    Move("hand_back", _("手放す"), (JobState.RUNNING,), JobState.READY),
    Move("give_up", _("あきらめる"), (JobState.RUNNING,), JobState.DEAD),
    Move("retry", _("もう一度試す"), (JobState.DEAD,), JobState.READY),
)
