"""Lecturers are asked and answer; a promise holds their time."""

import datetime
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.journal.actions import note
from hiroba.foundation.refs import new_ref
from hiroba.foundation.verdicts import Refused, require
from hiroba.programmes.lectures import policies, queries, telling
from hiroba.programmes.lectures.hours import quarters
from hiroba.programmes.lectures.models import Hold, Lecture, Offer
from hiroba.programmes.lectures.states import LECTURE, OFFER

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User
    from hiroba.programmes.lectures.models import Lecturer, Wish

AROUND = tuple(f"lecture__{name}" for name in queries.AROUND)


@action
def offer(*, by: "User", lecture: Lecture, wish: "Wish", lecturer: "Lecturer") -> Offer:
    """A lecturer is asked to give the lecture at the time of a wish."""
    lecture = _locked(lecture)
    require(policies.may_offer(by, lecture, wish, lecturer))

    made = Offer.objects.create(
        ref=new_ref("O"),
        lecture=lecture,
        wish=wish,
        lecturer=lecturer,
        starts_at=wish.starts_at,
        ends_at=wish.starts_at + datetime.timedelta(minutes=lecture.minutes),
        offered_by=by,
        offered_at=clock.now(),
        answer_by=clock.today() + datetime.timedelta(days=lecture.rules.answer_days),
    )
    _move(lecture, "offer")

    note(by, "lectures.offer", lecture, offer=made.ref, lecturer=lecturer.ref, wish=wish.rank)
    telling.to_lecturer("offered", made)
    return made


@action
def accept(*, by: "User", offer: Offer) -> Offer:
    """The lecturer has said yes; the time is held, and nobody else can have it."""
    lecture, offer = _both(offer)
    require(policies.may_accept(by, offer))

    _hold(offer)
    _answered(offer, "accept")
    _move(lecture, "accept", agreed=offer)

    note(by, "lectures.accept", lecture, offer=offer.ref)
    telling.to_officer("accepted", offer)
    return offer


@action
def decline(*, by: "User", offer: Offer, because: str) -> Offer:
    """The lecturer has said no; the class waits for another."""
    lecture, offer = _both(offer)
    require(policies.may_decline(by, offer, because))

    _answered(offer, "decline", because=because.strip())
    _move(lecture, "decline")

    note(by, "lectures.decline", lecture, offer=offer.ref)
    telling.to_officer("declined", offer, because)
    return offer


@action
def withdraw(*, by: "User", offer: Offer, because: str) -> Offer:
    """The offer is taken back; the lecturer's time is free again."""
    lecture, offer = _both(offer)
    require(policies.may_withdraw(by, offer, because))

    release(offer, because.strip())
    _move(lecture, "withdraw", agreed=None)

    note(by, "lectures.withdraw", lecture, offer=offer.ref)
    telling.to_lecturer("withdrawn", offer, because)
    return offer


def release(offer: Offer, because: str) -> None:
    """Inside an action: the offer is over and its hours belong to the lecturer again."""
    OFFER.move(offer, "withdraw")
    offer.because = because
    offer.save(update_fields=["state", "because"])
    Hold.objects.filter(offer=offer).delete()


def _hold(offer: Offer) -> None:
    """Two promises of the same quarter of an hour: the database refuses the second."""
    held = quarters(offer.starts_at, offer.ends_at)
    try:
        with transaction.atomic():
            Hold.objects.bulk_create(
                Hold(lecturer=offer.lecturer, offer=offer, at=at) for at in held
            )
    except IntegrityError as taken:
        raise Refused(_("同じ時間に、ほかの講座を引き受けています。")) from taken


def _answered(offer: Offer, verb: str, because: str = "") -> None:
    OFFER.move(offer, verb)
    offer.answered_at, offer.because = clock.now(), because
    offer.save(update_fields=["state", "answered_at", "because"])


def _move(lecture: Lecture, verb: str, **facts: Any) -> None:
    LECTURE.move(lecture, verb)
    for name, value in facts.items():
        setattr(lecture, name, value)
    lecture.save(update_fields=["state", *facts])


def _locked(lecture: Lecture) -> Lecture:
    """The row with what the letters and policies need; only the lecture itself is locked."""
    Lecture.objects.select_for_update().get(pk=lecture.pk)
    return Lecture.objects.select_related(*queries.AROUND).get(pk=lecture.pk)


def _both(offer: Offer) -> tuple[Lecture, Offer]:
    """The lecture is locked first, always, so that two hands never wait for each other."""
    lecture = _locked(Lecture(pk=offer.lecture_id))
    Offer.objects.select_for_update().get(pk=offer.pk)
    around = ("lecturer__person__account", "lecturer__country", "offered_by", *AROUND)
    return lecture, Offer.objects.select_related(*around).get(pk=offer.pk)
