"""Every question about training."""

from typing import TYPE_CHECKING

from django.db.models import Count, Q, QuerySet

from hiroba.engines.gatherings import queries as gatherings
from hiroba.foundation import clock
from hiroba.foundation.roles import Role
from hiroba.programmes.training.models import Application, Certificate, Course
from hiroba.programmes.training.states import ApplicationState, CourseState

if TYPE_CHECKING:
    from hiroba.engines.gatherings.models import Booking, Slot
    from hiroba.foundation.accounts.models import User
    from hiroba.foundation.actors import Actor

PROGRAMME = KIND = "training"


def courses_seen_by(by: "Actor") -> QuerySet[Course]:
    """What everybody may read of; officers see drafts too."""
    found = Course.objects.select_related("gathering").order_by("-pk")
    if by.holds(Role.OFFICER, Role.AUDITOR, programme=PROGRAMME):
        return found
    return found.exclude(state=CourseState.DRAFT)


def days_of(course: Course) -> "QuerySet[Slot]":
    """The days of a course in their order."""
    return course.gathering.slots.order_by("starts_at")


def applications_of(course: Course) -> QuerySet[Application]:
    """Who applied for a course and has not withdrawn, the first first."""
    found = course.applications.exclude(state=ApplicationState.WITHDRAWN)
    return found.select_related("applicant", "course").order_by("pk")


def nobody() -> QuerySet[Application]:
    """No application at all."""
    return Application.objects.none()


def my_applications(user: "User") -> QuerySet[Application]:
    """For what somebody applied, the newest first."""
    found = Application.objects.filter(applicant=user)
    return found.select_related("course__gathering", "certificate").order_by("-pk")


def has_applied(user: "User", course: Course) -> bool:
    """Whether somebody applied for a course already."""
    return applications_of(course).filter(applicant=user).exists()


def courses_to_select() -> QuerySet[Course]:
    """Courses whose applications are closed and wait for a proposal, by their day."""
    found = Course.objects.filter(state=CourseState.OPEN, applies_until__lt=clock.today())
    return found.select_related("gathering").order_by("applies_until", "pk")


def courses_to_approve(user: "User") -> QuerySet[Course]:
    """Selections that somebody else has proposed."""
    found = Course.objects.filter(state=CourseState.PROPOSED).exclude(proposed_by=user)
    return found.select_related("gathering").order_by("applies_until", "pk")


def attendance_of(course: Course) -> "QuerySet[Booking]":
    """Each confirmed seat of each day, the first day first."""
    found = gatherings.bookings(PROGRAMME).exclude(state="cancelled")
    found = found.filter(slot__gathering=course.gathering_id)
    return found.order_by("slot__starts_at", "pk")


def days_attended(course: Course) -> dict[int, int]:
    """How many days each participant came, by account."""
    rows = attendance_of(course).order_by().values_list("booked_by")
    return dict(rows.annotate(n=Count("pk", filter=Q(state="came"))))


def certificate(number: str) -> Certificate | None:
    """The certificate of a number."""
    found = Certificate.objects.select_related("application__course", "application__applicant")
    return found.filter(number=number).first()
