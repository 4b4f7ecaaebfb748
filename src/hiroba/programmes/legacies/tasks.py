"""Personal data that have been kept long enough are erased every night."""

from django.utils.translation import gettext_lazy as _
from django_tasks import task

from hiroba.foundation import clock
from hiroba.foundation.actors import CLOCKWORK
from hiroba.programmes.legacies import actions, queries


@task(title=_("保存期間の終わった個人情報を消す(遺贈)"), daily_at="03:10")
def erase_kept_long_enough() -> int:
    """Every closed legacy whose years have passed tells of nobody any more."""
    found = list(queries.legacies_to_erase(clock.today()))
    for legacy in found:
        actions.erase(by=CLOCKWORK, legacy=legacy)
    return len(found)
