"""Questions about Japan Desks, the bodies they know, and what was asked there."""

import datetime
from typing import TYPE_CHECKING

from django.db.models import QuerySet

from hiroba.engines.enquiries import queries as enquiries
from hiroba.foundation import clock
from hiroba.foundation.roles import Role
from hiroba.programmes.desks.models import CheckingRule, CountryGuide, Desk, DeskQuerySet, LocalBody

if TYPE_CHECKING:
    from hiroba.engines.enquiries.models import Case, FaqEntry, Queue, Topic
    from hiroba.engines.registry.places.models import Country
    from hiroba.foundation.accounts.models import User
    from hiroba.foundation.actors import Actor

PROGRAMME = "desks"
KIND = "desks"


def desks(on: datetime.date | None = None) -> DeskQuerySet:
    """Desks open on a day, today unless told, in the order of the readings of their countries."""
    return all_desks().open_on(on or clock.today())


def all_desks() -> DeskQuerySet:
    """Every desk there is or was."""
    return Desk.objects.select_related("country", "queue").order_by("country__kana", "pk")


def desk_in(country: "Country") -> Desk | None:
    """The desk that is open in a country and has not been told to close."""
    return all_desks().filter(country=country, closed_on=None).first()


def has_desk_before(country: "Country") -> int:
    """How many desks the country had so far."""
    return Desk.objects.filter(country=country).count()


def rule_on(day: datetime.date) -> CheckingRule | None:
    """How long a check holds, as it was said on a day."""
    return CheckingRule.objects.filter(since__lte=day).order_by("-since").first()


def fresh_since(day: datetime.date) -> datetime.date:
    """The first day of which a check is still fresh; without a rule nothing grows stale."""
    rule = rule_on(day)
    return day - datetime.timedelta(days=rule.fresh_days) if rule else datetime.date.min


def local_bodies(country: "Country") -> QuerySet[LocalBody]:
    """Bodies that the desk of a country knows, each with the mark of its age."""
    found = LocalBody.objects.filter(country=country).with_age(fresh_since(clock.today()))
    return found.select_related("checked_by").order_by("name_en", "pk")


def knows_body(country: "Country", name_en: str) -> bool:
    """Whether a body of this name stands in the directory of a country."""
    return LocalBody.objects.filter(country=country, name_en=name_en).exists()


def guide_to(country: "Country") -> QuerySet[CountryGuide]:
    """What is told about a country, each section with the mark of its age."""
    found = CountryGuide.objects.filter(country=country).with_age(fresh_since(clock.today()))
    return found.select_related("checked_by").order_by("pk")


def bodies_to_check(by: "Actor") -> QuerySet[LocalBody]:
    """Bodies whose check has grown old, the oldest first; for officers."""
    found = LocalBody.objects.filter(checked_on__lt=fresh_since(clock.today()))
    found = found.select_related("country").order_by("checked_on", "pk")
    return found if by.holds(Role.OFFICER, programme=PROGRAMME) else found.none()


def topics() -> "QuerySet[Topic]":
    """What questions to the desks are about."""
    return enquiries.topics_of(PROGRAMME)


def answers_for_everybody(desk: Desk) -> "QuerySet[FaqEntry]":
    """Questions of others with their answers."""
    return enquiries.faq(PROGRAMME).filter(queue=desk.queue_id)


def cases_of(user: "User") -> "QuerySet[Case]":
    """What the person asked the desks, the newest first."""
    return enquiries.cases_of(user, PROGRAMME)


def cases_kept_by(by: "Actor") -> "QuerySet[Case]":
    """Everything that was asked at the desks an officer keeps."""
    return enquiries.cases_kept_by(by, PROGRAMME)


def cases_waiting_for(by: "Actor") -> "QuerySet[Case]":
    """Cases in which the desk has the next word, the first due first."""
    return enquiries.waiting_for(by, PROGRAMME)


def faq_waiting_for(by: "Actor") -> "QuerySet[FaqEntry]":
    """Answers for everybody that another officer wrote."""
    return enquiries.faq_waiting_for(by, PROGRAMME)


def queues() -> "QuerySet[Queue]":
    """The queues of all desks."""
    return enquiries.queues(PROGRAMME)
