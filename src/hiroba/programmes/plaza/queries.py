"""Every question about the plaza."""

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from hiroba.engines.gatherings import queries as gatherings
from hiroba.foundation import clock
from hiroba.foundation.accounts import queries as accounts
from hiroba.foundation.roles import Role
from hiroba.programmes.plaza.models import (
    ClosedDay,
    Exhibition,
    ExhibitionQuerySet,
    Site,
    SiteRule,
    Visit,
)

if TYPE_CHECKING:
    from hiroba.engines.gatherings.models import Count, Duty, Gathering, Slot, SlotQuerySet
    from hiroba.foundation.accounts.models import User
    from hiroba.foundation.actors import Actor
    from hiroba.programmes.plaza.hours import Opening

PROGRAMME, VISITS = "plaza", "visit"
KIND = "plaza"


@dataclass(frozen=True)
class Today:
    """A site as it is on a day: its rule, its hours, and why it rests although it should not."""

    site: Site
    day: datetime.date
    rule: SiteRule | None
    opening: "Opening | None"
    closed: ClosedDay | None = None

    @property
    def is_open_now(self) -> bool:
        """Whether one can walk in at this moment."""
        now, hours = timezone.localtime(clock.now()), self.opening
        if hours is None or now.date() != self.day:
            return False
        return hours.opens <= now.time() < hours.closes


def sites() -> QuerySet[Site]:
    """Sites that are open to citizens, the oldest first."""
    known = Site.objects.filter(opened_on__lte=clock.today())
    return known.filter(Q(closed_on=None) | Q(closed_on__gt=clock.today())).order_by("opened_on")


def sites_on(day: datetime.date | None = None) -> list[Today]:
    """Each site as it is on a day, today unless told, in three questions."""
    day = day or clock.today()
    rules = SiteRule.objects.filter(since__lte=day).order_by("-since")
    closed = ClosedDay.objects.filter(day=day)
    found = sites().prefetch_related(
        Prefetch("rules", rules, "rules_known"), Prefetch("closed_days", closed, "closed_today")
    )
    return [_on(site, day, site.rules_known, site.closed_today) for site in found]  # type: ignore[attr-defined]


def site_on(site: Site, day: datetime.date | None = None) -> Today:
    """One site as it is on a day, today unless told."""
    day = day or clock.today()
    rules = site.rules.filter(since__lte=day).order_by("-since")[:1]
    return _on(site, day, list(rules), list(site.closed_days.filter(day=day)))


def _on(site: Site, day: datetime.date, rules: list[SiteRule], closed: list[ClosedDay]) -> Today:
    rule = rules[0] if rules else None
    opening = rule.opening_on(day) if rule and not closed else None
    return Today(site, day, rule, opening, closed[0] if closed else None)


def rule_of(site: Site, day: datetime.date | None = None) -> SiteRule | None:
    """The rule that holds on a day, today unless told."""
    return site.rules.filter(since__lte=day or clock.today()).order_by("-since").first()


def exhibitions_seen_by(by: "Actor") -> ExhibitionQuerySet:
    """What everybody may read about; officers see what is being prepared too."""
    found = Exhibition.objects.select_related("site").order_by("-starts_on", "-pk")
    return found if by.holds(Role.OFFICER, programme=PROGRAMME) else found.published()


def on_now(day: datetime.date | None = None) -> ExhibitionQuerySet:
    """Exhibitions shown on a day, today unless told; what ends first stands first."""
    found = Exhibition.objects.on(day or clock.today()).select_related("site")
    return found.order_by("ends_on", "-starts_on", "pk")


def visit_slots(site: Site | None = None) -> "SlotQuerySet":
    """Times at which groups can come."""
    return gatherings.slots_to_come(PROGRAMME, VISITS, site.ref if site else "")


def visits_offered(site: Site, is_sample: bool) -> "Gathering | None":
    """Under what the times of a site's visits are gathered."""
    found = gatherings.gatherings(PROGRAMME, VISITS).filter(about_ref=site.ref)
    return found.filter(is_sample=is_sample, state="open").first()


def slot_to_book(pk: int) -> "Slot | None":
    """One time at which a group can still come."""
    return visit_slots().filter(pk=pk).first()


def site_of(slot: "Slot") -> Site:
    """Where a visit leads."""
    return Site.objects.get(ref=slot.gathering.about_ref)


def visits_of(user: "User") -> QuerySet[Visit]:
    """What a person has booked, the newest first."""
    return visits().filter(booking__booked_by=user)


def visits() -> QuerySet[Visit]:
    """All visits, the newest first."""
    found = Visit.objects.select_related("site", "booking__slot__gathering", "booking__booked_by")
    return found.order_by("-pk")


def visit_with(key: UUID) -> Visit | None:
    """What a first click has booked already."""
    return visits().filter(booking__key=key).first()


def slots_on(day: datetime.date) -> "SlotQuerySet":
    """The visits of a day with who comes and who guides."""
    return gatherings.slots_on(day, PROGRAMME, VISITS)


def duties_of(user: "User") -> "QuerySet[Duty]":
    """Which visits a guide was asked to look after."""
    return gatherings.duties_of(user, PROGRAMME)


def duties_unanswered() -> "QuerySet[Duty]":
    """Which guides have not answered yet."""
    return gatherings.duties_unanswered(PROGRAMME)


def guides() -> "QuerySet[User]":
    """Who guides groups, by name."""
    return accounts.holders(Role.GUIDE, PROGRAMME)


def counts() -> "QuerySet[Count]":
    """What holds of everything that was counted at the plaza."""
    return gatherings.counts().filter(about_ref__in=Site.objects.values("ref"))


def counts_on(day: datetime.date) -> "QuerySet[Count]":
    """What was counted on a day, for each place and kind what holds."""
    return counts().filter(day=day).order_by("about_ref", "kind")


def counts_between(about_ref: str, first: datetime.date, last: datetime.date) -> "QuerySet[Count]":
    """What holds of the counts of a span of days; both ends belong to it."""
    return gatherings.counts().filter(about_ref=about_ref, day__range=(first, last))


def sites_not_counted(day: datetime.date) -> list[Site]:
    """Sites that were open on a day and for which nothing was counted."""
    counted = set(gatherings.counts().filter(day=day).values_list("about_ref", flat=True))
    return [each.site for each in sites_on(day) if each.opening and each.site.ref not in counted]
