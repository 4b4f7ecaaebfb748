"""The council and the study meetings of the story; all of it a sample."""

import datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.programmes.dialogue import actions, queries
from hiroba.programmes.dialogue.models import AgendaItem, Meeting, Registration, Series
from hiroba.programmes.dialogue.states import ItemKind, Place, SeriesKind, Side

APRIL = datetime.date(2023, 4, 3)
SERIES: dict[str, dict[str, Any]] = {
    "council": {
        "kind": SeriesKind.COUNCIL,
        "title_ja": "NGO-JICA協議会(見本)",
        "title_en": "NGO-JICA council (sample)",
        "about_ja": "市民の国際協力の進め方を、NGOと機関が年に二回話し合います。",
        "about_en": "NGOs and the agency talk twice a year about how citizens take part.",
    },
    "study": {
        "kind": SeriesKind.STUDY,
        "title_ja": "NGO-JICA勉強会(見本)",
        "title_en": "NGO-JICA study meeting (sample)",
        "about_ja": "一つのテーマを、いっしょに学びます。",
        "about_en": "Both sides learn about one theme together.",
    },
}
RULES = {"council": (2, 21), "study": (12, 7)}
MINUTES = (
    "見本の議事録です。\n鈴木(NGO側): 支援の知らせ方を、もっとわかりやすくしてください。\n"
    "佐藤(機関側): 案内の画面を、年度内に見直します。"
)


def series(ref: str = "council") -> Series:
    """One of the two series, in which Ren speaks for NGOs and Sato for the agency."""
    if known := queries.series().filter(ref=ref).first():
        return known
    with clock.at("2023-04-03 09:00"):
        made = actions.open_series(by=officer(), ref=ref, is_sample=True, **SERIES[ref])
        meetings, days = RULES[ref]
        actions.set_rule(
            by=officer(), series=made, since=APRIL, meetings_a_year=meetings, agenda_days=days
        )
        for side, person in ((Side.NGO, somebody("ren")), (Side.HOUSE, officer())):
            actions.name_coordinator(by=officer(), series=made, side=side, person=person)
    return made


def meeting(day: str, ref: str = "council", chair: str = Side.NGO) -> Meeting:
    """Two hours in an afternoon, in a room and online."""
    begins = clock.moment(f"{day} 14:00")
    if known := queries.meetings().filter(series__ref=ref, slot__starts_at=begins).first():
        return known
    return actions.plan_meeting(
        by=officer(),
        series=series(ref),
        starts_at=begins,
        ends_at=begins + datetime.timedelta(hours=2),
        capacity=60,
        chair=chair,
        place_ja="市ヶ谷 国際会議場(見本)とオンライン",
        place_en="Ichigaya (sample) and online",
    )


def item(of: Meeting, title: str, who: str = "ren", side: str = Side.NGO) -> AgendaItem:
    """Something that somebody would like to talk about."""
    if known := of.items.filter(title=title).first():
        return known
    return actions.propose_item(
        by=somebody(who),
        meeting=of,
        side=side,
        kind=ItemKind.DISCUSSION,
        title=title,
        background="見本:小さな団体にも届く知らせ方を、いっしょに考えたい。",
    )


def registration(of: Meeting, who: str = "hana", place: str = Place.ONLINE) -> Registration:
    """Somebody comes."""
    if known := queries.registration_of(somebody(who), of):
        return known
    return actions.register(
        by=somebody(who),
        meeting=of,
        side=Side.NGO,
        place=place,
        body="見本の団体",
        key=uuid5(NAMESPACE_URL, f"{of.ref}/{who}"),
    )


def first_council() -> Meeting:
    """The council of June 2023, from the agenda to a promise that was kept."""
    with clock.at("2023-04-20 10:00"):
        held = meeting("2023-06-14")
        proposed = item(held, "支援の知らせ方を見直す(見本)")
    if proposed.state != "proposed":
        return held
    with clock.at("2023-04-27 10:00"):
        actions.accept_item(by=officer(), item=proposed)
        registration(held)
        registration(held, "ren", Place.ROOM)
    with clock.at("2023-06-20 10:00"):
        minutes = actions.write_minutes(by=officer(), meeting=held, text=MINUTES)
        told = {"side": Side.HOUSE, "owner": "市民参加の担当(見本)"}
        promised = actions.promise(
            by=officer(),
            meeting=held,
            text="案内の画面を見直す(見本)",
            due_on=datetime.date(2024, 3, 29),
            **told,
        )
    with clock.at("2023-06-22 10:00"):
        actions.approve_minutes(by=officer(), minutes=minutes)
        actions.approve_minutes(by=somebody("ren"), minutes=minutes)
    with clock.at("2024-03-15 10:00"):
        how = "案内を一画面にまとめて公開しました(見本)。"
        actions.fulfil(by=officer(), commitment=promised, how=how)
    return held


def what_comes() -> Meeting:
    """A council some weeks ahead, with an item to decide about."""
    if known := queries.meetings_to_come().filter(series__ref="council").first():
        return known
    coming = meeting(f"{clock.today() + datetime.timedelta(days=45)}", chair=Side.HOUSE)
    item(coming, "多文化共生の取り組みを伝え合う(見本)")
    return coming


def tell() -> None:
    """The room's part of the story."""
    for ref in SERIES:
        series(ref)
    first_council()
    with clock.at("2023-09-01 10:00"):
        meeting("2023-10-11", "study")
    what_comes()
