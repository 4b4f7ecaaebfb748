"""What happens in the plaza room during the story; all of it a sample."""

import datetime
from datetime import time, timedelta
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.programmes.plaza import actions, queries
from hiroba.programmes.plaza.models import Exhibition, Site, SiteRule, Visit
from hiroba.programmes.plaza.states import CountKind

if TYPE_CHECKING:
    from hiroba.engines.gatherings.models import Slot

SUNDAY, MONDAY = 6, 0
YEAR_END = ["12-29", "12-30", "12-31", "01-01", "01-02", "01-03"]
# Hours and closed days as published; sizes of groups and lead times are samples.
SITES = (
    ("ichigaya", "JICA地球ひろば(市ヶ谷)", "JICA Global Plaza, Ichigaya",
     "東京都新宿区市谷本村町10-5", "10-5 Ichigaya-honmuracho, Shinjuku, Tokyo",
     "2006-04-01", {"nth_weekdays": [[1, SUNDAY], [3, SUNDAY]], "month_days": YEAR_END}),
    ("nagoya", "なごや地球ひろば", "Nagoya Global Plaza",
     "愛知県名古屋市中村区平池町4-60-7", "4-60-7 Hiraike-cho, Nakamura, Nagoya",
     "2009-06-01", {"weekdays": [MONDAY], "month_days": YEAR_END, "on_holidays": True}),
)  # fmt: skip
ABOUT = {
    "about_ja": "展示を見て、案内人の話を聞き、世界とのつながりを考える場所です。",
    "about_en": "See exhibitions, listen to guides, and think about how the world is connected.",
}
STANDING = {
    "title_ja": "世界とつながるわたしのくらし(見本)",
    "title_en": "My life and the world (sample)",
    "text_ja": "食べもの、服、スマートフォン。身のまわりのものから、世界とのつながりをたどります。",
    "text_en": "Food, clothes, telephones: follow everyday things to the countries they come from.",
}
REFUGEES = {
    "theme": "refugees",
    "title_ja": "ふるさとを離れて ― 難民の道をたどる(見本)",
    "title_en": "Leaving home: a refugee's journey (sample)",
    "text_ja": "役のカードを手に、何を持っていくかを選びながら、難民となった人の道をたどります。",
    "text_en": "With a role card in your hand you choose what to take along and with whom to go.",
    "caution_ja": "戦争や別れを思い出させる場面があります。いつでも途中で出られます。",
    "caution_en": "Some scenes recall war and parting. You can step out at any time.",
}


def site(ref: str = "ichigaya") -> Site:
    """One of the two sites of the story, with its rule."""
    if known := Site.objects.filter(ref=ref).first():
        return known
    told = next(row for row in SITES if row[0] == ref)
    opened_on = datetime.date.fromisoformat(told[5])
    words = dict(zip(("name_ja", "name_en", "place_ja", "place_en"), told[1:5], strict=True))
    with clock.at("2023-04-03 09:00"):
        made = actions.open_site(
            by=officer(), ref=ref, opened_on=opened_on, is_sample=True, **words, **ABOUT
        )
        rule(made, opened_on, told[6])
    return made


def rule(made: Site, since: datetime.date, closing: Any) -> SiteRule:
    """Open from ten to six; groups of 5 to 40, a week ahead."""
    return actions.set_rule(
        by=officer(),
        site=made,
        since=since,
        opens=time(10),
        closes=time(18),
        closing=closing,
        lead_days=7,
        party_min=5,
        party_max=40,
    )


def exhibition(words: dict[str, str], starts_on: str, ends_on: str = "") -> Exhibition:
    """Something that Ichigaya shows."""
    if known := Exhibition.objects.filter(title_ja=words["title_ja"]).first():
        return known
    begins = datetime.date.fromisoformat(starts_on)
    ends = datetime.date.fromisoformat(ends_on) if ends_on else None
    draft = actions.prepare_exhibition(
        by=officer(), site=site(), starts_on=begins, ends_on=ends, is_sample=True, **words
    )
    return actions.publish_exhibition(by=officer(), exhibition=draft)


def slot(day: datetime.date, starts: int = 10, capacity: int = 40) -> "Slot":
    """Two hours at Ichigaya to which groups can come."""
    begins = clock.moment(f"{day} {starts:02}:00")
    if known := queries.slots_on(day).filter(starts_at=begins).first():
        return known
    return actions.offer_visit(
        by=officer(),
        site=site(),
        day=day,
        starts=time(starts),
        ends=time(starts + 2),
        capacity=capacity,
        is_sample=True,
    )


def visit(at: "Slot", people: int = 32, party: str = "見本小学校 6年生") -> Visit:
    """Akari's class comes."""
    return actions.book_visit(
        by=somebody("akari"),
        slot=at,
        people=people,
        party=party,
        grade="小学6年生",
        phone="03-0000-0001",
        wish="車いすの児童が1名います(見本)。",
        key=uuid5(NAMESPACE_URL, f"{at.pk}/{party}"),
    )


def school_visit() -> Visit:
    """In November 2023 a class comes, is guided by Aoi, and is counted at the door."""
    day = datetime.date(2023, 11, 22)
    with clock.at("2023-10-16 10:00"):
        booked = visit(slot(day))
    if booked.booking.state == "came":
        return booked
    with clock.at("2023-10-20 10:00"):
        duty = actions.ask_guide(by=officer(), slot=booked.booking.slot, person=somebody("aoi"))
    with clock.at("2023-10-21 20:00"):
        actions.accept_duty(by=somebody("aoi"), duty=duty)
    with clock.at("2023-11-22 10:05"):
        actions.welcome_visit(by=somebody("aoi"), booking=booked.booking, came=31)
    return booked


def day_counts() -> None:
    """Three days of November; on one a digit too many was typed and corrected."""
    for number, people in ((24, 312), (25, 4080), (26, 275)):
        day = datetime.date(2023, 11, number)
        if queries.counts_on(day).exists():
            continue
        with clock.at(f"{day} 18:10"):
            count = actions.count(
                by=officer(),
                site=site(),
                kind=CountKind.WALK_IN,
                day=day,
                people=people,
                is_sample=True,
            )
        if people > 1000:
            with clock.at("2023-11-26 09:00"):
                why = "けたの打ちまちがい(見本)"
                actions.correct_count(by=officer(), wrong=count, people=408, because=why)


def next_open_day(after: int) -> datetime.date:
    """The first day on which Ichigaya is open, so many days from today or later."""
    day = clock.today() + timedelta(days=after)
    while queries.site_on(site(), day).opening is None:
        day += timedelta(days=1)
    return day


def what_waits() -> None:
    """Times to book, a booked class, and a guide who has not answered yet."""
    first = next_open_day(10)
    if queries.slots_on(first).exists():
        return
    booked = visit(slot(first))
    slot(first, 14)
    slot(next_open_day(12))
    slot(next_open_day(17), 13, capacity=20)
    actions.ask_guide(by=officer(), slot=booked.booking.slot, person=somebody("aoi"))


def tell() -> None:
    """The room's part of the story."""
    for told in SITES:
        site(told[0])
    with clock.at("2023-04-04 09:00"):
        exhibition(STANDING, "2023-04-05")
    with clock.at("2023-11-20 09:00"):
        exhibition(REFUGEES, "2023-11-29", "2024-04-11")
    school_visit()
    day_counts()
    what_waits()
