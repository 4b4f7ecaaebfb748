"""Everything that is written about courses and who takes part."""

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

from hiroba.engines.gatherings import actions as gatherings
from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.journal.actions import note
from hiroba.foundation.letters.actions import send
from hiroba.foundation.refs import new_ref
from hiroba.foundation.verdicts import require
from hiroba.programmes.training import policies, queries
from hiroba.programmes.training.deciding import (
    approve_selection,
    attend,
    decline,
    end_course,
    miss,
    propose_selection,
    return_selection,
    select,
)
from hiroba.programmes.training.findable import make_findable
from hiroba.programmes.training.models import Application, Course
from hiroba.programmes.training.queries import PROGRAMME
from hiroba.programmes.training.states import APPLICATION, COURSE

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User

__all__ = [
    "apply",
    "approve_selection",
    "attend",
    "confirm_place",
    "decline",
    "end_course",
    "miss",
    "plan_course",
    "propose_selection",
    "publish_course",
    "return_selection",
    "select",
    "withdraw",
]


@action
def plan_course(
    *,
    by: "User",
    days: Sequence[tuple[datetime.datetime, datetime.datetime]],
    seats: int,
    least_days: int,
    place_ja: str,
    place_en: str = "",
    **told: Any,
) -> Course:
    """There is a draft of a course, with its days."""
    require(policies.may_plan_course(by, len(days), least_days))

    gathering = gatherings.plan(
        by=by,
        programme=PROGRAMME,
        kind="course",
        title_ja=told["title_ja"],
        title_en=told["title_en"],
        place_ja=place_ja,
        place_en=place_en,
        is_sample=told.get("is_sample", False),
    )
    for starts_at, ends_at in days:
        gatherings.add_slot(
            by=by, gathering=gathering, starts_at=starts_at, ends_at=ends_at, capacity=seats
        )
    course = Course.objects.create(
        ref=new_ref("CO"), gathering=gathering, seats=seats, least_days=least_days, **told
    )

    note(by, "training.plan_course", course)
    return course


@action
def publish_course(*, by: "User", course: Course) -> Course:
    """One can read about the course, find it and apply."""
    course = Course.objects.select_for_update(of=("self",)).select_related("gathering").get(
        pk=course.pk
    )  # fmt: skip
    require(policies.may_publish_course(by, course))

    COURSE.move(course, "publish_course")
    course.save(update_fields=["state"])
    course.gathering = gatherings.open_gathering(by=by, gathering=course.gathering)
    make_findable(course)

    note(by, "training.publish_course", course)
    return course


@action
def apply(*, by: "User", course: Course, workplace: str, reason: str) -> Application:
    """The application is received, and a letter says so."""
    course = Course.objects.select_for_update(of=("self",)).get(pk=course.pk)
    require(policies.may_apply(by, course))

    application = Application.objects.create(
        ref=new_ref("TA"),
        course=course,
        applicant=by,
        workplace=workplace.strip(),
        reason=reason.strip(),
        applied_at=clock.now(),
    )

    note(by, "training.apply", application, course=course.ref)
    send(
        "training/applied",
        to=by.email,
        about=application,
        language=by.language,
        application=application,
        course=course,
    )
    return application


@action
def confirm_place(*, by: "User", application: Application) -> Application:
    """Who was selected has a seat on each day."""
    application = _locked(application)
    require(policies.may_confirm_place(by, application))

    for day in queries.days_of(application.course).select_related("gathering"):
        key = uuid5(NAMESPACE_URL, f"{application.ref}/{day.pk}")
        gatherings.book(by=by, slot=day, people=1, party=by.name, key=key)
    return _moved(by, application, "confirm_place")


@action
def withdraw(*, by: "User", application: Application) -> Application:
    """Somebody does not come after all; their seats are free."""
    application = _locked(application)
    require(policies.may_withdraw(by, application))

    for booking in queries.attendance_of(application.course).filter(booked_by=by):
        gatherings.cancel_booking(by=by, booking=booking)
    return _moved(by, application, "withdraw")


def _moved(by: "User", application: Application, verb: str) -> Application:
    APPLICATION.move(application, verb)
    application.save(update_fields=["state"])

    note(by, f"training.{verb}", application)
    return application


def _locked(application: Application) -> Application:
    found = Application.objects.select_for_update(of=("self",))
    return found.select_related("course__gathering", "applicant").get(pk=application.pk)
