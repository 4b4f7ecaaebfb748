"""What the house does for itself at night."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _
from django_tasks import task

from hiroba.foundation import clock
from hiroba.foundation.actors import CLOCKWORK
from hiroba.foundation.jobs import actions

KEPT = timedelta(days=30)


@task(title=_("終わった仕事の記録を片づける"), daily_at="03:30")
def sweep() -> int:
    """Jobs that were done a month ago are forgotten."""
    return actions.forget_done(by=CLOCKWORK, before=clock.now() - KEPT)
