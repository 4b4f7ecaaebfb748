"""Everything that is written about sites, exhibitions and visits."""

import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from hiroba.engines.gatherings import actions as gatherings
from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.journal.actions import note
from hiroba.foundation.letters.actions import send
from hiroba.foundation.refs import new_ref
from hiroba.foundation.verdicts import require
from hiroba.programmes.plaza import policies, queries
from hiroba.programmes.plaza.findable import make_exhibition_findable, make_site_findable
from hiroba.programmes.plaza.models import ClosedDay, Exhibition, Site, SiteRule, Visit
from hiroba.programmes.plaza.queries import PROGRAMME, VISITS
from hiroba.programmes.plaza.states import EXHIBITION
from hiroba.programmes.plaza.welcoming import (
    accept_duty,
    ask_guide,
    correct_count,
    count,
    decline_duty,
    miss_visit,
    welcome_visit,
)

if TYPE_CHECKING:
    from hiroba.engines.gatherings.models import Slot
    from hiroba.foundation.accounts.models import User
    from hiroba.foundation.actors import Actor

__all__ = [
    "accept_duty",
    "ask_guide",
    "book_visit",
    "cancel_visit",
    "close_on",
    "correct_count",
    "count",
    "decline_duty",
    "miss_visit",
    "offer_visit",
    "open_site",
    "prepare_exhibition",
    "publish_exhibition",
    "set_rule",
    "welcome_visit",
]


@action
def open_site(*, by: "Actor", ref: str, opened_on: datetime.date, **words: Any) -> Site:
    """Citizens can visit the site."""
    require(policies.may_open_site(by))

    site = Site.objects.create(ref=ref, opened_on=opened_on, **words)
    make_site_findable(site)

    note(by, "plaza.open_site", site)
    return site


@action
def set_rule(
    *,
    by: "Actor",
    site: Site,
    since: datetime.date,
    opens: datetime.time,
    closes: datetime.time,
    closing: dict[str, Any],
    lead_days: int,
    party_min: int,
    party_max: int,
) -> SiteRule:
    """From a day on the site is open at these hours and takes such groups."""
    site = Site.objects.select_for_update().get(pk=site.pk)
    require(policies.may_set_rule(by, site, since, opens, closes, party_min, party_max))

    rule = SiteRule.objects.create(
        site=site,
        since=since,
        opens=opens,
        closes=closes,
        closing=closing,
        lead_days=lead_days,
        party_min=party_min,
        party_max=party_max,
        set_by=by.account,
        set_at=clock.now(),
    )

    note(by, "plaza.set_rule", site, since=since, opens=str(opens), closes=str(closes))
    return rule


@action
def close_on(
    *, by: "Actor", site: Site, day: datetime.date, reason_ja: str, reason_en: str = ""
) -> ClosedDay:
    """The site rests on a day although its rule says otherwise."""
    site = Site.objects.select_for_update().get(pk=site.pk)
    require(policies.may_close_on(by, site, day, reason_ja))

    closed = ClosedDay.objects.create(
        site=site, day=day, reason_ja=reason_ja.strip(), reason_en=reason_en.strip()
    )

    note(by, "plaza.close_on", site, day=day, reason=closed.reason_ja)
    return closed


@action
def prepare_exhibition(
    *,
    by: "Actor",
    site: Site,
    starts_on: datetime.date,
    ends_on: datetime.date | None = None,
    **words: Any,
) -> Exhibition:
    """There is a draft of what will be shown."""
    require(policies.may_prepare_exhibition(by, starts_on, ends_on))

    exhibition = Exhibition.objects.create(
        ref=new_ref("EX"), site=site, starts_on=starts_on, ends_on=ends_on, **words
    )

    note(by, "plaza.prepare_exhibition", exhibition, site=site.ref)
    return exhibition


@action
def publish_exhibition(*, by: "Actor", exhibition: Exhibition) -> Exhibition:
    """Everybody can read about the exhibition and find it."""
    found = Exhibition.objects.select_for_update(of=("self",)).select_related("site")
    exhibition = found.get(pk=exhibition.pk)
    require(policies.may_publish_exhibition(by, exhibition))

    EXHIBITION.move(exhibition, "publish_exhibition")
    exhibition.save(update_fields=["state"])
    make_exhibition_findable(exhibition)

    note(by, "plaza.publish_exhibition", exhibition)
    return exhibition


@action
def offer_visit(
    *,
    by: "Actor",
    site: Site,
    day: datetime.date,
    starts: datetime.time,
    ends: datetime.time,
    capacity: int,
    is_sample: bool = False,
) -> "Slot":
    """Groups can book this time at the site, which is open then."""
    require(policies.may_offer_visit(by, site, day, starts, ends))

    gathering = queries.visits_offered(site, is_sample) or gatherings.plan(
        by=by,
        programme=PROGRAMME,
        kind=VISITS,
        about_ref=site.ref,
        title_ja=f"団体見学({site.name_ja})",
        title_en=f"Group visits, {site.name_en}",
        place_ja=site.place_ja,
        place_en=site.place_en,
        is_sample=is_sample,
    )
    is_new = not gathering.slots.exists()
    slot = gatherings.add_slot(
        by=by,
        gathering=gathering,
        starts_at=clock.moment(f"{day} {starts:%H:%M}"),
        ends_at=clock.moment(f"{day} {ends:%H:%M}"),
        capacity=capacity,
    )
    if is_new:
        slot.gathering = gatherings.open_gathering(by=by, gathering=gathering)
    return slot


@action
def book_visit(
    *,
    by: "User",
    slot: "Slot",
    people: int,
    party: str,
    phone: str,
    key: UUID,
    grade: str = "",
    wish: str = "",
) -> Visit:
    """A group has its seats and a letter that says when and where; the same key books once."""
    if known := queries.visit_with(key):
        return known
    require(policies.may_book_visit(by, slot, people))

    booking = gatherings.book(by=by, slot=slot, people=people, party=party, key=key)
    visit, is_new = Visit.objects.get_or_create(
        booking=booking,
        defaults={"site": queries.site_of(slot), "grade": grade, "wish": wish, "phone": phone},
    )

    if is_new:
        note(by, "plaza.book_visit", visit, site=visit.site.ref, people=people)
        _tell("booked", visit)
    return visit


@action
def cancel_visit(*, by: "User", visit: Visit) -> Visit:
    """The group does not come; its seats are free."""
    visit.booking = gatherings.cancel_booking(by=by, booking=visit.booking)

    note(by, "plaza.cancel_visit", visit)
    _tell("cancelled", visit)
    return visit


def _tell(kind: str, visit: Visit) -> None:
    booking = visit.booking
    send(
        f"plaza/{kind}",
        to=booking.booked_by.email,
        about=visit,
        language=booking.booked_by.language,
        visit=visit,
        booking=booking,
        slot=booking.slot,
    )
