"""Everything that is written about disasters, centres and notices."""

import datetime
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.journal.actions import note
from hiroba.foundation.refs import new_ref
from hiroba.foundation.verdicts import require
from hiroba.foundation.words import actions as words
from hiroba.foundation.words.queries import JAPANESE
from hiroba.foundation.words.states import TextState
from hiroba.programmes.coexistence import policies
from hiroba.programmes.coexistence.findable import make_findable, make_notice_findable
from hiroba.programmes.coexistence.models import (
    Disaster,
    DisasterArea,
    Notice,
    NoticeArea,
    SupportCentre,
)
from hiroba.programmes.coexistence.states import DISASTER, NOTICE, Category, NoticeState, Severity

if TYPE_CHECKING:
    from hiroba.engines.registry.people.models import Body
    from hiroba.engines.registry.places.models import Municipality, Prefecture
    from hiroba.foundation.accounts.models import User
    from hiroba.foundation.words.models import Text


@action
def begin_disaster(
    *,
    by: "User",
    name_ja: str,
    name_en: str,
    happened_on: datetime.date,
    prefectures: "Iterable[Prefecture]",
    municipalities: "Iterable[Municipality]" = (),
    is_sample: bool = False,
) -> Disaster:
    """People look here for what they have to know; it is known where it happened."""
    require(policies.may_begin_disaster(by, happened_on))

    disaster = Disaster.objects.create(
        ref=new_ref("DI"),
        name_ja=name_ja,
        name_en=name_en,
        happened_on=happened_on,
        is_sample=is_sample,
    )
    places = [*_whole(prefectures), *_parts(municipalities)]
    DisasterArea.objects.bulk_create(DisasterArea(disaster=disaster, **place) for place in places)
    make_findable(disaster)

    note(by, "coexistence.begin_disaster", disaster, name=name_ja)
    return disaster


def _whole(prefectures: "Iterable[Prefecture]") -> list[dict[str, object]]:
    return [{"prefecture": prefecture} for prefecture in prefectures]


def _parts(municipalities: "Iterable[Municipality]") -> list[dict[str, object]]:
    return [{"prefecture": one.prefecture, "municipality": one} for one in municipalities]


@action
def recover(*, by: "User", disaster: Disaster) -> Disaster:
    """The first days are over; easy Japanese may have more kanji."""
    disaster = Disaster.objects.select_for_update().get(pk=disaster.pk)
    require(policies.may_recover(by, disaster))

    return _moved(by, disaster, "recover")


@action
def close_disaster(*, by: "User", disaster: Disaster) -> Disaster:
    """Support is over; what was told stays to be read."""
    disaster = Disaster.objects.select_for_update().get(pk=disaster.pk)
    require(policies.may_close_disaster(by, disaster))

    return _moved(by, disaster, "close_disaster")


def _moved(by: "User", disaster: Disaster, verb: str) -> Disaster:
    DISASTER.move(disaster, verb)
    disaster.save(update_fields=["state"])
    note(by, f"coexistence.{verb}", disaster)
    return disaster


@action
def open_centre(
    *,
    by: "User",
    disaster: Disaster,
    host: "Body",
    name_ja: str,
    name_en: str,
    languages: Sequence[str],
    hours_ja: str,
    hours_en: str,
    phone: str = "",
    opened_on: datetime.date | None = None,
    is_sample: bool = False,
) -> SupportCentre:
    """People are helped in their languages; the host runs the centre."""
    require(policies.may_open_centre(by, disaster))

    centre = SupportCentre.objects.create(
        ref=new_ref("SC"),
        disaster=disaster,
        host=host,
        name_ja=name_ja,
        name_en=name_en,
        languages=list(languages),
        hours_ja=hours_ja,
        hours_en=hours_en,
        phone=phone,
        opened_on=opened_on or clock.today(),
        is_sample=is_sample,
    )

    note(by, "coexistence.open_centre", centre, host=host.ref, disaster=disaster.ref)
    return centre


@action
def close_centre(*, by: "User", centre: SupportCentre, closed_on: datetime.date) -> SupportCentre:
    """After this day nobody is at the centre any more."""
    centre = SupportCentre.objects.select_for_update().get(pk=centre.pk)
    require(policies.may_close_centre(by, centre, closed_on))

    centre.closed_on = closed_on
    centre.save(update_fields=["closed_on"])

    note(by, "coexistence.close_centre", centre, closed_on=closed_on)
    return centre


@action
def write_notice(
    *,
    by: "User",
    disaster: Disaster,
    category: str,
    severity: str,
    title: str,
    text: str,
    source: str,
    source_at: datetime.datetime,
    valid_from: datetime.datetime,
    expires_at: datetime.datetime,
    prefectures: "Iterable[Prefecture]" = (),
    municipalities: "Iterable[Municipality]" = (),
    supersedes: Notice | None = None,
) -> Notice:
    """A notice stands in Japanese and waits for its other languages."""
    require(policies.may_write_notice(by, disaster, valid_from, expires_at))

    notice = Notice.objects.create(
        ref=new_ref("NO"),
        disaster=disaster,
        category=Category(category),
        severity=Severity(severity),
        source=source,
        source_at=source_at,
        valid_from=valid_from,
        expires_at=expires_at,
        supersedes=supersedes,
        written_by=by,
    )
    places = [*_whole(prefectures), *_parts(municipalities)]
    NoticeArea.objects.bulk_create(NoticeArea(notice=notice, **place) for place in places)

    note(by, "coexistence.write_notice", notice, category=category, severity=severity)
    return say(by=by, notice=notice, language=JAPANESE, title=title, text=text)


@action
def say(
    *,
    by: "User",
    notice: Notice,
    language: str,
    title: str,
    text: str,
    state: str = TextState.HUMAN,
) -> Notice:
    """The notice says this in one language; when the Japanese changed, the others are older."""
    require(policies.may_say(by, title and text))

    for field, told in (("title", title), ("text", text)):
        words.say(
            by=by,
            about=notice.ref,
            field=field,
            language=language,
            text=told.strip(),
            state=TextState(state),
        )
    if notice.state == NoticeState.PUBLISHED:
        make_notice_findable(notice)

    note(by, "coexistence.say", notice, language=language, state=state)
    return notice


@action
def confirm(*, by: "User", text: "Text") -> "Text":
    """A second officer stands behind the text; nobody reads that it is unconfirmed any more."""
    require(policies.may_confirm(by, text))

    return words.confirm(by=by, text=text)


@action
def publish(*, by: "User", notice: Notice) -> Notice:
    """Everybody reads the notice until it expires; the one it replaces leaves the list."""
    notice = Notice.objects.select_for_update(of=("self",)).get(pk=notice.pk)
    require(policies.may_publish(by, notice))

    NOTICE.move(notice, "publish")
    notice.published_by, notice.published_at = by, clock.now()
    notice.save(update_fields=["state", "published_by", "published_at"])
    make_notice_findable(notice)

    note(by, "coexistence.publish", notice)
    return notice
