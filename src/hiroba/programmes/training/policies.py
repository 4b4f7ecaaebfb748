"""Who may keep courses, apply, select and confirm."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from hiroba.foundation import clock
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.verdicts import Verdict, all_of, unless
from hiroba.programmes.training import queries
from hiroba.programmes.training.queries import PROGRAMME
from hiroba.programmes.training.states import APPLICATION, COURSE

if TYPE_CHECKING:
    from hiroba.foundation.actors import Actor
    from hiroba.programmes.training.models import Application, Course


def _keeps(by: "Actor") -> Verdict:
    return unless(by.holds(Role.OFFICER, programme=PROGRAMME), _("研修の担当職員だけができます。"))


def may_plan_course(by: "Actor", days: int = 1, least_days: int = 1) -> Verdict:
    """An officer plans a course, whose certificate asks for no more days than it has."""
    return all_of(
        _keeps(by),
        unless(days >= 1, _("研修の日を一日以上選んでください。")),
        unless(1 <= least_days <= days, _("修了に要る日数を、研修の日数までにしてください。")),
    )


def may_publish_course(by: "Actor", course: "Course") -> Verdict:
    """An officer opens a course for applications."""
    return all_of(_keeps(by), COURSE.allows("publish_course", course.state))


def may_apply(by: "Actor", course: "Course") -> Verdict:
    """Whoever signed in applies once, until the day."""
    return all_of(
        unless(by.account, _("応募するには、ログインしてください。")),
        unless(course.takes_applications, _("この研修の応募は受け付けていません。")),
        unless(
            by.account is None or not queries.has_applied(by.account, course),
            _("この研修には、もう応募しています。"),
        ),
    )


def may_propose_selection(by: "Actor", course: "Course", chosen: int | None = None) -> Verdict:
    """An officer proposes as many as there are seats, when applications are closed."""
    return all_of(
        _keeps(by),
        COURSE.allows("propose_selection", course.state),
        unless(clock.today() > course.applies_until, _("応募の期間が終わってから選んでください。")),
        unless(
            chosen is None or 1 <= chosen <= course.seats,
            _("選べるのは、1名から%(n)s名までです。") % {"n": course.seats},
        ),
    )


def _second(by: "Actor", course: "Course") -> Verdict:
    return all_of(
        unless(
            by.holds(Role.OFFICER, Role.APPROVER, programme=PROGRAMME),
            _("研修の担当職員と承認者だけができます。"),
        ),
        unless(by.account != course.proposed_by, _("提案した人とは別の人が承認します。")),
    )


def may_approve_selection(by: "Actor", course: "Course") -> Verdict:
    """Somebody other than the one who proposed agrees."""
    return all_of(COURSE.allows("approve_selection", course.state), _second(by, course))


def may_return_selection(by: "Actor", course: "Course") -> Verdict:
    """Somebody other than the one who proposed asks to look again."""
    return all_of(COURSE.allows("return_selection", course.state), _second(by, course))


def may_select(by: "Actor", application: "Application") -> Verdict:
    """An application is selected with the approval of its course."""
    return all_of(_second(by, application.course), APPLICATION.allows("select", application.state))


def may_decline(by: "Actor", application: "Application") -> Verdict:
    """An application is declined with the approval of its course."""
    return all_of(_second(by, application.course), APPLICATION.allows("decline", application.state))


def _is_own(by: "Actor", application: "Application") -> Verdict:
    return unless(by.account == application.applicant, _("応募した本人だけができます。"))


def may_confirm_place(by: "Actor", application: "Application") -> Verdict:
    """Who was selected says that they come."""
    return all_of(_is_own(by, application), APPLICATION.allows("confirm_place", application.state))


def may_withdraw(by: "Actor", application: "Application") -> Verdict:
    """Who applied withdraws until the course begins."""
    first = queries.days_of(application.course).first()
    return all_of(
        _is_own(by, application),
        APPLICATION.allows("withdraw", application.state),
        unless(
            first is None or first.starts_at > clock.now(),
            _("研修が始まってからは、担当の事務所へお知らせください。"),
        ),
    )


def may_end_course(by: "Actor", course: "Course") -> Verdict:
    """An officer issues the certificates when the last day is over."""
    return all_of(
        _keeps(by),
        COURSE.allows("end_course", course.state),
        unless(
            not queries.days_of(course).filter(ends_at__gt=clock.now()).exists(),
            _("まだ終わっていない研修の日があります。"),
        ),
    )


def may_read_certificate(by: "Actor", application: "Application") -> Verdict:
    """Who took part, and officers, read the certificate once there is one."""
    return all_of(
        unless(
            by.account == application.applicant
            or by.holds(Role.OFFICER, Role.AUDITOR, programme=PROGRAMME),
            _("応募した本人だけができます。"),
        ),
        unless(
            hasattr(application, "certificate"),
            _("修了証は、研修が終わり、日数を満たした方に出します。"),
        ),
    )
