"""Who may ask for jobs, do them, and try them again."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from hiroba.foundation.actors import CLOCKWORK
from hiroba.foundation.jobs.queries import is_on_its_way
from hiroba.foundation.jobs.states import JOB
from hiroba.foundation.roles import Role
from hiroba.foundation.verdicts import Verdict, all_of, unless

if TYPE_CHECKING:
    from hiroba.foundation.actors import Actor
    from hiroba.foundation.jobs.models import Job


def may_work(by: "Actor") -> Verdict:
    """Only the clockwork does what is done behind the pages."""
    return unless(by == CLOCKWORK, _("この仕事は自動で進みます。"))


def may_take(by: "Actor", job: "Job") -> Verdict:
    """A job that is ready may be begun."""
    return all_of(may_work(by), JOB.allows("take", job.state))


def may_finish(by: "Actor", job: "Job") -> Verdict:
    """A job that runs may be finished."""
    return all_of(may_work(by), JOB.allows("finish", job.state))


def may_postpone(by: "Actor", job: "Job") -> Verdict:
    """A job that failed may be tried later."""
    return all_of(may_work(by), JOB.allows("postpone", job.state))


def may_hand_back(by: "Actor", job: "Job") -> Verdict:
    """A job may be left to the next worker."""
    return all_of(may_work(by), JOB.allows("hand_back", job.state))


def may_give_up(by: "Actor", job: "Job") -> Verdict:
    """A job that failed too often may be given up."""
    return all_of(may_work(by), JOB.allows("give_up", job.state))


def may_retry(by: "Actor", job: "Job") -> Verdict:
    """An administrator tries again what was given up, unless the same is on its way."""
    return all_of(
        unless(by.holds(Role.ADMINISTRATOR), _("もう一度試せるのは管理者だけです。")),
        JOB.allows("retry", job.state),
        unless(
            not is_on_its_way(job.key),
            _("同じ仕事がすでに進んでいます。終わるまでお待ちください。"),
        ),
    )


def may_see_dead_jobs(by: "Actor") -> Verdict:
    """The list of what went wrong is for administrators."""
    return unless(by.holds(Role.ADMINISTRATOR), _("止まった仕事の一覧は管理者だけが見られます。"))
