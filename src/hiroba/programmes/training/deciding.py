"""Everything that is written about who is selected, who came and who has a certificate."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from hiroba.engines.gatherings import actions as gatherings
from hiroba.engines.ledger import actions as ledger
from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.calendar import fiscal_year
from hiroba.foundation.journal.actions import note
from hiroba.foundation.letters.actions import send
from hiroba.foundation.verdicts import require
from hiroba.programmes.training import policies, queries
from hiroba.programmes.training.models import Application, Certificate, Course
from hiroba.programmes.training.states import APPLICATION, COURSE, ApplicationState

if TYPE_CHECKING:
    from hiroba.engines.gatherings.models import Booking
    from hiroba.foundation.accounts.models import User

SERIES = "training-certificates"


@action
def propose_selection(*, by: "User", course: Course, chosen: Iterable[Application]) -> Course:
    """Somebody else can agree with those who were chosen; nobody is told yet."""
    course, picked = _locked(course), {each.pk for each in chosen}
    require(policies.may_propose_selection(by, course, len(picked)))

    applications = queries.applications_of(course)
    applications.update(is_chosen=False)
    applications.filter(pk__in=picked).update(is_chosen=True)
    course.proposed_by = by
    return _moved(by, course, "propose_selection")


@action
def return_selection(*, by: "User", course: Course) -> Course:
    """The proposal is looked at again."""
    course = _locked(course)
    require(policies.may_return_selection(by, course))

    return _moved(by, course, "return_selection")


@action
def approve_selection(*, by: "User", course: Course) -> Course:
    """Everybody who applied is told whether they take part."""
    course = _locked(course)
    require(policies.may_approve_selection(by, course))

    for application in queries.applications_of(course):
        settle = select if application.is_chosen else decline
        settle(by=by, application=application)
    course.approved_by = by
    return _moved(by, course, "approve_selection")


@action
def select(*, by: "User", application: Application) -> Application:
    """Somebody can take part, and says so or withdraws."""
    require(policies.may_select(by, application))

    return _told(by, application, "select")


@action
def decline(*, by: "User", application: Application) -> Application:
    """Somebody cannot take part this time."""
    require(policies.may_decline(by, application))

    return _told(by, application, "decline")


def _told(by: "User", application: Application, verb: str) -> Application:
    APPLICATION.move(application, verb)
    application.save(update_fields=["state"])

    note(by, f"training.{verb}", application)
    applicant = application.applicant
    send(
        f"training/{application.state}",
        to=applicant.email,
        about=application,
        language=applicant.language,
        application=application,
        course=application.course,
    )
    return application


@action
def attend(*, by: "User", booking: "Booking") -> "Booking":
    """Somebody came on a day."""
    return gatherings.welcome(by=by, booking=booking, came=1)


@action
def miss(*, by: "User", booking: "Booking") -> "Booking":
    """Somebody did not come on a day."""
    return gatherings.miss(by=by, booking=booking)


@action
def end_course(*, by: "User", course: Course) -> Course:
    """Who came on as many days as the course asks has a certificate."""
    course = _locked(course)
    require(policies.may_end_course(by, course))

    came, today = queries.days_attended(course), clock.today()
    confirmed = queries.applications_of(course).filter(state=ApplicationState.CONFIRMED)
    for application in confirmed:
        days = came.get(application.applicant_id, 0)
        if days < course.least_days:
            continue
        number = ledger.next_number(by=by, series=SERIES, year=fiscal_year(today))
        Certificate.objects.create(
            number=f"TC{fiscal_year(today)}-{number:04}",
            application=application,
            name=application.applicant.name,
            days=days,
            issued_at=clock.now(),
        )
    course.gathering = gatherings.end_gathering(by=by, gathering=course.gathering)
    return _moved(by, course, "end_course")


def _moved(by: "User", course: Course, verb: str) -> Course:
    COURSE.move(course, verb)
    course.save(update_fields=["state", "proposed_by", "approved_by"])

    note(by, f"training.{verb}", course)
    return course


def _locked(course: Course) -> Course:
    found = Course.objects.select_for_update(of=("self",))
    return found.select_related("gathering", "proposed_by").get(pk=course.pk)
