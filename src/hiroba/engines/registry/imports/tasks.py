"""Long lists are taken in behind the pages."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_tasks import TaskContext, task

from hiroba.engines.registry.imports import actions, queries
from hiroba.foundation.accounts import queries as accounts
from hiroba.foundation.actors import CLOCKWORK
from hiroba.foundation.jobs import actions as jobs


@task(title=gettext_lazy("団体の一覧を取り込む"), takes_context=True)
def take_in_rest(context: TaskContext, ref: str, email: str) -> int:
    """Every good row is a body; doing it again takes only what is left."""
    by = accounts.user_by_email(email)
    assert by
    brought = queries.imports_seen_by(by).get(ref=ref)
    total = left = queries.rows_to_settle(brought).count()
    while left:
        left = actions.take_some(by=by, brought=brought)
        jobs.progress(
            by=CLOCKWORK,
            job=context.task_result.id,
            done=total - left,
            total=total,
            message=_("団体を取り込んでいます"),
        )
    return total
